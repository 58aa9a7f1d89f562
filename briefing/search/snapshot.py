"""One state of the index, opened for reading: words, postings, values, and what a hit is made of.

This and `storing` are all that knows how postings are kept; another codec takes their place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.search.analysis import terms
from briefing.search.fields import ASKED_VALUES, TEXT_FIELDS, VALUE_FIELDS
from briefing.search.lexicon import Lexicon

if TYPE_CHECKING:
    from whoosh.reading import IndexReader

Docs = Mapping[int, float]
_KEPT = 4_000  # postings of words kept from one keystroke to the next


@dataclass(frozen=True, slots=True)
class Shown:
    """What a hit is made of, beside the article itself; `ask` is 0 for an article."""

    article: int
    ask: int
    meeting: int
    title: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """What all readers of one state share; made once, never changed.

    Attributes:
        docs: the numbers of all entries, in order. size: one more than the greatest of them.
        values: by value field: each value with the entries that have it.
        value_words: by field that a query may name: the words of its values.
        date: by entry: the ISO date, where it has one.
        shared: groups of entries that are one ask told in several articles.
        words: by text field: its words. lexicon: all of them.
        lengths: by text field: the number of words of each entry. mean: their mean.
    """

    docs: tuple[int, ...]
    size: int
    values: Mapping[str, Mapping[str, frozenset[int]]]
    value_words: Mapping[str, Lexicon]
    date: Mapping[int, str]
    shared: tuple[frozenset[int], ...]
    words: Mapping[str, frozenset[str]]
    lexicon: Lexicon
    lengths: Mapping[str, Mapping[int, int]]
    mean: Mapping[str, float]


class Snapshot:
    """One state of the index in the hands of one thread at a time.

    Args:
        reader: a Whoosh reader, closed by `close`.
        tables: those of the same state; made from the reader where None.
    """

    def __init__(self, reader: IndexReader, tables: Tables | None = None) -> None:
        self._reader = reader
        self._leaves = list(reader.leaf_readers())
        self._postings: dict[tuple[str, str], Docs] = {}
        self.tables = tables or self._read_tables()

    def postings(self, field: str, word: str) -> Docs:
        """Return how often each entry has a word in a text field."""
        if word not in self.tables.words[field]:
            return {}
        found = self._postings.get((field, word))
        if found is None:
            if len(self._postings) >= _KEPT:
                self._postings.clear()
            found = self._postings[field, word] = dict(self._read_postings(field, word))
        return found

    def positions(self, field: str, word: str, wanted: frozenset[int]) -> dict[int, list[int]]:
        """Return where the wanted entries have a word in a text field."""
        found: dict[int, list[int]] = {}
        if word not in self.tables.words[field]:
            return found
        for leaf, base in self._leaves:
            if (field, word.encode()) not in leaf:
                continue
            matcher = leaf.postings(field, word.encode())
            while matcher.is_active():
                if matcher.id() + base in wanted:
                    found[matcher.id() + base] = matcher.value_as("positions")
                matcher.next()
        return found

    def shown(self, doc: int) -> Shown:
        """Return what the hit of an entry is made of."""
        article, ask, meeting, title, spans = json.loads(self._reader.stored_fields(doc)["shown"])
        return Shown(article, ask, meeting, title, tuple((start, end) for start, end in spans))

    def close(self) -> None:
        """Close the files."""
        self._reader.close()

    def _read_postings(self, field: str, word: str) -> Iterator[tuple[int, float]]:
        for leaf, base in self._leaves:
            if (field, word.encode()) in leaf:
                matcher = leaf.postings(field, word.encode())
                while matcher.is_active():
                    yield matcher.id() + base, matcher.weight()
                    matcher.next()

    def _read_ids(self, field: str, value: str) -> Iterator[int]:
        for leaf, base in self._leaves:
            if (field, value.encode()) in leaf:
                yield from (doc + base for doc in leaf.postings(field, value.encode()).all_ids())

    def _read_tables(self) -> Tables:
        docs = tuple(self._reader.all_doc_ids())
        words = {field: frozenset(self._words(field)) for field in TEXT_FIELDS}
        values = {
            field: {
                v: ids for v in self._words(field) if (ids := frozenset(self._read_ids(field, v)))
            }
            for field in VALUE_FIELDS
        }
        lengths = {
            field: {doc: self._reader.doc_field_length(doc, field) for doc in docs}
            for field in TEXT_FIELDS
        }
        return Tables(
            docs=docs,
            size=docs[-1] + 1 if docs else 0,
            values=values,
            value_words={field: _words_of_values(values[field]) for field in ASKED_VALUES},
            date={doc: date for date, ids in values["date"].items() for doc in ids},
            shared=tuple(ids for ids in values["ask_id"].values() if len(ids) > 1),
            words=words,
            lexicon=Lexicon(frozenset[str]().union(*words.values())),
            lengths=lengths,
            mean={field: _mean(numbers.values()) for field, numbers in lengths.items()},
        )

    def _words(self, field: str) -> Iterator[str]:
        return (word.decode() for word in self._reader.lexicon(field))


def _words_of_values(values: Iterable[str]) -> Lexicon:
    return Lexicon({word for value in values for word in terms(value)})


def _mean(numbers: Iterable[int]) -> float:
    filled = [number for number in numbers if number]
    return sum(filled) / len(filled) if filled else 1.0
