"""The questions that need the desktop: which files, which folder. Tests hand in their own answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QWidget

from briefing.gui.words.language import tr


@dataclass(frozen=True, slots=True)
class Dialogs:
    """Asks the user for places on disk; None or nothing where they thought better of it.

    Attributes:
        files: the files to import. file: one file, by title and patterns of its name.
        folder: a folder there is, for the reason given as its title.
        new_folder: the same, or one that is still to be made.
        save: a file to write, by title and proposed name.
        show: show a file's folder in the desktop's own file manager.
    """

    files: Callable[[], list[Path]]
    file: Callable[[str, str], Path | None]
    folder: Callable[[str], Path | None]
    new_folder: Callable[[str], Path | None]
    save: Callable[[str, str], Path | None]
    show: Callable[[Path], object]


class NewFolder(QFileDialog):
    """Asks for a folder; the name of one that is not there yet may be typed.

    Where the desktop has a dialog of its own, that is shown: it can make folders itself.
    """

    def __init__(self, title: str, start: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, title, str(start))
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self.setLabelText(QFileDialog.DialogLabel.FileName, tr("Folder (is made if need be):"))
        self.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Look in:"))
        self._typed: Path | None = None
        field, buttons = self._field(), self.findChild(QDialogButtonBox)
        if field is not None and isinstance(buttons, QDialogButtonBox):
            choose = buttons.button(QDialogButtonBox.StandardButton.Open)
            # after Qt's own answer, which is that there is no such folder
            field.textChanged.connect(lambda typed: choose.setEnabled(bool(typed.strip())))

    def folder(self) -> Path | None:
        """Return the folder chosen or typed."""
        chosen = self.selectedFiles()
        return self._typed or (Path(chosen[0]) if chosen else None)

    def accept(self) -> None:
        """Take a name of nothing that is there as well; Qt would refuse it."""
        field = self._field()
        typed = field.text().strip() if field is not None else ""
        path = Path(self.directory().absolutePath(), Path(typed).expanduser())
        if typed and not path.exists():
            self._typed = path
            QDialog.accept(self)
        else:
            super().accept()

    def _field(self) -> QLineEdit | None:
        """Return where a name is typed; the desktop's own dialog has none of Qt's."""
        field = self.findChild(QLineEdit, "fileNameEdit")
        return field if isinstance(field, QLineEdit) else None


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

    def new_folder(title: str) -> Path | None:
        dialog = NewFolder(title, start, parent)
        chosen = dialog.folder() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def save(title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start / name))
        return Path(chosen) if chosen else None

    def show(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    return Dialogs(files, file, folder, new_folder, save, show)
