"""The smart list of what has a star: meetings, articles, people, issues, asks and pressure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import ArticleLine, Hit, Meeting, Records, SearchResult

if TYPE_CHECKING:
    from briefing.workspace import Workspace

_NO_ARTICLE = 0  # of a meeting that gathers none; ids begin with 1


def starred(workspace: Workspace) -> SearchResult:
    """Return everything with a star, meeting by meeting."""
    hits = tuple(_hits(workspace))
    none = tr("Nothing has a star yet: press * on a finding, Ctrl+B on an article.")
    return SearchResult(query="", total=len(hits), hits=hits, message="" if hits else none)


def _hits(workspace: Workspace) -> Iterator[Hit]:
    overview = workspace.overview()
    lines = {line.id: line for line in overview.articles}
    for meeting in overview.meetings:
        if meeting.starred:
            yield _hit("meeting", wording.leaders(meeting), meeting)
        yield from _of(workspace.records(meeting=meeting.id), meeting, lines)
    yield from (
        _hit("article", line.headline, None, line) for line in overview.articles if line.starred
    )
    for line in overview.unassigned:
        yield from _of(workspace.records(article=line.id), None, lines)


def _of(records: Records, meeting: Meeting | None, lines: dict[int, ArticleLine]) -> Iterator[Hit]:
    listed = (
        ("person", records.people, lambda one: wording.dotted((one.name, wording.role_line(one)))),
        ("issue", records.issues, lambda one: one.label),
        ("ask", records.asks, lambda one: f"{one.side}: {one.text}"),
        ("pressure", records.pressure, lambda one: f"{one.who}: {one.text}"),
    )
    for kind, found, words in listed:
        for one in found:
            if one.starred and one.spans:
                yield _hit(kind, words(one), meeting, lines.get(one.spans[0].article), record=one)


def _hit(
    kind: str,
    title: str,
    meeting: Meeting | None,
    line: ArticleLine | None = None,
    *,
    record: Any = None,
) -> Hit:
    span = record.spans[0] if record is not None else None
    first = meeting.articles[0] if meeting and meeting.articles else _NO_ARTICLE
    own = [c for c in getattr(record, "clauses", ()) if span and _within(c, span)]
    return Hit(
        kind=kind,
        article=span.article if span else line.id if line else first,
        ask=record.id if kind == "ask" else None,
        title=title,
        outlet=line.outlet if line else "",
        published=line.published if line else meeting.date if meeting else None,
        meeting=meeting.id if meeting else None,
        snippet=span.quote if span else _said_of(meeting),
        marks=tuple(
            (c.start - span.start, min(c.end, span.end) - span.start) for c in own[:1] if span
        ),
        start=span.start if span else 0,
        end=span.end if span else 0,
    )


def _within(clause: Any, span: Any) -> bool:
    return bool(clause.article == span.article and span.start <= clause.start < span.end)


def _said_of(meeting: Meeting | None) -> str:
    """Return the user's note on a meeting, else where it is and what it gathers."""
    return "" if meeting is None else meeting.note or wording.meeting_line(meeting)
