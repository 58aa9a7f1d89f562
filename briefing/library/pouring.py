"""Take rows of a damaged database over into a sound one: those that prove to be what they say."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from briefing.errors import BriefingError, NotFound
from briefing.library import codec, journal
from briefing.library.articles import Articles
from briefing.library.decisions import Decisions
from briefing.library.findings import FindingsTable
from briefing.library.meetings import Meetings
from briefing.library.records import RecordsTable
from briefing.library.wreck import Wreck
from briefing.model import Extent, Span

EnsureText = Callable[[str, str, str], str | None]
_Row = dict[str, Any]
_Prove = Callable[[sqlite3.Connection, _Row], None]


class _Unproved(Exception):
    """A row is not what it says it is."""


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


def pour(db: sqlite3.Connection, wreck: Wreck, ensure_text: EnsureText) -> tuple[Poured, ...]:
    """Take over what can be read and proved, table by table, in one transaction of the caller's.

    Args:
        db: the sound database; what it holds already gives way to what is taken over.
        wreck: the damaged one.
        ensure_text: sees to it that an article's text is there: from its digest, the SHA-256
            of its original and its file name to the digest of the text, None where it is lost.
    """
    proofs = _proofs(ensure_text)
    _take_identity(db, wreck)
    with journal.looking_away(db):
        found = tuple(_pour_table(db, wreck, table, proofs.get(table)) for table in _TABLES)
        for one in reversed(found):
            if one.whole and one.table in _CHANGING:
                _drop_others(db, wreck, one.table)
        db.execute(_DROP_MISNAMED)
        _drop_unproved(db)
    # A history of steps that lead from states this library never had would not be undone rightly.
    db.execute("DELETE FROM operation")
    db.execute("DELETE FROM index_queue")
    db.execute("UPDATE meta SET generation = generation + 1")
    return found


# In this order, as later ones point to earlier ones.
_TABLES = (
    "source", "article", "findings", "meeting", "meeting_article", "decision",
    "record_name", "record", "position", "saved_search", "export",
)  # fmt: skip
_UNCHANGING = {"source", "decision", "record_name"}  # what the backup has of these is right
_CHANGING = {"article", "findings", "meeting", "meeting_article", "decision", "record"}


_DROP_MISNAMED = """
DELETE FROM record WHERE NOT EXISTS (
    SELECT 1 FROM record_name n WHERE n.id = record.id AND n.kind = record.kind
    AND n.key = record.key
    AND n.scope = iif(meeting IS NULL, 'article ' || article, 'meeting ' || meeting)
)"""


def _pour_table(db: sqlite3.Connection, wreck: Wreck, table: str, prove: _Prove | None) -> Poured:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    found = wreck.rows(table, columns)
    taken = sum(_pour_row(db, table, row, prove) for row in found.rows)
    return Poured(table, taken, len(found.rows) - taken, found.whole)


def _pour_row(db: sqlite3.Connection, table: str, row: _Row, prove: _Prove | None) -> bool:
    db.execute("SAVEPOINT one_row")
    try:
        if table == "article" and prove:
            prove(db, row)  # its text must be there first
        _write(db, table, row)
        if prove:
            prove(db, row)
    except (sqlite3.Error, BriefingError, _Unproved, ValueError, TypeError, KeyError):
        db.execute("ROLLBACK TO one_row")
        taken = False
    else:
        taken = True
    db.execute("RELEASE one_row")
    return taken


def _write(db: sqlite3.Connection, table: str, row: _Row) -> None:
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
    kept = {row["id"] for row in wreck.rows(table, ["id"]).rows}
    for (number,) in db.execute(f"SELECT id FROM {table}").fetchall():  # noqa: S608 - our own names
        if number in kept:
            continue
        db.execute("SAVEPOINT one_row")
        try:
            db.execute(f"DELETE FROM {table} WHERE id = ?", (number,))  # noqa: S608
        except sqlite3.IntegrityError:  # something that stays points to it
            db.execute("ROLLBACK TO one_row")
        db.execute("RELEASE one_row")


def _drop_unproved(db: sqlite3.Connection) -> None:
    """Drop records that quote what is not there any more; they are made of findings again."""
    for number, kind in db.execute("SELECT id, kind FROM record").fetchall():
        try:
            _record(db, {"id": number, "kind": kind})
        except (BriefingError, _Unproved, KeyError):
            db.execute("DELETE FROM record WHERE id = ?", (number,))


def _proofs(ensure_text: EnsureText) -> dict[str, _Prove]:
    def article(db: sqlite3.Connection, row: _Row) -> None:
        known = db.execute("SELECT sha256 FROM article WHERE id = ?", (row["id"],)).fetchone()
        if known not in (None, (row["sha256"],)):
            raise _Unproved
        digest = ensure_text(row["source"], row["sha256"], row["file_name"])
        if digest is None:
            raise _Unproved
        if digest != row["source"]:  # read anew, and by other rules than then
            row |= {"source": digest, "hidden": "[]"}
        if db.execute("SELECT 1 FROM article WHERE id = ?", (row["id"],)).fetchone():
            Articles(db).get(row["id"])

    return {
        "source": _source,
        "article": article,
        "findings": _findings,
        "meeting": lambda db, row: _ignore(Meetings(db).get(row["id"])),
        "decision": _decision,
        "record": _record,
    }


def _ignore(_: object) -> None:
    """Take a value that was only wanted for whether it can be had."""


def _text(db: sqlite3.Connection, article: int) -> str:
    row = db.execute(
        "SELECT text FROM source JOIN article ON source = digest WHERE id = ?", (article,)
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no article {article} in this library.")
    return str(row[0])


def _source(_: sqlite3.Connection, row: _Row) -> None:
    if hashlib.sha256(row["text"].encode()).hexdigest() != row["digest"]:
        raise _Unproved


def _findings(db: sqlite3.Connection, row: _Row) -> None:
    found = FindingsTable(db).get(row["id"])
    text = _text(db, row["id"])
    if any(text[e.start : e.end] != e.quote for e in codec.found_in(Extent, found)):
        raise _Unproved
    assert found is not None
    if any(not 0 <= s.start <= s.end <= len(text) for s in found.sentences):
        raise _Unproved


def _record(db: sqlite3.Connection, row: _Row) -> None:
    record = RecordsTable(db).get(row["kind"], row["id"])
    for span in codec.found_in(Span, record):
        if _text(db, span.article)[span.start : span.end] != span.quote:
            raise _Unproved


def _decision(db: sqlite3.Connection, row: _Row) -> None:
    """Prove a decision; a quote whose text was read anew is looked for there."""
    decision = Decisions(db).get(row["id"])
    spans = tuple(s for s in (_found_again(db, span) for span in decision.spans) if s)
    if spans != decision.spans:
        row["spans"] = codec.encode(spans)
        db.execute("UPDATE decision SET spans = ? WHERE id = ?", (row["spans"], row["id"]))


def _found_again(db: sqlite3.Connection, span: Span) -> Span | None:
    try:
        text = _text(db, span.article)
    except BriefingError:
        return span  # a decision outlives the article it quotes
    if text[span.start : span.end] == span.quote:
        return span
    start = text.find(span.quote) if span.quote else -1
    return None if start < 0 else replace(span, start=start, end=start + len(span.quote))
