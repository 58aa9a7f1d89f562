"""10,000 generated strings read the same in two Markdown parsers, and 5,000 names are safe
everywhere."""

import random
import re
from html.parser import HTMLParser
from itertools import count

import pytest

from briefing.export import file_name, to_html
from briefing.export.markup.escape import escape, escape_heading, escape_start, folded
from tests.export.sample import briefing, meeting

PIECES = (
    *"\\`*_{}[]()#+-.!|~^=:<>&;$\"'“”«»/@%09aZé ",
    "\t", "\n", "\r\n", "\u2028", "\u202e", "\x02", "\ufeff",
    "word", "a.b", "1.", "- ", "# ", "> ", "***", "___", "---", "===", "~~~", "```", "[^1]", "[^1]: ",
    "[x](javascript:alert(1))", "![x](file:///x)", "<script>", "</p>", "<!-- user:points -->", "-->",
    "&copy;", "&#60;", "&amp;lt;", "http://x.test", "*[A]: b", "{: .a }", "[a]: b", "\\\\", "||", "日本",
)  # fmt: skip
BATCH = 100


def generated(number: int, seed: str) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(PIECES, k=chance.randint(1, 14))) for _ in range(number)]


class Shape(HTMLParser):
    """The tags of a page, and the words of each list item, cell and heading."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.parts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag in ("li", "td", "th", "h2"):
            self.parts.append("")

    def handle_data(self, data):
        if self.parts:
            self.parts[-1] += data

    @property
    def words(self) -> list[str]:
        return [" ".join(part.split()) for part in self.parts]


def document(strings: list[str]) -> str:
    """Return a list, a table and headings that hold all the strings."""
    items = [f"- {escape_start(escape(text))}" for text in strings]
    rows = ["| a | b |", "| --- | --- |", *(f"| {escape(text)} | x |" for text in strings)]
    heads = [f"## 1. {escape_heading(text)}\n" for text in strings]
    return "\n".join([*items, "", *rows, "", *heads])


@pytest.mark.parametrize("batch", range(10))
def test_ten_thousand_strings_give_the_same_structure_and_words_in_two_parsers(batch):
    from markdown_it import MarkdownIt

    other = MarkdownIt("commonmark").enable("table")
    strings = generated(1000, f"strings {batch}")
    for at in range(0, len(strings), BATCH):
        some = [text if folded(text) else "empty" for text in strings[at : at + BATCH]]
        source = document(some)
        one, two = Shape(to_html(source)), Shape(other.render(source))
        shown = [" ".join(folded(text).split()) for text in some]
        cells = [cell for text in shown for cell in (text, "x")]

        assert one.tags == two.tags
        assert one.words == two.words
        assert one.words == [*shown, "a", "b", *cells, *(f"1. {text}" for text in shown)]


def test_five_thousand_names_are_safe_on_every_system_and_differ():
    numbers = count(1)
    names = set()
    for side, place in zip(generated(5000, "sides"), generated(5000, "places"), strict=True):
        told = meeting(id=next(numbers), sides=(side, "../.."), place=place)
        name = file_name(briefing(meeting=told), "-asks.csv", profile=side, language="fr")
        assert re.fullmatch(r"2031-03-03-[a-z0-9-]+\.csv", name)
        assert len(name.encode()) <= 200
        names.add(name)

    assert len(names) == 5000
