"""Where the window was and how its columns stood, in an ini file in the config folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

VERSION = 1


class WindowState:
    """Saves and restores; what cannot be read is left as it is by default."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self._file = QSettings(str(config / "window.ini"), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow, columns: QSplitter) -> bool:
        """Bring back geometry and columns; return whether there was anything to bring back."""
        geometry = self._file.value("geometry")
        if self._file.value("version", 0, int) != VERSION or not isinstance(geometry, QByteArray):
            return False
        shares = str(self._file.value("columns", ""))
        if all(part.isdigit() for part in shares.split(" ")):
            columns.setSizes([int(part) for part in shares.split(" ")])
        return bool(window.restoreGeometry(geometry))

    def save(self, window: QMainWindow, columns: QSplitter) -> None:
        """Keep geometry and columns."""
        self._file.setValue("version", VERSION)
        self._file.setValue("geometry", window.saveGeometry())
        sizes = columns.sizes()
        if all(sizes):
            self._file.setValue("columns", " ".join(str(size) for size in sizes))
        self._file.sync()

    def forget(self) -> None:
        """Open as the first time again."""
        self._file.clear()

    def last_place(self) -> tuple[int, int]:
        """Return (meeting, article) open when the window closed; 0 for none."""
        return self._number("meeting"), self._number("article")

    def save_place(self, meeting: int | None, article: int | None) -> None:
        """Keep what is open."""
        self._file.setValue("meeting", meeting or 0)
        self._file.setValue("article", article or 0)

    def _number(self, name: str) -> int:
        text = str(self._file.value(name, "0"))
        return int(text) if text.isdigit() else 0
