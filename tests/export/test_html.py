"""The HTML of a briefing: tables and footnotes, nothing that loads or runs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export import render_markdown, to_html
from briefing.model import UserSection
from tests.export.sample import briefing, courier, with_asks
from tests.export.values import ask, within


def test_a_briefing_has_its_tables_footnotes_and_headings():
    page = to_html(render_markdown(briefing()))

    assert page.count("<table>") == 4
    assert "<h2>1. At a glance</h2>" in page
    assert '<div class="footnote">' in page
    assert "¶ 5." in page


def test_front_matter_and_comments_are_out_of_sight():
    page = to_html(render_markdown(briefing(UserSection("points", "Mine. <!-- hidden -->"))))

    assert "our_side" not in page
    assert "<!--" not in page
    assert "user:" not in page
    assert "hidden" not in page
    assert "Mine." in page


def test_raw_html_is_shown_as_words():
    page = to_html("a <script>alert(1)</script>\n\n<iframe src='x'></iframe>\n\n<b onclick=x>c</b>")

    assert "&lt;script&gt;" in page
    assert "<iframe" not in page
    assert "<b " not in page


def test_images_are_dropped_and_links_keep_only_safe_addresses():
    page = to_html(
        "![pic](file:///etc/passwd) [a](javascript:alert(1)) [b](https://sund.test/x) "
        "[c](java\tscript:x) [d](&#106;avascript:x) [e](mailto:a@sund.test) [f](data:text/html,x) <javascript:x> "
        "[g](http://[bad)"
    )

    assert "<img" not in page
    assert "pic" in page
    assert page.count("href=") == 2
    assert 'href="https://sund.test/x"' in page


@settings(deadline=None)
@given(st.text(), st.text())
def test_no_tag_of_an_article_gets_through(title, text):
    spans = (within(courier(), "SUND"),)
    source = with_asks(ask("a", "Norvia", f"<img src=x>{text}<script>", spans, voiced_by=title))
    page = to_html(render_markdown(source))

    assert "<img" not in page
    assert "<script" not in page
    assert page.count("<table>") == 3
