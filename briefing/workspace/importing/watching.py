"""Folders the user has watched: which files in them are new, and complete.

A file is complete when its size and time have stayed the same between two looks and it has not
changed for two seconds; what browsers and sync programs are still writing has a name of its own.
Who looks, and when, is the caller's: a timer, or a file-system watcher.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import BadValue, UnreadableFile
from briefing.library import Library
from briefing.phrase import phrase

SETTLED = 2.0
"""Seconds without a change after which a file is complete."""

State = tuple[int, int]
"""Size in bytes, time of change in nanoseconds."""

_TEMPORARY = ("~$", "~", ".")
"""Beginnings of names that programs give to what is not yet a file of the user's."""


@dataclass
class Watching:
    """Watches folders for one library."""

    library: Library
    clock: Callable[[], float] = time.time
    _looked: dict[Path, State] = field(default_factory=dict, init=False, repr=False)

    def folders(self) -> tuple[Path, ...]:
        """Return the folders watched."""
        with self.library.reading() as session:
            return tuple(Path(folder) for folder in session.watched.all())

    def watch(self, folder: Path, *, what_is_there: bool = False) -> None:
        """Watch a folder from now on.

        Args:
            folder: the folder.
            what_is_there: whether the files already in it count as new.

        Raises:
            BadValue: it is no folder, or the library lies in it.
        """
        folder = folder.absolute()
        if not folder.is_dir():
            raise BadValue(
                phrase("{folder} is no folder that can be watched.", folder=folder),
                "Choose another one.",
            )
        if self.library.folder.is_relative_to(folder):
            raise BadValue(
                phrase("{folder} holds the library itself.", folder=folder), "Choose another one."
            )
        seen = {} if what_is_there else {str(f.relative_to(folder)): s for f, s in _states(folder)}
        with self.library.aside() as session:
            session.watched.put(str(folder), seen)

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no longer."""
        with self.library.aside() as session:
            session.watched.remove(str(folder.absolute()))

    def ready(self) -> tuple[Path, ...]:
        """Return the files that are new or changed since they were imported, and complete."""
        with self.library.reading() as session:
            watched = session.watched.all()
        found: list[Path] = []
        looked: dict[Path, State] = {}
        for folder, seen in watched.items():
            for file, state in _states(Path(folder)):
                if seen.get(str(file.relative_to(folder))) == state:
                    continue
                looked[file] = state
                if self._looked.get(file) == state and self._settled(state):
                    found.append(file)
        self._looked = looked
        return tuple(found)

    def waiting(self) -> bool:
        """Return whether a file was seen that may be complete at the next look."""
        return bool(self._looked)

    def done(self, files: Iterable[Path]) -> None:
        """Remember files as imported, or refused: they are new again only once they change.

        What counts is how they were when `ready` gave them: an import takes its time, and what is
        written meanwhile was not read.
        """
        done = {file: self._looked[file] for file in files if file in self._looked}
        with self.library.aside() as session:
            for folder, seen in session.watched.all().items():
                here = {
                    str(f.relative_to(folder)): s
                    for f, s in done.items()
                    if f.is_relative_to(folder)
                }
                if here:
                    session.watched.put(folder, {**seen, **here})
        for file in done:
            self._looked.pop(file, None)

    def _settled(self, state: State) -> bool:
        size, changed = state
        return size > 0 and abs(self.clock() - changed / 1e9) >= SETTLED


def _states(folder: Path) -> Iterator[tuple[Path, State]]:
    from briefing.ingest import files_in  # a window opens without it

    try:
        for file in files_in(folder):
            if not file.name.startswith(_TEMPORARY) and (state := _state(file)):
                yield file, state
    except UnreadableFile:  # a disk that was taken out comes back
        return


def _state(file: Path) -> State | None:
    try:
        found = os.stat(file)  # noqa: PTH116 - one call for size and time
    except OSError:  # gone since the folder was listed
        return None
    return found.st_size, found.st_mtime_ns
