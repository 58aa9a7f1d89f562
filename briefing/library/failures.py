"""The one place where errors of SQLite and of the file system become sentences."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BriefingError, LibraryDamaged, LibraryError, ReadOnly, StorageFull
from briefing.library.layout import DATABASE
from briefing.phrase import as_phrase, phrase

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
# A write that fails for want of room is reported as an I/O error where a limit on file size or a
# quota stopped it; a failing disk says the same, so the sentence names the disk.
_WRITING = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
    sqlite3.SQLITE_IOERR_COMMIT_ATOMIC,
}


@contextmanager
def plainly(folder: Path, db: sqlite3.Connection | None = None) -> Iterator[None]:
    """Turn an error of SQLite raised inside into the LibraryError that says it in a sentence.

    Errors that only a fault of ours can cause (a constraint, bad SQL) pass unchanged, unless
    a look at `db` shows that the file is damaged: then they follow from that.

    Raises:
        StorageFull: the disk has no room.
        LibraryDamaged: the file is not a sound database.
        ReadOnly: the file or its folder may not be written.
        LibraryError: another program holds the library for too long, or the disk fails.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's own message quotes bytes of a damaged file
        raise damaged(folder, "it holds text that is no text") from error
    except sqlite3.Error as error:
        ours = of_sqlite(error, folder)
        if ours is None and db is not None:
            ours = _found_damaged(db, folder)
        if ours is None:
            raise
        raise ours from error


@contextmanager
def plainly_files(folder: Path) -> Iterator[None]:
    """Turn an error of the file system raised inside into a LibraryError about `folder`."""
    try:
        yield
    except OSError as error:
        raise of_system(error, folder) from error


def of_system(error: OSError, folder: Path) -> LibraryError:
    """Return what an error of the file system means for the library in `folder`."""
    if error.errno in _FULL:
        return no_room(folder)
    if error.errno in _FORBIDDEN:
        return read_only(folder) if (folder / DATABASE).exists() else _shut(folder)
    if isinstance(error, FileNotFoundError) and not folder.exists():
        return LibraryError(
            phrase("There is no folder {folder}.", folder=folder),
            "Make it first, or choose another one.",
        )
    return LibraryError(
        phrase("{folder} cannot be used: {error}.", folder=folder, error=error.strerror or error)
    )


def of_sqlite(error: sqlite3.Error, folder: Path) -> BriefingError | None:
    """Return what an error of SQLite means, or None where only a fault of ours can cause it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        undecodable = str(error).startswith("Could not decode")
        return damaged(folder, "it holds text that is no text") if undecodable else None
    if code in _WRITING or code == sqlite3.SQLITE_FULL:
        return no_room(folder)
    by_kind: dict[int, Callable[[], BriefingError]] = {
        sqlite3.SQLITE_CORRUPT: lambda: damaged(folder, str(error)),
        sqlite3.SQLITE_NOTADB: lambda: damaged(folder, str(error)),
        sqlite3.SQLITE_READONLY: lambda: read_only(folder),
        sqlite3.SQLITE_PERM: lambda: read_only(folder),
        sqlite3.SQLITE_BUSY: lambda: _busy(folder),
        sqlite3.SQLITE_LOCKED: lambda: _busy(folder),
        sqlite3.SQLITE_CANTOPEN: lambda: _not_opened(folder),
        sqlite3.SQLITE_IOERR: lambda: _failing(folder, error),
    }
    found = by_kind.get(code & 0xFF)
    return found() if found else None


def no_room(folder: Path) -> StorageFull:
    """Return the error for a full disk."""
    return StorageFull(
        phrase(
            "The disk that holds {folder} has no room left; nothing of the last change was kept.",
            folder=folder,
        ),
        "Free some space and try again.",
    )


def damaged(folder: Path, why: str) -> LibraryDamaged:
    """Return the error for a file that is no sound database."""
    return LibraryDamaged(
        phrase("The library in {folder} is damaged: {why}.", folder=folder, why=as_phrase(why)),
        "It can be made anew from its backups and originals: briefing repair.",
    )


def read_only(folder: Path) -> ReadOnly:
    """Return the error for a library that may not be changed."""
    return ReadOnly(
        phrase("The library in {folder} may be read but not changed.", folder=folder),
        "Open it read-only, or change the permissions of its folder.",
    )


def _shut(folder: Path) -> ReadOnly:
    return ReadOnly(
        phrase("Nothing may be written into {folder}.", folder=folder),
        "Choose another folder, or change its permissions.",
    )


def _found_damaged(db: sqlite3.Connection, folder: Path) -> LibraryDamaged | None:
    try:
        (said,) = db.execute("PRAGMA integrity_check(1)").fetchone()
        astray = db.execute("PRAGMA foreign_key_check").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return damaged(folder, str(error))
    if said != "ok":
        return damaged(folder, said)
    return damaged(folder, "parts of it are missing") if astray else None


def _busy(folder: Path) -> LibraryError:
    return LibraryError(
        phrase(
            "Another program has been writing to the library in {folder} for ten seconds.",
            folder=folder,
        ),
        "Try again once it has finished.",
    )


def _not_opened(folder: Path) -> LibraryError:
    return LibraryError(
        phrase("The library in {folder} cannot be opened.", folder=folder), "Check its permissions."
    )


def _failing(folder: Path, error: sqlite3.Error) -> LibraryError:
    return LibraryError(
        phrase(
            "The disk that holds {folder} reports an error: {error}.", folder=folder, error=error
        )
    )
