"""Connections to the library's database: how they are set up, and transactions on them."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.errors import LibraryDamaged, ReadOnly
from briefing.library.places import network_of
from briefing.phrase import phrase

log = logging.getLogger(__name__)

WAIT = 10.0  # seconds a writer waits for another program's write to end


def connect_writer(file: Path) -> sqlite3.Connection:
    """Return a connection that may write; the file must exist.

    Changes go through a write-ahead log, so that readers never wait; on a network disk, where
    such a log is not safe, through a rollback journal.
    """
    db = _connect(f"{file.absolute().as_uri()}?mode=rw")
    wanted = "delete" if network_of(file.parent) else "wal"
    try:
        db.execute("PRAGMA synchronous = FULL")
        if db.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
            db.execute(f"PRAGMA journal_mode = {wanted}")
    except BaseException:
        db.close()
        raise
    return db


def connect_reader(file: Path) -> sqlite3.Connection:
    """Return a connection that can only read; safe beside a writer.

    In a folder that may not be written SQLite cannot make the file its readers share, so a file
    nobody has open is read as one that does not change.
    """
    uri = f"{file.absolute().as_uri()}?mode=ro"
    try:
        return _connect(uri)
    except sqlite3.OperationalError as error:
        unopened = error.sqlite_errorcode & 0xFF in (
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        )
        if not unopened:
            raise
        if file.with_name(file.name + "-wal").exists():
            raise ReadOnly(
                phrase("The library in {parent} was not closed properly.", parent=file.parent),
                "Open it once where its folder can be written.",
            ) from error
        return _connect(uri + "&immutable=1")


def _connect(uri: str) -> sqlite3.Connection:
    # One connection serves one thread at a time, but not always the one that opened it.
    db = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("SELECT count(*) FROM sqlite_master")  # the first read finds what is wrong
    except BaseException:
        db.close()
        raise
    return db


def copy_database(db: sqlite3.Connection, target: Path) -> None:
    """Copy a database, in use or not, to one sound file readable by its owner only.

    Raises:
        LibraryDamaged: the copy is not sound, so neither is the database.
    """
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        db.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        target.unlink()
        raise LibraryDamaged(phrase("The library is damaged: {found}.", found=found))


@contextmanager
def transaction(db: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """Commit what is done inside, or leave nothing of it where anything is raised."""
    db.execute(begin)
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        _roll_back(db)
        raise


def _roll_back(db: sqlite3.Connection) -> None:
    if not db.in_transaction:  # SQLite has done so itself, as it does when the disk is full
        return
    try:
        db.execute("ROLLBACK")
    except sqlite3.Error as error:
        log.warning("Rolling back failed as well: %s", error)


class Readers:
    """Read-only connections, each used by one thread at a time and kept for the next."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False

    @contextmanager
    def one(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside one read transaction: all its queries see the same state."""
        db = self._take()
        try:
            with transaction(db, "BEGIN"):
                yield db
        finally:
            self._give_back(db)

    def close(self) -> None:
        """Close the idle connections now, and those in use as they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for db in idle:
            db.close()

    def _take(self) -> sqlite3.Connection:
        with self._lock:
            if self._closed:
                raise RuntimeError("The library is closed.")
            if self._idle:
                return self._idle.pop()
        return self._connect()

    def _give_back(self, db: sqlite3.Connection) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(db)
                return
        db.close()
