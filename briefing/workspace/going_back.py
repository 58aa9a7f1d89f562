"""Going back to a backup of a library that was open until now, or opening one beside it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from briefing.errors import BriefingError
from briefing.library import Library, restore
from briefing.phrase import phrase
from briefing.workspace.keeping import UNFINISHED, restore_from


def hold(backup: Path) -> Path:
    """Return a copy of a backup in a folder of its own, which `go_back_to` removes.

    Raises:
        BriefingError: it cannot be copied.
    """
    try:
        place = Path(tempfile.mkdtemp(prefix=UNFINISHED))  # 0700 by itself
        return Path(shutil.copy2(backup, place))
    except OSError as error:
        raise BriefingError(
            phrase("{backup} cannot be read ({strerror}).", backup=backup, strerror=error.strerror)
        ) from error


def go_back_to(folder: Path, held: Path) -> tuple[Path, ...]:
    """Go back to a backup that `hold` copied; see `restore_from`."""
    try:
        return restore_from(folder, held)
    finally:
        shutil.rmtree(held.parent, ignore_errors=True)


def restore_beside(folder: Path, backup: Path, target: Path) -> None:
    """Make a library of a backup in another folder, with the originals the first library keeps.

    Args:
        folder: the library the backup is of; it may be open.
        backup: one of its backups, or a copy of it.
        target: a new or empty folder.

    Raises:
        LibraryMissing, LibraryDamaged, LibraryTooNew, StorageFull, LibraryError: see `restore`.
    """
    restore(backup, target)
    with Library.open(folder, read_only=True) as here, Library.open(target) as there:
        with there.reading() as session:
            wanted = {session.articles.get(line.id).sha256 for line in session.articles.lines()}
        for name in sorted(wanted.intersection(here.originals()) - set(there.originals())):
            there.keep_original(here.original(name), name)
