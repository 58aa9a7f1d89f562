"""Undo: triggers keep what each row was before its operation; undo swaps that with what it is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefing.library import queue
from briefing.library.touched import touched
from briefing.model import Changes
from briefing.phrase import Phrase, from_plain, phrase, to_plain

KEPT = 200  # steps of undo: operations, a batch of them counted once
JOURNALLED = (
    "article", "findings", "decision", "meeting", "meeting_article", "record", "twin", "line_rule",
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
        if not _columns(db, table):  # it comes with a later step of the schema
            continue
        for event, row, before in (
            ("insert", "new", "NULL"),
            ("update", "old", _object(db, table, "old")),
            ("delete", "old", _object(db, table, "old")),
        ):
            db.execute(f"DROP TRIGGER IF EXISTS journal_{table}_{event}")
            db.execute(_trigger(table, event, row, before))


@contextmanager
def recording(db: sqlite3.Connection, title: str, batch: int | None = None) -> Iterator[None]:
    """Record what is done inside as one operation; what changed is put on the index queue.

    An operation that changed nothing leaves no trace.
    """
    cursor = db.execute("INSERT INTO operation (title, batch) VALUES (?, ?)", (_kept(title), batch))
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


def new_batch(db: sqlite3.Connection, title: str) -> int:
    """Begin a batch and return its id."""
    return int(db.execute("INSERT INTO batch (title) VALUES (?)", (title,)).lastrowid or 0)


def undo(db: sqlite3.Connection) -> Undone | None:
    """Undo the last step that is not undone; None where there is none."""
    return _replayed(db, _to_undo(db), undone=1)


def redo(db: sqlite3.Connection) -> Undone | None:
    """Do the first undone step again; None where there is none."""
    return _replayed(db, _to_redo(db), undone=0)


def status(db: sqlite3.Connection) -> UndoStatus:
    """Return the titles of what undo and redo would do next."""
    return UndoStatus(undo=_to_undo(db).title, redo=_to_redo(db).title)


def history(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the titles of the steps that can be undone, newest first."""
    rows = db.execute(_OPERATIONS + "WHERE NOT undone ORDER BY o.id DESC").fetchall()
    titles = []
    while rows:
        step = _step(rows)
        titles.append(step.title)
        rows = rows[len(step.operations) :]
    return tuple(titles)


@dataclass(frozen=True, slots=True)
class _Step:
    """What one undo takes: an operation, or those of a batch, in the order they are replayed."""

    title: str
    operations: tuple[int, ...]


_OPERATIONS = (
    "SELECT o.id, o.title, o.batch, b.title FROM operation o LEFT JOIN batch b ON b.id = o.batch "
)
_Row = tuple[int, str, int | None, str | None]


def _to_undo(db: sqlite3.Connection) -> _Step:
    return _step(db.execute(_OPERATIONS + "WHERE NOT undone ORDER BY o.id DESC"))


def _to_redo(db: sqlite3.Connection) -> _Step:
    return _step(db.execute(_OPERATIONS + "WHERE undone ORDER BY o.id"))


def _step(rows: Iterable[_Row]) -> _Step:
    """The first operation of the rows with those of its batch that stand right behind it."""
    taken: list[_Row] = []
    for row in rows:
        if taken and (row[2] is None or row[2] != taken[0][2]):
            break
        taken.append(row)
    if not taken:
        return _Step("", ())
    _, title, _, of_batch = taken[0]
    if len(taken) > 1 and of_batch is not None:
        pattern = of_batch.replace("#", "{number}")  # as libraries of before have it
        return _Step(phrase(pattern, number=f"{len(taken):,}"), tuple(row[0] for row in taken))
    return _Step(_told(title), tuple(row[0] for row in taken))


def _kept(title: str) -> str:
    """Return a title as the table keeps it: words, or a phrase with its pattern and its values."""
    return json.dumps(to_plain(title), ensure_ascii=False) if isinstance(title, Phrase) else title


def _told(kept: str) -> str:
    """Return a title as it was given."""
    return from_plain(json.loads(kept)) if kept.startswith('["') else kept


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
    _forget(db, number)
    _, to_index = touched(db, number)
    queue.add(db, to_index)


def _forget(db: sqlite3.Connection, number: int) -> None:
    """Drop the steps that are too old to be undone; looked at once a batch, not once in it."""
    rows = db.execute("SELECT batch FROM operation ORDER BY id DESC LIMIT 2").fetchall()
    if len(rows) == 2 and rows[0] == rows[1] != (None,):
        return
    db.execute(
        "DELETE FROM operation WHERE id <= (SELECT max(id) AS newest FROM operation "
        "GROUP BY CASE WHEN batch IS NULL THEN -id ELSE batch END "
        "ORDER BY newest DESC LIMIT 1 OFFSET ?) AND id < ?",
        (KEPT, number),
    )


def _now(db: sqlite3.Connection, table: str) -> str:
    return f"SELECT {_object(db, table, 't')} FROM {table} t WHERE t.id = change.row"  # noqa: S608 - our own tables


def _replayed(db: sqlite3.Connection, step: _Step, *, undone: int) -> Undone | None:
    if not step.operations:
        return None
    db.execute("PRAGMA defer_foreign_keys = ON")
    changes = Changes()
    for number in step.operations:
        changes |= _replay(db, number, undone)
    return Undone(step.title, changes)


def _replay(db: sqlite3.Connection, number: int, undone: int) -> Changes:
    changes, before = touched(db, number)
    db.execute("INSERT INTO recording VALUES (1, NULL)")
    for table in JOURNALLED:
        _swap(db, number, table)
    db.execute("DELETE FROM recording")
    db.execute("UPDATE change SET before = after, after = NULL WHERE operation = ?", (number,))
    db.execute("UPDATE operation SET undone = ? WHERE id = ?", (undone, number))
    _, after = touched(db, number)
    queue.add(db, before | after)
    return changes


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
