"""Asking the index: a query text to its hits, counts, and words of advice."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.errors import BadQuery, BriefingError, NotFound
from briefing.model import Article, Hit, SearchResult
from briefing.search.advice import advise
from briefing.search.answering import Answering, words_of
from briefing.search.facets import Facets
from briefing.search.index import Index
from briefing.search.nodes import Node, steps_of, texts
from briefing.search.parsing import Parsed, parse
from briefing.search.passages import ReadArticles, Wanted
from briefing.search.snapshot import Docs, Shown, Snapshot, Tables
from briefing.search.snippets import passage

_GONE = "Some hits are in articles that are no longer in the library; they are left out."


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
            query: as typed.
            limit: number of hits made out in full.
            meeting: id of the meeting to search in, else the whole library.
        """
        began = time.perf_counter()
        try:
            parsed = parse(query)
            with self._index.reading() as (snapshot, _):
                result = self._result(query, parsed, snapshot, limit=limit, meeting=meeting)
        except BadQuery as error:
            result = SearchResult(query=query, message=error.message, suggestion=error.suggestion)
        except BriefingError as error:
            result = SearchResult(query=query, message=str(error))
        return replace(result, seconds=time.perf_counter() - began)

    def _result(
        self, query: str, parsed: Parsed, snapshot: Snapshot, *, limit: int, meeting: int | None
    ) -> SearchResult:
        if parsed.node is None:
            empty = "There is no word in this query to search for." if query.strip() else ""
            return SearchResult(
                query=query, message=parsed.message or empty, suggestion=parsed.suggestion
            )
        everywhere = _told_once(Answering(snapshot).answer(parsed.node), snapshot.tables)
        found = _of_meeting(everywhere, snapshot.tables, meeting)
        message, suggestion = parsed.message, parsed.suggestion
        if not found and not message:
            message, suggestion = "Nothing in this meeting answers this query.", ""
            if not everywhere:
                message, suggestion = advise(query, parsed, snapshot)
        hits, gone = self._hits(parsed.node, _best(found, snapshot.tables, limit), snapshot)
        return SearchResult(
            query=query,
            total=len(found),
            hits=hits,
            counts=tuple(self._facets_of(snapshot.tables).counts(found)),
            message=message or (_GONE if gone else ""),
            suggestion=suggestion,
        )

    def _hits(
        self, node: Node, best: Sequence[tuple[int, float]], snapshot: Snapshot
    ) -> tuple[tuple[Hit, ...], bool]:
        """Return the hits made out in full, and whether one was in an article no longer there."""
        wanted = _wanted(node, snapshot.tables)
        hits = []
        for doc, score in best:
            shown = snapshot.shown(doc)
            try:
                article = self._article_of(shown.article)
            except NotFound:
                continue
            hits.append(self._hit(shown, article, wanted, score))
        return tuple(hits), len(hits) < len(best)

    def _hit(self, shown: Shown, article: Article, wanted: Wanted, score: float) -> Hit:
        seen = passage(self._read.read(article), wanted, shown.spans)
        return Hit(
            kind="ask" if shown.ask else "article",
            article=article.id,
            ask=shown.ask or None,
            title=shown.title or article.headline,
            outlet=article.outlet,
            published=article.published,
            meeting=shown.meeting or None,
            snippet=seen.snippet,
            marks=seen.marks,
            start=seen.start,
            end=seen.end,
            spans=seen.spans,
            score=score,
        )

    def _facets_of(self, tables: Tables) -> Facets:
        with self._guard:
            if self._facets is None or self._facets[0] is not tables:
                self._facets = (tables, Facets(tables))
            return self._facets[1]


def _wanted(node: Node, tables: Tables) -> Wanted:
    return [
        (part, {step: words_of(step, tables.lexicon) for step in steps_of(part)})
        for part in texts(node)
    ]


def _told_once(found: Docs, tables: Tables) -> dict[int, float]:
    """Keep of an ask told in several articles the entry that answers best."""
    kept = dict(found)
    for group in tables.shared:
        told = sorted((doc for doc in group if doc in kept), key=lambda doc: (-kept[doc], doc))
        for doc in told[1:]:
            del kept[doc]
    return kept


def _of_meeting(found: dict[int, float], tables: Tables, meeting: int | None) -> dict[int, float]:
    if meeting is None:
        return found
    here = tables.values["meeting_id"].get(str(meeting), frozenset())
    return {doc: score for doc, score in found.items() if doc in here}


def _best(found: dict[int, float], tables: Tables, limit: int) -> list[tuple[int, float]]:
    """Return the best, of equals the newest, of these the first in the index."""
    date = tables.date
    return heapq.nlargest(
        max(limit, 0), found.items(), key=lambda item: (item[1], date.get(item[0], ""), -item[0])
    )
