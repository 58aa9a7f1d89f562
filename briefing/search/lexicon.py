"""Which words a form of a query means: among the sorted words of a field, and of any one word.

No stems are stored: they are found when asked for. A stem keeps the first letters of its words, so
only the words that begin alike are looked at.
"""

from __future__ import annotations

import fnmatch
import re
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefing.search.analysis import stem, stems
from briefing.search.engine.terms import Terms
from briefing.search.nodes import Form, Step

Ranges = list[tuple[int, int]]
"""Ranges of words: first, and one after the last; in order, apart from each other."""


def ranges(step: Step, terms: Terms) -> Ranges:
    """Return where in sorted words those stand that a step of a query means."""
    if len(step) == 1 and step[0].how in ("exact", "stem"):
        return [*_ranges(step[0], terms)]
    found = sorted(span for form in step for span in _ranges(form, terms) if span[0] < span[1])
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


def _ranges(form: Form, terms: Terms) -> Iterable[tuple[int, int]]:
    match form.how:
        case "exact":
            at = terms.find(form.text)
            return [(at, at + 1)] if at >= 0 else []
        case "stem":
            return _stemmed(form.text, terms)
        case "prefix":
            return [terms.beginning(form.text)]
        case "typed":
            return [terms.beginning(form.text), *_stemmed(form.text, terms)]
        case "glob":
            low, words = terms.starting(re.split(r"[*?]", form.text)[0])
            fits = _test(form)
            return [(n, n + 1) for n, word in enumerate(words, low) if fits(word)]
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


class _Family:
    """The words of a stem among those seen so far: fields and segments mostly have the same words."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._guard = threading.Lock()
        self._seen: set[str] = set()
        self._found: frozenset[str] = frozenset()

    def among(self, words: Sequence[str]) -> frozenset[str]:
        """Return the words of the stem that these and those seen before have."""
        with self._guard:
            fresh = [*(set(words) - self._seen)]
            if fresh:
                pairs = zip(fresh, stems(fresh), strict=True)
                more = {word for word, each in pairs if each == self._wanted and word.isascii()}
                self._found |= more
                self._seen.update(fresh)
            return self._found


@lru_cache(maxsize=16)
def _family(wanted: str) -> _Family:
    return _Family(wanted)


def _stemmed(word: str, terms: Terms) -> list[tuple[int, int]]:
    wanted = stem(word)
    if len(wanted) < 3 or not wanted.isalpha():
        # So little keeps no ending but these, and thousands of words begin with it.
        endings = ("", "s", "ed", "edly", "ing", "ingly")
        doubled = (f"{wanted}{wanted[-1]}{ending}" for ending in endings[2:])
        words = [word, *(wanted + ending for ending in endings), *doubled]
        places = {terms.find(other) for other in words if stem(other) == wanted}
        return [(at, at + 1) for at in sorted(places) if at >= 0]
    low, words = terms.starting(_shared(wanted))
    kept = []
    for other in _family(wanted).among(words):
        at = bisect_left(words, other)
        if at < len(words) and words[at] == other:
            kept.append(low + at)
    kept.sort()
    apart = _apart(wanted)
    if apart:
        kept = sorted({*kept, *(at for other in apart if (at := terms.find(other)) >= 0)})
    return [(n, n + 1) for n in kept]


def _alike(word: str, reach: int, terms: Terms) -> list[tuple[str, int, int]]:
    """Return words with few letters left out, put in, changed or swapped, how many, and their number.

    The first letter is the same: slips in it are rare.
    """
    low, words = terms.starting(word[:1])
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=reach, limit=None)
    return [(other, int(edits), low + at) for other, edits, at in found]
