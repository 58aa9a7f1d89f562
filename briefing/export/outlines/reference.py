"""The machine reference behind each footnote, by which `verify_briefing` proves it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from briefing.export.outlines.outline import Note

_LENGTH = 12
_DEFINITION = re.compile(r"^\[\^(?P<number>\d+)\]:")
_REFERENCE = re.compile(
    r"(?:¶ (?P<paragraph>\d+)\. )?"
    r"<!-- source (?P<sha>[0-9a-f]{12}) (?P<start>\d+)-(?P<end>\d+) (?P<quote>[0-9a-f]{12}) -->$"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a footnote claims: these characters of that source hash to this.

    Attributes:
        sha256: first 12 digits of the source's hash; quote: the same of the quoted words' hash.
        paragraph: the paragraph named, 0 where none is.
    """

    sha256: str
    start: int
    end: int
    quote: str
    paragraph: int


def reference(note: Note) -> str:
    """Return the comment that follows a footnote."""
    return f"<!-- source {note.sha256[:_LENGTH]} {note.start}-{note.end} {digest(note.quote)} -->"


def digest(quote: str) -> str:
    """Return the first 12 digits of the SHA-256 of words in UTF-8."""
    return sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def definition(line: str) -> int:
    """Return the number of the footnote this line defines, 0 if it defines none."""
    match = _DEFINITION.match(line)
    return int(match["number"]) if match else 0


def read_reference(line: str) -> Reference | None:
    """Return the machine reference at the end of a footnote's line, None if it is malformed."""
    match = _REFERENCE.search(line.rstrip())
    if match is None:
        return None
    return Reference(
        sha256=match["sha"],
        start=int(match["start"]),
        end=int(match["end"]),
        quote=match["quote"],
        paragraph=int(match["paragraph"] or 0),
    )
