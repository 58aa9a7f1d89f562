"""Where our own mistakes go: the log, and the bar at the top of the window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("briefing")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_to(folder: Path) -> logging.Handler:
    """Send the program's log to a rotating file in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = RotatingFileHandler(
        folder / "reader.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
    )
    made.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(made)
    return made


def catch(tell: Callable[[BaseException], object]) -> None:
    """Log what nobody caught, tell the user, and go on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("Uncaught", exc_info=(kind, error, trace))
        tell(error)

    sys.excepthook = hook
    qInstallMessageHandler(_qt_says)


def release() -> None:
    """Let Python and Qt report in their own way again."""
    sys.excepthook = sys.__excepthook__
    qInstallMessageHandler(None)


def _qt_says(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt (%s): %s", context.category, message)
