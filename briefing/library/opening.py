"""Find or make the library's file: its place, its modes, its schema."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from briefing.errors import LibraryError, LibraryMissing
from briefing.library import aftercare, backups, failures, unfinished
from briefing.library.connection import connect_reader, connect_writer
from briefing.library.layout import BACKUPS, DATABASE, ORIGINALS
from briefing.library.migrate import (
    migrate,
    needs_update,
    refuse_foreign,
    schema_after,
    schema_of,
    steps,
)
from briefing.library.originals import sync_folder
from briefing.library.presence import Presence
from briefing.phrase import phrase


def open_writer(folder: Path, *, create: bool) -> tuple[sqlite3.Connection, Presence]:
    """Return a connection that may write to the library in `folder`, its schema up to date.

    After an end that was not clean the database is looked over before it is used, a large one
    beside its use; see `aftercare`.

    Raises:
        LibraryMissing: there is no library and `create` is False.
        LibraryTooNew, LibraryDamaged, ReadOnly, StorageFull, LibraryError: see `failures`.
    """
    file = folder / DATABASE
    todo = steps()
    with failures.plainly(folder), failures.plainly_files(folder):
        if not file.exists():
            _refuse_bereft(folder)
            if not create:
                raise _missing(folder)
            _create(folder, todo)
        _refuse_unusable(file)
        if not (os.access(file, os.W_OK) and os.access(folder, os.W_OK)):
            raise failures.read_only(folder)
        presence = Presence(folder)
        try:
            return _prepared(folder, todo, presence), presence
        except BaseException:
            presence.leave(looked_over=not presence.unclean)
            raise


def _prepared(folder: Path, todo: tuple[str, ...], presence: Presence) -> sqlite3.Connection:
    file = folder / DATABASE
    db = connect_writer(file)
    try:
        refuse_foreign(db, file, len(todo))
        if aftercare.is_due_first(folder, presence):
            aftercare.look_over(db, folder)
        migrate(db, todo, keep=lambda: backups.make(db, folder, _now(), backups.UPDATE))
        _refuse_altered(db, folder, todo)
        unfinished.sweep(folder)
        unfinished.sweep(folder / ORIGINALS)
        unfinished.sweep(folder / BACKUPS)
    except BaseException:
        db.close()
        raise
    return db


def open_reader(folder: Path) -> sqlite3.Connection:
    """Return a read-only connection to the library in `folder`.

    Raises:
        LibraryMissing: there is no library.
        LibraryTooNew, LibraryDamaged, ReadOnly, LibraryError: see `failures`.
    """
    file = folder / DATABASE
    todo = steps()
    with failures.plainly(folder), failures.plainly_files(folder):
        if not file.exists():
            _refuse_bereft(folder)
            raise _missing(folder)
        _refuse_unusable(file)
        db = connect_reader(file)
        try:
            refuse_foreign(db, file, len(todo))
            needs_update(db, len(todo), folder)
            _refuse_altered(db, folder, todo)
        except BaseException:
            db.close()
            raise
    return db


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _missing(folder: Path) -> LibraryMissing:
    return LibraryMissing(
        phrase("There is no library in {folder}.", folder=folder), "Name another folder."
    )


def _refuse_bereft(folder: Path) -> None:
    # Else a library whose file was lost would begin again, empty, and nobody would be told.
    rest = folder / ORIGINALS, folder / BACKUPS
    if any(place.is_dir() and any(place.iterdir()) for place in rest):
        raise failures.damaged(folder, f"its file {DATABASE} is gone")


def _refuse_unusable(file: Path) -> None:
    if not file.is_file():
        raise LibraryError(phrase("{file} is not a file.", file=file), "Choose another folder.")
    if file.stat().st_size == 0:  # never ours: a new library appears whole, under its name
        raise failures.damaged(file.parent, "its file is empty")


def _refuse_altered(db: sqlite3.Connection, folder: Path, todo: tuple[str, ...]) -> None:
    # What a damaged or a tampered file defines is not to be run: a trigger is a program.
    if schema_of(db) != schema_after(todo):
        raise failures.damaged(folder, "its tables are not those this program makes")


def _create(folder: Path, todo: Sequence[str]) -> None:
    """Make a library under another name first, so that nobody ever sees half of one."""
    new = not folder.exists()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not new and not any(folder.iterdir()):
        folder.chmod(0o700)
    number, name = tempfile.mkstemp(prefix=unfinished.PREFIX, suffix=".sqlite3", dir=folder)
    os.close(number)  # it is 0600, and so will be the files SQLite puts beside it
    made = Path(name)
    try:
        with closing(connect_writer(made)) as db:
            migrate(db, todo, keep=lambda: None)
        unfinished.give_name(made, folder / DATABASE)
    except FileExistsError:
        return  # another program was quicker: its library is as good
    finally:
        for rest in folder.glob(made.name + "*"):
            rest.unlink(missing_ok=True)
    sync_folder(folder)
