"""The smart list of asks to review, as an answer the results page can show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefing.gui.words.language import tr
from briefing.model import ArticleLine, Ask, Hit, Meeting, SearchResult

if TYPE_CHECKING:
    from briefing.workspace import Workspace


def to_review(workspace: Workspace) -> SearchResult:
    """Return the asks of the bands high and medium that the user has not decided on."""
    asks = workspace.overview().asks
    return _asks(
        workspace,
        lambda ask: ask.status == "proposed" and ask.band != "candidate",
        tr("Nothing to review: every ask is decided on.")
        if asks
        else tr("Nothing to review yet: no asks were found."),
    )


def _asks(workspace: Workspace, wanted: Callable[[Ask], bool], none: str) -> SearchResult:
    hits = tuple(_hits(workspace, wanted))
    return SearchResult(query="", total=len(hits), hits=hits, message="" if hits else none)


def _hits(workspace: Workspace, wanted: Callable[[Ask], bool]) -> Iterator[Hit]:
    overview = workspace.overview()
    lines = {line.id: line for line in overview.articles}
    for meeting in overview.meetings:
        for ask in workspace.records(meeting=meeting.id).asks:
            if wanted(ask) and ask.spans:
                yield _hit(ask, meeting, lines)
    for line in overview.unassigned:
        for ask in workspace.records(article=line.id).asks:
            if wanted(ask) and ask.spans:
                yield _hit(ask, None, lines)


def _hit(ask: Ask, meeting: Meeting | None, lines: dict[int, ArticleLine]) -> Hit:
    span = ask.spans[0]
    line = lines.get(span.article)
    own = [c for c in ask.clauses if c.article == span.article and span.start <= c.start < span.end]
    marks = tuple((c.start - span.start, min(c.end, span.end) - span.start) for c in own[:1])
    return Hit(
        kind="ask",
        article=span.article,
        ask=ask.id,
        title=f"{ask.side}: {ask.text}",
        outlet=line.outlet if line else "",
        published=line.published if line else None,
        meeting=meeting.id if meeting else None,
        snippet=span.quote,
        marks=marks,
        start=span.start,
        end=span.end,
    )
