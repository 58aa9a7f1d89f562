"""Make a library of a backup, which may have come from anybody."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.errors import LibraryError, LibraryMissing
from briefing.library import failures, unfinished
from briefing.library.archive import (
    MANIFEST,
    UNREADABLE,
    Entry,
    Manifest,
    manifest_in,
    may_hold,
    pour,
    unsound,
)
from briefing.library.layout import DATABASE, ORIGINALS
from briefing.library.migrate import (
    refuse_foreign,
    schema_after,
    schema_of,
    steps,
    version_of,
)
from briefing.library.originals import sync_folder
from briefing.phrase import phrase


def restore(backup: Path, folder: Path) -> None:
    """Make the library that a backup holds in `folder`, whole or not at all.

    Args:
        backup: a file written by `Library.backup`.
        folder: where the library is to be; empty or not there yet.

    Raises:
        LibraryMissing: there is no such backup.
        LibraryDamaged: the backup is not one, or not whole, or holds what it should not.
        LibraryTooNew: a newer version of the program wrote it.
        StorageFull: the disk has no room.
        LibraryError: the folder holds something, or cannot be written.
    """
    folder = folder.resolve()
    with failures.plainly_files(folder), failures.plainly(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise LibraryError(
                phrase("{folder} is not empty.", folder=folder), "Name an empty or a new folder."
            )
        folder.parent.mkdir(parents=True, exist_ok=True)
        with unpacked(backup, folder.parent) as work:
            _move(work, folder)


def prove(backup: Path) -> None:
    """Unpack a backup beside itself, prove that it is whole and sound, and drop what was unpacked.

    Raises:
        LibraryMissing, LibraryDamaged, LibraryTooNew, StorageFull, LibraryError: see `restore`.
    """
    with unpacked(backup, backup.parent):
        return


@contextmanager
def unpacked(backup: Path, beside: Path) -> Iterator[Path]:
    """Unpack a backup into a folder of its own in `beside`, proved sound; the folder goes after.

    Raises:
        LibraryMissing, LibraryDamaged, LibraryTooNew, StorageFull, LibraryError: see `restore`.
    """
    if not backup.is_file():
        raise LibraryMissing(
            phrase("There is no backup {backup}.", backup=backup), "Check the name."
        )
    with failures.plainly_files(beside), failures.plainly(beside):
        work = Path(tempfile.mkdtemp(prefix=unfinished.PREFIX, dir=beside))  # 0700 by itself
        try:
            _unpack(backup, work)
            _verify(backup, work)
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)  # it may have become the library


def _unpack(backup: Path, work: Path) -> None:
    try:
        with zipfile.ZipFile(backup) as archive:
            manifest = _manifest(backup, archive)
            if sum(e.size for e in manifest.files) > shutil.disk_usage(work).free:
                raise failures.no_room(work.parent)
            (work / ORIGINALS).mkdir(mode=0o700)
            for entry in manifest.files:
                _unpack_one(backup, archive, entry, work)
    except UNREADABLE as error:
        raise unsound(backup, f"it cannot be unpacked ({error})") from error


def _manifest(backup: Path, archive: zipfile.ZipFile) -> Manifest:
    infos = {info.filename: info for info in archive.infolist()}
    manifest = manifest_in(backup, archive)
    names = [entry.name for entry in manifest.files]
    if sorted([MANIFEST, *names]) != sorted(i.filename for i in archive.infolist()):
        raise unsound(backup, "it holds other files than it lists")
    if DATABASE not in names or not all(map(may_hold, names)):
        raise unsound(backup, "it holds a file that does not belong in a library")
    for entry in manifest.files:
        _refuse_odd(backup, infos[entry.name], entry)
    return manifest


def _refuse_odd(backup: Path, info: zipfile.ZipInfo, entry: Entry) -> None:
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        raise unsound(backup, f"{entry.name} in it is a link or no plain file")
    if info.file_size != entry.size or entry.size < 0:
        raise unsound(backup, f"{entry.name} in it has another size than listed")


def _unpack_one(backup: Path, archive: zipfile.ZipFile, entry: Entry, work: Path) -> None:
    number = os.open(work / entry.name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(number, "wb") as target, archive.open(entry.name) as source:
        found = pour(source, target, entry.size)
        target.flush()
        os.fsync(target.fileno())
    if found != (entry.size, entry.sha256):
        raise unsound(backup, f"{entry.name} in it is not what was backed up")


def _verify(backup: Path, work: Path) -> None:
    """Refuse a database that is unsound or defines what ours does not: a trigger would run."""
    uri = f"{(work / DATABASE).absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as db:
            refuse_foreign(db, backup, len(steps()))
            sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours = schema_of(db) == schema_after(steps()[: version_of(db)])
    except sqlite3.DatabaseError as error:
        raise unsound(backup, f"its database cannot be read ({error})") from error
    if not (sound and ours):
        raise unsound(backup, "its database is not sound")


def _move(work: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()  # it is empty
    work.rename(folder)
    sync_folder(folder.parent)
