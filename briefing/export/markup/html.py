"""Markdown as HTML through python-markdown: no raw HTML, no images, links to web or mail alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.export.markup.widths import shares

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_FRONT = re.compile(r"\A---\r?\n.*?\r?\n---\r?\n", re.DOTALL)
_WRITTEN = re.compile(r"<!-- user:[^\n>]*-->(?:(?!<!--).)*", re.DOTALL)
# Between two lines of plain words: not at an empty line, an item, a row, a heading or a quotation.
_LINE_END = re.compile(r"(?<=[^\s>|]) ?\n(?=[^\s<>|#*+=-](?!\d?[.)] ))")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCHEMES = ("http", "https", "mailto")


def to_html(markdown: str) -> str:
    """Return the body of a briefing as HTML, front matter and comments left out.

    Raw HTML is shown as the words it is made of; images are dropped, and links keep their
    address only where it is one of the web, of mail, or of the page itself.
    """
    return _converted(markdown, _tame)


def to_preview(markdown: str) -> str:
    """Return the same for Qt's rich text, which knows little CSS: for a window and for a PDF.

    Tables have their lines and widths as attributes, rows of empty heads and the arrows back from
    the notes are left out, and a list's paragraphs do not stand apart.
    """
    return _converted(markdown, _tame, _for_qt).replace("¶ ", "¶&#160;")


def lines_kept(text: str) -> str:
    """Return what a user wrote with its lines as lines: Markdown would run two into one."""
    return _LINE_END.sub("  \n", text)


def _converted(markdown: str, *changes: Callable[[Element], None]) -> str:
    converter = _converter(changes)
    markdown = _WRITTEN.sub(lambda found: lines_kept(found[0]), markdown)
    return str(converter.convert(_COMMENT.sub("", _FRONT.sub("", markdown))))


def _converter(changes: tuple[Callable[[Element], None], ...]) -> Markdown:
    from markdown import Markdown
    from markdown.extensions import Extension
    from markdown.treeprocessors import Treeprocessor

    class Changed(Treeprocessor):
        """Drops what could load or run something, and what else is not wanted."""

        def run(self, root: Element) -> None:
            for change in changes:
                change(root)

    class Tamed(Extension):
        """Shows raw HTML as text and changes the tree."""

        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
            md.preprocessors.deregister("html_block")
            md.inlinePatterns.deregister("html")
            md.treeprocessors.register(Changed(md), "changed", 1)

    return Markdown(extensions=["tables", "footnotes", "sane_lists", Tamed()], output_format="html")


def _tame(root: Element) -> None:
    for element in list(root.iter()):
        for child in [child for child in element if child.tag == "img"]:
            child.tag = "span"
            child.text = child.get("alt", "")
            child.attrib.clear()
        for back in [c for c in element if c.get("class") == "footnote-backref"][1:]:
            element.remove(back)  # one way back from a note is enough
        if element.tag == "a" and not _is_safe(element.get("href", "")):
            element.attrib.pop("href", None)


def _is_safe(address: str) -> bool:
    from html import unescape

    bare = "".join(unescape(address).split())
    try:
        return bare.startswith("#") or urlsplit(bare).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def _for_qt(root: Element) -> None:
    for element in list(root.iter()):
        for child in [child for child in element if _is_idle(child)]:
            element.remove(child)
    for element in root.iter():
        shape = _SHAPES.get(element.tag)
        if shape:
            shape(element)


def _is_idle(element: Element) -> bool:
    """Return whether an element has no use on paper: an empty table head, an arrow back."""
    empty = element.tag == "thead" and not "".join(element.itertext()).strip()
    return empty or element.get("class") == "footnote-backref"


def _share_width(table: Element) -> None:
    """Give each column a width after the words in it; Qt's own shares starve the short ones."""
    rows = [list(row) for row in table.iter("tr")]
    widths = shares([["".join(cell.itertext()) for cell in row] for row in rows])
    for row in rows:
        for cell, share in zip(row, widths, strict=False):
            cell.set("width", f"{round(100 * share)}%")


def _join_paragraph(item: Element) -> None:
    """Put the words of a paragraph that stands alone in a list item into the item itself."""
    if [child.tag for child in item] != ["p"]:
        return
    only = item[0]
    item.remove(only)
    item.text = only.text
    item.extend(list(only))


def _rule(table: Element) -> None:
    lines = {"border": "1", "cellspacing": "0", "cellpadding": "4", "width": "100%"}
    table.attrib |= lines
    _share_width(table)


def _head_notes(division: Element) -> None:
    """Put a heading before the notes, in place of a line."""
    if division.get("class") == "footnote":
        for rule in division.findall("hr"):
            rule.tag, rule.text = "h2", "Notes"  # the same word in both languages


_SHAPES: Mapping[str, Callable[[Element], None]] = {
    "table": _rule,
    "th": lambda head: head.set("align", "left"),
    "li": _join_paragraph,
    "div": _head_notes,
}
