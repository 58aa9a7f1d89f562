"""Articles whose entries in the search index are out of date."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable


def add(db: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Put articles on the queue; the library's generation grows by one where there are any."""
    ids = sorted(set(articles))
    if not ids:
        return
    db.execute("UPDATE meta SET generation = generation + 1")
    db.execute(
        "INSERT OR REPLACE INTO index_queue (article, generation) "
        "SELECT value, generation FROM json_each(?), meta",
        (json.dumps(ids),),
    )


def generation(db: sqlite3.Connection) -> int:
    """Return a number that grows with every commit that changed what can be searched."""
    return int(db.execute("SELECT generation FROM meta").fetchone()[0])


class Queue:
    """The index work still to do; operations, undo and redo fill it by themselves."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, articles: Iterable[int]) -> None:
        """Ask for these articles to be indexed again."""
        add(self._db, articles)

    def pending(self) -> tuple[int, ...]:
        """Return the ids waiting, removed articles among them, in order."""
        rows = self._db.execute("SELECT article FROM index_queue ORDER BY article")
        return tuple(article for (article,) in rows)

    def done(self, articles: Iterable[int], *, upto: int | None = None) -> None:
        """Take articles off the queue.

        Args:
            articles: the ids indexed.
            upto: the generation read before their content was; articles queued again since
                stay. None takes them off in any case.
        """
        self._db.execute(
            "DELETE FROM index_queue WHERE article IN (SELECT value FROM json_each(?)) "
            "AND generation <= coalesce(?, generation)",
            (json.dumps(sorted(set(articles))), upto),
        )
