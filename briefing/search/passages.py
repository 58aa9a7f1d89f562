"""Where the hits of a query stand in an article, and the sentences shown of it.

The index holds no text: an article's words are read again, all of them however long it is, and
kept for the next keystroke.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate

from briefing.model import Article
from briefing.search.adjacency import places
from briefing.search.engine.arrays import Array
from briefing.search.engine.chunks import Chunk, bridged, cut, read, starts_of
from briefing.search.lexicon import accepts
from briefing.search.nodes import Near, Run, Step

Stretch = tuple[int, int]
"""Start and end in characters of the source text."""

Wanted = Sequence[Run | Near]
"""The texts a query looks for."""

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
        size = self[chunk] = read(chunk)[1]
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
        self._chunks = cut(article.text, article.hidden)

    def hits(self, wanted: Wanted) -> list[tuple[int, int, int]]:
        """Return the hits in order: start, end, and the number of the text of the query they answer."""
        found: set[tuple[int, int, int]] = set()
        for number, part in enumerate(wanted):
            if not _asks_body(part):
                continue
            if isinstance(part, Run) and len(part.steps) == 1:
                found.update(
                    (start, end, number) for _, start, end in self._standing(part.steps[0])
                )
                continue
            stretches: dict[int, Stretch] = {}
            for first, last in places(part, partial(self._positions, stretches)):
                found.add((stretches[first][0], stretches[last][1], number))
        return sorted(found)

    def _positions(self, stretches: dict[int, Stretch], step: Step) -> list[int]:
        found = self._standing(step)
        stretches.update((position, (start, end)) for position, start, end in found)
        return [position for position, _, _ in found]

    def _standing(self, step: Step) -> list[tuple[int, int, int]]:
        """Return position, start and end of each word that a step means, in order.

        Of several words at one position the main one comes first; it is marked, and so whole.
        """
        has, accepted = self._known.having(step), accepts(step)
        found = []
        for at in [at for at, chunk in enumerate(self._chunks) if has[chunk]]:
            tokens, _ = read(self._chunks[at])
            start, first = int(self._starts[at]), self._positions_of_chunks[at]
            meant = {token.position for token in tokens if accepted(token.term)}
            main = {token.position: token for token in reversed(tokens)}
            found += [
                (first + position, start + main[position].start, start + main[position].end)
                for position in sorted(meant)
            ]
        return found

    @cached_property
    def _starts(self) -> Array:
        return starts_of(bridged(self.article.text))

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


def _asks_body(part: Run | Near) -> bool:
    return part.field in ("", "body") if isinstance(part, Run) else _asks_body(part.left)
