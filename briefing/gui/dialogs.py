"""The questions that need the desktop: which files, which folder. Tests hand in their own answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.gui.language import tr


@dataclass(frozen=True, slots=True)
class Dialogs:
    """Asks the user for places on disk; None or nothing where they thought better of it.

    Attributes:
        files: the files to import. file: one file, by title and patterns of its name.
        folder: a folder, for the reason given as its title.
        save: a file to write, by title and proposed name.
        show: show a file's folder in the desktop's own file manager.
    """

    files: Callable[[], list[Path]]
    file: Callable[[str, str], Path | None]
    folder: Callable[[str], Path | None]
    save: Callable[[str, str], Path | None]
    show: Callable[[Path], object]


def desktop(parent: QWidget, start: Path) -> Dialogs:
    """Return the desktop's own dialogs, opened over `parent` at `start`."""

    def files() -> list[Path]:
        from briefing.ingest import SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        kinds = f"{tr('Articles')} ({patterns});;{tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(parent, tr("Import articles"), str(start), kinds)
        return [Path(name) for name in names]

    def file(title: str, patterns: str) -> Path | None:
        kinds = f"{title} ({patterns});;{tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
        return Path(name) if name else None

    def folder(title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None

    def save(title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start / name))
        return Path(chosen) if chosen else None

    def show(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    return Dialogs(files, file, folder, save, show)
