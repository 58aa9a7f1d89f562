"""A segment as Whoosh's own readers, searchers and tools see it.

Searching walks the arrays itself; this is what makes the index one of Whoosh's all the same, and
what lets the tests ask Whoosh's searcher and ours the same question of the same files.
"""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.formats import Positions
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from briefing.search.engine.arrays import Array
from briefing.search.engine.segment import CATEGORIES, Segment
from briefing.search.fields import TEXT_FIELDS, VALUE_FIELDS


class WordsReader(base.TermsReader):  # type: ignore[misc, unused-ignore]
    """The words and values of a segment, with their postings."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._number(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """Return the fields."""
        return sorted((*TEXT_FIELDS, *VALUE_FIELDS))

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield all terms, field by field, in order."""
        for field in self.indexed_field_names():
            yield from self.terms_from(field, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field from one on."""
        for text in self._texts(fieldname):
            if text.encode() >= prefix:
                yield fieldname, text.encode()

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Yield all terms with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Yield the terms of a field from one on, with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Return how many entries have a term, and how often. Raises TermNotFound."""
        docs, counts = self._postings(fieldname, text)
        lengths = self._lengths(fieldname)[docs]
        return TermInfo(
            weight=float(counts.sum()),
            df=len(docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(counts.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return how often a term occurs; 0 where it does not."""
        return float(self._postings(fieldname, text)[1].sum()) if (fieldname, text) in self else 0.0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return how many entries have a term."""
        return len(self._postings(fieldname, text)[0]) if (fieldname, text) in self else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        """Return the postings of a term as Whoosh walks them. Raises TermNotFound."""
        docs, counts = self._postings(fieldname, text)
        return ListMatcher(
            docs.tolist(),
            counts.astype(float).tolist(),
            self._positions(fieldname, text, counts),
            format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def cursor(self, fieldname: str, fieldobj: Any) -> WordsCursor:  # noqa: ARG002 (Whoosh's)
        """Return what steps through the terms of a field."""
        return WordsCursor(self._texts(fieldname))

    def _postings(self, field: str, text: bytes) -> tuple[Array, Array]:
        number = self._number(field, text)
        if number is None:
            raise TermNotFound(f"No term {field}:{text!r}")
        if field in TEXT_FIELDS:
            return self._segment.file.postings(field).of_word(number)
        docs = self._values(field)[text.decode()]
        return docs, np.ones(len(docs), "u1")

    def _positions(self, field: str, text: bytes, counts: Array) -> list[bytes] | None:
        if field not in TEXT_FIELDS:
            return None
        number = self._number(field, text)
        assert number is not None
        postings = self._segment.file.postings(field)
        _, places = postings.places([(number, number + 1)], np.ones(postings.entries, bool))
        encode = Positions().encode
        return [encode(some.tolist()) for some in np.split(places, np.cumsum(counts)[:-1])]

    def _number(self, field: str, text: bytes) -> int | None:
        if field in TEXT_FIELDS:
            number = self._segment.file.postings(field).terms.find(text.decode())
            return number if number >= 0 else None
        return 0 if text.decode() in self._values(field) else None

    def _texts(self, field: str) -> list[str]:
        if field in TEXT_FIELDS:
            terms = self._segment.file.postings(field).terms
            return terms.between(0, len(terms))
        return sorted(self._values(field))

    def _lengths(self, field: str) -> Array:
        if field in TEXT_FIELDS:
            return self._segment.file.postings(field).lengths
        return np.zeros(self._segment.entries, "u1")

    def _values(self, field: str) -> dict[str, Array]:
        return self._all_values[field]

    @cached_property
    def _all_values(self) -> dict[str, dict[str, Array]]:
        file = self._segment.file
        found = {}
        for field in CATEGORIES:
            categories = file.categories(field)
            found[field] = {value: categories.docs(value) for value in categories.values()}
        found["article_id"] = _by_number(file.article, str)
        found["ask_id"] = _by_number(file.ask, str)
        found["date"] = _by_number(file.date, lambda day: dt.date.fromordinal(day).isoformat())
        return found


class WordsCursor(base.FieldCursor):  # type: ignore[misc, unused-ignore]
    """Steps through the terms of a field, in order."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._at = 0

    def is_valid(self) -> bool:
        """Tell whether it stands at a term."""
        return self._at < len(self._texts)

    def text(self) -> str | None:
        """Return the term it stands at, None past the last."""
        return self._texts[self._at] if self.is_valid() else None

    def first(self) -> str | None:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not less."""
        wanted = string.decode() if isinstance(string, bytes) else string
        self._at = bisect_left(self._texts, wanted)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._at += 1
        return self.text()


class EntriesReader(base.PerDocumentReader):  # type: ignore[misc, unused-ignore]
    """The entries of a segment."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def doc_count(self) -> int:
        """Return how many entries are still there."""
        return self._segment.count

    def doc_count_all(self) -> int:
        """Return how many entries there are, those removed too."""
        return self._segment.entries

    def has_deletions(self) -> bool:
        """Tell whether any was removed."""
        return self._segment.alive is not None

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether an entry was removed."""
        return self._segment.alive is not None and not self._segment.alive[docnum]

    def deleted_docs(self) -> list[int]:
        """Return the entries removed."""
        alive = self._segment.alive
        return [] if alive is None else np.flatnonzero(~alive).tolist()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return how many words an entry has in a field."""
        if fieldname not in TEXT_FIELDS:
            return default
        return int(self._segment.file.postings(fieldname).lengths[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        """Return how many words a field has in all entries."""
        return int(self._lengths(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        """Return the least number of words an entry has in a field."""
        return int(self._lengths(fieldname).min(initial=1 << 30))

    def max_field_length(self, fieldname: str) -> int:
        """Return the greatest number of words an entry has in a field."""
        return int(self._lengths(fieldname).max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, str]:
        """Return the ids of an entry's article and ask, as `as_document` gives them to Whoosh."""
        file = self._segment.file
        return {"shown": json.dumps([int(file.article[docnum]), int(file.ask[docnum])])}

    def _lengths(self, field: str) -> Array:
        if field not in TEXT_FIELDS:
            return np.zeros(1, "i8")
        return self._segment.file.postings(field).lengths.astype("i8")


def _by_number(column: Array, name: Any) -> dict[str, Array]:
    return {
        name(number): np.flatnonzero(column == number)
        for number in np.unique(column).tolist()
        if number
    }
