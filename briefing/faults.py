"""Where our own mistakes go: the log, which never holds article text, and one report to copy."""

from __future__ import annotations

import logging
import os
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from briefing.phrase import phrase

log = logging.getLogger("briefing")

FILE = "briefing.log"
SIZE, KEPT = 500_000, 3  # bytes of a log file, and how many older ones there are
_LONGEST = 200  # characters of a value in a line of the log: a title, never a text
_ALIKE = 20  # reports of one and the same fault told before the rest are only logged


@dataclass(frozen=True, slots=True)
class Report:
    """A mistake of the program, as it is shown once and may be copied.

    Attributes:
        sentence: what happened, for the user.
        kind: the type of the exception.
        where: the last place in the program it came through: `library/journal.py:80`.
        text: all of it, to copy. Its last line is the exception's own message, which may quote
            what was being worked on; nothing of that goes into the log.
    """

    sentence: str
    kind: str
    where: str
    text: str


def report_on(error: BaseException, version: str = "") -> Report:
    """Return the report on an exception that nobody caught.

    Args:
        error: the exception, with its traceback.
        version: of the program.
    """
    where = _places(error)[-1] if _places(error) else "unknown"
    sentence = phrase(
        "The program made a mistake ({kind} in {where}). "
        "Your library is safe: what was being changed is as it was before.",
        kind=type(error).__name__,
        where=where,
    )
    lines = [
        f"briefing {version}".rstrip(),
        f"Python {platform.python_version()} on {platform.platform()}",
        f"{time.strftime('%Y-%m-%d %H:%M:%S')}, thread {threading.current_thread().name}",
        *bare_traceback(error),
        f"{type(error).__name__}: {error}",
    ]
    return Report(sentence, type(error).__name__, where, "\n".join(lines))


def bare_traceback(error: BaseException) -> list[str]:
    """Return the ways an exception and its causes came, without their messages."""
    lines: list[str] = []
    seen: set[int] = set()
    todo: BaseException | None = error
    while todo is not None and id(todo) not in seen:
        seen.add(id(todo))
        lines += [f"  {place}" for place in _places(todo)]
        lines.append(f"  raised {plain_name(todo)}")
        todo = todo.__cause__ or (None if todo.__suppress_context__ else todo.__context__)
        if todo is not None:
            lines.append("after")
    return lines


def plain_name(error: BaseException) -> str:
    """Return an exception's type, with the system's or SQLite's own code where it has one."""
    name = type(error).__name__
    code = getattr(error, "sqlite_errorname", None)
    if isinstance(error, OSError) and error.errno:
        code = os.strerror(error.errno)
    return f"{name} ({code})" if code else name


class Log:
    """The log of one run: rotating files in a folder, readable by the user alone.

    Of an exception it holds the type and the way it came, never the message, which may quote an
    article; and no value in a line is longer than a title.

    Args:
        folder: where the files are; made with the first line.
    """

    def __init__(self, folder: Path) -> None:
        self._handler = _Private(folder)
        log.addHandler(self._handler)
        if log.getEffectiveLevel() > logging.INFO:
            log.setLevel(logging.INFO)

    def close(self) -> None:
        """End the log."""
        log.removeHandler(self._handler)
        self._handler.close()


class Boundary:
    """Takes what nobody caught, on every thread: logs it, tells it once, and the program goes on.

    Args:
        tell: shows a report. Called on the thread the mistake was made on, which need not be that
            of the window.
        version: of the program.
    """

    def __init__(self, tell: Callable[[Report], object], version: str = "") -> None:
        self._tell = tell
        self._version = version
        self._told: dict[tuple[str, str], int] = {}
        self._lock = threading.Lock()

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self._of_program
        threading.excepthook = self._of_thread
        sys.unraisablehook = self._of_cleaning

    def remove(self) -> None:
        """Give back to Python's own hooks."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Take over for the length of a `with` block."""
        self.install()
        try:
            yield
        finally:
            self.remove()

    def take(self, error: BaseException) -> Report:
        """Log an exception and tell it, unless it was told often already; never raises."""
        report = report_on(error, self._version)
        log.critical("Uncaught", exc_info=error)
        if self._is_news(report):
            try:
                self._tell(report)
            except Exception as another:  # the report itself must not take the program down
                log.exception("The report could not be shown", exc_info=another)
                sys.stderr.write(f"{report.sentence}\n")
        return report

    def _is_news(self, report: Report) -> bool:
        with self._lock:
            count = self._told.get((report.kind, report.where), 0) + 1
            self._told[report.kind, report.where] = count
        return count <= _ALIKE

    def _of_program(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error)

    def _of_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and not issubclass(given.exc_type, SystemExit):
            self.take(given.exc_value)

    def _of_cleaning(self, given: sys.UnraisableHookArgs) -> None:
        if given.exc_value is not None:  # raised where nothing can be stopped: it is only logged
            log.error("Raised while cleaning up", exc_info=given.exc_value)


class _Private(RotatingFileHandler):
    """Log files in 0600, their folder in 0700; a full disk costs the line, not the program."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder / FILE, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True
        )
        self.setFormatter(_Bare("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def _open(self):  # type: ignore[no-untyped-def] # noqa: ANN202 - the type of the base class
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name of the base class
        """Let a line that cannot be written be lost, without a word on a terminal nobody reads."""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _Bare(logging.Formatter):
    """Writes lines without the messages of exceptions, on one line each, values cut short."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the way of an exception below it."""
        copied = logging.makeLogRecord(record.__dict__)
        if isinstance(record.args, tuple):  # the one form this program's own lines use
            copied.args = tuple(_bare_value(value) for value in record.args)
        copied.exc_text = None
        return super().format(copied)

    def formatException(  # noqa: N802 - the name of the base class
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return the way an exception came."""
        return "\n".join(bare_traceback(ei[1])) if ei[1] is not None else ""


def _bare_value(value: object) -> object:
    if isinstance(value, BaseException):
        return plain_name(value)
    if isinstance(value, int | float):
        return value
    told = " ".join(str(value).split())
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{_inside(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]


def _inside(file: str) -> str:
    """Return a file's place in its package: where on the machine it lies is the user's affair."""
    parts = Path(file).parts
    for root in ("briefing", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return parts[-1] if parts else file
