"""Undo: triggers keep what each row was before its operation; undo swaps that with what it is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefing.library import queue
from briefing.library.touched import touched
from briefing.model import Changes

KEPT = 200  # operations
JOURNALLED = (
    "article", "findings", "decision", "meeting", "meeting_article", "record",
)  # fmt: skip
_OF_TABLE = "operation = ? AND tbl = ?"


@dataclass(frozen=True, slots=True)
class Undone:
    """An operation undone or redone: its title, and what that changed."""

    title: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class UndoStatus:
    """The titles of what undo and redo would do next; "" where there is nothing."""

    undo: str
    redo: str


def install(db: sqlite3.Connection) -> None:
    """Make the triggers anew for the tables as they now are."""
    for table in JOURNALLED:
        for event, row, before in (
            ("insert", "new", "NULL"),
            ("update", "old", _object(db, table, "old")),
            ("delete", "old", _object(db, table, "old")),
        ):
            db.execute(f"DROP TRIGGER IF EXISTS journal_{table}_{event}")
            db.execute(_trigger(table, event, row, before))


@contextmanager
def recording(db: sqlite3.Connection, title: str) -> Iterator[None]:
    """Record what is done inside as one operation; what changed is put on the index queue.

    An operation that changed nothing leaves no trace.
    """
    cursor = db.execute("INSERT INTO operation (title) VALUES (?)", (title,))
    number = int(cursor.lastrowid or 0)
    db.execute("INSERT INTO recording VALUES (1, ?)", (number,))
    yield
    db.execute("DELETE FROM recording")
    _settle(db, number)


@contextmanager
def looking_away(db: sqlite3.Connection) -> Iterator[None]:
    """Let what is done inside leave no trace; the caller sees to the index."""
    db.execute("INSERT INTO recording VALUES (1, NULL)")
    yield
    db.execute("DELETE FROM recording")


def undo(db: sqlite3.Connection) -> Undone | None:
    """Undo the last operation that is not undone; None where there is none."""
    found = _next_to_undo(db)
    return None if found is None else _replay(db, found, undone=1)


def redo(db: sqlite3.Connection) -> Undone | None:
    """Do the first undone operation again; None where there is none."""
    found = _next_to_redo(db)
    return None if found is None else _replay(db, found, undone=0)


def status(db: sqlite3.Connection) -> UndoStatus:
    """Return the titles of what undo and redo would do next."""
    back, forth = _next_to_undo(db), _next_to_redo(db)
    return UndoStatus(undo=back[1] if back else "", redo=forth[1] if forth else "")


def history(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the titles of the operations that can be undone, newest first."""
    rows = db.execute("SELECT title FROM operation WHERE NOT undone ORDER BY id DESC")
    return tuple(title for (title,) in rows)


def _next_to_undo(db: sqlite3.Connection) -> tuple[int, str] | None:
    found: tuple[int, str] | None = db.execute(
        "SELECT id, title FROM operation WHERE NOT undone ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return found


def _next_to_redo(db: sqlite3.Connection) -> tuple[int, str] | None:
    found: tuple[int, str] | None = db.execute(
        "SELECT id, title FROM operation WHERE undone ORDER BY id LIMIT 1"
    ).fetchone()
    return found


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def _object(db: sqlite3.Connection, table: str, alias: str) -> str:
    pairs = ", ".join(f"'{column}', {alias}.{column}" for column in _columns(db, table))
    return f"json_object({pairs})"


def _trigger(table: str, event: str, row: str, before: str) -> str:
    # The first change of a row is enough: it holds what the row was before the operation.
    # Without a row in `recording` a change would be lost to undo, so it is refused.
    return f"""
CREATE TRIGGER journal_{table}_{event} AFTER {event.upper()} ON {table} BEGIN
    SELECT RAISE(ABORT, '{table} changed outside an operation')
    WHERE NOT EXISTS (SELECT 1 FROM recording);
    INSERT INTO change (operation, tbl, row, before)
    SELECT operation, '{table}', {row}.id, {before} FROM recording
    WHERE operation IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change
        WHERE change.operation = recording.operation AND tbl = '{table}' AND row = {row}.id
    );
END"""  # noqa: S608 - names of our own tables


def _settle(db: sqlite3.Connection, number: int) -> None:
    for table in JOURNALLED:
        unchanged = f"{_OF_TABLE} AND before IS ({_now(db, table)})"
        db.execute(f"DELETE FROM change WHERE {unchanged}", (number, table))  # noqa: S608 - our own names
    if db.execute("SELECT 1 FROM change WHERE operation = ?", (number,)).fetchone() is None:
        db.execute("DELETE FROM operation WHERE id = ?", (number,))
        return
    db.execute("DELETE FROM operation WHERE undone")
    db.execute(
        "DELETE FROM operation WHERE id <= "
        "(SELECT id FROM operation ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (KEPT,),
    )
    _, to_index = touched(db, number)
    queue.add(db, to_index)


def _now(db: sqlite3.Connection, table: str) -> str:
    return f"SELECT {_object(db, table, 't')} FROM {table} t WHERE t.id = change.row"  # noqa: S608 - our own tables


def _replay(db: sqlite3.Connection, operation: tuple[int, str], *, undone: int) -> Undone:
    number, title = operation
    db.execute("PRAGMA defer_foreign_keys = ON")
    changes, before = touched(db, number)
    db.execute("INSERT INTO recording VALUES (1, NULL)")
    for table in JOURNALLED:
        _swap(db, number, table)
    db.execute("DELETE FROM recording")
    db.execute("UPDATE change SET before = after, after = NULL WHERE operation = ?", (number,))
    db.execute("UPDATE operation SET undone = ? WHERE id = ?", (undone, number))
    _, after = touched(db, number)
    queue.add(db, before | after)
    return Undone(title, changes)


def _swap(db: sqlite3.Connection, number: int, table: str) -> None:
    # All rows go before any comes back, so that unique columns may change hands.
    columns = _columns(db, table)
    keep = f"UPDATE change SET after = ({_now(db, table)}) WHERE {_OF_TABLE}"  # noqa: S608 - our own names
    drop = f"DELETE FROM {table} WHERE id IN (SELECT row FROM change WHERE {_OF_TABLE})"  # noqa: S608 - our own names
    earlier = f"SELECT before FROM change WHERE {_OF_TABLE} AND before IS NOT NULL"  # noqa: S608 - our own names
    db.execute(keep, (number, table))
    db.execute(drop, (number, table))
    for (text,) in db.execute(earlier, (number, table)):
        row = json.loads(text)  # not by SQLite, which cuts a text at an escaped NUL
        # A column that came with a later version is not in older rows and takes its default.
        names = [column for column in columns if column in row]
        bring = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names
        db.execute(bring, [row[name] for name in names])
