"""Where the hits of a query stand in an article, and the sentences shown of it.

The index holds no text: an article's words are read again, all of them however long it is, and
kept for the next keystroke.
"""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from briefing.model import Article
from briefing.search.adjacency import places
from briefing.search.entries import visible_tokens
from briefing.search.nodes import Near, Run, Step

Stretch = tuple[int, int]
"""Start and end in characters of the source text."""

Wanted = Sequence[tuple[Run | Near, dict[Step, frozenset[str]]]]
"""The texts a query looks for, with the words that may stand for each of their steps."""


class ReadArticle:
    """The words of one article with their places."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._at: dict[str, list[int]] = {}  # positions by word
        found = visible_tokens(article)
        size = found[-1].position + 1 if found else 0
        self._starts, self._ends = array("Q", bytes(8 * size)), array("Q", bytes(8 * size))
        for term, start, end, position in reversed(found):
            self._at.setdefault(term, []).append(position)
            # The main word of a position comes first and spans its parts, so it has the last say.
            self._starts[position], self._ends[position] = start, end
        for positions in self._at.values():
            positions.reverse()

    def hits(self, wanted: Wanted) -> list[tuple[int, int, int]]:
        """Return the hits in order: start, end, and the number of the text of the query they answer."""
        found = set()
        for number, (part, words) in enumerate(wanted):
            if _asks_body(part):
                for first, last in places(part, partial(self._positions, words)):
                    found.add((self._starts[first], self._ends[last], number))
        return sorted(found)

    def _positions(self, words_by_step: Mapping[Step, frozenset[str]], step: Step) -> list[int]:
        words = words_by_step[step]
        if len(words) < len(self._at):
            lists = [self._at[word] for word in words if word in self._at]
        else:
            lists = [at for word, at in self._at.items() if word in words]
        return lists[0] if len(lists) == 1 else sorted({at for each in lists for at in each})


class ReadArticles:
    """Articles read of late; safe from several threads.

    Args:
        most: how many are kept; 400 news articles are some 30 MB.
    """

    def __init__(self, most: int = 400) -> None:
        self._most = most
        self._kept: OrderedDict[int, ReadArticle] = OrderedDict()
        self._guard = threading.Lock()

    def read(self, article: Article) -> ReadArticle:
        """Return an article with its words, read again only if its text or its hidden ranges differ."""
        with self._guard:
            known = self._kept.get(article.id)
        if known and known.article.text == article.text and known.article.hidden == article.hidden:
            known.article = article
            return known
        fresh = ReadArticle(article)
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
