"""Which words a form of a query means: among the sorted words of a field, and of any one word.

Words with one stem are found by the stem's number (see `engine.stems`); a stem keeps the first
letters of its words, which tells where in a text to look for them.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefing.search.analysis import stem
from briefing.search.engine.stems import Stems
from briefing.search.engine.terms import Terms
from briefing.search.nodes import Form, Step

Ranges = list[tuple[int, int]]
"""Ranges of words: first, and one after the last; in order, apart from each other."""


class Lexicon(Protocol):
    """The words of a field.

    Attributes:
        terms: themselves. stems: which have a stem.
    """

    @property
    def terms(self) -> Terms:
        """The words, sorted."""

    @property
    def stems(self) -> Stems:
        """Which of them have a stem."""


def ranges(step: Step, words: Lexicon) -> Ranges:
    """Return where in sorted words those stand that a step of a query means."""
    found = [span for form in step for span in _ranges(form, words) if span[0] < span[1]]
    if len(found) < 2:
        return found
    found.sort()
    joined: Ranges = []
    for low, high in found:
        if joined and low <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(high, joined[-1][1])
        else:
            joined.append((low, high))
    return joined


@lru_cache(maxsize=256)
def accepts(step: Step) -> Callable[[str], bool]:
    """Return what tells whether a word is one of those that a step means."""
    tests = [_test(form) for form in step]
    if len(tests) == 1:
        return tests[0]
    return lambda word: any(test(word) for test in tests)


@lru_cache(maxsize=256)
def first_letters(step: Step) -> tuple[str, ...] | None:
    """Return letters a to z with one of which begins every word a step means; None if not known."""
    first = tuple({_first_letters(form) for form in step})
    return first if all(letters.isascii() and letters.isalpha() for letters in first) else None


def closest(word: str, lexicons: Iterable[Terms], frequency: Callable[[str], int]) -> str:
    """Return the word most like one that is not there, the more frequent of equals; or ""."""
    reach = 1 if len(word) < 6 else 2
    found = {other: d for terms in lexicons for other, d, _ in _alike(word, reach, terms)}
    return min(((d, -frequency(other), other) for other, d in found.items()), default=(0, 0, ""))[2]


def _ranges(form: Form, words: Lexicon) -> Iterable[tuple[int, int]]:
    terms = words.terms
    match form.how:
        case "exact":
            at = terms.find(form.text)
            return [(at, at + 1)] if at >= 0 else []
        case "stem":
            return [(at, at + 1) for at in words.stems.words(form.text)]
        case "prefix":
            return [terms.beginning(form.text)]
        case "typed":
            others = ((at, at + 1) for at in words.stems.words(form.text))
            return [terms.beginning(form.text), *others]
        case "glob":
            low, some = terms.starting(re.split(r"[*?]", form.text)[0])
            fits = _test(form)
            return [(n, n + 1) for n, word in enumerate(some, low) if fits(word)]
        case _:
            return [(n, n + 1) for _, _, n in _alike(form.text, form.edits, terms)]


def _test(form: Form) -> Callable[[str], bool]:
    text = form.text
    match form.how:
        case "exact":
            return text.__eq__
        case "prefix":
            return lambda word: word.startswith(text)
        case "stem":
            wanted = stem(text)
            return lambda word: stem(word) == wanted
        case "typed":
            wanted = stem(text)
            return lambda word: word.startswith(text) or stem(word) == wanted
        case "glob":
            fits = re.compile(fnmatch.translate(text)).match
            return lambda word: fits(word) is not None
        case _:
            edits = form.edits
            return lambda word: (
                word[:1] == text[:1] and OSA.distance(word, text, score_cutoff=edits) <= edits
            )


def _first_letters(form: Form) -> str:
    match form.how:
        case "exact" | "prefix":
            return form.text
        case "stem" | "typed":
            wanted = stem(form.text)
            return wanted[0] if _apart(wanted) else _shared(wanted)
        case _:
            return ""


def _shared(wanted: str) -> str:
    """Return the letters with which all words of a stem begin, but for `_apart`.

    The stemmer may put another letter last: happy, happi; hoping, hope; possibility, possibl.
    """
    return wanted[:-1] if len(wanted) > 2 and wanted[-1] in "iel" else wanted


def _apart(wanted: str) -> list[str]:
    """Return words of a stem that do not begin as it does: lying, lie; skies, sky."""
    if len(wanted) == 3 and wanted.endswith("ie"):
        return [f"{wanted[0]}ying"]
    return ["skies"] if wanted == "sky" else []


def _alike(word: str, reach: int, terms: Terms) -> list[tuple[str, int, int]]:
    """Return words with few letters left out, put in, changed or swapped, how many, and their number.

    The first letter is the same: slips in it are rare.
    """
    numbers, words = _near(word, terms) if reach == 1 else _all(word[:1], terms)
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=reach, limit=None)
    return [(other, int(edits), numbers[at]) for other, edits, at in found]


def _all(letter: str, terms: Terms) -> tuple[Sequence[int], list[str]]:
    """Return all words with this first letter, and their numbers."""
    low, words = terms.starting(letter)
    return range(low, low + len(words)), words


def _near(word: str, terms: Terms) -> tuple[Sequence[int], list[str]]:
    """Return the words that may be one slip away, and their numbers.

    One slip leaves what stands before a letter as it was, or what stands behind it, even where two
    letters beside each other change places. (Navarro, A guided tour to approximate string matching,
    2001: filters by exact pieces.)
    """
    half = len(word) // 2
    if not word[half + 1 :]:
        return _all(word[:1], terms)
    low, words = terms.starting(word[:half])
    some = dict(enumerate(words, low))
    some.update(terms.ending(word[:1], word[half + 1 :]))
    return [*some], [*some.values()]
