"""Search as one types: waits for a pause, asks in the background, and lets the last search win."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.gui.jobs import READ, Job, Jobs
from briefing.model import SearchResult

if TYPE_CHECKING:
    from briefing.workspace import Workspace

PAUSE = 30  # milliseconds: the search itself takes less than waiting longer would save
SHORTEST = 2


class Searching(QObject):
    """Turns what stands in the search field into answers; older answers are dropped."""

    answered = Signal(object)  # SearchResult
    cleared = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._query = ""
        self._job: Job[SearchResult] | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.now)

    def typed(self, query: str) -> None:
        """Search for this once the user pauses."""
        self._query = query.strip()
        if len(self._query) >= SHORTEST:
            self._timer.start()
            return
        self._timer.stop()
        self._drop()
        if not self._query:
            self.cleared.emit()

    def stop(self) -> None:
        """Search no more: the window closes."""
        self._query = ""
        self._timer.stop()
        self._drop()

    def now(self) -> None:
        """Search at once for what was typed last."""
        self._timer.stop()
        self._drop()
        query = self._query
        if len(query) < SHORTEST:
            return
        self._job = self._jobs.start(
            "Search",
            lambda _: self._workspace.search(query),
            owner=self,
            lane=READ,
            succeeded=lambda answer: self._take(query, answer),
            failed=self.failed.emit,
        )

    def _take(self, query: str, answer: SearchResult) -> None:
        if query == self._query:
            self.answered.emit(answer)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
