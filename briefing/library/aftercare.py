"""After an unclean end: is the database sound?

To look a database over takes 5 ms for each 1,000 articles once its file is in memory, and as long
as the disk needs to read it before. A small one is looked over before it is used. A large one would
keep the window away, so it is looked over beside its use: SQLite's log keeps a killed program from
doing harm, and what is looked for is a rare failure of the disk. Once damage is found, nothing more
is written, and the next to open the library is told at once.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.errors import BriefingError, LibraryDamaged
from briefing.library import failures
from briefing.library.layout import DATABASE
from briefing.library.places import network_of
from briefing.library.presence import Presence

log = logging.getLogger(__name__)

AT_ONCE = 16 * 2**20  # bytes of a database that is looked over before it is used
_PATIENCE = 0.05  # seconds


def is_due_first(folder: Path, presence: Presence) -> bool:
    """Return whether a library is to be looked over before it is used.

    That is so after an unclean end where it is small or was found damaged, and on a network disk,
    where a reader that takes its time keeps writers waiting.
    """
    if not presence.unclean:
        return False
    size = (folder / DATABASE).stat().st_size
    return presence.in_doubt or size <= AT_ONCE or bool(network_of(folder))


def look_over(db: sqlite3.Connection, folder: Path) -> None:
    """Look whether the pages of a database hang together.

    Raises:
        LibraryDamaged: they do not.
    """
    with failures.plainly(folder):
        (found,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise failures.damaged(folder, found)


class Aftercare:
    """Looks a library over beside its use, on a connection of its own."""

    def __init__(
        self, folder: Path, presence: Presence, connect: Callable[[], sqlite3.Connection]
    ) -> None:
        """Begin to look over `folder`."""
        self._folder = folder
        self._presence = presence
        self._connect = connect
        self._db: sqlite3.Connection | None = None
        self._problem: LibraryDamaged | None = None
        self._sound = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._look, name="look over", daemon=True)
        self._thread.start()

    @property
    def sound(self) -> bool:
        """Whether all was looked at and nothing found."""
        return self._sound

    def refuse_damaged(self) -> None:
        """Raise LibraryDamaged if damage was found until now."""
        if self._problem is not None:
            raise self._problem

    def wait(self) -> None:
        """Wait until all was looked at."""
        self._thread.join()

    def stop(self) -> None:
        """End at once, however far it came."""
        while self._thread.is_alive():
            with self._lock:
                if self._db is not None:
                    self._db.interrupt()
            self._thread.join(_PATIENCE)  # what was asked before it began is to be asked again

    def _look(self) -> None:
        try:
            with closing(self._connect()) as db, self._interruptible(db):
                look_over(db, self._folder)
            self._sound = True
        except LibraryDamaged as error:
            self._problem = error
            self._presence.doubt()
            log.warning("After an unclean end the library was found damaged.")
        except (BriefingError, sqlite3.Error) as error:  # interrupted: the next to open it looks
            log.info("The library was not looked over: %s", type(error).__name__)

    @contextmanager
    def _interruptible(self, db: sqlite3.Connection) -> Iterator[None]:
        with self._lock:
            self._db = db
        try:
            yield
        finally:
            with self._lock:
                self._db = None
