"""Where the hits of a query stand in an article, and the sentences shown of it.

The index holds no text: an article's words are read again, all of them however long it is, and
kept for the next keystroke.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate

import numpy as np

from briefing.model import Page
from briefing.search.adjacency import places
from briefing.search.engine.arrays import Array
from briefing.search.engine.chunks import (
    Chunk,
    bridged,
    covered,
    cut,
    plain,
    read,
    starts_of,
)
from briefing.search.lexicon import accepts, first_letters
from briefing.search.nodes import Near, Run, Step

Stretch = tuple[int, int]
"""Start and end in characters of the source text."""

Wanted = Sequence[Run | Near]
"""The texts a query looks for."""

_DOTTED = re.compile(r"\.[a-z]")
_ACCENTED = re.compile("[^\x00-\x7f‘’“”–—…]")
_BLANK = re.compile(r"\s")
_KEPT = 200_000  # chunks remembered


class Chunks:
    """What was found out of chunks, for the articles that have them too; safe from several threads."""

    def __init__(self) -> None:
        self.sizes = _Sizes()
        self._meant: dict[Step, _Meant] = {}

    def meant(self, step: Step) -> _Meant:
        """Return what tells which words of a chunk a step of a query means."""
        found = self._meant.get(step)
        if found is None or len(found) > _KEPT:
            if len(self._meant) >= 16:
                self._meant.clear()
            found = self._meant[step] = _Meant(step)
        return found


class _Sizes(dict[Chunk, int]):
    """How many positions a chunk takes."""

    def __missing__(self, chunk: Chunk) -> int:
        if len(self) > _KEPT:
            self.clear()
        size = self[chunk] = 1 if isinstance(chunk, str) and plain(chunk) else read(chunk)[1]
        return size


class _Meant(dict[Chunk, tuple[tuple[int, int, int], ...]]):
    """By chunk, the words in it that a step means: position, start and end of each, in order.

    Of several words at one position the main one comes first; it is marked, and so whole.
    """

    def __init__(self, step: Step) -> None:
        self._accepts = accepts(step)

    def __missing__(self, chunk: Chunk) -> tuple[tuple[int, int, int], ...]:
        tokens, _ = read(chunk)
        main = {token.position: token for token in reversed(tokens)}
        places = sorted({token.position for token in tokens if self._accepts(token.term)})
        found = self[chunk] = tuple((at, main[at].start, main[at].end) for at in places)
        return found


class ReadArticle:
    """The words of one article with their places, found as they are asked for."""

    def __init__(self, page: Page, chunks: Chunks) -> None:
        self.page = page
        self._known = chunks
        self._whole = bridged(page.text)
        self._last: tuple[Wanted, list[tuple[int, int, int]]] = ((), [])

    def hits(self, wanted: Wanted) -> list[tuple[int, int, int]]:
        """Return the hits in order: start, end, and the number of the text of the query they answer.

        Those of the last query are kept: each ask found in an article wants them again.
        """
        last, hits = self._last
        if last != wanted:
            hits = self._hits(wanted)
            self._last = wanted, hits
        return hits

    def _hits(self, wanted: Wanted) -> list[tuple[int, int, int]]:
        found: set[tuple[int, int, int]] = set()
        for number, part in enumerate(wanted):
            if not _asks_body(part):
                continue
            if isinstance(part, Run) and len(part.steps) == 1:
                found.update((start, end, number) for start, end in self._alone(part.steps[0]))
                continue
            stretches: dict[int, Stretch] = {}
            for first, last in places(part, partial(self._positions, stretches)):
                found.add((stretches[first][0], stretches[last][1], number))
        return sorted(found)

    def _alone(self, step: Step) -> list[Stretch]:
        """Return each word that a step means. Where it stands among the others does not matter."""
        meant, text = self._known.meant(step), self._whole
        hidden = sorted(self.page.hidden)
        reach = list(accumulate((each.end for each in hidden), max))
        found = []
        for start, end in self._stretches(step):
            chunk: Chunk = text[start:end]
            if hidden:
                chunk = covered(chunk, start, hidden[bisect_right(reach, start) :])
            for _, low, high in meant[chunk]:
                found.append((start + low, start + high))
        return found

    def _stretches(self, step: Step) -> Iterable[Stretch]:
        """Return where those chunks stand that may have a word that a step means."""
        first = first_letters(step)
        if first is None or len(self._low) != len(self._whole):
            starts = self._starts.tolist()
            return [(at, at + len(chunk)) for at, chunk in zip(starts, self._plain, strict=True)]
        if len(first) == 1 and not self._odd:
            return self._with(first[0])
        found = {chunk for letters in first for chunk in self._with(letters)}
        found.update(map(self._around, self._odd))
        return found

    def _with(self, letters: str) -> list[Stretch]:
        found = []
        find, around = self._low.find, self._around
        at = find(letters)
        while at >= 0:
            chunk = around(at)
            found.append(chunk)
            at = find(letters, chunk[1])
        return found

    def _around(self, at: int) -> Stretch:
        """Return where the chunk begins and ends that has the character at a place."""
        text = self._whole
        blank = _BLANK.search(text, at)
        end = blank.start() if blank else len(text)
        while at and not text[at - 1].isspace():
            at -= 1
        return at, end

    def _positions(self, stretches: dict[int, Stretch], step: Step) -> list[int]:
        meant = self._known.meant(step)
        starts, firsts = self._starts, self._positions_of_chunks
        found: dict[int, Stretch] = {}
        for at in self._about(step):
            for position, low, high in meant[self._chunks[at]]:
                start = int(starts[at])
                found[firsts[at] + position] = start + low, start + high
        stretches.update(found)
        return list(found)

    def _about(self, step: Step) -> Iterable[int]:
        """Return the chunks that may have a word that a step means, found by its first letters."""
        first = first_letters(step)
        if first is None or len(self._low) != len(self.page.text):
            return range(len(self._chunks))
        places = [at for letters in first for at, _ in self._with(letters)] + self._odd
        return sorted(set((np.searchsorted(self._starts, places, "right") - 1).tolist()))

    @cached_property
    def _odd(self) -> list[int]:
        """Where letters stand that may be read as others: with dots between them, or accents."""
        found = [match.start() for match in _DOTTED.finditer(self._low)]
        if not self._low.isascii():
            found += [m.start() for m in _ACCENTED.finditer(self._low) if not m[0].isspace()]
        return found

    @cached_property
    def _low(self) -> str:
        return self._whole.lower()

    @cached_property
    def _plain(self) -> list[str]:
        return self._whole.split()

    @cached_property
    def _chunks(self) -> Sequence[Chunk]:
        return cut(self._whole, self.page.hidden)

    @cached_property
    def _starts(self) -> Array:
        return starts_of(self._whole)

    @cached_property
    def _positions_of_chunks(self) -> list[int]:
        return [0, *accumulate(map(self._known.sizes.__getitem__, self._chunks))]


class ReadArticles:
    """Articles read of late; safe from several threads.

    Args:
        most: how many are kept; 400 news articles are some 30 MB.
    """

    def __init__(self, most: int = 400) -> None:
        self._most = most
        self._kept: OrderedDict[int, ReadArticle] = OrderedDict()
        self._guard = threading.Lock()
        self._chunks = Chunks()

    def read(self, page: Page) -> ReadArticle:
        """Return an article with its words, read again only if its text or its hidden ranges differ."""
        with self._guard:
            known = self._kept.get(page.id)
        if known and known.page.text == page.text and known.page.hidden == page.hidden:
            known.page = page
            return known
        fresh = ReadArticle(page, self._chunks)
        with self._guard:
            self._kept[page.id] = fresh
            self._kept.move_to_end(page.id)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return fresh


@dataclass(frozen=True, slots=True)
class Passage:
    """What is shown of an article: see `Hit` for the fields."""

    snippet: str
    marks: tuple[Stretch, ...]
    start: int
    end: int
    spans: tuple[Stretch, ...]


def _asks_body(part: Run | Near) -> bool:
    return part.field in ("", "body") if isinstance(part, Run) else _asks_body(part.left)
