"""A segment in the making: entries are added, older segments joined to it, then all is written."""

from __future__ import annotations

import datetime as dt
import json
from array import array
from pathlib import Path

import numpy as np

from briefing.search.engine.arrays import Array, ArrayDraft, smallest
from briefing.search.engine.categories import CategoryDraft, gathered
from briefing.search.engine.inverting import Gathering, Vocabulary
from briefing.search.engine.joining import JoinedField
from briefing.search.engine.segment import CATEGORIES, NUMBERS, Segment
from briefing.search.engine.sources import Source, of_inverted, of_segment
from briefing.search.entries import Entry
from briefing.search.fields import TEXT_FIELDS


class SegmentDraft:
    """Entries that will be one segment: those of joined segments first, then those added.

    Args:
        vocabulary: of a draft before, so that its chunks need not be read again.
    """

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._texts = {field: Gathering(self.vocabulary) for field in TEXT_FIELDS}
        self._values: dict[str, dict[str, array[int]]] = {field: {} for field in CATEGORIES}
        self._numbers: dict[str, array[int]] = {name: array("Q") for name in NUMBERS}
        self._told: list[bytes] = []
        self._joined: list[Segment] = []

    @property
    def size(self) -> int:
        """The bytes of text gathered: what the memory taken grows with."""
        return sum(gathering.size for gathering in self._texts.values())

    def add(self, entry: Entry) -> None:
        """Add an entry."""
        number = len(self._told)
        for field, gathering in self._texts.items():
            hidden = entry.hidden if field == "body" else ()
            gathering.add(entry.texts.get(field, ()), hidden)
        for field, docs in self._values.items():
            for value in entry.values.get(field, ()):
                docs.setdefault(value, array("I")).append(number)
        date = entry.values.get("date")
        day = dt.date.fromisoformat(date[0]).toordinal() if date else 0
        shown = (entry.article, entry.ask, entry.meeting, day)
        for name, shown_number in zip(NUMBERS, shown, strict=True):
            self._numbers[name].append(shown_number)
        told = [entry.title, entry.spans] if entry.ask else None
        self._told.append(json.dumps(told, ensure_ascii=False).encode() if told else b"")

    def join(self, segment: Segment) -> None:
        """Take over the entries of a segment that are still there."""
        self._joined.append(segment)

    def write(self, path: Path) -> int:
        """Write the segment and return how many entries it has."""
        entries = sum(segment.count for segment in self._joined) + len(self._told)
        for gathering in self._texts.values():  # all of them before any word is put in order
            gathering.read()
        fields = [JoinedField(field, self._sources(field)) for field in TEXT_FIELDS]
        categories = [CategoryDraft(f, self._by_value(f), entries) for f in CATEGORIES]
        columns = {name: self._column(name) for name in NUMBERS} | self._all_told()
        layout = {name: (column.dtype.str, len(column)) for name, column in columns.items()}
        numbers = {"entries": entries}
        for field in fields:
            layout |= field.layout()
            numbers |= field.numbers()
        for category in categories:
            layout |= category.layout()
        with ArrayDraft(path, layout, numbers) as draft:
            for field in fields:
                field.write(draft)
            for category in categories:
                category.write(draft)
            for name, column in columns.items():
                draft.put(name, column)
        return entries

    def _sources(self, field: str) -> list[Source]:
        sources = [of_segment(s.file.postings(field), s.alive) for s in self._joined]
        if self._told or not sources:
            sources.append(of_inverted(self._texts[field].inverted()))
        return sources

    def _by_value(self, field: str) -> dict[str, Array]:
        parts = []
        base = 0
        for segment in self._joined:
            categories = segment.file.categories(field)
            number = np.arange(segment.entries) if segment.alive is None else _numbered(segment)
            for at, value in enumerate(categories.values()):
                parts.append((value, number[segment.live(categories.docs_at(at))] + base))
            base += segment.count
        new = ((v, np.frombuffer(docs, "u4") + base) for v, docs in self._values[field].items())
        return gathered([*parts, *new])

    def _column(self, name: str) -> Array:
        own = {"meeting_of": "meeting"}.get(name, name)
        parts = [_kept(segment, getattr(segment.file, own)) for segment in self._joined]
        parts.append(np.array(self._numbers[name], "u8"))
        column = np.concatenate([part.astype("u8") for part in parts])
        return column.astype(smallest(int(column.max(initial=0))))

    def _all_told(self) -> dict[str, Array]:
        told: list[bytes] = []
        for segment in self._joined:
            texts, first = segment.file.told_raw()
            whole, cuts = texts.tobytes(), first.tolist()
            entries = _kept(segment, np.arange(segment.entries)).tolist()
            told += [whole[cuts[entry] : cuts[entry + 1]] for entry in entries]
        told += self._told
        first = np.cumsum([0, *map(len, told)], dtype="u4")
        return {"told": np.frombuffer(b"".join(told), "u1"), "told.first": first}


def _numbered(segment: Segment) -> Array:
    assert segment.alive is not None
    return np.cumsum(segment.alive) - 1


def _kept(segment: Segment, column: Array) -> Array:
    return column if segment.alive is None else column[segment.alive]
