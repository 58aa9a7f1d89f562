"""What a query finds in one snapshot: its hits, counts, and words of advice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.model import Hit, Page, SearchResult
from briefing.phrase import phrase
from briefing.search.advice import advise, worth_a_click
from briefing.search.answer import Answer
from briefing.search.answering import Answering
from briefing.search.facets import counts
from briefing.search.nodes import Node, texts
from briefing.search.parsing import Parsed
from briefing.search.passages import ReadArticles, Wanted
from briefing.search.querying import as_whoosh
from briefing.search.snapshot import Shown, Snapshot
from briefing.search.snippets import passage

_GONE = phrase("Some hits are in articles that are no longer in the library; they are left out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How an answer is wanted.

    Attributes:
        limit: number of hits made out in full. meeting: id of the meeting to search in, or None.
        newest: whether the newest hit comes first, not the best.
        counted: whether the hits are counted by facet.
    """

    limit: int = 50
    meeting: int | None = None
    newest: bool = False
    counted: bool = True


class Asking:
    """Makes out what is shown of an answer.

    Args:
        pages_of: returns articles by their ids, those that are gone left out.
    """

    def __init__(self, pages_of: Callable[[Sequence[int]], Mapping[int, Page]]) -> None:
        self._pages_of = pages_of
        self._read = ReadArticles()

    def result(self, query: str, parsed: Parsed, snapshot: Snapshot, wish: Wish) -> SearchResult:
        """Return the answer to a query that has been read."""
        if parsed.node is None:
            empty = phrase("There is no word in this query to search for.") if query.strip() else ""
            return SearchResult(
                query=query, message=parsed.message or empty, suggestion=parsed.suggestion
            )
        everywhere = _told_once(Answering(snapshot).answer(as_whoosh(parsed.node)), snapshot)
        answer = _of_meeting(everywhere, snapshot, wish.meeting)
        message = parsed.message
        suggestion = self.worth_a_click(parsed.suggestion, snapshot, wish.meeting)
        if not answer.total and not message:
            message, suggestion = phrase("Nothing in this meeting answers this query."), ""
            if not everywhere.total:
                has_hits = _test(snapshot, wish.meeting)
                message, suggestion = advise(query, parsed, snapshot, has_hits)
        first = answer.first(wish.limit, newest=wish.newest)
        hits, gone = self._hits([*texts(parsed.node)], first, snapshot)
        return SearchResult(
            query=query,
            total=answer.total,
            hits=hits,
            counts=tuple(counts(snapshot, answer)) if wish.counted else (),
            message=message or (_GONE if gone else ""),
            suggestion=suggestion,
        )

    @staticmethod
    def worth_a_click(suggestion: str, snapshot: Snapshot, meeting: int | None) -> str:
        """Return a suggestion, mended further where that helps: it has hits and no message; or ""."""
        return worth_a_click(suggestion, snapshot, _test(snapshot, meeting)) if suggestion else ""

    def _hits(
        self, wanted: Wanted, first: list[tuple[int, float]], snapshot: Snapshot
    ) -> tuple[tuple[Hit, ...], bool]:
        """Return the hits made out in full, and whether one was in an article no longer there."""
        shown = snapshot.shown([entry for entry, _ in first])
        pages = self._pages_of([each.article for each in shown]) if shown else {}
        hits = tuple(
            self._hit(each, pages[each.article], wanted, score)
            for each, (_, score) in zip(shown, first, strict=True)
            if each.article in pages
        )
        return hits, len(hits) < len(first)

    def _hit(self, shown: Shown, page: Page, wanted: Wanted, score: float) -> Hit:
        seen = passage(self._read.read(page), wanted, shown.spans)
        return Hit(
            kind="ask" if shown.ask else "article",
            article=page.id,
            ask=shown.ask or None,
            title=shown.title or page.headline,
            outlet=page.outlet,
            published=page.published,
            meeting=shown.meeting or None,
            snippet=seen.snippet,
            marks=seen.marks,
            start=seen.start,
            end=seen.end,
            spans=seen.spans,
            score=score,
        )


def _test(snapshot: Snapshot, meeting: int | None) -> Callable[[Node], bool]:
    """Return what tells whether anything in a meeting answers, or anywhere without one."""

    def has_hits(node: Node) -> bool:
        answer = Answering(snapshot).answer(as_whoosh(node))
        return _of_meeting(answer, snapshot, meeting).total > 0

    return has_hits


def _told_once(answer: Answer, snapshot: Snapshot) -> Answer:
    """Keep of an ask told in several articles the entry that answers best."""
    if not snapshot.shares_asks:
        return answer
    several = np.flatnonzero(snapshot.shared_asks[answer.docs])
    if not len(several):
        return answer
    asks = snapshot.asks(answer.docs[several])
    order = np.lexsort((several, -answer.scores[several], asks))
    again = np.zeros(len(order), bool)
    again[1:] = asks[order][1:] == asks[order][:-1]
    kept = np.ones(answer.total, bool)
    kept[several[order[again]]] = False
    return answer.only(kept)


def _of_meeting(answer: Answer, snapshot: Snapshot, meeting: int | None) -> Answer:
    if meeting is None:
        return answer
    here = np.zeros(snapshot.size, bool)
    for segment, base in zip(snapshot.segments, snapshot.bases, strict=True):
        here[segment.file.categories("meeting_id").docs(str(meeting)) + np.int64(base)] = True
    return answer.only(here[answer.docs])
