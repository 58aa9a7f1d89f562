"""What an operation touched, read from its journal rows: for panels, and for the index."""

from __future__ import annotations

import json
import sqlite3

from briefing.model import Changes

_FIELD = {"person": "people", "issue": "issues", "ask": "asks"}


def touched(db: sqlite3.Connection, operation: int) -> tuple[Changes, frozenset[int]]:
    """Return what the operation changed, and the articles whose index entries that makes stale.

    A record's change counts for its meeting, or its article where it has no meeting. Stale are
    the articles changed themselves, those a changed record quotes, and all of a changed meeting.
    """
    articles = _rows(db, operation, "article") | _rows(db, operation, "findings")
    meetings = _rows(db, operation, "meeting")
    stale = set(articles) | _articles_of(db, meetings)
    for meeting, article in _links(db, operation):
        meetings.add(meeting)
        articles.add(article)
        stale.add(article)
    records: dict[str, set[int]] = {}
    for row, kind, meeting_id, article_id, quoted in _records(db, operation):
        records.setdefault(_FIELD.get(kind, ""), set()).add(row)
        (meetings if article_id is None else articles).add(meeting_id or article_id or 0)
        stale |= quoted
    records.pop("", None)  # pressure has no field of its own
    changes = Changes(
        articles=frozenset(articles),
        meetings=frozenset(meetings),
        **{name: frozenset(ids) for name, ids in records.items()},
    )
    return changes, frozenset(stale)


def _rows(db: sqlite3.Connection, operation: int, table: str) -> set[int]:
    rows = db.execute("SELECT row FROM change WHERE operation = ? AND tbl = ?", (operation, table))
    return {row for (row,) in rows}


def _articles_of(db: sqlite3.Connection, meetings: set[int]) -> set[int]:
    rows = db.execute(
        "SELECT article FROM meeting_article WHERE meeting IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(meetings)),),
    )
    return {article for (article,) in rows}


def _links(db: sqlite3.Connection, operation: int) -> list[tuple[int, int]]:
    return db.execute(
        "SELECT coalesce(t.meeting, json_extract(c.before, '$.meeting')), "
        "coalesce(t.article, json_extract(c.before, '$.article')) "
        "FROM change c LEFT JOIN meeting_article t ON t.id = c.row "
        "WHERE c.operation = ? AND c.tbl = 'meeting_article'",
        (operation,),
    ).fetchall()


def _records(
    db: sqlite3.Connection, operation: int
) -> list[tuple[int, str, int | None, int | None, set[int]]]:
    rows = db.execute(
        "SELECT c.row, coalesce(t.kind, json_extract(c.before, '$.kind')), "
        "coalesce(t.meeting, json_extract(c.before, '$.meeting')), "
        "coalesce(t.article, json_extract(c.before, '$.article')), "
        "coalesce(t.articles, '[]'), coalesce(json_extract(c.before, '$.articles'), '[]') "
        "FROM change c LEFT JOIN record t ON t.id = c.row "
        "WHERE c.operation = ? AND c.tbl = 'record'",
        (operation,),
    )
    return [
        (row, kind, meeting, article, {*json.loads(now), *json.loads(then)})
        for row, kind, meeting, article, now, then in rows
    ]
