"""Open a library and wire the use cases to it: the one place that builds them."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ReadOnly, StorageFull
from briefing.library import Library, network_of
from briefing.paths import Paths
from briefing.phrase import as_phrase, joined, phrase
from briefing.search import Index
from briefing.settings import Settings
from briefing.workspace.extraction.extracting import Extraction
from briefing.workspace.finding.searching import Searching
from briefing.workspace.health.sealing import key_in
from briefing.workspace.later import later
from briefing.workspace.reading import Reading
from briefing.workspace.workspace import Workspace

if TYPE_CHECKING:
    from briefing.workspace.briefs.exporting import Exporting
    from briefing.workspace.changing.articles import Articles
    from briefing.workspace.changing.meetings import Meetings
    from briefing.workspace.changing.reviewing import Reviewing
    from briefing.workspace.health.checking import Checking
    from briefing.workspace.importing.adding import Adding


@dataclass(frozen=True, slots=True)
class Opened:
    """A library opened as well as it can be, and what the user should know of that.

    Attributes:
        notices: a sentence for each thing that is not as usual; none for most libraries.
    """

    workspace: Workspace
    notices: tuple[str, ...] = ()


def open_as_can_be(
    folder: Path, paths: Paths, settings: Settings, *, create: bool = True
) -> Opened:
    """Open a library for writing, or for reading alone where it may not be written.

    Raises:
        LibraryDamaged: see `keeping.repair` for what can be done.
        LibraryError: it cannot be opened; its kinds say why.
        BadResource: a table of the program or of the user is malformed.
    """
    try:
        opened = Opened(open_workspace(folder, paths, settings, create=create))
    except (ReadOnly, StorageFull) as error:
        workspace = open_workspace(folder, paths, settings, read_only=True)
        opened = Opened(
            workspace,
            (joined([as_phrase(error.message), as_phrase("It is open for reading alone.")]),),
        )
    network = network_of(folder)
    if network:
        told = phrase(
            "The library is on a network disk ({network}): open it on one computer at a time, and "
            "keep a copy elsewhere.",
            network=network,
        )
        return replace(opened, notices=(*opened.notices, told))
    return opened


def open_workspace(
    folder: Path, paths: Paths, settings: Settings, *, create: bool = True, read_only: bool = False
) -> Workspace:
    """Open a library and wire the use cases to it.

    Raises:
        LibraryError: the library cannot be opened; its kinds say why.
        BadResource: a table of the program or of the user is malformed.
    """
    library = Library.open(folder, create=create, read_only=read_only)
    extraction = Extraction(
        paths.user_tables, settings.model, settings.our_side, settings.processes
    )
    index = Index(index_folder(folder, paths), library.identity, key_in(paths.config))
    searching = Searching(library, index)
    return Workspace(
        library=library,
        extraction=extraction,
        reading=Reading(library),
        adding=later(partial(_adding, library, extraction)),
        articles=later(partial(_articles, library, extraction)),
        meetings=later(partial(_meetings, library, extraction)),
        reviewing=later(partial(_reviewing, library)),
        searching=searching,
        exporting=later(partial(_exporting, library, paths, settings)),
        checking=later(partial(_checking, library, extraction, searching, paths)),
    )


def _adding(library: Library, extraction: Extraction) -> Adding:
    from briefing.workspace.importing.adding import Adding

    return Adding(library, extraction)


def _articles(library: Library, extraction: Extraction) -> Articles:
    from briefing.workspace.changing.articles import Articles

    return Articles(library, extraction)


def _meetings(library: Library, extraction: Extraction) -> Meetings:
    from briefing.workspace.changing.meetings import Meetings

    return Meetings(library, extraction)


def _reviewing(library: Library) -> Reviewing:
    from briefing.workspace.changing.reviewing import Reviewing

    return Reviewing(library)


def _exporting(library: Library, paths: Paths, settings: Settings) -> Exporting:
    from briefing.workspace.briefs.exporting import Exporting

    return Exporting(library, settings.our_side, paths.user_templates, settings.paper)


def _checking(
    library: Library, extraction: Extraction, searching: Searching, paths: Paths
) -> Checking:
    from briefing.workspace.health.checking import Checking

    folder = library.folder
    return Checking(extraction, library, searching.state, folder=folder, logs=paths.logs)


def index_folder(folder: Path, paths: Paths) -> Path:
    """Return where the search index of a library is: in it, or in the cache if it is read-only."""
    if os.access(folder, os.W_OK):
        return folder / "index"
    return _cached(folder, paths)


def drop_cached_index(folder: Path, paths: Paths) -> None:
    """Remove the search index that the cache may hold of a library."""
    place = _cached(folder, paths)
    if place.is_dir():
        shutil.rmtree(place)


def _cached(folder: Path, paths: Paths) -> Path:
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:32]
    return paths.cache / "index" / name
