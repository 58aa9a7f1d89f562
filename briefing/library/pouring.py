"""Take rows of a damaged database over into a sound one: those that prove to be what they say."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from briefing.errors import BriefingError
from briefing.library import journal, proving
from briefing.library.proving import PROOFS, Row, Texts, Unproved
from briefing.library.wreck import Wreck

_DOUBTFUL = (
    sqlite3.Error,
    BriefingError,
    Unproved,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)
# In this order, as later ones point to earlier ones. Findings and records are not among them:
# they are made anew, and nothing in them would prove that not a letter of them was changed.
_TABLES = (
    "source", "article", "meeting", "meeting_article", "decision", "record_name",
    "position", "saved_search", "export",
)  # fmt: skip
_UNCHANGING = {"source", "decision", "record_name"}  # what the backup has of these is right
_CHANGING = ("decision", "meeting_article", "article", "meeting")
_HANGING_ON = {
    "article": ("DELETE FROM findings WHERE id = ?", "DELETE FROM record WHERE article = ?"),
    "meeting": ("DELETE FROM record WHERE meeting = ?",),
}
_DROP_MISNAMED = """
DELETE FROM record WHERE NOT EXISTS (
    SELECT 1 FROM record_name n WHERE n.id = record.id AND n.kind = record.kind
    AND n.key = record.key
    AND n.scope = iif(meeting IS NULL, 'article ' || article, 'meeting ' || meeting)
)"""


@dataclass(frozen=True, slots=True)
class Poured:
    """What became of one table.

    Attributes:
        taken: rows of the damaged database taken over. refused: those that did not prove true.
        whole: whether all its rows could be read; then what it did not hold is gone from the
            backup's too.
    """

    table: str
    taken: int
    refused: int
    whole: bool


def pour(db: sqlite3.Connection, wreck: Wreck, texts: Texts) -> tuple[Poured, ...]:
    """Take over what can be read and proved, table by table, in one transaction of the caller's.

    An article whose text, date or hidden ranges differ from the backup's loses its findings.

    Args:
        db: the sound database; what it holds already gives way to what is taken over.
        wreck: the damaged one.
        texts: finds what an article was made of.
    """
    _take_identity(db, wreck)
    before = _read_from(db)
    with journal.looking_away(db):
        found = tuple(_pour_table(db, wreck, table, texts) for table in _TABLES)
        for table in _CHANGING:
            if any(one.whole and one.table == table for one in found):
                _drop_others(db, wreck, table)
        for number, told in _read_from(db).items():
            if before.get(number, told) != told:
                db.execute("DELETE FROM findings WHERE id = ?", (number,))
        db.execute(_DROP_MISNAMED)
        _drop_unproved(db)
    # A history of steps that lead from states this library never had would not be undone rightly.
    db.execute("DELETE FROM operation")
    db.execute("DELETE FROM index_queue")
    db.execute("UPDATE meta SET generation = generation + 1")
    return found


def _read_from(db: sqlite3.Connection) -> dict[int, tuple[object, ...]]:
    """Return what the findings of each article rest on."""
    rows = db.execute("SELECT id, source, published, hidden FROM article")
    return {number: tuple(told) for number, *told in rows}


def _pour_table(db: sqlite3.Connection, wreck: Wreck, table: str, texts: Texts) -> Poured:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    found = wreck.rows(table, columns)
    taken = sum(_pour_row(db, table, row, texts) for row in found.rows)
    return Poured(table, taken, len(found.rows) - taken, found.whole)


def _pour_row(db: sqlite3.Connection, table: str, row: Row, texts: Texts) -> bool:
    db.execute("SAVEPOINT one_row")
    try:
        if table == "article":
            proving.prepare_article(db, row, texts)
        _write(db, table, row)
        if table in PROOFS:
            PROOFS[table](db, row)
    except _DOUBTFUL:
        db.execute("ROLLBACK TO one_row")
        taken = False
    else:
        taken = True
    db.execute("RELEASE one_row")
    return taken


def _write(db: sqlite3.Connection, table: str, row: Row) -> None:
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    key = next(iter(row))  # the first column of each of these tables is its key
    sets = ", ".join(f"{name} = excluded.{name}" for name in row if name != key)
    then = "NOTHING" if table in _UNCHANGING else f"UPDATE SET {sets}"
    db.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) DO {then}",  # noqa: S608 - our own names
        tuple(row.values()),
    )


def _take_identity(db: sqlite3.Connection, wreck: Wreck) -> None:
    """Keep the library's name, by which briefings and search index know it."""
    for row in wreck.rows("meta", ["id", "identity", "generation"]).rows[:1]:
        name, generation = row.get("identity"), row.get("generation")
        if isinstance(name, str) and len(name) == 32 and not set(name) - set("0123456789abcdef"):
            db.execute("UPDATE meta SET identity = ?", (name,))
        if isinstance(generation, int):
            db.execute("UPDATE meta SET generation = max(generation, ?)", (generation,))


def _drop_others(db: sqlite3.Connection, wreck: Wreck, table: str) -> None:
    """Drop what only the backup has; what something that stays points to stays too."""
    kept = {row["id"] for row in wreck.rows(table, ["id"]).rows}
    for (number,) in db.execute(f"SELECT id FROM {table}").fetchall():  # noqa: S608 - our own names
        if number in kept:
            continue
        db.execute("SAVEPOINT one_row")
        try:
            for sql in (*_HANGING_ON.get(table, ()), f"DELETE FROM {table} WHERE id = ?"):  # noqa: S608
                db.execute(sql, (number,))
        except sqlite3.IntegrityError:
            db.execute("ROLLBACK TO one_row")
        db.execute("RELEASE one_row")


def _drop_unproved(db: sqlite3.Connection) -> None:
    """Drop records that quote what is not there any more; they are made of findings again."""
    for kind, number in db.execute("SELECT kind, id FROM record").fetchall():
        try:
            proving.record(db, kind, number)
        except _DOUBTFUL:
            db.execute("DELETE FROM record WHERE id = ?", (number,))
