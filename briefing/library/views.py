"""What undo leaves alone: reading positions, saved searches, what was last exported."""

from __future__ import annotations

import sqlite3


class Positions:
    """Where the user stopped reading each article."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def get(self, article: int) -> int:
        """Return the offset in characters; 0 where none is known."""
        row = self._db.execute(
            "SELECT offset FROM position WHERE article = ?", (article,)
        ).fetchone()
        return 0 if row is None else int(row[0])

    def set(self, article: int, offset: int) -> None:
        """Remember the offset in characters."""
        self._db.execute("INSERT OR REPLACE INTO position VALUES (?, ?)", (article, offset))


class Searches:
    """The searches the user saved."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def all(self) -> tuple[str, ...]:
        """Return the queries in the order they were saved."""
        rows = self._db.execute("SELECT query FROM saved_search ORDER BY id")
        return tuple(query for (query,) in rows)

    def add(self, query: str) -> None:
        """Save a query; one saved already keeps its place."""
        self._db.execute("INSERT OR IGNORE INTO saved_search (query) VALUES (?)", (query,))

    def remove(self, query: str) -> None:
        """Forget a query; one not saved is no error."""
        self._db.execute("DELETE FROM saved_search WHERE query = ?", (query,))


class Exports:
    """The last briefing exported for each meeting."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, meeting: int, path: str, sha256: str, markdown: str) -> None:
        """Remember a meeting's last export: where it went, its SHA-256 and its Markdown."""
        self._db.execute(
            "INSERT OR REPLACE INTO export VALUES (?, ?, ?, ?)", (meeting, path, sha256, markdown)
        )

    def last(self, meeting: int) -> str | None:
        """Return the Markdown last exported for a meeting; None before the first export."""
        row = self._db.execute(
            "SELECT markdown FROM export WHERE meeting = ?", (meeting,)
        ).fetchone()
        return None if row is None else str(row[0])
