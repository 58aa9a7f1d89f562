"""Words of a source never become structure, and read back as the same words."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.export import to_html
from briefing.export.markup.escape import escape, escape_heading, escape_start, folded

MARKS = st.text(alphabet="\\`*_{}[]()#+-.!|~^=:<>&;$\"'“”/@%0123ab \t\n\r\u2028\x02\x03\u202e")
HOSTILE = st.one_of(
    MARKS,
    st.text(),
    st.sampled_from(
        [
            "1. one",
            "- item",
            "# head",
            "    code",
            "> quote",
            "a | b",
            "|---|---|",
            "***",
            "===",
            "---",
            "[a](javascript:alert(1))",
            "![x](file:///etc/passwd)",
            "[^1]",
            "[^1]: note",
            "[a]: http://x",
            "<script>alert(1)</script>",
            "<!-- user:points -->",
            "-->",
            "&copy; &#60;b&#62;",
            "`code` and ``more``",
            "~~~",
            "::: x",
            "*[HTML]: x",
            "http://x.test/*a*",
            "<http://x.test>",
            "a\u2028# b",
            "trailing \\",
            "trailing #",
            "[x] [y]",
            "[x] done",
            "{: .a }",
        ]
    ),
)


class Shape(HTMLParser):
    """The tags of a page and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def words(text: str) -> str:
    return " ".join(text.split())


@settings(deadline=None)
@given(HOSTILE)
@example("a_b__c_d")
@example("[sic], he said")
@example("x\\\\")
def test_a_list_item_shows_exactly_the_words(text):
    shape = Shape(to_html(f"- {escape_start(escape(text))}\n- next"))

    assert shape.tags == ["ul", "li", "li"]
    assert words(shape.text) == words(f"{folded(text)} next")


@settings(deadline=None)
@given(HOSTILE)
def test_a_table_cell_shows_exactly_the_words(text):
    shape = Shape(to_html(f"| a | b |\n| --- | --- |\n| {escape(text)} | x |\n"))

    assert shape.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert words(shape.text) == words(f"a b {folded(text)} x")


@settings(deadline=None)
@given(HOSTILE)
def test_a_heading_shows_exactly_the_words(text):
    shape = Shape(to_html(f"## 1. {escape_heading(text)}\n\nbody"))

    assert shape.tags == ["h2", "p"]
    assert words(shape.text) == words(f"1. {folded(text)} body")


@settings(deadline=None)
@given(HOSTILE)
def test_bold_words_show_exactly_the_words_before_a_footnote(text):
    if not folded(text):
        return
    source = f"x **{escape(text)}:** “{escape(text)}”[^1] end\n\n[^1]: note"
    shape = Shape(to_html(source))

    assert shape.tags[:4] == ["p", "strong", "sup", "a"]
    assert words(shape.text).startswith(words(f"x {folded(text)}: “{folded(text)}”1 end"))


@settings(deadline=None)
@given(HOSTILE)
def test_commonmark_reads_the_same_words(text):
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").render(f"- {escape_start(escape(text))}\n- next")
    shape = Shape(page)

    assert shape.tags == ["ul", "li", "li"]
    assert words(shape.text) == words(f"{folded(text)} next")


@settings(deadline=None)
@given(HOSTILE)
def test_no_comment_or_fence_can_come_from_a_source(text):
    assert "<!--" not in escape(text)


@pytest.mark.parametrize(
    "ordinary",
    [
        "A plan (in part), well-known & dear: 25 per cent, $3.2-billion.",
        "He said it was [not] over, and left.",
        "Mr. Holm’s snake_case name; 50/50 – no more!",
        "Read it at www.sund.test/a-b?c=d",
    ],
)
def test_ordinary_words_stay_as_they_are(ordinary):
    assert escape_start(escape(ordinary)) == ordinary


def test_a_lone_surrogate_becomes_a_mark_that_can_be_written():
    assert folded("a\ud800b").encode("utf-8") == "a\ufffdb".encode()


def test_direction_signs_are_taken_out():
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", folded("a\u202eb\u2066c"))
