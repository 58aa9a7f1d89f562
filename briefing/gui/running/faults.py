"""Where the window's own mistakes go: the log, which never holds article text, and one report."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from briefing import __version__
from briefing.faults import Boundary, Log, Report

log = logging.getLogger("briefing.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_QUOTED = re.compile(r"([\"“'‘]).*[\"”'’]", re.DOTALL)
_SPOKEN = 200  # characters of a message of Qt


class Faults(QObject):
    """Takes what nobody caught, on every thread and from Qt, and hands reports to the window.

    Args:
        logs: the folder of the log.
    """

    _woken = Signal()

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._inbox: SimpleQueue[Report] = SimpleQueue()
        self._boundary = Boundary(self._put, __version__)
        self.show: Callable[[Report], object] = _nowhere
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Take over for the length of a `with` block, and log; then everything is as it was."""
        opened = Log(self._logs)
        former = qInstallMessageHandler(_qt_says)
        try:
            with self._boundary.installed():
                yield
        finally:
            qInstallMessageHandler(former)
            opened.close()

    def take(self, error: BaseException) -> Report:
        """Log an exception, tell it, and return the report."""
        return self._boundary.take(error)

    def _put(self, report: Report) -> None:
        """Keep a report for the window's own thread: a mistake may be made on any."""
        self._inbox.put(report)
        self._woken.emit()

    @Slot()
    def _deliver(self) -> None:
        while True:
            try:
                report = self._inbox.get_nowait()
            except Empty:
                return
            self.show(report)


def _nowhere(report: Report) -> None:
    """Leave a report to the log: there is no window yet."""
    log.error("No window to show the report on: %s", report.where)


def _qt_says(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Log what Qt says, without what it quotes: that may be out of an article."""
    told = _QUOTED.sub(r"\1…\1", " ".join(message[:_SPOKEN].split()))
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt (%s): %s", context.category, told)
