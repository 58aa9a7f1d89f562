"""The copies the program makes by itself: numbered, verified, the last ten kept.

They hold the database alone. Originals never change once they are written, and stay beside them.
"""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError
from briefing.library.archive import manifest_of
from briefing.library.backup import back_up, state_of
from briefing.library.layout import BACKUPS
from briefing.library.places import refuse_unreadable
from briefing.library.restoring import prove

KEPT = 10
DUE = dt.timedelta(hours=12)
CLOSING, UPDATE, ASKED = "closing", "update", "asked"  # when a backup was made
_NAME = re.compile(r"(\d{4,})-(\d{8}T\d{6}Z)-(closing|update|asked)\.zip")
_TIME = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One copy of the library.

    Attributes:
        number: grows with each copy, whatever the clock says.
        made: by the clock of then, in UTC.
        reason: `closing`, `update` for the one made before the library's schema was updated, or
            `asked` where the user wanted one.
    """

    number: int
    made: dt.datetime
    reason: str
    path: Path

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.path.stat().st_size


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """Return the copies of the library in `folder`, newest first.

    Raises:
        LibraryError: the folder may not be read.
    """
    refuse_unreadable(folder)
    place = folder / BACKUPS
    found = [_of_name(path) for path in place.iterdir()] if place.is_dir() else []
    return tuple(sorted((one for one in found if one), reverse=True))


def newest_good(folder: Path) -> Backup | None:
    """Return the newest copy that proves whole and sound; None where there is none."""
    for backup in backups_of(folder):
        try:
            prove(backup.path)
        except BriefingError:  # the answer for this one: the next is tried
            continue
        return backup
    return None


def make(db: sqlite3.Connection, folder: Path, now: dt.datetime, reason: str = CLOSING) -> Backup:
    """Make a verified copy and drop those beyond the last ten.

    Raises:
        StorageFull, LibraryDamaged, LibraryError: it cannot be made; those there stay.
    """
    place = folder / BACKUPS
    place.mkdir(mode=0o700, exist_ok=True)
    number = max((one.number for one in backups_of(folder)), default=0) + 1
    made = now.astimezone(dt.UTC).replace(microsecond=0)
    target = place / f"{number:04}-{made.strftime(_TIME)}-{reason}.zip"
    back_up(db, (), target)
    _prune(folder)
    return Backup(number, made, reason, target)


def is_due(db: sqlite3.Connection, folder: Path, now: dt.datetime) -> bool:
    """Return whether the library changed since the newest copy, and that is older than 12 hours.

    A copy from the future is no newest one: the clock was set back since.
    """
    newest = next(iter(backups_of(folder)), None)
    if newest is None:
        return True
    if abs(now - newest.made) < DUE:
        return False
    try:
        return manifest_of(newest.path).state != state_of(db)
    except BriefingError:  # it cannot be read: a new one is needed
        return True


def _prune(folder: Path) -> None:
    every = backups_of(folder)
    before_update = [one for one in every if one.reason == UPDATE][:1]
    for one in _less(every[KEPT:], before_update):
        one.path.unlink(missing_ok=True)


def _less(some: Iterable[Backup], kept: Iterable[Backup]) -> list[Backup]:
    return [one for one in some if one not in tuple(kept)]


def _of_name(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        made = dt.datetime.strptime(named[2], _TIME).replace(tzinfo=dt.UTC)
    except ValueError:  # no date: a file of somebody else's
        return None
    return Backup(int(named[1]), made, named[3], path)
