"""Word documents (.docx): paragraphs and tables in order, footnotes after them.

The archive's XML is read with lxml rather than python-docx: only the text in its order is
wanted, python-docx leaves out footnotes, links and tracked insertions, and its parser opens all
members at once. Deleted text of tracked changes and comments are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.ingest.formats.archives import member, open_archive
from briefing.ingest.text.document import Document
from briefing.ingest.text.fields import Fields
from briefing.ingest.text.markup_trees import parse_xml
from briefing.model import Stated

KIND = "a Word document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}instrText",
        f"{_W}delText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_EMPTY_TITLES = re.compile(
    r"(?:microsoft word\b.*|document\d*|untitled.*|.*\.docx?)", re.IGNORECASE
)


def read_word(data: bytes, name: str) -> Document:
    """Return the text of a Word document, a blank line between paragraphs.

    Raises:
        UnreadableFile: it is no Word document, damaged, encrypted, or would unpack to too much.
    """
    with open_archive(data, name, KIND) as archive:
        body = parse_xml(member(archive, "word/document.xml", name, KIND), name)
        names = set(archive.namelist())
        paragraphs = list(_paragraphs(body))
        for part in ("word/footnotes.xml", "word/endnotes.xml"):
            if part in names:
                paragraphs += _paragraphs(parse_xml(member(archive, part, name, KIND), name))
        fields: Fields = {}
        if "docProps/core.xml" in names:
            fields = _fields(parse_xml(member(archive, "docProps/core.xml", name, KIND), name))
    return Document(text="\n\n".join(paragraphs) + "\n", kind="docx", fields=fields)


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(_pieces(paragraph)).strip()
        if text:
            yield text


def _pieces(paragraph: Any) -> Iterator[str]:
    stack = [iter(paragraph)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _CHARACTERS:
            yield _CHARACTERS[node.tag]
        # A paragraph inside a paragraph (a text box) is one of its own.
        elif node.tag not in _LEFT_OUT and node.tag != f"{_W}p":
            stack.append(iter(node))


def _fields(properties: Any) -> Fields:
    """The title. Author and dates of a file are those of whoever saved it, not of the article."""
    title = " ".join((properties.findtext(f".//{_TITLE}") or "").split())
    if not title or _EMPTY_TITLES.fullmatch(title):
        return {}
    return {"title": Stated(title, "the document’s properties")}
