"""Asking the index: a query text to its hits, counts, and words of advice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.errors import BadQuery, BriefingError
from briefing.model import Page, Searchable, SearchResult
from briefing.search.index import Index
from briefing.search.parsing import Parsed, parse
from briefing.search.readers import NotReady

if TYPE_CHECKING:
    from briefing.search.asking import Asking, Wish

PagesOf = Callable[[Sequence[int]], Mapping[int, Page]]


class Searcher:
    """Answers queries; safe from several threads.

    Args:
        index: the index to ask.
        pages_of: returns articles by their ids, those that are gone left out; called in the thread that
            searches.
        meanwhile: returns the newest articles whose title or text has each of some letters: what is
            searched while there is no index. Without it only the message says that there is none.
    """

    def __init__(
        self,
        index: Index,
        pages_of: PagesOf,
        meanwhile: Callable[[Sequence[str]], Sequence[Searchable]] | None = None,
    ) -> None:
        self._index = index
        self._pages_of = pages_of
        self._meanwhile = meanwhile
        self._guard = threading.Lock()
        self._asking: Asking | None = None

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        meeting: int | None = None,
        newest: bool = False,
        counted: bool = True,
    ) -> SearchResult:
        """Return the first hits of a query, the best before others, and counts over all of them.

        A query that cannot be understood, and an index that is not there, come back as the message.

        Args:
            query: as typed.
            limit: number of hits made out in full.
            meeting: id of the meeting to search in, else the whole library.
            newest: whether the newest come first; `sort:date` in the query says the same.
            counted: whether the hits are counted by facet, too.
        """
        began = time.perf_counter()
        try:
            parsed = parse(query)
            from briefing.search.asking import Wish

            wish = Wish(
                limit=limit, meeting=meeting, newest=newest or parsed.newest, counted=counted
            )
            try:
                with self._index.reading() as (snapshot, _):
                    result = self._opened().result(query, parsed, snapshot, wish)
            except NotReady as error:
                result = self._without_index(query, parsed, wish, error)
        except BadQuery as error:
            suggestion = self._worth_a_click(error.suggestion, meeting)
            result = SearchResult(query=query, message=error.message, suggestion=suggestion)
        except BriefingError as error:
            result = SearchResult(query=query, message=str(error))
        return replace(result, seconds=time.perf_counter() - began)

    def _worth_a_click(self, suggestion: str, meeting: int | None) -> str:
        """Return a suggestion if it finds something, "" where there is no index to tell."""
        try:
            with self._index.reading() as (snapshot, _):
                return self._opened().worth_a_click(suggestion, snapshot, meeting)
        except BriefingError:
            return ""

    def _without_index(
        self, query: str, parsed: Parsed, wish: Wish, error: NotReady
    ) -> SearchResult:
        """Answer from the articles themselves, as far as that goes at once."""
        from briefing.search.makeshift import letters_of, snapshot_of

        if self._meanwhile is None or parsed.node is None:
            raise error
        articles = self._meanwhile(letters_of(parsed.node))
        result = self._opened().result(query, parsed, snapshot_of(articles), wish)
        about = f"the newest {len(articles)} articles that may answer were searched instead"
        return replace(result, message=f"{error} Meanwhile {about}.", suggestion="")

    def _opened(self) -> Asking:
        from briefing.search.asking import Asking

        with self._guard:
            if self._asking is None:
                self._asking = Asking(self._pages_of)
            return self._asking
