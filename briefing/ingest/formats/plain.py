"""Plain text: the decoded bytes are the article's source text."""

from __future__ import annotations

from briefing.ingest.formats.pages import document_of, is_page
from briefing.ingest.text.decoding import decode
from briefing.ingest.text.document import Document


def read_plain(data: bytes, name: str) -> Document:
    """Return the text of the bytes as it stands; the source of a web page is read as a page.

    Raises:
        UnreadableFile: the bytes are no text; see `decoding.decode`.
    """
    text, encoding = decode(data, name)
    if is_page(text):
        return document_of(text, name, encoding)
    return Document(text=text, kind="text", encoding=encoding)
