"""Plain text: the decoded bytes are the article's source text."""

from __future__ import annotations

from briefing.ingest.decoding import decode
from briefing.ingest.document import Document


def read_plain(data: bytes, name: str) -> Document:
    """Return the text of the bytes as it stands.

    Raises:
        UnreadableFile: the bytes are no text; see `decoding.decode`.
    """
    text, encoding = decode(data, name)
    return Document(text=text, kind="text", encoding=encoding)
