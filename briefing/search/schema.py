"""The fields as Whoosh knows them. Imports Whoosh, so it is imported where an index is opened.

With Whoosh's own codec `as_document` gives it the words of an entry one by one; ours takes entries
whole and needs only the names.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from typing import Any

from whoosh import fields, formats

from briefing.search.engine.chunks import words_of
from briefing.search.entries import Entry
from briefing.search.fields import TEXT_FIELDS, VALUE_FIELDS

Posting = tuple[bytes, int, float, bytes]
Words = dict[str, list[int]]
"""The words of one field of one entry, with their positions in order."""


class PlacedWords(fields.FieldType):  # type: ignore[misc, unused-ignore]
    """A field of words whose positions are already known; no Token objects are made."""

    def __init__(self) -> None:
        self.format = formats.Positions()
        self.scorable = True

    def index(self, value: Words, **_: Any) -> Generator[Posting, Any, None]:
        """Yield each word in UTF-8, its number, its weight, and its encoded positions."""
        encode = formats.Positions().encode
        for term, positions in value.items():
            yield term.encode(), len(positions), float(len(positions)), encode(positions)


class WholeValues(fields.FieldType):  # type: ignore[misc, unused-ignore]
    """A field of values that are matched whole: `United States`, `2025-10-07`."""

    def __init__(self) -> None:
        self.format = formats.Existence()
        self.scorable = False

    def index(self, value: Sequence[str], **_: Any) -> Generator[Posting, Any, None]:
        """Yield each value in UTF-8."""
        for text in value:
            yield text.encode(), 1, 1.0, b""


def make_schema() -> fields.Schema:
    """Return the schema; it also takes the place of the pickled one when an index is opened."""
    schema = fields.Schema(shown=fields.STORED())
    for name in TEXT_FIELDS:
        schema.add(name, PlacedWords())
    for name in VALUE_FIELDS:
        schema.add(name, WholeValues())
    return schema


def as_document(entry: Entry) -> dict[str, Any]:
    """Return the entry as arguments of Whoosh's `add_document`; `shown` is read back as JSON."""
    words = {
        name: words_of(texts, entry.hidden if name == "body" else ())
        for name, texts in entry.texts.items()
    }
    return {
        "shown": json.dumps([entry.article, entry.ask]),
        **{name: found for name, found in words.items() if found},
        **{name: values for name, values in entry.values.items() if values},
    }
