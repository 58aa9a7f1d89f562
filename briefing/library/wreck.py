"""What can still be read of a damaged database: row by row, around the places that cannot."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

log = logging.getLogger(__name__)

_BEYOND = 10_000  # row numbers tried behind the last one that could be read
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table that could be read.

    Attributes:
        whole: whether these are all there were, as far as the file itself can tell.
    """

    rows: tuple[dict[str, Any], ...] = ()
    whole: bool = False


class Wreck:
    """A damaged database. It is read from a copy, because SQLite mends what it opens.

    Args:
        file: the copy; a missing one has no rows.
    """

    def __init__(self, file: Path) -> None:
        self._db: sqlite3.Connection | None = None
        if not file.exists():
            return
        db = sqlite3.connect(file, isolation_level=None)
        try:
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA query_only = ON")
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except _UNREADABLE as error:
            log.info("Nothing of the damaged database can be read: %s", type(error).__name__)
            db.close()
        else:
            self._db = db

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._db is not None:
            self._db.close()

    def rows(self, table: str, columns: Iterable[str]) -> Rows:
        """Return the rows of a table, with those of the columns named that it has."""
        if self._db is None:
            return Rows()
        try:
            there = [row[1] for row in self._db.execute(f"PRAGMA table_info({table})")]
        except _UNREADABLE:
            return Rows()
        wanted = [name for name in columns if name in there]
        if not wanted:
            return Rows()
        found = _Search(self._db, table, wanted).found()
        rows = tuple(dict(zip(wanted, row[1:], strict=True)) for row in found.rows)
        return Rows(rows, found.whole and self._is_sound(table))

    def _is_sound(self, table: str) -> bool:
        assert self._db is not None
        try:
            (said,) = self._db.execute(f"PRAGMA integrity_check({table})").fetchone()
        except _UNREADABLE:
            return False
        return bool(said == "ok")


@dataclass(slots=True)
class _Found:
    rows: list[tuple[Any, ...]]
    whole: bool


class _Search:
    """Reads a table from both ends up to where it is broken, then halves what is between."""

    def __init__(self, db: sqlite3.Connection, table: str, columns: list[str]) -> None:
        self._db = db
        self._select = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED "  # noqa: S608 - our own names

    def found(self) -> _Found:
        low, all_of_it = self._run("ORDER BY rowid", ())
        if all_of_it:
            return _Found(low, whole=True)
        last = int(low[-1][0]) if low else 0
        high, _ = self._run("WHERE rowid > ? ORDER BY rowid DESC", (last,))
        first = int(high[-1][0]) if high else last + _BEYOND
        between = self._between(last + 1, first - 1)
        return _Found([*low, *between, *reversed(high)], whole=False)

    def _between(self, low: int, high: int) -> list[tuple[Any, ...]]:
        """Return what can be read of a range of row numbers, from the lowest on."""
        found: list[tuple[Any, ...]] = []
        todo = [(low, high)]
        while todo:
            first, last = todo.pop()
            if first > last:
                continue
            rows, whole = self._run("WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (first, last))
            if whole:
                found += rows
            elif first < last:
                middle = (first + last) // 2
                todo += [(middle + 1, last), (first, middle)]
        return found

    def _run(self, rest: str, values: tuple[int, ...]) -> tuple[list[tuple[Any, ...]], bool]:
        rows: list[tuple[Any, ...]] = []
        try:
            for row in self._db.execute(self._select + rest, values):
                rows.append(row)  # noqa: PERF402 - those before an error are wanted
        except _UNREADABLE:
            return rows, False
        return rows, True
