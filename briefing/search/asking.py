"""What a query finds in one snapshot: its hits, counts, and words of advice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from briefing.errors import NotFound
from briefing.model import Article, Hit, SearchResult
from briefing.search.advice import advise
from briefing.search.answering import Answering
from briefing.search.engine.arrays import Array
from briefing.search.facets import counts
from briefing.search.nodes import texts
from briefing.search.parsing import Parsed
from briefing.search.passages import ReadArticles, Wanted
from briefing.search.querying import as_whoosh
from briefing.search.ranking import best
from briefing.search.snapshot import Scored, Shown, Snapshot
from briefing.search.snippets import passage

_GONE = "Some hits are in articles that are no longer in the library; they are left out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How an answer is wanted.

    Attributes:
        limit: number of hits made out in full. meeting: id of the meeting to search in, or None.
        newest: whether the newest hit comes first, not the best.
    """

    limit: int = 50
    meeting: int | None = None
    newest: bool = False


class Asking:
    """Makes out what is shown of an answer.

    Args:
        article_of: returns an article by its id, or raises NotFound.
    """

    def __init__(self, article_of: Callable[[int], Article]) -> None:
        self._article_of = article_of
        self._read = ReadArticles()

    def result(self, query: str, parsed: Parsed, snapshot: Snapshot, wish: Wish) -> SearchResult:
        """Return the answer to a query that has been read."""
        if parsed.node is None:
            empty = "There is no word in this query to search for." if query.strip() else ""
            return SearchResult(
                query=query, message=parsed.message or empty, suggestion=parsed.suggestion
            )
        everywhere = _told_once(Answering(snapshot).answer(as_whoosh(parsed.node)), snapshot)
        found = _of_meeting(everywhere, snapshot, wish.meeting)
        message, suggestion = parsed.message, parsed.suggestion
        if not len(found.docs) and not message:
            message, suggestion = "Nothing in this meeting answers this query.", ""
            if not len(everywhere.docs):
                message, suggestion = advise(query, parsed, snapshot)
        hits, gone = self._hits([*texts(parsed.node)], ranked(found, snapshot, wish), snapshot)
        return SearchResult(
            query=query,
            total=len(found.docs),
            hits=hits,
            counts=tuple(counts(snapshot, found.docs)),
            message=message or (_GONE if gone else ""),
            suggestion=suggestion,
        )

    def _hits(
        self, wanted: Wanted, first: list[tuple[int, float]], snapshot: Snapshot
    ) -> tuple[tuple[Hit, ...], bool]:
        """Return the hits made out in full, and whether one was in an article no longer there."""
        hits = []
        for doc, score in first:
            shown = snapshot.shown(doc)
            try:
                article = self._article_of(shown.article)
            except NotFound:
                continue
            hits.append(self._hit(shown, article, wanted, score))
        return tuple(hits), len(hits) < len(first)

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


def ranked(found: Scored, snapshot: Snapshot, wish: Wish) -> list[tuple[int, float]]:
    """Return the first entries of an answer and their scores, in the order wished for."""
    first = best(found.scores, snapshot.days(found.docs), wish.limit, newest=wish.newest)
    return list(zip(found.docs[first].tolist(), found.scores[first].tolist(), strict=True))


def _told_once(found: Scored, snapshot: Snapshot) -> Scored:
    """Keep of an ask told in several articles the entry that answers best."""
    several = np.flatnonzero(snapshot.shared_asks[found.docs])
    if not len(several):
        return found
    asks = snapshot.asks(found.docs[several])
    order = np.lexsort((several, -found.scores[several], asks))
    again = np.zeros(len(order), bool)
    again[1:] = asks[order][1:] == asks[order][:-1]
    kept = np.ones(len(found.docs), bool)
    kept[several[order[again]]] = False
    return _part(found, kept)


def _of_meeting(found: Scored, snapshot: Snapshot, meeting: int | None) -> Scored:
    if meeting is None:
        return found
    here = np.zeros(snapshot.size, bool)
    for segment, base in zip(snapshot.segments, snapshot.bases, strict=True):
        here[segment.file.categories("meeting_id").docs(str(meeting)) + base] = True
    return _part(found, here[found.docs])


def _part(found: Scored, kept: Array) -> Scored:
    return Scored(found.docs[kept], found.scores[kept])
