"""Open a library and wire the use cases to it: the one place that builds them."""

from __future__ import annotations

from pathlib import Path

from briefing.library import Library
from briefing.paths import Paths
from briefing.search import Index
from briefing.settings import Settings
from briefing.workspace.adding import Adding
from briefing.workspace.articles import Articles
from briefing.workspace.checking import Checking
from briefing.workspace.exporting import Exporting
from briefing.workspace.extracting import Extraction
from briefing.workspace.meetings import Meetings
from briefing.workspace.reading import Reading
from briefing.workspace.reviewing import Reviewing
from briefing.workspace.searching import Searching
from briefing.workspace.workspace import Workspace


def open_workspace(
    folder: Path, paths: Paths, settings: Settings, *, create: bool = True, read_only: bool = False
) -> Workspace:
    """Open a library and wire the use cases to it.

    Raises:
        LibraryError: the library cannot be opened; its kinds say why.
        BadResource: a table of the program or of the user is malformed.
    """
    library = Library.open(folder, create=create, read_only=read_only)
    extraction = Extraction(paths.user_tables, settings.model, settings.our_side)
    searching = Searching(library, Index(folder / "index", library.identity))
    return Workspace(
        library=library,
        extraction=extraction,
        reading=Reading(library),
        adding=Adding(library, extraction),
        articles=Articles(library, extraction),
        meetings=Meetings(library, extraction),
        reviewing=Reviewing(library),
        searching=searching,
        exporting=Exporting(library, settings.our_side),
        checking=Checking(extraction, library, searching.state),
    )
