"""What a format's reader hands over: source text, how it was encoded, and the fields of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from briefing.ingest.fields import Fields
from briefing.model import HiddenRange, Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The content of one file.

    Attributes:
        text: the source text of the article to be.
        kind: the format: `text`, `html`, `docx`, `mail`, `markdown`, `pdf`, `rtf`, `odt`.
        encoding: how its bytes were decoded.
        fields: what the file says of itself, by field name; see `fields.Fields`.
        hidden: what the format itself tells to be no article, in order, without overlaps.
    """

    text: str
    kind: str
    encoding: str = "utf-8"
    fields: Fields = field(default_factory=dict[str, Stated])
    hidden: tuple[HiddenRange, ...] = ()


Reader = Callable[[bytes, str], Document]
"""Makes a document of bytes; gets the file's name for messages; raises UnreadableFile."""

Readers = Mapping[str, Reader]
"""Readers by suffix: `.txt`."""
