"""Run library work off the GUI thread, in lanes, and hand results back to it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event
from time import monotonic
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from briefing.errors import BriefingError
from briefing.progress import Cancelled, Progress

log = logging.getLogger(__name__)
T = TypeVar("T")
Call = Callable[[], object]

WRITE = "write"
READ = "read"
SEARCH = "search"
PAUSE = 0.05
TURN = 0.0005  # seconds
"""After which work on another thread lets the window's have its turn, if it computes without a pause.

Python's own 0.005 add up: from a key to the painted hits the turn passes some fifty times. Typed beside
such work the hits took 446 ms (p95), with this 117; the work itself takes no longer that can be measured.
"""


def ignore(*_: object) -> None:
    """Stand in for a callback nobody asked for."""


@dataclass(eq=False)
class Job(Generic[T]):
    """One piece of background work. A plain object: threads share no Qt object but Jobs."""

    title: str
    work: Callable[[Progress], T]
    post: Callable[[Call], None]
    succeeded: Callable[[T], object]
    failed: Callable[[Exception], object]
    cancelled: Call
    progressed: Callable[[int, int, str], object]
    essential: bool = False
    _stop: Event = field(default_factory=Event)
    _told: float = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report progress, or raise Cancelled; the work calls this, on its own thread.

        Steps that follow one another within PAUSE seconds are not passed on, but for the last.
        """
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        if done == total or now - self._told >= PAUSE:
            self._told = now
            self.post(lambda: self.progressed(done, total, what))

    def run(self) -> None:
        """Do the work and post how it ended."""
        try:
            if self._stop.is_set():
                raise Cancelled
            result = self.work(self)
        except Cancelled:
            self.post(self.cancelled)
        except BriefingError as error:
            log.info("%s: %s", self.title, type(error).__name__)
            self._fail(error)
        except Exception as error:
            log.exception("%s failed", self.title)
            self._fail(error)
        else:
            self.post(lambda: self.succeeded(result))

    def _fail(self, reason: Exception) -> None:
        self.post(lambda: self.failed(reason))


class Jobs(QObject):
    """The one place that starts background work; lives as long as the window.

    The lane `write` has one thread, so that changes keep their order; `read` has two. What is typed
    into the search field has a lane of its own, `search`: a check or a long list keeps no key waiting.
    """

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._lanes = {
            WRITE: ThreadPoolExecutor(1, thread_name_prefix="library", initializer=_let_qt_in),
            READ: ThreadPoolExecutor(2, thread_name_prefix="reading", initializer=_let_qt_in),
            SEARCH: ThreadPoolExecutor(2, thread_name_prefix="searching", initializer=_let_qt_in),
        }
        self._inbox: SimpleQueue[Call] = SimpleQueue()
        self._live: set[Job[Any]] = set()
        self._open = True
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(  # noqa: PLR0913 - one callback for each way work can end
        self,
        title: str,
        work: Callable[[Progress], T],
        *,
        owner: QObject,
        lane: str = WRITE,
        succeeded: Callable[[T], object] = ignore,
        failed: Callable[[Exception], object] = ignore,
        cancelled: Call = ignore,
        progressed: Callable[[int, int, str], object] = ignore,
        essential: bool = False,
    ) -> Job[T]:
        """Queue the work. Callbacks run on the GUI thread, and not once owner is gone.

        What is `essential` is done even where the window closes before its turn: the user saw it
        done.
        """

        def post(call: Call) -> None:
            self._inbox.put(lambda: call() if isValid(owner) else None)
            self._woken.emit()

        job = Job(title, work, post, succeeded, failed, cancelled, progressed, essential)
        self._live.add(job)
        self._lanes[lane].submit(self._run, job)
        return job

    @property
    def busy(self) -> bool:
        """Whether any work is queued, running or not yet handed back; what comes after the end is not."""
        return bool(self._live) or (self._open and not self._inbox.empty())

    def shut_down(self, last: Call = ignore) -> None:
        """Cancel what is running or queued and not essential, do one last thing on the writing lane, and wait.

        Nothing is handed back any more.
        """
        self._open = False
        for job in tuple(self._live):
            if not job.essential:
                job.cancel()
        self._lanes[WRITE].submit(last)
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def _run(self, job: Job[Any]) -> None:
        try:
            job.run()
        finally:
            self._live.discard(job)

    @Slot()
    def _deliver(self) -> None:
        for _ in range(
            self._inbox.qsize() if self._open else 0
        ):  # what comes meanwhile wakes us again
            try:
                call = self._inbox.get_nowait()
            except Empty:
                return
            call()


def _let_qt_in() -> None:
    """Give a thread what Qt's timers need: a document laid out for a PDF starts one."""
    QEventLoop()
