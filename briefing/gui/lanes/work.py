"""Work on the library as jobs: short changes, and long work that shows progress and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from briefing.gui.jobs import Call, Job, Jobs, ignore
from briefing.gui.words.language import tr
from briefing.model import Changes
from briefing.model.changes import NOTHING
from briefing.progress import Progress

Change = Callable[[Progress], Changes]


IMPORTING = "Importing"  # the title of every import


class Work(QObject):
    """Starts jobs; tells what they changed, how far long ones are, and what failed."""

    changed = Signal(object)  # Changes
    failed = Signal(object)  # Exception
    started = Signal(str, object)  # title, Job: long work that can be cancelled
    progressed = Signal(int, int, str)
    finished = Signal(str)  # long work ended; what to say, "" for nothing

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def settle(self, changes: Changes, words: str) -> None:
        """Tell that long work ended, and what it changed."""
        self.finished.emit(words)
        self.changed.emit(changes)

    def _change(self, title: str, work: Change) -> None:
        self._jobs.start(
            title, work, owner=self, essential=True,
            succeeded=self.changed.emit, failed=self.failed.emit,
        )  # fmt: skip

    def _aside(self, title: str, work: Callable[[], None]) -> None:
        self._jobs.start(
            title,
            lambda _: work(),
            owner=self,
            succeeded=lambda _: self.changed.emit(NOTHING),
            failed=self.failed.emit,
        )

    def long(
        self,
        title: str,
        work: Callable[[Progress], Any],
        succeeded: Callable[[Any], object],
        *,
        lane: str = "write",
        given_up: Call = ignore,
    ) -> None:
        """Start long work that shows its progress and can be cancelled.

        Where it failed or was cancelled, `given_up` is called besides what is told.
        """

        def fail(error: Exception) -> None:
            given_up()
            self.finished.emit(tr("{work} failed", work=title))
            self.changed.emit(NOTHING)
            self.failed.emit(error)

        def stop() -> None:
            given_up()
            self.finished.emit(tr("{work} cancelled; what was done stays", work=title))
            self.changed.emit(NOTHING)

        job: Job[Any] = self._jobs.start(
            title,
            work,
            owner=self,
            lane=lane,
            succeeded=succeeded,
            failed=fail,
            cancelled=stop,
            progressed=self.progressed.emit,
        )
        self.started.emit(title, job)
