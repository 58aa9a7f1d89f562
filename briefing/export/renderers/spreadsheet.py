"""The asks, people and issues of a briefing as tables of CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from briefing.export.markup.escape import folded
from briefing.export.parts.weight import ask_order, is_shown, issue_order
from briefing.model import Article, Ask, Briefing, Issue, Person, Span

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_MEETING = ("meeting", "date")
_EVIDENCE = ("outlets", "source", "paragraph", "sentence")
_ASKS = (
    *_MEETING, "side", "of", "kind", "ask", "issues", "voiced_by", "attribution", "hedge", "band",
    "status", *_EVIDENCE,
)  # fmt: skip
_PEOPLE = (
    *_MEETING, "side", "name", "roles", "kind", "participation", "status", "note", *_EVIDENCE,
)  # fmt: skip
_ISSUES = (
    *_MEETING,
    "issue",
    "parent",
    "words",
    "by_side",
    "sentences",
    "status",
    "note",
    *_EVIDENCE,
)


def to_csv(briefing: Briefing) -> str:
    r"""Return the asks of a briefing as CSV (RFC 4180, `\r\n`), weightiest first, one a row.

    A cell that a spreadsheet would take for a formula starts with `'` (CWE-1236).
    """
    articles = _articles(briefing)
    asks = sorted(
        (ask for ask in briefing.records.asks if is_shown(ask)),
        key=lambda ask: (ask.side != briefing.our_side, *ask_order(articles, ask)),
    )
    return _table(briefing, _ASKS, [_ask(articles, ask) for ask in asks])


def people_csv(briefing: Briefing) -> str:
    """Return the people of a briefing in the same form, by side, leaders first."""
    articles = _articles(briefing)
    order = {side: at for at, side in enumerate((briefing.our_side, *briefing.meeting.sides))}
    people = [person for person in briefing.records.people if person.status != "rejected"]
    people.sort(key=lambda p: (order.get(p.side or "", 99), p.kind != "leader", p.name, p.key))
    return _table(briefing, _PEOPLE, [_person(articles, person) for person in people])


def issues_csv(briefing: Briefing) -> str:
    """Return the issues of a briefing in the same form, weightiest first."""
    articles = _articles(briefing)
    asks = [ask for ask in briefing.records.asks if is_shown(ask)]
    issues = [issue for issue in briefing.records.issues if issue.status != "rejected"]
    issues.sort(key=lambda issue: issue_order(articles, asks, issue))
    return _table(briefing, _ISSUES, [_issue(articles, issue) for issue in issues])


def _articles(briefing: Briefing) -> dict[int, Article]:
    return {article.id: article for article in briefing.articles}


def _table(briefing: Briefing, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    meeting = briefing.meeting
    start = (meeting.title, meeting.date.isoformat() if meeting.date else "")
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in (*start, *row)])
    return file.getvalue()


def _ask(articles: dict[int, Article], ask: Ask) -> tuple[str, ...]:
    return (
        ask.side,
        ask.of or "",
        ask.kind,
        ask.text,
        "; ".join(ask.issues),
        ask.voiced_by or "",
        ask.attribution,
        ask.hedge,
        ask.band,
        ask.status,
        *_evidence(articles, ask.outlets, ask.spans),
    )


def _person(articles: dict[int, Article], person: Person) -> tuple[str, ...]:
    return (
        person.side or "",
        person.name,
        "; ".join(person.roles),
        person.kind,
        person.participation,
        person.status,
        person.note,
        *_evidence(articles, person.outlets, person.spans),
    )


def _issue(articles: dict[int, Article], issue: Issue) -> tuple[str, ...]:
    return (
        issue.label,
        issue.parent or "",
        "; ".join(issue.aliases),
        "; ".join(f"{side} {number}" for side, number in issue.by_side),
        str(len(issue.spans)),
        issue.status,
        issue.note,
        *_evidence(articles, issue.outlets, issue.spans),
    )


def _evidence(
    articles: dict[int, Article], outlets: Sequence[str], spans: Sequence[Span]
) -> tuple[str, str, str, str]:
    """Return outlets, and source, paragraph and words of the first span that is at hand."""
    span = next((span for span in spans if span.article in articles), None)
    if span is None:
        return "; ".join(outlets), "", "", ""
    article = articles[span.article]
    source = article.outlet or article.file_name
    return "; ".join(outlets), source, str(article.paragraph_at(span.start)), span.quote


def _cell(value: str) -> str:
    words = folded(value)
    return f"'{words}" if words.startswith(_FORMULA) else words
