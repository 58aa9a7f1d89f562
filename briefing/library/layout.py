"""What the files and folders of a library are called."""

from __future__ import annotations

from pathlib import Path

DATABASE = "library.sqlite3"
ORIGINALS = "originals"
BACKUPS = "backups"
INDEX = "index"
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite adds to the name of a database for the files it keeps beside it."""


def files_of(database: Path) -> tuple[Path, ...]:
    """Return a database's own file and those beside it, as far as they are there."""
    every = (database, *(database.with_name(database.name + end) for end in BESIDE))
    return tuple(file for file in every if file.is_file())
