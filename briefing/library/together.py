"""Several operations that are committed together: one wait for the disk instead of one each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.library import journal
from briefing.library.session import Session


class Together:
    """One transaction in which operations are begun and ended one after the other.

    Attributes:
        session: sees what was done in it so far; for reading only.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.session = Session(db)

    @contextmanager
    def operation(self, title: str, *, batch: int | None = None) -> Iterator[Session]:
        """Give a session whose changes are one step of undo; if anything is raised, none is made.

        What other operations did before stays.
        """
        self._db.execute("SAVEPOINT part")
        try:
            with journal.recording(self._db, title, batch):
                yield self.session
        except BaseException:
            if self._db.in_transaction:  # SQLite itself gives all of it up where the disk is full
                self._db.execute("ROLLBACK TO part")
                self._db.execute("RELEASE part")
            raise
        self._db.execute("RELEASE part")
