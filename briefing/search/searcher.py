"""Asking the index: a query text to its hits, counts, and words of advice."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable, Sequence

from briefing.errors import BadQuery, BriefingError, NotFound
from briefing.model import Article, Hit, SearchResult
from briefing.search.advice import advise
from briefing.search.answering import Answering, words_of
from briefing.search.facets import Facets
from briefing.search.index import Index
from briefing.search.nodes import Near, Node, Run, texts
from briefing.search.parsing import Parsed, parse
from briefing.search.passages import ReadArticles, Wanted
from briefing.search.snapshot import Docs, Shown, Snapshot, Tables
from briefing.search.snippets import passage


class Searcher:
    """Answers queries; safe from several threads.

    Args:
        index: the index to ask.
        article_of: returns an article by its id, or raises NotFound; called in the thread that searches.
    """

    def __init__(self, index: Index, article_of: Callable[[int], Article]) -> None:
        self._index = index
        self._article_of = article_of
        self._read = ReadArticles()
        self._guard = threading.Lock()
        self._facets: tuple[Tables, Facets] | None = None

    def search(self, query: str, *, limit: int = 50, meeting: int | None = None) -> SearchResult:
        """Return the best hits of a query, best first, and counts over all of them.

        A query that cannot be understood, and an index that is not there, come back as the message.

        Args:
            query: as typed. limit: number of hits made out in full. meeting: only what is of it.
        """
        began = time.perf_counter()
        try:
            parsed = parse(query)
            with self._index.reading() as (snapshot, _):
                result = self._answer(query, parsed, snapshot, limit=limit, meeting=meeting)
        except BadQuery as error:
            result = {"message": error.message, "suggestion": error.suggestion}
        except BriefingError as error:
            result = {"message": str(error)}
        return SearchResult(query=query, seconds=time.perf_counter() - began, **result)  # type: ignore[arg-type]
