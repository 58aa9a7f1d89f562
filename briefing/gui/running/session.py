"""Keeps what is open every few seconds, so that a program that is killed opens where it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY = 10_000  # milliseconds


class Session(QObject):
    """Looks at what is open now and then, and has it kept where it changed.

    Args:
        seen: returns what is open; compared with what it was before.
        keep: keeps it.
        parent: the window.
    """

    def __init__(
        self, seen: Callable[[], object], keep: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._seen = seen
        self._keep = keep
        self._kept: object = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Have what is open kept, if it is not what was kept last."""
        seen = self._seen()
        if seen != self._kept:
            self._kept = seen
            self._keep()

    def stop(self) -> None:
        """Look no more: the window closes, and keeps all itself."""
        self._timer.stop()
