"""One segment: some entries with all that can be asked of them, in one file that never changes.

The file (see `arrays`) holds the postings of each text field (see `postings`), the values of each
value field (see `categories`), and by entry: `article`, `ask` and `meeting`, ids or 0; `date`, days
from the first of January of the year 1, which is day 1, or 0; and, for asks, `told`: the ask's text
and its sentences as JSON, `told.first` saying where each begins. An ask follows its article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import numpy as np

from briefing.search.engine.arrays import Array, ArrayFile
from briefing.search.engine.categories import Categories
from briefing.search.engine.postings import Postings

SUFFIX = ".arrays"
CATEGORIES = ("kind", "meeting", "meeting_id", "source", "side", "of", "person", "issue")
NUMBERS = ("article", "ask", "meeting_of", "date")


class SegmentFile:
    """The file of a segment; opened parts are kept for all who read it."""

    def __init__(self, path: Path) -> None:
        self._file = ArrayFile(path)
        self.entries = self._file.numbers["entries"]
        self._postings: dict[str, Postings] = {}
        self._categories: dict[str, Categories] = {}

    def postings(self, field: str) -> Postings:
        """Return the postings of a text field."""
        found = self._postings.get(field)
        if found is None:
            found = self._postings[field] = Postings(self._file, field, self.entries)
        return found

    def categories(self, field: str) -> Categories:
        """Return the values of a value field."""
        found = self._categories.get(field)
        if found is None:
            found = self._categories[field] = Categories(self._file, field)
        return found

    @cached_property
    def article(self) -> Array:
        """By entry: the id of its article."""
        return self._file["article"]

    @cached_property
    def ask(self) -> Array:
        """By entry: the id of the ask, 0 for an article."""
        return self._file["ask"]

    @cached_property
    def meeting(self) -> Array:
        """By entry: the id of the meeting it is shown under, or 0."""
        return self._file["meeting_of"]

    @cached_property
    def date(self) -> Array:
        """By entry: the day it was published, or 0."""
        return self._file["date"]

    @cached_property
    def month(self) -> Array:
        """By entry: months since the year 0, or 0."""
        first = np.datetime64("0001-01-01", "D")
        months = (first + (self.date.astype("i8") - 1)).astype("M8[M]").astype("i8") + 1970 * 12
        return np.where(self.date > 0, months, 0)

    def told(self, entry: int) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return the text of an ask and its sentences; "" and none for an article."""
        start, end = self._file["told.first"][entry : entry + 2].tolist()
        if start == end:
            return "", ()
        title, spans = json.loads(self._file["told"][start:end].tobytes())
        return title, tuple((low, high) for low, high in spans)

    def told_raw(self) -> tuple[Array, Array]:
        """Return all that is told of asks, as it lies there, and where each begins."""
        return self._file["told"], self._file["told.first"]


class Segment:
    """A segment as it stands at one commit.

    Args:
        file: what was written.
        dead: the entries removed since.
    """

    def __init__(self, file: SegmentFile, dead: Iterable[int]) -> None:
        self.file = file
        self.entries = file.entries
        gone = np.fromiter(dead, "i8")
        self.alive: Array | None = None  # None where all are
        self.count = self.entries - len(gone)
        if len(gone):
            self.alive = np.ones(self.entries, bool)
            self.alive[gone] = False

    def live(self, docs: Array) -> Array:
        """Return those of the entries that are still there."""
        return docs if self.alive is None else docs[self.alive[docs]]

    def of_article(self, article: int) -> list[int]:
        """Return the entries of an article that are still there."""
        found: list[int] = self.live(np.flatnonzero(self.file.article == article)).tolist()
        return found
