"""Saved web pages: what is read, what is hidden, what is found, and what is never loaded."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import UnreadableFile
from briefing.ingest import read_file

PROSE = (
    "The two ministers spent the morning aboard the ferry and spoke about herring, grain and the "
    "price of heating oil, an official said."
)
BODY = f"<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>"
JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
"headline": "Ferry talks begin", "datePublished": "2024-03-03T22:00:00-05:00", "author": [{"@type": "Person",
"name": "Rosalind Meak"}, {"name": "Tom Orrel"}], "publisher": {"name": "Harbour Gazette"}}]}</script>"""


@pytest.fixture
def read(tmp_path):
    def read(markup: str, name: str = "page.html", encoding: str = "utf-8"):
        path = tmp_path / name
        path.write_bytes(markup.encode(encoding))
        return read_file(path)

    return read


def shown(found) -> str:
    pieces, position = [], 0
    for item in found.hidden:
        pieces.append(found.text[position : item.start])
        position = item.end
    return " ".join("".join([*pieces, found.text[position:]]).split())


def test_the_article_is_shown_and_the_page_around_it_is_hidden_not_lost(read):
    found = read(
        f"<nav><a>Harbour watch</a></nav><div><h1>Ferry talks begin</h1><article>{BODY}"
        "<div class='related-links'>Fog delays boat</div></article></div><aside>Tide tables</aside>"
    )

    assert found.kind == "html"
    assert shown(found) == f"Ferry talks begin {PROSE} {PROSE} {PROSE}"
    assert all(words in found.text for words in ("Harbour watch", "Fog delays boat", "Tide tables"))


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<div itemprop='articleBody'>{BODY}</div>",
        f"<article>{BODY}</article>",
        f"<main>{BODY}</main>",
        f"<div role='main'>{BODY}</div>",
        f"<div class='x'>{BODY}</div>",
    ],
    ids=["articleBody", "article", "main", "role", "none"],
)
def test_the_article_is_found_however_the_page_marks_it(read, wrapped):
    found = read(f"<div>Harbour watch</div>{wrapped}<div>Tide tables</div>")

    assert shown(found) == f"{PROSE} {PROSE} {PROSE}"


def test_a_page_without_running_text_keeps_what_it_has(read):
    assert (
        shown(read("<nav>Harbour watch</nav><div>Ferry talks begin at noon</div>"))
        == "Ferry talks begin at noon"
    )


def test_a_block_that_is_marked_as_related_but_holds_the_story_is_not_hidden(read):
    assert shown(read(f"<article><div class='related'>{BODY}</div></article>")).count(PROSE) == 3


def test_scripts_styles_and_unseen_parts_are_no_text(read):
    found = read(
        f"<script>alert('x')</script><style>p {{}}</style><article>{BODY}<p hidden>secret</p>"
        "<p style='display: none'>secret</p><!-- secret --><template>secret</template></article>"
    )

    assert found.text.split() == f"{PROSE} {PROSE} {PROSE}".split()


def test_the_record_of_a_page_gives_title_outlet_authors_and_date(read):
    found = read(
        f"<html><head><title>x</title>{JSON_LD}</head><body><article>{BODY}</article></body></html>"
    )

    assert (found.title.value, found.outlet.value) == ("Ferry talks begin", "Harbour Gazette")
    assert found.author.value == "Rosalind Meak, Tom Orrel"
    assert found.published.value == "2024-03-03"
    assert found.published.reason == "the page’s own record (JSON-LD)"


def test_tags_serve_where_there_is_no_record(read):
    found = read(
        "<head><meta property='og:title' content='Ferry talks begin'><meta name='author' content='Rosalind Meak'>"
        "<meta property='og:site_name' content='Straits Times'>"
        f"<meta property='article:published_time' content='2024-03-03T10:00:00Z'></head><article>{BODY}</article>"
    )

    assert (found.title.value, found.outlet.value) == ("Ferry talks begin", "The Straits Times")
    assert (found.author.value, found.published.value) == ("Rosalind Meak", "2024-03-03")
    assert found.published.reason == "the page’s tag “article:published_time”"


def test_the_address_of_a_page_names_its_outlet_and_day(read):
    found = read(
        f"<link rel='canonical' href='https://www.dawn.com/2024/03/03/ferry'><article>{BODY}</article>"
    )

    assert (found.outlet.value, found.published.value) == ("Dawn", "2024-03-03")


def test_the_outlet_is_taken_off_the_end_of_a_pages_title(read):
    found = read(f"<title>Ferry talks begin | The Straits Times</title><article>{BODY}</article>")

    assert (found.title.value, found.outlet.value) == ("Ferry talks begin", "The Straits Times")


def test_a_broken_record_is_passed_over(read):
    script = "<script type='application/ld+json'>{broken</script>"

    assert (
        read(f"{script}<h1>Ferry talks begin</h1><article>{BODY}</article>").title.value
        == "Ferry talks begin"
    )


def test_a_record_nested_without_end_is_passed_over(read):
    script = f"<script type='application/ld+json'>{'[' * 20_000}</script>"

    assert read(f"{script}<article>{BODY}</article>").title is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_is_read_in_the_encoding_it_declares(read, encoding):
    charset = {"cp1252": "iso-8859-1"}.get(encoding, encoding)
    found = read(
        f"<meta charset='{charset}'><article><p>Café “Quay” {PROSE * 3}</p></article>",
        encoding=encoding,
    )

    assert "Café “Quay”" in found.text


def test_a_page_named_txt_is_read_as_a_page(read):
    found = read(f"<!DOCTYPE html><html><body><article>{BODY}</article></body></html>", "page.txt")

    assert (found.kind, shown(found)) == ("html", f"{PROSE} {PROSE} {PROSE}")


def test_no_file_of_the_machine_comes_into_a_page(read, tmp_path):
    (tmp_path / "secret.txt").write_text("the secret herring")
    entity = f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{tmp_path}/secret.txt'>]>"
    found = read(
        f"{entity}<html><body><article>{BODY}&x;<img src='secret.txt'><iframe src='secret.txt'></iframe></article>"
    )

    assert "secret herring" not in found.text


@pytest.mark.timeout(20)
@pytest.mark.parametrize("tag", ["<div>", "<p>", "<table><tr><td>", "<span class='share'>"])
def test_a_page_nested_without_end_is_refused_or_read_in_time(tmp_path, tag):
    path = tmp_path / "page.html"
    path.write_text(tag * 50_000 + PROSE)
    try:
        found = read_file(path)
    except UnreadableFile as error:
        assert "page.html" in error.message  # noqa: PT017 - either outcome is right
    else:
        assert PROSE in found.text


@given(
    st.lists(
        st.sampled_from(
            ["<div>", "</div>", "<p>", "</p>", PROSE, "<article>", "</article>", "<nav>", "</nav>", "&amp;", "<b", ">", "<!--",
             "<h1>", "</h1>", "<br>", "x", " ", "<script>", "</script>", "<table>", "<td>", "é", "<aside>", "</aside>"]
        ), max_size=60,
    ).map("".join)
)  # fmt: skip
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_tag_soup_is_read_or_refused_and_its_ranges_are_sound(read, markup):
    try:
        found = read(markup)
    except UnreadableFile:
        return
    position = 0
    for item in found.hidden:
        assert position <= item.start < item.end <= len(found.text)
        position = item.end
