"""The shapes of JSON other programs may rely on. A field is never renamed, only added."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.model import (
    ArticleLine,
    Ask,
    Hit,
    Issue,
    Meeting,
    Person,
    SearchResult,
    Span,
)

if TYPE_CHECKING:
    from briefing.workspace import ImportReport
    from briefing.workspace.finding.batching import HitTable

Json = dict[str, Any]


def day(value: date | None) -> str | None:
    """Return a date as `2025-05-06`."""
    return value.isoformat() if value else None


def article(line: ArticleLine) -> Json:
    """Return one article as `articles` lists it."""
    return {
        "id": line.id,
        "title": line.headline,
        "outlet": line.outlet,
        "published": day(line.published),
        "meetings": list(line.meetings),
        "words": line.words,
        "starred": line.starred,
    }


def meeting(one: Meeting) -> Json:
    """Return one meeting as `meetings` lists it."""
    return {
        "id": one.id,
        "title": one.title,
        "date": day(one.date),
        "end_date": day(one.end_date),
        "place": one.place,
        "sides": list(one.sides),
        "leaders": dict(one.leaders),
        "articles": list(one.articles),
        "starred": one.starred,
    }


def person(one: Person) -> Json:
    """Return one person as `people` lists it."""
    return {
        "id": one.id,
        "meeting": one.meeting,
        "name": one.name,
        "side": one.side,
        "roles": list(one.roles),
        "kind": one.kind,
        "participation": one.participation,
        "status": one.status,
        "spelled": list(one.spelled),
        "spans": spans(one.spans),
    }


def issue(one: Issue) -> Json:
    """Return one issue as `issues` lists it."""
    return {
        "id": one.id,
        "meeting": one.meeting,
        "label": one.label,
        "parent": one.parent,
        "aliases": list(one.aliases),
        "by_side": dict(one.by_side),
        "status": one.status,
        "spans": spans(one.spans),
    }


def ask(one: Ask) -> Json:
    """Return one ask as `asks` lists it."""
    return {
        "id": one.id,
        "meeting": one.meeting,
        "side": one.side,
        "of": one.of,
        "kind": one.kind,
        "text": one.text,
        "issues": list(one.issues),
        "voiced_by": one.voiced_by,
        "attribution": one.attribution,
        "band": one.band,
        "status": one.status,
        "spans": spans(one.spans),
    }


def spans(several: Iterable[Span]) -> list[Json]:
    """Return places in articles, in characters of the source text."""
    return [
        {"article": s.article, "start": s.start, "end": s.end, "quote": s.quote} for s in several
    ]


def import_report(report: ImportReport) -> Json:
    """Return what became of each file given to `import`."""
    return {
        "imported": [
            {
                "path": str(one.path),
                "article": one.article,
                "title": one.title,
                "published": day(one.published),
            }
            for one in report.imported
        ],
        "duplicates": [
            {"path": str(one.path), "article": one.article} for one in report.duplicates
        ],
        "failed": [{"path": str(one.path), "reason": one.reason} for one in report.failed],
        "attached": [{"path": one.path, "file": str(one.file)} for one in report.attached],
        "others": list(report.others),
        "partly": list(report.partly),
    }


def search_result(result: SearchResult) -> Json:
    """Return the answer to a query."""
    return {
        "query": result.query,
        "total": result.total,
        "hits": [_hit(hit) for hit in result.hits],
        "suggestion": result.suggestion,
        "message": result.message,
    }


def hit_table(table: HitTable) -> Json:
    """Return the answer to many queries: how often each article answers each of them."""
    return {
        "queries": [
            {"query": query, "total": total, "message": message}
            for query, total, message in zip(
                table.queries, table.totals, table.messages, strict=True
            )
        ],
        "articles": [
            {
                "article": row.article,
                "title": row.title,
                "outlet": row.outlet,
                "published": day(row.published),
                "numbers": list(row.numbers),
            }
            for row in table.rows
        ],
    }


def _hit(hit: Hit) -> Json:
    return {
        "article": hit.article,
        "title": hit.title,
        "outlet": hit.outlet,
        "published": day(hit.published),
        "meeting": hit.meeting,
        "snippet": hit.snippet,
        "start": hit.start,
        "end": hit.end,
    }
