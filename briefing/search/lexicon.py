"""The words of an index in sorted order, and which of them a form of a query means."""

from __future__ import annotations

import fnmatch
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from briefing.search.analysis import stem
from briefing.search.nodes import Form


class Lexicon:
    """The words in use, as written but folded: no stems are stored, they are found when asked for.

    Args:
        words: the words, in any order, without doubles.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._known: dict[Form, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._slice(word, word + "\0") == [word]

    def words(self, form: Form) -> frozenset[str]:
        """Return the words a form means; empty where there are none."""
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = frozenset(self._found(form))
        return known

    def closest(self, word: str, frequency: Callable[[str], int]) -> str:
        """Return the word most like one that is not there, the more frequent of equals; or ""."""
        reach = 1 if len(word) < 6 else 2
        near = [(distance(word, other, reach), other) for other in self._about(word, reach)]
        found = [(edits, -frequency(other), other) for edits, other in near if edits <= reach]
        return min(found)[2] if found else ""

    def _found(self, form: Form) -> Iterable[str]:
        match form.how:
            case "exact":
                return [form.text] if form.text in self else []
            case "stem":
                return self._stemmed(form.text)
            case "prefix":
                return self.beginning(form.text)
            case "typed":
                return {*self._stemmed(form.text), *self.beginning(form.text)}
            case "glob":
                match = re.compile(fnmatch.translate(form.text)).match
                return filter(match, self.beginning(re.split(r"[*?]", form.text)[0]))
            case _:
                about = self._about(form.text, form.edits)
                return [w for w in about if distance(form.text, w, form.edits) <= form.edits]

    def beginning(self, prefix: str) -> list[str]:
        """Return the words that begin with a prefix, in order."""
        return self._slice(prefix, prefix + "\U0010ffff")

    def _slice(self, low: str, high: str) -> list[str]:
        return self._words[bisect_left(self._words, low) : bisect_left(self._words, high)]

    def _stemmed(self, word: str) -> list[str]:
        # A stem keeps the first letters of its words, but for its last (happy, happi); words of
        # two or three letters come from irregular ones (lie, lying), so one letter must do there.
        wanted = stem(word)
        shared = wanted[: len(wanted) - 1 if len(wanted) > 3 else 1]
        return [other for other in self.beginning(shared) if stem(other) == wanted]

    def _about(self, word: str, reach: int) -> list[str]:
        """Return words of about that length that begin alike: slips in the first letter are rare."""
        return [w for w in self.beginning(word[:1]) if abs(len(w) - len(word)) <= reach]


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters were left out, put in, changed or swapped; `most` + 1 if more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, opposite in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
