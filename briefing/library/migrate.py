"""Bring a library's schema up to date, one numbered file after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path

from briefing.errors import LibraryError, LibraryTooNew, ReadOnly
from briefing.library import journal
from briefing.library.connection import transaction
from briefing.phrase import phrase

APPLICATION = 0x42524631  # "BRF1", kept in PRAGMA application_id


@cache
def steps() -> tuple[str, ...]:
    """Return the SQL of each step in order; the n-th leads to version n."""
    folder = files("briefing.library") / "schema"
    named = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(f.read_text(encoding="utf-8") for f in named)


def version_of(db: sqlite3.Connection) -> int:
    """Return the schema version of the database."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def refuse_foreign(db: sqlite3.Connection, file: Path, newest: int) -> None:
    """Refuse a database of another program, or of a newer version of this one.

    Raises:
        LibraryError: another program made the file.
        LibraryTooNew: its schema is newer than `newest`.
    """
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise LibraryError(
            phrase("{file} is a database of another program, not a library.", file=file),
            "Choose another folder.",
        )
    if version_of(db) > newest:
        raise LibraryTooNew(
            phrase(
                "A newer version of this program wrote the library in {parent}.", parent=file.parent
            ),
            "Update the program to open it.",
        )


def needs_update(db: sqlite3.Connection, newest: int, folder: Path) -> None:
    """Refuse a library that would first have to be brought up to date by a writer.

    Raises:
        ReadOnly: its schema is older than `newest`.
    """
    if version_of(db) < newest:
        raise ReadOnly(
            phrase(
                "The library in {folder} is from an older version and must be brought up to date.",
                folder=folder,
            ),
            "Open it once for writing.",
        )


def migrate(db: sqlite3.Connection, todo: Sequence[str], keep: Callable[[], object]) -> None:
    """Apply the steps the database has not seen, each in one transaction with its number.

    Args:
        db: the database.
        todo: the SQL of each step.
        keep: makes a backup; called before the first step on a database that holds a library.
    """
    found = version_of(db)
    if found >= len(todo):
        return
    if found:
        keep()
    db.execute("PRAGMA foreign_keys = OFF")  # a step may rebuild a table others point to
    for number, sql in enumerate(todo, start=1):
        _apply(db, number, sql)
    db.execute("PRAGMA foreign_keys = ON")


def schema_of(db: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Return everything the database defines: tables, indexes, triggers, views."""
    rows = db.execute(
        "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_master "
        "WHERE name NOT GLOB 'sqlite_stat*'"  # what anybody's ANALYZE adds does no harm
    )
    return frozenset(tuple(row) for row in rows)


@cache
def schema_after(todo: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return what a sound library defines after these steps, and nothing else."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db, todo, keep=lambda: None)
        return schema_of(db)


def _apply(db: sqlite3.Connection, number: int, sql: str) -> None:
    with transaction(db):
        if version_of(db) >= number:  # another program was quicker
            return
        for statement in _statements(sql):
            db.execute(statement)
        journal.install(db)
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise AssertionError(f"Schema step {number} breaks a foreign key.")
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {number}")


def _statements(sql: str) -> list[str]:
    # Not executescript: it commits the transaction it is called in.
    statements: list[str] = []
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(gathered):
            statements.append(gathered)
            gathered = ""
    return statements
