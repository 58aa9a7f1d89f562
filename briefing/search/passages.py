"""Where the hits of a query stand in an article, and the sentences shown of it.

The index holds no text: an article's words are read again, all of them however long it is, and
kept for the next keystroke.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate

import numpy as np

from briefing.model import Article
from briefing.search.adjacency import places
from briefing.search.engine.arrays import Array
from briefing.search.engine.chunks import Chunk, bridged, cut, plain, read, starts_of
from briefing.search.lexicon import accepts, first_letters
from briefing.search.nodes import Near, Run, Step

Stretch = tuple[int, int]
"""Start and end in characters of the source text."""

Wanted = Sequence[Run | Near]
"""The texts a query looks for."""

_DOTTED = re.compile(r"\.[a-z]")
_ACCENTED = re.compile("[^\x00-\x7f‘’“”–—…]")
_KEPT = 200_000  # chunks remembered


class Chunks:
    """What was found out of chunks, for the articles that have them too; safe from several threads."""

    def __init__(self) -> None:
        self.sizes = _Sizes()
        self._having: dict[Step, _Having] = {}

    def having(self, step: Step) -> _Having:
        """Return what tells of a chunk whether it has a word that a step of a query means."""
        found = self._having.get(step)
        if found is None or len(found) > _KEPT:
            if len(self._having) >= 16:
                self._having.clear()
            found = self._having[step] = _Having(step)
        return found


class _Sizes(dict[Chunk, int]):
    """How many positions a chunk takes."""

    def __missing__(self, chunk: Chunk) -> int:
        if len(self) > _KEPT:
            self.clear()
        size = self[chunk] = 1 if isinstance(chunk, str) and plain(chunk) else read(chunk)[1]
        return size


class _Having(dict[Chunk, bool]):
    """Whether a chunk has a word that a step means."""

    def __init__(self, step: Step) -> None:
        self._accepts = accepts(step)

    def __missing__(self, chunk: Chunk) -> bool:
        found = self[chunk] = any(self._accepts(token.term) for token in read(chunk)[0])
        return found


class ReadArticle:
    """The words of one article with their places, found as they are asked for."""

    def __init__(self, article: Article, chunks: Chunks) -> None:
        self.article = article
        self._known = chunks
        self._whole = bridged(article.text)
        self._chunks = cut(self._whole, article.hidden)

    def hits(self, wanted: Wanted) -> list[tuple[int, int, int]]:
        """Return the hits in order: start, end, and the number of the text of the query they answer."""
        found: set[tuple[int, int, int]] = set()
        for number, part in enumerate(wanted):
            if not _asks_body(part):
                continue
            if isinstance(part, Run) and len(part.steps) == 1:
                words = self._words(part.steps[0])
                found.update((start, end, number) for _, _, (start, end) in words)
                continue
            stretches: dict[int, Stretch] = {}
            for first, last in places(part, partial(self._positions, stretches)):
                found.add((stretches[first][0], stretches[last][1], number))
        return sorted(found)

    def _positions(self, stretches: dict[int, Stretch], step: Step) -> list[int]:
        found = {
            self._positions_of_chunks[at] + position: stretch
            for at, position, stretch in self._words(step)
        }
        stretches.update(found)
        return list(found)

    def _words(self, step: Step) -> list[tuple[int, int, Stretch]]:
        """Return, in order, each word that a step means: its chunk, its position there, its stretch.

        Of several words at one position the main one comes first; it is marked, and so whole.
        """
        has, accepted = self._known.having(step), accepts(step)
        found = []
        for at in self._about(step):
            if not has[self._chunks[at]]:
                continue
            tokens, _ = read(self._chunks[at])
            start = int(self._starts[at])
            meant = {token.position for token in tokens if accepted(token.term)}
            main = {token.position: token for token in reversed(tokens)}
            found += [
                (at, position, (start + main[position].start, start + main[position].end))
                for position in sorted(meant)
            ]
        return found

    def _about(self, step: Step) -> Iterable[int]:
        """Return the chunks that may have a word that a step means, found by its first letters."""
        first = first_letters(step)
        if first is None or len(self._low) != len(self.article.text):
            return range(len(self._chunks))
        places = [at for letters in first for at in _all_of(letters, self._low)] + self._odd
        return sorted(set((np.searchsorted(self._starts, places, "right") - 1).tolist()))

    @cached_property
    def _odd(self) -> list[int]:
        """Where letters stand that may be read as others: with dots between them, or accents."""
        found = [match.start() for match in _DOTTED.finditer(self._low)]
        if not self._low.isascii():
            found += [match.start() for match in _ACCENTED.finditer(self._low)]
        return found

    @cached_property
    def _low(self) -> str:
        return self._whole.lower()

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

    def read(self, article: Article) -> ReadArticle:
        """Return an article with its words, read again only if its text or its hidden ranges differ."""
        with self._guard:
            known = self._kept.get(article.id)
        if known and known.article.text == article.text and known.article.hidden == article.hidden:
            known.article = article
            return known
        fresh = ReadArticle(article, self._chunks)
        with self._guard:
            self._kept[article.id] = fresh
            self._kept.move_to_end(article.id)
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


def _all_of(letters: str, text: str) -> Iterator[int]:
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)


def _asks_body(part: Run | Near) -> bool:
    return part.field in ("", "body") if isinstance(part, Run) else _asks_body(part.left)
