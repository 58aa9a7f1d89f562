"""Make a damaged library anew: from its newest good backup, and from what it still holds itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import LibraryDamaged, NotFound
from briefing.library import failures, unfinished
from briefing.library.backups import Backup, newest_good
from briefing.library.connection import connect_writer, transaction
from briefing.library.layout import DATABASE, ORIGINALS, files_of
from briefing.library.migrate import migrate, steps
from briefing.library.originals import Originals
from briefing.library.pouring import Poured, pour
from briefing.library.presence import alone
from briefing.library.replacing import DAMAGED, put, set_aside
from briefing.library.restoring import unpacked
from briefing.library.wreck import Wreck

TextOf = Callable[[bytes, str], str | None]
"""Returns the text of a file from its bytes and its name, None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How a library was made anew.

    Attributes:
        aside: the files of the damaged database, kept as they were found.
        backup: the one it rests on; None where there is no good one.
        poured: what was taken over from the damaged database, table by table.
    """

    aside: tuple[Path, ...]
    backup: Backup | None
    poured: tuple[Poured, ...]

    @property
    def all_articles(self) -> bool:
        """Whether every article the damaged database had is known and was taken over."""
        return all(p.whole and not p.refused for p in self.poured if p.table == "article")


def salvage(folder: Path, now: dt.datetime, text_of: TextOf) -> Salvaged:
    """Put a sound library in the place of a damaged one, which is kept aside as it was found.

    What the damaged database still tells, and can be proved, counts for more than the backup.
    The undo history is not taken over.

    Raises:
        StorageFull: the disk has no room; the damaged library is as it was.
        LibraryError: another program has it open, or the folder cannot be written.
    """
    folder = folder.resolve()
    with failures.plainly(folder), failures.plainly_files(folder), alone(folder):
        base = newest_good(folder)
        with _working(folder) as work:
            made = work / DATABASE
            _begin(made, base, folder)
            wreck = _copied(folder, work)
            with closing(connect_writer(made)) as db, Wreck(wreck) as found:
                migrate(db, steps(), keep=lambda: None)
                with transaction(db):
                    texts = _Texts(db, Originals(folder / ORIGINALS), text_of)
                    poured = pour(db, found, texts)
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            aside = set_aside(folder, DAMAGED, now)
            put(made, folder)
    return Salvaged(aside, base, poured)


@contextmanager
def _working(folder: Path) -> Iterator[Path]:
    work = Path(tempfile.mkdtemp(prefix=unfinished.PREFIX, dir=folder))  # 0700 by itself
    try:
        yield work
    finally:
        shutil.rmtree(work)


def _begin(made: Path, base: Backup | None, folder: Path) -> None:
    if base is None:
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        return
    with unpacked(base.path, folder) as copy:
        (copy / DATABASE).rename(made)


def _copied(folder: Path, work: Path) -> Path:
    place = work / "damaged"
    place.mkdir(mode=0o700)
    for file in files_of(folder / DATABASE):
        if not file.name.endswith("-shm"):  # SQLite makes it again from the log
            shutil.copy(file, place / file.name)
    return place / DATABASE


class _Texts:
    """The texts of articles: those that are there, and those read again from the originals."""

    def __init__(self, db: sqlite3.Connection, originals: Originals, text_of: TextOf) -> None:
        self._db = db
        self._originals = originals
        self._text_of = text_of

    def original_of(self, sha256: str, digest: str, file_name: str) -> str | None:
        """Return the SHA-256 of an article's original; None if what is said to be it cannot be one.

        Where no original has that name, one with the article's text is looked for; where there is
        none, the original was lost, and the article is kept without it.
        """
        there = [file.name for file in self._originals.all()]
        if sha256 in there:
            return sha256
        for name in there:
            text = self._read(name, file_name)
            if text is not None and hashlib.sha256(text.encode()).hexdigest() == digest:
                return name
        return sha256 if Originals.may_name(sha256) else None

    def ensure(self, digest: str, sha256: str, file_name: str) -> str | None:
        """Return the digest of the article's text, read anew if need be; None if it is gone."""
        if self._db.execute("SELECT 1 FROM source WHERE digest = ?", (digest,)).fetchone():
            return digest
        text = self._read(sha256, file_name)
        if text is None:
            return None
        found = hashlib.sha256(text.encode()).hexdigest()
        self._db.execute("INSERT OR IGNORE INTO source VALUES (?, ?)", (found, text))
        return found

    def _read(self, sha256: str, file_name: str) -> str | None:
        try:
            data = self._originals.get(sha256)
        except (LibraryDamaged, NotFound):
            return None
        return self._text_of(data, file_name)
