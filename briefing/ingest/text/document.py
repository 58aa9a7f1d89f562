"""What a format's reader hands over: source text, its encoding, and the fields of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from briefing.ingest.text.fields import Fields
from briefing.model import HiddenRange, Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The content of one article.

    Attributes:
        text: the source text of the article to be.
        kind: the format: `text`, `html`, `docx`, `mail`, `markdown`, `pdf`, `rtf`, `odt`, `feed`,
            `database`.
        encoding: how its bytes were decoded.
        fields: what the file says of itself, by field name; see `fields.Fields`.
        hidden: what the format itself tells to be no article, in order, without overlaps.
        original: the article's own bytes where the file holds several; empty where it is the file.
        place: which of several articles of a file it is (`article 3`); "" where it is the file.
    """

    text: str
    kind: str
    encoding: str = "utf-8"
    fields: Fields = field(default_factory=dict[str, Stated])
    hidden: tuple[HiddenRange, ...] = ()
    original: bytes = b""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a file, to be read as a file of its own.

    Attributes:
        place: where in the outer file it is: the path in an archive, `message 3`.
        suffix: what it is to be read as: `.html`.
        refusal: why it cannot be read; then there is no data.
        attached: whether it only came along with an article, and is read where the user wants it.
    """

    place: str
    suffix: str
    data: bytes
    refusal: str = ""
    attached: bool = False


Reader = Callable[[bytes, str], Document]
"""Makes a document of bytes; gets the file's name for messages; raises UnreadableFile."""

Readers = Mapping[str, Reader]
"""Readers by suffix: `.txt`."""

Splitter = Callable[[bytes, str], Iterator[Document | Part]]
"""Makes the articles, or the files, out of a file that may hold several; raises UnreadableFile."""
