"""Make a backup: one file, verified before it takes the place of an earlier one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.errors import LibraryError
from briefing.library import codec, unfinished
from briefing.library.archive import FORMAT, MANIFEST, Entry, Manifest, pour
from briefing.library.connection import copy_database
from briefing.library.failures import plainly, plainly_files
from briefing.library.layout import DATABASE, ORIGINALS
from briefing.library.originals import sync_folder
from briefing.phrase import phrase


def back_up(db: sqlite3.Connection, originals: Iterable[Path], target: Path) -> None:
    """Write a copy of a library, in use or not, to the .zip file `target`.

    Args:
        db: the library's database.
        originals: the files of `originals/` to put beside it.
        target: the file; an earlier one of that name is replaced once this one is whole.

    Raises:
        StorageFull, LibraryDamaged, LibraryError: it cannot be made; nothing is left behind, and
            an earlier file of that name stays as it is.
    """
    with plainly_files(target.parent), plainly(target.parent), _beside(target) as work:
        copy = work / DATABASE
        copy_database(db, copy)
        (identity,) = db.execute("SELECT identity FROM meta").fetchone()
        sources = [(DATABASE, copy)]
        sources += [(f"{ORIGINALS}/{f.name}", f) for f in originals]
        written = work / "backup.zip"
        entries = _write(written, str(identity), _state_of_copy(copy), sources)
        _verify(written, entries)
        os.replace(written, target)  # noqa: PTH105 - says that it is atomic
        sync_folder(target.parent)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    # In the target's folder, as only within one disk does a file change its name in one step.
    unfinished.sweep(target.parent)
    work = Path(tempfile.mkdtemp(prefix=unfinished.PREFIX, dir=target.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work)


def state_of(db: sqlite3.Connection) -> str:
    """Return a text that differs after every change of what the library holds."""
    counts = db.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
    (generation,) = db.execute("SELECT generation FROM meta").fetchone()
    (undone,) = db.execute("SELECT count(*) FROM operation WHERE undone").fetchone()
    (searches,) = db.execute("SELECT group_concat(query, char(10)) FROM saved_search").fetchone()
    return codec.compact([counts, generation, undone, searches])


def _state_of_copy(copy: Path) -> str:
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as db:
        return state_of(db)


def _write(
    file: Path, identity: str, state: str, sources: Iterable[tuple[str, Path]]
) -> tuple[Entry, ...]:
    number = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(number, "wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            entries = tuple(_add(archive, name, path) for name, path in sources)
            manifest = Manifest(FORMAT, identity, entries, state)
            archive.writestr(zipfile.ZipInfo(MANIFEST), codec.encode(manifest))
        out.flush()
        os.fsync(out.fileno())
    return entries


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> Entry:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.file_size = path.stat().st_size  # tells zipfile whether it needs 64 bits
    with path.open("rb") as source, archive.open(info, "w") as target:
        size, sha256 = pour(source, target, info.file_size)
    return Entry(name, size, sha256)


def _verify(file: Path, entries: Iterable[Entry]) -> None:
    with zipfile.ZipFile(file) as archive:
        for entry in entries:
            with archive.open(entry.name) as stored:
                if pour(stored, None, entry.size) != (entry.size, entry.sha256):
                    raise LibraryError(
                        phrase(
                            "The backup in {parent} does not read back as it was written.",
                            parent=file.parent.parent,
                        ),
                        "Try another disk.",
                    )
