"""The values of one field of one segment, each with the entries that have it.

Arrays of a field `v`: `v.terms`, `v.blocks` (see `terms`) hold the values; `v.first`, by value and one
more, where its entries begin in `v.docs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np

from briefing.search.engine.arrays import Array, ArrayDraft, ArrayFile, smallest
from briefing.search.engine.terms import Terms, arranged


class Categories:
    """The values of a field and who has them."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._first = file[f"{name}.first"]
        self._docs = file[f"{name}.docs"]
        self._terms = Terms(len(self._first) - 1, file[f"{name}.terms"], file[f"{name}.blocks"])

    def values(self) -> list[str]:
        """Return all values in order."""
        return self._values

    def value(self, number: int) -> str:
        """Return the value of a number."""
        return self._values[number]

    @cached_property
    def _values(self) -> list[str]:
        return self._terms.between(0, len(self._terms))

    def docs(self, value: str) -> Array:
        """Return the entries that have a value, in order."""
        number = self._terms.find(value)
        return self.docs_at(number) if number >= 0 else self._docs[:0]

    def docs_at(self, number: int) -> Array:
        """Return the entries that have the value of a number, in order."""
        found: Array = self._docs[int(self._first[number]) : int(self._first[number + 1])]
        return found.astype(np.intp)

    def counts(self, wanted: Array) -> Array:
        """Return, by value, how many of the wanted entries have it.

        Args:
            wanted: by entry: whether it counts.
        """
        if not len(self._docs):
            return np.zeros(len(self._terms), "i8")
        past = np.zeros(len(self._docs) + 1, "i8")
        np.cumsum(wanted[self._docs.astype(np.intp)], out=past[1:])
        return np.diff(past[self._first])


class CategoryDraft:
    """The values of a field of a segment to be written.

    Args:
        name: of the field.
        docs: by value: the entries that have it, in order.
        entries: how many the segment has.
    """

    def __init__(self, name: str, docs: Mapping[str, Array], entries: int) -> None:
        self._name, self._entries = name, entries
        values = sorted(docs)
        self._texts, self._blocks = arranged(values)
        self._first = np.cumsum([0, *(len(docs[value]) for value in values)], dtype="u4")
        self._docs = np.concatenate([docs[v] for v in values]) if values else np.empty(0, "u4")

    def layout(self) -> dict[str, tuple[str, int]]:
        """Return the arrays of the field."""
        return {
            f"{self._name}.terms": ("u1", len(self._texts)),
            f"{self._name}.blocks": ("u4", len(self._blocks)),
            f"{self._name}.first": ("u4", len(self._first)),
            f"{self._name}.docs": (smallest(self._entries), len(self._docs)),
        }

    def write(self, draft: ArrayDraft) -> None:
        """Write the arrays."""
        draft.put(f"{self._name}.terms", self._texts)
        draft.put(f"{self._name}.blocks", self._blocks)
        draft.put(f"{self._name}.first", self._first)
        draft.put(f"{self._name}.docs", self._docs)


def gathered(parts: Iterable[tuple[str, Array]]) -> dict[str, Array]:
    """Return entries by value, given values with entries, those of later ones after the former."""
    found: dict[str, list[Array]] = {}
    for value, docs in parts:
        if len(docs):
            found.setdefault(value, []).append(docs)
    return {value: np.concatenate(some) for value, some in found.items()}
