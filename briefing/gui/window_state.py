"""Where the window was and how its columns stood, in an ini file in the config folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from briefing.gui.desk.columns import Columns
from briefing.gui.desk.docks import SHARE, Layout, inside

VERSION = 2
HEADING = 40  # pixels the desktop puts over a window


class WindowState:
    """Saves and restores; what cannot be read is left as it is by default."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self._file = _file_in(config)

    def restore(self, window: QMainWindow, columns: Columns) -> bool:
        """Bring back geometry, columns and panels, as shares of the size; tell whether there were any.

        What was on a screen that is gone comes to the first there is.
        """
        geometry = self._file.value("geometry")
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if self._file.value("version", 0, int) != VERSION or not isinstance(geometry, QByteArray):
            window.resize(_fitting(window.size(), screens))
            return False
        restored = bool(window.restoreGeometry(geometry))  # not where screens are of other sizes
        if not window.isMaximized() and not window.isFullScreen():
            window.resize(_fitting(window.size(), screens))
            window.setGeometry(inside(window.geometry(), screens))
        left, right = self._share("left", 0.189), self._share("right", 0.28)
        columns.take_shares(left, right)
        columns.set_library_closed(str(self._file.value("library", "")) == "closed")
        columns.docks.restore(self._layout())
        return restored

    def save(self, window: QMainWindow, columns: Columns) -> None:
        """Keep geometry, columns and panels."""
        _write(self._file, self.values(window, columns))

    def save_aside(self, values: Mapping[str, object]) -> None:
        """Keep these `values` from another thread: the disk is waited for."""
        _write(_file_in(self.config), values)

    def values(self, window: QMainWindow, columns: Columns) -> dict[str, object]:
        """Return what is kept of geometry, columns and panels."""
        layout = columns.docks.state_of()
        left, right = columns.shares()
        return {
            "version": VERSION,
            "geometry": window.saveGeometry(),
            "left": f"{left:.4f}",
            "right": f"{right:.4f}",
            "library": "closed" if columns.library_closed else "open",
            "panels": QByteArray(layout.state),
            "panels_width": f"{layout.width:.4f}",
            "panels_heights": " ".join(f"{name}:{share:.4f}" for name, share in layout.heights),
            "panels_closed": " ".join(sorted(layout.closed)),
        }

    def _layout(self) -> Layout:
        state = self._file.value("panels")
        pairs = (
            pair.partition(":") for pair in str(self._file.value("panels_heights", "")).split()
        )
        given = tuple((name, share) for name, _, text in pairs if (share := _number(text)) > 0)
        return Layout(
            bytes(state.data()) if isinstance(state, QByteArray) else b"",
            self._share("panels_width", SHARE),
            given,
            frozenset(str(self._file.value("panels_closed", "") or "").split()),
        )

    def _share(self, name: str, usual: float) -> float:
        return _number(str(self._file.value(name, ""))) or usual

    def forget(self) -> None:
        """Open as the first time again."""
        self._file.clear()


def _file_in(config: Path) -> QSettings:
    return QSettings(str(config / "window.ini"), QSettings.Format.IniFormat)


def _write(file: QSettings, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        file.setValue(name, value)
    file.sync()


def _fitting(size: QSize, screens: list[QRect]) -> QSize:
    """Return a size no larger than the largest screen, with room for the window's heading."""
    widest = max((screen.width() for screen in screens), default=size.width())
    tallest = max((screen.height() for screen in screens), default=size.height() + HEADING)
    return size.boundedTo(QSize(widest, tallest - HEADING))


def _number(text: str) -> float:
    """Return a share as it was written; 0 for what is none."""
    try:
        share = float(text)
    except ValueError:
        return 0.0
    return share if 0 < share < 1 else 0.0
