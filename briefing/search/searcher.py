"""Asking the index: a query text to its hits, counts, and words of advice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.errors import BadQuery, BriefingError
from briefing.model import Article, SearchResult
from briefing.search.index import Index
from briefing.search.parsing import parse

if TYPE_CHECKING:
    from briefing.search.asking import Asking


class Searcher:
    """Answers queries; safe from several threads.

    Args:
        index: the index to ask.
        article_of: returns an article by its id, or raises NotFound; called in the thread that searches.
    """

    def __init__(self, index: Index, article_of: Callable[[int], Article]) -> None:
        self._index = index
        self._article_of = article_of
        self._guard = threading.Lock()
        self._asking: Asking | None = None

    def search(
        self, query: str, *, limit: int = 50, meeting: int | None = None, newest: bool = False
    ) -> SearchResult:
        """Return the first hits of a query, the best before others, and counts over all of them.

        A query that cannot be understood, and an index that is not there, come back as the message.

        Args:
            query: as typed.
            limit: number of hits made out in full.
            meeting: id of the meeting to search in, else the whole library.
            newest: whether the newest come first; `sort:date` in the query says the same.
        """
        began = time.perf_counter()
        try:
            parsed = parse(query)
            with self._index.reading() as (snapshot, _):
                from briefing.search.asking import Wish

                wish = Wish(limit=limit, meeting=meeting, newest=newest or parsed.newest)
                result = self._opened().result(query, parsed, snapshot, wish)
        except BadQuery as error:
            result = SearchResult(query=query, message=error.message, suggestion=error.suggestion)
        except BriefingError as error:
            result = SearchResult(query=query, message=str(error))
        return replace(result, seconds=time.perf_counter() - began)

    def _opened(self) -> Asking:
        from briefing.search.asking import Asking

        with self._guard:
            if self._asking is None:
                self._asking = Asking(self._article_of)
            return self._asking
