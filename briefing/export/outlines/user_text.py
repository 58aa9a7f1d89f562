"""What the user wrote in Markdown, as the blocks and runs every format knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.export.markup.escape import folded
from briefing.export.markup.html import lines_kept, to_html
from briefing.export.outlines.outline import Block, Bullets, Line, Run, Table, Text, User, lines_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LISTS = ("ul", "ol")
_BREAK = "\n"  # no text holds one: white space is folded
_STYLES = {"strong": "strong", "em": "emphasis"}


def user_blocks(user: User) -> tuple[Block, ...]:
    """Return the paragraphs, lists and tables of a user section; headings become bold lines."""
    from lxml import html

    root = html.fragment_fromstring(
        to_html(lines_kept(user.text or user.prompt)), create_parent="div"
    )
    return tuple(_blocks(root))


def user_line(user: User) -> Line:
    """Return the same on one line, for a place inside a sentence."""
    runs: list[Run | User] = []
    for block in user_blocks(user):
        for line in lines_of(block):
            runs += [Run(" ")] if runs else []
            runs += line
    return tuple(runs)


def _blocks(parent: HtmlElement) -> Iterator[Block]:
    if (parent.text or "").strip():
        yield Text((Run(folded(parent.text or "")),))
    for element in parent:
        if element.tag in _LISTS:
            yield Bullets(tuple(_items(element)), numbered=element.tag == "ol")
        elif element.tag == "table":
            yield _table(element)
        elif element.tag in ("div", "blockquote"):
            yield from _blocks(element)
        elif element.tag != "hr":
            heading = element.tag.startswith("h")
            yield from _texts_of(element, "strong" if heading else "")


def _texts_of(element: HtmlElement, style: str) -> Iterator[Text]:
    """Yield a paragraph, as one for each of its lines."""
    line: list[Run] = []
    for text, how in (*_texts(element, style), (_BREAK, "")):
        if text != _BREAK:
            words = text if line else text.lstrip()
            line += [Run(words, how)] if words else []
        elif line:
            yield Text(tuple(line))
            line = []


def _items(listing: HtmlElement) -> Iterator[Line]:
    """Yield the items of a list; those of a list inside one follow it."""
    for item in listing:
        inner = [child for child in item if child.tag in _LISTS]
        for child in inner:
            item.remove(child)
        yield _line(item)
        for child in inner:
            yield from _items(child)


def _table(element: HtmlElement) -> Table:
    rows = [[_line(cell) for cell in row] for row in element.iter("tr")]
    wide = max((len(row) for row in rows), default=0)
    even = [(*row, *[()] * (wide - len(row))) for row in rows]
    header = tuple("".join(run.text for run in cell) for cell in even[0]) if even else ()
    return Table(header, tuple(even[1:]))


def _line(element: HtmlElement, style: str = "") -> Line:
    found = _texts(element, style)
    runs = [Run(" " if text == _BREAK else text, how) for text, how in found if text]
    return tuple(runs)


def _texts(element: HtmlElement, style: str) -> Iterator[tuple[str, str]]:
    inside = _STYLES.get(element.tag, style)
    yield _spaced(element.text), inside
    for child in element:
        if child.tag == "br":
            yield _BREAK, inside
        yield from _texts(child, inside)
        yield _spaced(child.tail), inside


def _spaced(text: str | None) -> str:
    """Fold white space but keep one space at the ends, where words of another style follow."""
    found = text or ""
    words = folded(found)
    if not words:
        return " " if found else ""
    return f"{' ' * found[0].isspace()}{words}{' ' * found[-1].isspace()}"
