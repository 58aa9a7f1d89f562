"""Which words have a stem: a number for each stem, and its words.

Of a field `f`, `f.stems` holds for each word the number of its stem, sorted, and `f.stem_words` the
words in that order. The number is 64 bits of a BLAKE2b hash of the stem: of a million stems two have
the same one in one of some forty million indexes, so no word is read again to make sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from briefing.search.analysis import stem, stems
from briefing.search.engine.arrays import Array


def number_of(root: str) -> int:
    """Return the number of a stem."""
    return int.from_bytes(blake2b(root.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def numbers_of(words: Sequence[str]) -> Array:
    """Return the number of the stem of each word."""
    plain = [word for word in words if word.isascii() and word.isalpha()]
    roots = dict(zip(plain, stems(plain), strict=True))
    return np.fromiter((number_of(roots.get(word, word)) for word in words), "u8", len(words))


class Stems:
    """The words of each stem.

    Args:
        numbers, words: the arrays of a field.
    """

    def __init__(self, numbers: Array, words: Array) -> None:
        self._numbers, self._words = numbers, words

    def words(self, word: str) -> list[int]:
        """Return the words with the stem of a word, by number, in order."""
        wanted = np.uint64(number_of(stem(word)))
        low = int(self._numbers.searchsorted(wanted))
        high = low
        while high < len(self._numbers) and self._numbers[high] == wanted:
            high += 1
        found: list[int] = self._words[low:high].tolist()
        return found

    def by_word(self) -> Array:
        """Return the number of each word's stem."""
        found = np.empty(len(self._words), "u8")
        found[self._words] = self._numbers
        return found


def arranged(by_word: Array) -> tuple[Array, Array]:
    """Return the arrays of a field, given the number of each word's stem."""
    order = by_word.argsort(kind="stable")
    return by_word[order], order.astype("u4")
