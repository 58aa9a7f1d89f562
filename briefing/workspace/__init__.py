"""The use cases shared by window and command line: adding, reviewing, searching, exporting.

Every changing use case is one titled, undoable operation and returns what it changed.
Knows nothing of Qt and of the terminal.
"""

from briefing.workspace.extraction.extracting import Extraction, extract_file
from briefing.workspace.opening import Opened, open_as_can_be, open_workspace
from briefing.workspace.reports import Diagnosis, ImportReport, Overview
from briefing.workspace.workspace import Workspace

__all__ = [
    "Diagnosis",
    "Extraction",
    "ImportReport",
    "Opened",
    "Overview",
    "Workspace",
    "extract_file",
    "open_as_can_be",
    "open_workspace",
]
