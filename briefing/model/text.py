"""Stretches of a text: extents, spans, sentences, paragraphs, all in characters of the source."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch of one text: `text[start:end] == quote`, offsets in characters."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Extent:
        """Return the extent of `text` from `start` up to `end`."""
        return cls(start, end, text[start:end])

    def within(self, article: int) -> Span:
        """Return the span that this extent is in the article with that id."""
        return Span(article, self.start, self.end, self.quote)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """An extent of an article: the one form all provenance takes."""

    article: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One sentence of a text: `start` up to `end`, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True, order=True)
class Paragraph:
    """One paragraph: its number from 1 as footnotes cite it (0 if wholly hidden), and its place."""

    number: int
    start: int
    end: int


_BREAK = re.compile(r"(?:\r\n|\r|\n)")
_BLOCK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")


def split_paragraphs(text: str, hidden: Iterable[tuple[int, int]] = ()) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text in order, blank lines left out.

    A line is a paragraph, but for hard-wrapped text: a block between blank lines whose lines but
    the last are all 40 to 100 characters long is one paragraph. Where such text has no blank
    lines, a line set in further than its neighbours begins a paragraph.

    Args:
        text: the source text.
        hidden: ranges (start, end) hidden from the reader. A paragraph that lies wholly inside
            them has the number 0, so that numbers count what a reader of the article sees.
    """
    ranges = deque(sorted(hidden))
    paragraphs: list[Paragraph] = []
    number = 0
    for start, end in _blocks(text):
        while ranges and ranges[0][1] <= start:
            ranges.popleft()
        covered = _covered(text, start, end, ranges)
        number += not covered
        paragraphs.append(Paragraph(0 if covered else number, start, end))
    return tuple(paragraphs)


def _blocks(text: str) -> Iterable[tuple[int, int]]:
    for start, end in _pieces(text, _BLOCK, 0, len(text)):
        for lines in _set_in(text, list(_pieces(text, _BREAK, start, end))):
            if _hard_wrapped(lines):
                yield lines[0][0], lines[-1][1]
            else:
                yield from lines


def _set_in(text: str, lines: list[tuple[int, int]]) -> Iterable[list[tuple[int, int]]]:
    """Cut a block of typed text before each line set in further than the one before or after it.

    Typed text stands at the margin, but for the first lines of its paragraphs; a web page kept
    as text is set in to many depths.
    """
    margins = [_margin(text, start) for start, _ in lines]
    widths = [end - start for start, end in lines]
    if 2 * margins.count(0) < len(lines) or max(widths) > 100 or sum(widths) < 40 * len(lines):
        yield lines
        return
    begin = 0
    for place in range(1, len(lines)):
        before, here = margins[place - 1], margins[place]
        after = margins[place + 1] if place + 1 < len(lines) else here
        if here > before or here == before > after:
            yield lines[begin:place]
            begin = place
    yield lines[begin:]


def _margin(text: str, start: int) -> int:
    """How many blanks stand before the line that begins at `start`."""
    blanks = 0
    while start > blanks and text[start - blanks - 1] in " \t":
        blanks += 1
    return blanks


def _pieces(text: str, cut: re.Pattern[str], start: int, end: int) -> Iterable[tuple[int, int]]:
    edges = [start]
    for match in cut.finditer(text, start, end):
        edges += [match.start(), match.end()]
    edges.append(end)
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        piece = text[left:right]
        stripped = piece.strip()
        if stripped:
            begin = left + piece.index(stripped[0])
            yield begin, begin + len(stripped)


def _hard_wrapped(lines: list[tuple[int, int]]) -> bool:
    return len(lines) > 1 and all(40 <= end - start <= 100 for start, end in lines[:-1])


def _covered(text: str, start: int, end: int, ranges: Iterable[tuple[int, int]]) -> bool:
    position = start
    for low, high in ranges:
        if low >= end:
            break
        if high <= position:
            continue
        if low > position and text[position : min(low, end)].strip():
            return False
        position = max(position, high)
        if position >= end:
            return True
    return not text[position:end].strip()
