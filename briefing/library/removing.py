"""Delete a library: every file of it, and none that is not its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.errors import LibraryMissing
from briefing.library import failures, unfinished
from briefing.library.backups import backups_of
from briefing.library.layout import BACKUPS, DATABASE, INDEX, ORIGINALS, files_of
from briefing.library.originals import Originals
from briefing.library.places import refuse_unreadable
from briefing.library.presence import PREFIX, alone
from briefing.phrase import phrase

_ASIDE = re.compile(
    rf"{re.escape(DATABASE)}\.(damaged|replaced)-\d{{8}}T\d{{6}}Z(-\d+)?(-wal|-shm|-journal)?"
)
_OF_INDEX = re.compile(r"manifest\.json(\.new)?|(writing|turn)\.lock|whoosh-[0-9a-f]{12}")
_MAGIC = b"SQLite format 3\0"


def remove_library(folder: Path) -> tuple[Path, ...]:
    """Delete the library in `folder`: database, originals, backups, index, what was kept aside.

    The folder goes too where nothing else is in it. Deleting again after a power cut goes on.

    Returns:
        What was left because it is not the library's.

    Raises:
        LibraryMissing: the folder holds no library.
        LibraryError: another program has it open, it may not be read, or something cannot be
            deleted.
    """
    folder = folder.resolve()
    refuse_unreadable(folder)
    if not is_library(folder):
        raise LibraryMissing(
            phrase("There is no library in {folder}; nothing was deleted.", folder=folder)
        )
    with failures.plainly_files(folder):
        with alone(folder):
            for place in (INDEX, ORIGINALS, BACKUPS):
                _empty(folder / place)
            for file in (*_of_folder(folder), *files_of(folder / DATABASE)[::-1]):
                file.unlink(missing_ok=True)  # the database last: till then this can be repeated
        left = tuple(sorted(folder.rglob("*")))
        if not left:
            folder.rmdir()
    return left


def is_library(folder: Path) -> bool:
    """Return whether a folder holds a library, sound or not; no link to one counts."""
    file = folder / DATABASE
    if file.is_symlink() or (folder / ORIGINALS).is_symlink():
        return False
    if file.is_file():
        with file.open("rb") as opened:
            return opened.read(16) == _MAGIC or bool(_named(folder))
    return bool(_named(folder))


def _named(folder: Path) -> list[Path]:
    """Return the originals, backups and files kept aside: names that no other program gives."""
    return [
        *Originals(folder / ORIGINALS).all(),
        *(b.path for b in backups_of(folder)),
        *_aside(folder),
    ]


def _aside(folder: Path) -> Iterator[Path]:
    return (f for f in folder.glob(DATABASE + ".*") if _ASIDE.fullmatch(f.name))


def _of_folder(folder: Path) -> Iterator[Path]:
    yield from list(_aside(folder))
    yield from list(folder.glob(PREFIX + "*"))
    _sweep(folder)


def _empty(place: Path) -> None:
    """Remove what is ours from a folder of the library, and the folder where that was all."""
    if place.is_symlink() or not place.is_dir():
        return
    _sweep(place)
    for path in _OWN[place.name](place):
        _remove(path)
    if not any(place.iterdir()):
        place.rmdir()


_OWN: dict[str, Callable[[Path], list[Path]]] = {
    INDEX: lambda place: [f for f in place.iterdir() if _OF_INDEX.fullmatch(f.name)],
    ORIGINALS: lambda place: list(Originals(place).all()),
    BACKUPS: lambda place: [one.path for one in backups_of(place.parent)],
}


def _sweep(place: Path) -> None:
    for rest in place.glob(unfinished.PREFIX + "*"):
        _remove(rest)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
