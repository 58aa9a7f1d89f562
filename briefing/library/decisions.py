"""What the user decided, in the order it was decided; nothing here is ever changed."""

from __future__ import annotations

import sqlite3
from typing import Any

from briefing.errors import NotFound
from briefing.library import codec
from briefing.model import Decision, Span
from briefing.phrase import phrase


class Decisions:
    """The user's decisions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, decision: Decision) -> int:
        """Append a decision and return its id; the id it comes with is not looked at."""
        cursor = self._db.execute(
            "INSERT INTO decision (action, kind, key, meeting, article, fields, spans, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                decision.action,
                decision.kind,
                decision.key,
                decision.meeting,
                decision.article,
                codec.compact(dict(decision.fields)),
                codec.encode(decision.spans),
                decision.at,
            ),
        )
        return int(cursor.lastrowid or 0)

    def get(self, id: int) -> Decision:  # noqa: A002 - the word of the contract between packages
        """Return one decision.

        Raises:
            NotFound: there is no such decision.
        """
        row = self._db.execute("SELECT * FROM decision WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise NotFound(phrase("There is no decision {id} in this library.", id=id))
        return _decision(row)

    def of(self, meeting: int | None = None, article: int | None = None) -> tuple[Decision, ...]:
        """Return a meeting's or article's decisions, with those for everywhere, oldest first."""
        rows = self._db.execute(
            "SELECT * FROM decision WHERE meeting = ? OR article = ? "
            "OR (meeting IS NULL AND article IS NULL) ORDER BY id",
            (meeting, article),
        )
        return tuple(_decision(row) for row in rows)

    def all(self) -> tuple[Decision, ...]:
        """Return every decision, oldest first."""
        rows = self._db.execute("SELECT * FROM decision ORDER BY id")
        return tuple(_decision(row) for row in rows)


def _decision(row: tuple[Any, ...]) -> Decision:
    id_, action, kind, key, meeting, article, fields, spans, at = row
    return Decision(
        id=id_,
        action=action,
        kind=kind,
        key=key,
        meeting=meeting,
        article=article,
        fields=codec.parsed(fields),
        spans=codec.decode(tuple[Span, ...], spans),
        at=at,
    )
