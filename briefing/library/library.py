"""The library: one folder, one writer at a time, readers beside it, and undo."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.errors import LibraryDamaged
from briefing.library import backups, journal, queue
from briefing.library.aftercare import Aftercare, is_due_first
from briefing.library.backup import back_up
from briefing.library.backups import Backup
from briefing.library.checking import problems
from briefing.library.connection import Readers, transaction
from briefing.library.failures import damaged, plainly, plainly_files, read_only
from briefing.library.journal import Undone, UndoStatus
from briefing.library.layout import ORIGINALS
from briefing.library.opening import open_reader, open_writer
from briefing.library.originals import Originals
from briefing.library.places import refuse_unreadable
from briefing.library.presence import Presence
from briefing.library.session import Session
from briefing.library.together import Together


class Library:
    """All the program knows, in one folder.

    Use `operation` for what the user does and can undo, `aside` for what undo should leave alone,
    `reading` for looking. Any thread may use it; writers wait for each other.

    Attributes:
        folder: where it is.
        identity: a name no other library has, the same for its copies.
        read_only: whether it was opened for reading only.
    """

    def __init__(
        self, folder: Path, writer: sqlite3.Connection | None, presence: Presence | None
    ) -> None:
        self.folder = folder
        self.read_only = writer is None
        self._presence = presence
        self._aftercare: Aftercare | None = None
        self._writer = writer
        self._lock = threading.Lock()
        self._holder: int | None = None
        self._readers = Readers(lambda: open_reader(folder))
        self._originals = Originals(folder / ORIGINALS)
        with self._read() as db:
            named = db.execute("SELECT identity FROM meta").fetchone()
        if named is None:
            raise damaged(folder, "it has no name")
        self.identity = str(named[0])
        if presence and presence.unclean and not is_due_first(folder, presence):
            self._aftercare = Aftercare(folder, presence, lambda: open_reader(folder))

    @classmethod
    def open(cls, folder: Path, *, create: bool = True, read_only: bool = False) -> Library:
        """Open the library in `folder`, made there first where there is none.

        Args:
            folder: where it is; relative paths are taken from the working directory.
            create: whether to make one where there is none; never done with `read_only`.
            read_only: whether to open it for reading only, as in a folder that may not be written.

        Raises:
            LibraryMissing: there is none, and none is to be made.
            LibraryTooNew: a newer version of the program wrote it.
            LibraryDamaged: its file is not a sound database.
            ReadOnly: it may not be written, and `read_only` was not asked for.
            StorageFull: the disk has no room.
            LibraryError: the file is another program's, may not be read, or cannot be opened.
        """
        folder = folder.absolute()
        refuse_unreadable(folder)
        if read_only:
            return cls(folder, None, None)
        writer, presence = open_writer(folder, create=create)
        try:
            return cls(folder, writer, presence)
        except BaseException:
            writer.close()
            presence.leave(looked_over=not presence.unclean)
            raise

    @contextmanager
    def operation(self, title: str, *, batch: int | None = None) -> Iterator[Session]:
        """Give a session whose changes are one step of undo under `title`.

        All of it is committed at the end, or nothing where anything is raised. Operations of one
        batch that follow each other are undone, and done again, together.

        Raises:
            ReadOnly, StorageFull, LibraryDamaged, LibraryError: it cannot be written.
        """
        with self._write() as db, journal.recording(db, title, batch):
            yield Session(db)

    @contextmanager
    def together(self) -> Iterator[Together]:
        """Give what begins operations that are committed together at the end.

        All of them are kept, or none where anything is raised; another writer waits meanwhile.

        Raises:
            ReadOnly, StorageFull, LibraryDamaged, LibraryError: it cannot be written.
        """
        with self._write() as db:
            yield Together(db)

    def batch(self, title: str) -> int:
        """Begin a batch of operations; `{number}` in its title is shown as their number.

        Raises:
            ReadOnly, StorageFull, LibraryDamaged, LibraryError: it cannot be written.
        """
        with self._write() as db:
            return journal.new_batch(db, title)

    @contextmanager
    def aside(self) -> Iterator[Session]:
        """Give a session for what is not undone: index queue, positions, searches, exports.

        Raises:
            ReadOnly, StorageFull, LibraryDamaged, LibraryError: it cannot be written.
        """
        with self._write() as db:
            yield Session(db)

    @contextmanager
    def unjournalled(self) -> Iterator[Session]:
        """Give a session for any change at all, of which undo knows nothing: after a repair.

        Raises:
            ReadOnly, StorageFull, LibraryDamaged, LibraryError: it cannot be written.
        """
        with self._write() as db, journal.looking_away(db):
            yield Session(db)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one committed state and can change nothing.

        Raises:
            LibraryDamaged, LibraryError: it cannot be read. ReadOnly: something was written.
        """
        with self._read() as db:
            yield Session(db)

    def undo(self) -> Undone | None:
        """Undo the last operation; None where there is none.

        Raises:
            ReadOnly, StorageFull, LibraryDamaged, LibraryError: it cannot be written.
        """
        with self._write() as db:
            return journal.undo(db)

    def redo(self) -> Undone | None:
        """Do the operation undone last again; None where there is none.

        Raises:
            ReadOnly, StorageFull, LibraryDamaged, LibraryError: it cannot be written.
        """
        with self._write() as db:
            return journal.redo(db)

    def undo_status(self) -> UndoStatus:
        """Return the titles of what undo and redo would do next."""
        with self._read() as db:
            return journal.status(db)

    def history(self) -> tuple[str, ...]:
        """Return the titles of the operations that can be undone, newest first."""
        with self._read() as db:
            return journal.history(db)

    def generation(self) -> int:
        """Return a number that grows with every commit that changed what can be searched."""
        with self._read() as db:
            return queue.generation(db)

    def keep_original(self, data: bytes, sha256: str) -> None:
        """Keep a file's bytes for ever, whole or not at all.

        Raises:
            ValueError: `sha256` is not the SHA-256 of the bytes.
            ReadOnly, StorageFull, LibraryError: it cannot be written.
        """
        if self.read_only:
            raise read_only(self.folder)
        self._originals.keep(data, sha256)

    def original(self, sha256: str) -> bytes:
        """Return the bytes of a file kept.

        Raises:
            NotFound: there is no such file. LibraryDamaged: its bytes were changed.
        """
        return self._originals.get(sha256)

    def originals(self) -> tuple[str, ...]:
        """Return the SHA-256 of every file kept, in order."""
        return tuple(file.name for file in self._originals.all())

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the library, a sentence each; nothing where it is sound.

        Looks at the database and its links, at the originals, and at every quote of a text.
        """
        try:
            with self._read() as db:
                return problems(db, self._originals)
        except LibraryDamaged as error:
            return (str(error),)

    def backup(self, target: Path) -> None:
        """Write a verified copy of all but the index as one .zip file, whole or not at all.

        Others may go on reading and writing meanwhile; the copy holds one committed state.

        Raises:
            StorageFull, LibraryDamaged, LibraryError: it cannot be made; an earlier file of that
                name stays as it is.
        """
        with plainly(self.folder), closing(open_reader(self.folder)) as db:
            back_up(db, self._originals.all(), target.absolute())

    def back_up_if_due(self, now: dt.datetime, *, anyway: bool = False) -> Backup | None:
        """Make a copy in the library's own folder `backups/` where one is due; return it.

        One is due where the newest is older than 12 hours and something changed since, or the user
        wants one `anyway`.

        Raises:
            StorageFull, LibraryDamaged, LibraryError: it cannot be made; those there stay.
        """
        if self._writer is None:  # for reading alone, or closed
            return None
        with plainly_files(self.folder), self._read() as db:
            due = anyway or backups.is_due(db, self.folder, now)
            reason = backups.ASKED if anyway else backups.CLOSING
            return backups.make(db, self.folder, now, reason) if due else None

    def close(self) -> None:
        """Close every connection; those in use are closed as they come free."""
        if self._aftercare is not None:
            self._aftercare.stop()
        with self._lock:
            self._readers.close()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            if self._presence is not None:
                self._presence.leave(looked_over=self._aftercare is None or self._aftercare.sound)
                self._presence = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        if self.read_only:
            raise read_only(self.folder)
        if self._holder == threading.get_ident():
            raise RuntimeError("An operation was begun inside an operation.")
        with self._lock:
            if self._writer is None:
                raise RuntimeError("The library is closed.")
            if self._aftercare is not None:
                self._aftercare.refuse_damaged()
            self._holder = threading.get_ident()
            try:
                with plainly(self.folder, self._writer), transaction(self._writer):
                    yield self._writer
            finally:
                self._holder = None

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        with plainly(self.folder), self._readers.one() as db, plainly(self.folder, db):
            yield db
