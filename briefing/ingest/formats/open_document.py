"""OpenDocument texts (.odt): paragraphs and headings in order, from the archive's own XML.

odfpy was looked at and left: it has had no release since 2020 and parses without limits. Deleted
text of tracked changes and annotations are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.errors import UnreadableFile
from briefing.ingest.formats.archives import member, open_archive
from briefing.ingest.text.document import Document
from briefing.ingest.text.fields import Fields
from briefing.ingest.text.markup_trees import parse_xml
from briefing.model import Stated
from briefing.phrase import phrase

KIND = "an OpenDocument text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LEFT_OUT = frozenset({f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"})
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_CHARACTERS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_open_document(data: bytes, name: str) -> Document:
    """Return the text of an OpenDocument text, a blank line between paragraphs.

    Raises:
        UnreadableFile: it is none, damaged, encrypted, or would unpack to too much.
    """
    with open_archive(data, name, KIND) as archive:
        names = set(archive.namelist())
        if "META-INF/manifest.xml" in names and b"encryption-data" in member(
            archive, "META-INF/manifest.xml", name, KIND
        ):
            raise UnreadableFile(
                phrase("{name} is encrypted.", name=name), "Save it without a password."
            )
        root = parse_xml(member(archive, "content.xml", name, KIND), name)
        fields: Fields = {}
        if "meta.xml" in names:
            fields = _fields(parse_xml(member(archive, "meta.xml", name, KIND), name))
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableFile(phrase("{name} is not {kind}.", name=name, kind=phrase(KIND)))
    return Document(text="\n\n".join(_paragraphs(body)) + "\n", kind="odt", fields=fields)


def _paragraphs(root: Any) -> Iterator[str]:
    pieces: list[str] = []
    for piece in _pieces(root):
        if piece is not None:
            pieces.append(piece)
            continue
        if text := "".join(pieces).strip():
            yield text
        pieces = []


def _pieces(root: Any) -> Iterator[str | None]:
    """The text in order; None where a paragraph starts or ends."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    depth = 0
    for event, node in walk:
        paragraph = node.tag in _PARAGRAPHS
        if event == "start" and node.tag in _LEFT_OUT:
            walk.skip_subtree()
        elif event == "start":
            depth += paragraph
            yield None if paragraph else _CHARACTERS.get(node.tag, "")
            yield node.text if depth and node.text else ""
        else:
            depth -= paragraph
            if paragraph:
                yield None
            yield node.tail if depth and node.tail else ""


def _fields(properties: Any) -> Fields:
    title = " ".join((properties.findtext(f".//{_TITLE}") or "").split())
    return {"title": Stated(title, "the document’s properties")} if title else {}
