"""Search as one types: asks at once in the background, the first hits first; the last search wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.gui.jobs import SEARCH, Job, Jobs
from briefing.model import SearchResult

if TYPE_CHECKING:
    from briefing.workspace import Workspace

PAUSE = 30  # milliseconds between keys from which on each is searched for
REST = 150  # milliseconds after the first hits until all is asked for: longer than to the next key
FIRST = 10  # hits: more than fit into the list
SHORTEST = 2


class Searching(QObject):
    """Turns what stands in the search field into answers; older answers are dropped.

    A key is searched for as it is pressed, unless the search for the one before is still going on.
    """

    answered = Signal(object)  # SearchResult, of the first hits alone, without counts
    completed = Signal(object)  # SearchResult, the whole of it
    cleared = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._query = ""
        self._job: Job[SearchResult] | None = None
        self._ready = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.now)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask_all)

    def get_ready(self) -> None:
        """Load what a search needs, and open the index: the field was entered, a key will follow."""
        if not self._ready:
            self._ready = True
            self._jobs.start(
                "Get ready to search", lambda _: self._workspace.search(""), owner=self, lane=SEARCH
            )

    def typed(self, query: str) -> None:
        """Search for this, at once or when the search that goes on is done."""
        self._query = query.strip()
        self._rest.stop()
        if len(self._query) >= SHORTEST:
            if self._job is None:
                self.now()
            elif not self._timer.isActive():
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
        self._rest.stop()
        self._drop()

    def now(self) -> None:
        """Search at once for what was typed last."""
        self._timer.stop()
        self._rest.stop()
        self._drop()
        query = self._query
        if len(query) >= SHORTEST:
            self._start(
                lambda: self._workspace.search(query, limit=FIRST, counted=False),
                lambda answer: self._take_first(query, answer),
            )

    def _ask_all(self) -> None:
        query = self._query
        self._start(
            lambda: self._workspace.search(query), lambda answer: self._take_all(query, answer)
        )

    def _start(
        self, work: Callable[[], SearchResult], taken: Callable[[SearchResult], None]
    ) -> None:
        self._job = self._jobs.start(
            "Search",
            lambda _: work(),
            owner=self,
            lane=SEARCH,
            succeeded=taken,
            failed=self._fail,
        )

    def _take_first(self, query: str, answer: SearchResult) -> None:
        if query != self._query:
            if self._timer.isActive():
                self.now()  # it waited for this search alone
            return
        self._job = None
        self.answered.emit(answer)
        if answer.total:
            self._rest.start()
        else:
            self.completed.emit(answer)

    def _take_all(self, query: str, answer: SearchResult) -> None:
        if query == self._query:
            self._job = None
            self.completed.emit(answer)

    def _fail(self, reason: Exception) -> None:
        self._job = None
        self.failed.emit(reason)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
