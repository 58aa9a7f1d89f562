"""Markdown, with or without front matter: the source text as it stands, its marks hidden.

No library: the text is not rendered here, so that spans point into what the user wrote.
"""

from __future__ import annotations

import re

from briefing.ingest.text.decoding import decode
from briefing.ingest.text.document import Document
from briefing.ingest.text.fields import Fields
from briefing.ingest.text.markup import front_matter
from briefing.model import HiddenRange, Stated

_HEADING = re.compile(
    r"^ {0,3}(?P<mark>#{1,6})[ \t]+(?P<title>[^\r\n]*?)[ \t]*(?P<end>#*)[ \t]*$", re.MULTILINE
)
_PICTURE = re.compile(r"!\[[^\]\r\n]{0,300}\]\([^)\r\n]{0,2000}\)")
_LINK = re.compile(r"(?P<open>\[)[^\]\r\n]{1,300}(?P<close>\]\([^)\r\n]{0,2000}\))")


def read_markdown(data: bytes, name: str) -> Document:
    """Return the text; pictures, the addresses of links and the marks of headings are hidden.

    Raises:
        UnreadableFile: the bytes are no text; see `decoding.decode`.
    """
    text, encoding = decode(data, name)
    fields = front_matter(text)
    start = fields.end() if fields else 0
    return Document(
        text=text,
        kind="markdown",
        encoding=encoding,
        fields={} if fields else _title(text, start),
        hidden=_marks(text, start),
    )


def _title(text: str, start: int) -> Fields:
    heading = _HEADING.search(text, start)
    if heading is None or len(heading["mark"]) > 1 or not heading["title"]:
        return {}
    return {"title": Stated(heading["title"], "the first heading")}


def _marks(text: str, start: int) -> tuple[HiddenRange, ...]:
    found = [HiddenRange(*m.span("mark"), "markdown-mark") for m in _HEADING.finditer(text, start)]
    found += [HiddenRange(*m.span(), "markdown-picture") for m in _PICTURE.finditer(text, start)]
    for part in ("open", "close"):
        found += [HiddenRange(*m.span(part), "markdown-link") for m in _LINK.finditer(text, start)]
    return tuple(sorted(found))
