"""The HTML of a briefing: tables and footnotes, nothing that loads or runs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export import render_markdown, to_html
from briefing.export.outlines.outline import User
from briefing.export.outlines.user_text import user_blocks
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


def test_each_line_a_user_wrote_is_a_line_and_the_sentences_of_others_run_on():
    written = "<!-- user:points -->\nKeep the pact\nJoin the watch\n<!-- /user -->"
    assert "<p>Keep the pact<br>\nJoin the watch</p>" in to_html(written)
    assert "<br>" not in to_html("One sentence.\nAnother one.")


def test_a_list_a_user_wrote_stays_a_list():
    written = "<!-- user:points -->\n- one\n- two\n\n1. first\n2. second\n<!-- /user -->"
    assert to_html(written).count("<li>") == 4
    assert "<br>" not in to_html(written)


def test_words_after_a_section_inside_a_sentence_are_not_the_users():
    inline = (
        "Response: <!-- user:if -->none<!-- /user -->\nOf others.\n<!-- user:b -->x<!-- /user -->"
    )
    assert "<br>" not in to_html(inline)


def test_each_line_a_user_wrote_is_a_paragraph_in_word():
    lines = user_blocks(User("points", "Keep **the** pact\nJoin the watch", ""))
    assert ["".join(run.text for run in block.line) for block in lines] == [
        "Keep the pact",
        "Join the watch",
    ]
