"""Put another database in the place of a library's own, which is kept beside it as it was."""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.errors import LibraryError
from briefing.library import failures
from briefing.library.archive import manifest_of
from briefing.library.connection import connect_writer
from briefing.library.layout import BESIDE, DATABASE, INDEX, ORIGINALS, files_of
from briefing.library.opening import open_reader
from briefing.library.originals import Originals, sync_folder
from briefing.library.presence import alone
from briefing.library.restoring import unpacked
from briefing.phrase import phrase

log = logging.getLogger(__name__)

DAMAGED, REPLACED = "damaged", "replaced"


def go_back(folder: Path, backup: Path, now: dt.datetime) -> tuple[Path, ...]:
    """Make the library in `folder` what it was when a backup was made.

    Returns:
        The files of the database as it was before, kept beside the new one.

    Raises:
        LibraryMissing, LibraryDamaged, LibraryTooNew: see `restore`; the library stays as it is.
        LibraryError: it is open elsewhere, or the backup is of another library.
        StorageFull: the disk has no room; the library stays as it is.
    """
    folder = folder.resolve()
    with failures.plainly(folder), failures.plainly_files(folder):
        if not folder.is_dir():
            raise LibraryError(
                phrase("There is no folder {folder}.", folder=folder),
                "Name a new folder to restore to.",
            )
        with alone(folder), unpacked(backup, folder) as work:
            _refuse_other(folder, backup)
            _settle(folder / DATABASE)
            kept = set_aside(folder, REPLACED, now)
            for file in Originals(work / ORIGINALS).all():
                _give(file, folder / ORIGINALS)
            put(work / DATABASE, folder)
    return kept


def set_aside(folder: Path, why: str, now: dt.datetime) -> tuple[Path, ...]:
    """Keep a library's database as it is under another name; return the files so kept.

    Args:
        folder: the library's.
        why: DAMAGED or REPLACED.
        now: goes into the name: `library.sqlite3.damaged-20310304T101112Z`.
    """
    stamp = now.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    name, number = f"{DATABASE}.{why}-{stamp}", 1
    while (folder / name).exists():
        number += 1
        name = f"{DATABASE}.{why}-{stamp}-{number}"
    kept = []
    for file in files_of(folder / DATABASE):
        target = folder / (name + file.name.removeprefix(DATABASE))
        try:
            os.link(file, target)
        except OSError:  # a disk without hard links
            shutil.copy2(file, target)
        kept.append(target)
    sync_folder(folder)
    return tuple(kept)


def put(database: Path, folder: Path) -> None:
    """Put a whole database in the place of the library's own; its search index goes."""
    for end in BESIDE:  # a log of the former one would be played into this one
        (folder / (DATABASE + end)).unlink(missing_ok=True)
    os.replace(database, folder / DATABASE)  # noqa: PTH105 - says that it is atomic
    sync_folder(folder)
    drop_index(folder)


def drop_index(folder: Path) -> None:
    """Remove a library's search index, which can be made again at any time."""
    index = folder / INDEX
    if index.is_symlink():
        index.unlink()
    elif index.is_dir():
        shutil.rmtree(index)


def _refuse_other(folder: Path, backup: Path) -> None:
    try:
        with closing(open_reader(folder)) as db:
            (identity,) = db.execute("SELECT identity FROM meta").fetchone()
    except (LibraryError, sqlite3.Error, TypeError) as error:
        log.info("Which library is to be replaced cannot be told: %s", type(error).__name__)
        return
    if identity != manifest_of(backup).identity:
        raise LibraryError(
            phrase(
                "{backup} is a backup of another library than the one in {folder}.",
                backup=backup,
                folder=folder,
            ),
            "Restore it into a new folder.",
        )


def _settle(file: Path) -> None:
    """Bring what is in the log into the database itself, so that neither needs the other."""
    if not file.exists():
        return
    try:
        with closing(connect_writer(file)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:  # it is damaged, and kept as it is
        log.info("The log could not be brought in: %s", type(error).__name__)


def _give(file: Path, originals: Path) -> None:
    originals.mkdir(mode=0o700, exist_ok=True)
    if not (originals / file.name).exists():
        file.rename(originals / file.name)
