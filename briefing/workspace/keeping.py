"""Keeping a library: its backups, going back to one, repairing a damaged library, deleting it.

These use cases take a folder, not an open library: a damaged one cannot be opened.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefing.errors import BriefingError, LibraryDamaged, NotFound
from briefing.ingest import SUFFIXES, IsolatedReader, read_file
from briefing.library import (
    Backup,
    Library,
    backups_of,
    go_back,
    prove,
    remove_library,
    restore,
    salvage,
)
from briefing.paths import Paths
from briefing.phrase import joined, phrase
from briefing.progress import QUIET, Progress
from briefing.settings import Settings
from briefing.workspace.opening import drop_cached_index, open_workspace
from briefing.workspace.workspace import Workspace

UNFINISHED = ".briefing-unfinished-"  # swept by the library if the program is killed
_BEGINNINGS = (
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"mimetypeapplication/vnd.oasis", ".odt"),
    (b"word/", ".docx"),
    (b"<html", ".html"),
    (b"<!doctype html", ".html"),
    (b"\nfrom:", ".eml"),
    (b"\nmime-version:", ".eml"),
)
_LOOKED_AT = 4096  # bytes at the start of an original that tell its kind


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup as it is listed: its number, when and why it was made, its size, whether it is good.

    Attributes:
        problem: what is wrong with it, as a sentence; "" for a good one.
    """

    backup: Backup
    problem: str = ""


_READ_AGAIN = (
    "Articles read again from their original files: {number}; look through them, as one you had "
    "removed may be among them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """What came of a repair.

    Attributes:
        aside: the files of the damaged library, kept as they were found; none where it was sound.
        backup: the backup it was made anew from; None where there was no good one.
        articles, decisions: how many the library now holds.
        read_again: articles made anew from the original files alone.
        unreadable: originals no article could be made of, and why.
        problems: what is still not right, as sentences.
    """

    aside: tuple[Path, ...] = ()
    backup: Backup | None = None
    articles: int = 0
    decisions: int = 0
    read_again: int = 0
    unreadable: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def summary(self) -> str:
        """Return the outcome as one or two sentences."""
        if not self.aside and not self.articles:
            return phrase("The library is sound; nothing was changed.")
        source = phrase("what could be read")
        if self.backup:
            source = phrase(
                "the backup of {made} UTC and what could be read",
                made=f"{self.backup.made:%Y-%m-%d %H:%M}",
            )
        told = [
            phrase(
                "The library was made anew from {source}: articles {articles}, decisions {decisions}.",
                source=source,
                articles=self.articles,
                decisions=self.decisions,
            )
        ]
        if self.read_again:
            told.append(phrase(_READ_AGAIN, number=self.read_again))
        if self.aside:
            told.append(phrase("The damaged file is kept as {name}.", name=self.aside[0].name))
        return joined(told)


def backups(folder: Path, *, proved: bool = False) -> tuple[Kept, ...]:
    """Return the backups the program made of a library, newest first.

    Args:
        folder: the library's; it need not be sound.
        proved: whether to unpack each and look whether it is good; takes a moment for each.
    """
    return tuple(Kept(one, _problem(one) if proved else "") for one in backups_of(folder))


def chosen_backup(folder: Path, name: str) -> Path:
    """Return the backup a user names: by its number, or by the path of any file.

    Raises:
        NotFound: there is none.
    """
    for one in backups_of(folder):
        if name in {str(one.number), one.path.name}:
            return one.path
    path = Path(name)
    if not path.is_file():
        hint = phrase("`briefing backups` lists those the program made by itself.")
        if path.suffix or path.name != name:
            raise NotFound(
                phrase("There is no file {name}.", name=name),
                phrase("Check the name; {hint}", hint=hint),
            )
        raise NotFound(phrase("There is no backup {name}.", name=name), hint)
    return path


def restore_from(folder: Path, backup: Path, now: dt.datetime | None = None) -> tuple[Path, ...]:
    """Make a library what it was at a backup; return its files as they were, kept beside it.

    Raises:
        LibraryMissing, LibraryDamaged, LibraryTooNew, StorageFull, LibraryError: the library
            stays as it is.
    """
    return go_back(folder, backup, now or dt.datetime.now(dt.UTC))


def unpack(backup: Path, folder: Path) -> None:
    """Make the library a backup holds in a new or empty folder, whole or not at all.

    Raises:
        LibraryMissing, LibraryDamaged, LibraryTooNew, StorageFull, LibraryError: it cannot be made.
    """
    restore(backup, folder)


def damage_of(folder: Path) -> tuple[str, ...]:
    """Return what is wrong with a library, a sentence each; nothing where it is sound.

    Raises:
        LibraryMissing, LibraryTooNew, LibraryError: it is not damage that keeps it closed.
    """
    try:
        with Library.open(folder, read_only=True) as library:
            return library.check()
    except LibraryDamaged as error:
        return (error.message,)


def repair(
    folder: Path,
    paths: Paths,
    settings: Settings,
    *,
    now: dt.datetime | None = None,
    progress: Progress = QUIET,
) -> Repaired:
    """Make a damaged library anew: from its newest good backup, its own rows and its originals.

    The damaged file is kept beside it as it was found. A sound library is left alone, but for
    what a repair that was broken off left to do.

    Raises:
        LibraryMissing, LibraryTooNew: there is none to repair.
        StorageFull, LibraryError: it cannot be made; the damaged library is as it was.
    """
    if not damage_of(folder):
        _finish(folder, paths, settings, progress)
        return Repaired()
    with IsolatedReader() as reader:
        found = salvage(folder, now or dt.datetime.now(dt.UTC), partial(_text_of, reader))
    drop_cached_index(folder, paths)
    workspace = open_workspace(folder, paths, settings, create=False)
    try:
        again, unreadable = (0, ()) if found.all_articles else _read_again(workspace, progress)
        workspace.articles.mend(progress)
        workspace.catch_up_index(progress)
        return Repaired(
            aside=found.aside,
            backup=found.backup,
            articles=len(workspace.overview().articles),
            decisions=_decisions(workspace),
            read_again=again,
            unreadable=tuple(unreadable),
            problems=workspace.verify(),
        )
    finally:
        workspace.close()


def _finish(folder: Path, paths: Paths, settings: Settings, progress: Progress) -> None:
    workspace = open_workspace(folder, paths, settings, create=False)
    try:
        if workspace.articles.without_findings():
            workspace.articles.mend(progress)
            workspace.catch_up_index(progress)
    finally:
        workspace.close()


def delete_library(folder: Path, paths: Paths) -> tuple[Path, ...]:
    """Delete every file of a library, its index in the cache among them; return what was left.

    Raises:
        LibraryMissing: there is no library in the folder.
        LibraryError: it is open in another window or command, or cannot be deleted.
    """
    drop_cached_index(folder, paths)
    return remove_library(folder)


def _problem(backup: Backup) -> str:
    try:
        prove(backup.path)
    except BriefingError as error:
        return error.message
    return ""


def _read_again(workspace: Workspace, progress: Progress) -> tuple[int, Sequence[str]]:
    """Import the originals that no article is made of."""
    library = workspace.library
    with library.reading() as session:
        known = {session.articles.get(line.id).sha256 for line in session.articles.lines()}
    missing = [name for name in library.originals() if name not in known]
    with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=library.folder) as place:
        files = list(_copies(library, missing, Path(place)))
        report = workspace.import_paths(files, progress=progress)
    reasons = [f"{Path(one.path).name}: {one.reason}" for one in report.failed]
    return len(report.imported), reasons


def _copies(library: Library, missing: Iterable[str], place: Path) -> Iterable[Path]:
    for name in missing:
        try:
            data = library.original(name)
        except LibraryDamaged:  # `problems` tells of it where an article needs it
            continue
        path = place / f"recovered-{name[:8]}{_suffix(data)}"
        path.write_bytes(data)
        yield path


def _text_of(reader: IsolatedReader, data: bytes, file_name: str) -> str | None:
    """Return the text of a file's bytes; None where they are not read as an article any more."""
    suffix = Path(file_name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix=UNFINISHED) as place:  # 0700 by itself
        path = Path(place) / f"original{suffix if suffix in SUFFIXES else _suffix(data)}"
        path.write_bytes(data)
        try:
            return read_file(path, reader.articles_of).text
        except BriefingError:
            return None


def _suffix(data: bytes) -> str:
    start = b"\n" + data[:_LOOKED_AT].lower()
    return next((s for begin, s in _BEGINNINGS if begin.lower() in start), ".txt")


def _decisions(workspace: Workspace) -> int:
    with workspace.library.reading() as session:
        return len(session.decisions.all())
