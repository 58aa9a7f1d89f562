"""The address under which an article is known: how it is told, and what of it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest import names_article, read_file
from briefing.ingest.metadata.addresses import canonical

PROSE = "The two ministers spent the morning aboard the ferry and spoke about herring. " * 6


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTP://www.Example.org/News/a-b?utm_source=x&id=7#top", "https://www.example.org/News/a-b?id=7"),
        ("https://example.org:443/a?fbclid=1", "https://example.org/a"),
        ("https://example.org", "https://example.org/"),
        ("https://user:word@example.org/a", "https://example.org/a"),
        ("https://example.org/été", "https://example.org/%C3%A9t%C3%A9"),
        ("javascript:alert(1)", ""), ("file:///etc/passwd", ""), ("https://localhost/a", ""),
        ("//example.org/a", ""), ("https://exa mple.org/", ""), ("https://[::1/", ""), ("https://example.org/" + "a" * 3000, ""),
    ],
)  # fmt: skip
def test_an_address_is_kept_in_one_form_or_not_at_all(address, expected):
    assert canonical(address) == expected


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://a.org/", "https://a.org/?"]))
def test_any_text_gives_a_plain_web_address_that_stays_as_it_is_or_none(text, head):
    found = canonical(head + text)

    assert found == "" or found.startswith("https://")
    assert not set(found) & set(' \n\t<>"\u202e')
    assert canonical(found) == found


def test_a_site_as_a_whole_is_no_article():
    assert names_article("https://example.org/2023/03/bridge-toll")
    assert names_article("https://example.org/?p=77")
    assert not names_article("https://example.org/")
    assert not names_article("https://example.org/world/")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f'<link rel="canonical" href="https://example.org/a?utm_medium=mail"><article><p>{PROSE}</p></article>'),
        ("a.md", f"---\ntitle: Ferry talks begin\nurl: https://example.org/a#x\n---\n{PROSE}"),
        ("a.rss", f"<rss><channel><item><title>Ferry</title><link>https://example.org/a</link><description>{PROSE}</description></item></channel></rss>"),
    ],
)  # fmt: skip
def test_the_address_comes_with_where_it_was_found(name, content, tmp_path):
    path = tmp_path / name
    path.write_text(content)
    found = read_file(path).address

    assert found.value == "https://example.org/a"
    assert found.reason
