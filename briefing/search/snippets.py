"""The sentences of an article that show a hit, with the marks in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from briefing.model import Page, split_paragraphs
from briefing.search.passages import Passage, ReadArticle, Stretch, Wanted

_SENTENCES = 2
_LONGEST = 300  # characters shown of one sentence
_BEFORE = 80  # characters kept before the first hit of a sentence that is cut
_GAP = " … "
_BEGIN = itemgetter(0)
_BLANK = re.compile(r"\s")


def passage(read: ReadArticle, wanted: Wanted, within: Sequence[Stretch] = ()) -> Passage:
    """Return what to show of an article.

    Args:
        read: the article.
        wanted: what the query looks for.
        within: the sentences of an ask, best first: only they are shown then, and hits outside them
            do not count.
    """
    hits = read.hits(wanted)
    if within:
        hits = [h for h in hits if any(start <= h[0] and h[1] <= end for start, end in within)]
    spans = tuple(_merged([(start, end) for start, end, _ in hits]))
    shown = list(within[:1]) if within else _telling(read.page, hits)
    if within and hits:
        shown = [next(s for s in within if s[0] <= hits[0][0] < s[1])]
    snippet, marks = _cut(read.page.text, shown, spans)
    first = shown[0] if shown else (0, 0)
    return Passage(snippet, marks, *first, spans)


def sentences(page: Page) -> Sequence[Sequence[int]]:
    """Return the sentences the reader sees, or its paragraphs where none have been found yet."""
    cut = page.sentences
    if not cut:
        hidden = [(h.start, h.end) for h in page.hidden]
        cut = [(p.start, p.end) for p in split_paragraphs(page.text, hidden)]
    if not page.hidden:
        return cut
    hiding = sorted((h.start, h.end) for h in page.hidden)
    reach = list(accumulate((end for _, end in hiding), max))
    begun = (bisect_right(hiding, each[0], key=_BEGIN) for each in cut)
    return [s for s, count in zip(cut, begun, strict=True) if not count or reach[count - 1] < s[1]]


def _telling(page: Page, hits: list[tuple[int, int, int]]) -> list[Stretch]:
    """Return the sentences that answer most of the query, in order of the text; else the first."""
    cut = sentences(page)
    answered: dict[int, set[int]] = {}
    for start, _, number in hits:
        at = bisect_right(cut, start, key=_BEGIN) - 1
        if at >= 0 and start < cut[at][1]:
            answered.setdefault(at, set()).add(number)
    if not answered:
        return [(begin, end) for begin, end, *_ in hits[:1] or cut[:1]]
    best: list[int] = []
    told: set[int] = set()
    while answered and len(best) < _SENTENCES:
        at = max(answered, key=lambda at: (len(answered[at] - told), len(answered[at]), -at))
        told |= answered.pop(at)
        best.append(at)
    return [(cut[at][0], cut[at][1]) for at in sorted(best)]


def _cut(
    text: str, shown: Sequence[Stretch], spans: Sequence[Stretch]
) -> tuple[str, tuple[Stretch, ...]]:
    snippet, marks = "", []
    last = -1
    for start, end in shown:
        low, high = _window(text, start, end, spans)
        if snippet:
            snippet += " " if low == start and not text[last:low].strip() else _GAP
        elif low > start:
            snippet = "…"
        offset = len(snippet) - low
        # Blanks are put in place of line breaks one to one, so that offsets stay.
        snippet += _BLANK.sub(" ", text[low:high])
        marks += [
            (max(a, low) + offset, min(b, high) + offset) for a, b in spans if a < high and low < b
        ]
        if high < end:
            snippet += "…"
        last = high
    return snippet, tuple(marks)


def _window(text: str, start: int, end: int, spans: Sequence[Stretch]) -> Stretch:
    """Return the part of a sentence to show: all of it, or of a long one that around its first hit."""
    if end - start <= _LONGEST:
        return start, end
    hit = next((a for a, b in spans if start <= a < end), start)
    low = max(start, hit - _BEFORE)
    if low > start:
        blank = text.find(" ", low, hit)
        low = blank + 1 if blank >= 0 else low
    high = min(end, low + _LONGEST)
    if high < end:
        blank = text.rfind(" ", hit, high)
        high = blank if blank > hit else high
    return low, high


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    """Return stretches in order, overlapping ones as one."""
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
