"""What the window is made of, before anything is connected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from briefing.gui.bars.header import READ, VIEWS, Header
from briefing.gui.bars.import_report import ImportReportBar
from briefing.gui.bars.notices import NoticeBar
from briefing.gui.bars.status import StatusLine
from briefing.gui.desk.columns import Columns
from briefing.gui.desk.desk import Desk
from briefing.gui.desk.evidence import Evidence
from briefing.gui.desk.record_deeds import RecordDeeds
from briefing.gui.desk.requests import Requests
from briefing.gui.desk.review_queue import ReviewQueue
from briefing.gui.dialogs.dialogs import Dialogs
from briefing.gui.jobs import Jobs
from briefing.gui.lanes.actions import Actions
from briefing.gui.lanes.searching import Searching
from briefing.gui.look.theme import Theme
from briefing.gui.running.memory import Memory
from briefing.gui.window_state import WindowState

if TYPE_CHECKING:
    from briefing.workspace import Workspace


class WindowFrame(QMainWindow):
    """Holds the parts of the window and the little they do together."""

    library_wanted = Signal(str, object)  # `new`, `open` or `sample`; Path or None
    settings_changed = Signal(object)  # Settings
    export_wanted = Signal(object, object)  # list of meetings, Path; before the export
    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        *,
        theme: Theme,
        state: WindowState,
        dialogs: Callable[[QWidget], Dialogs],
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.jobs = jobs
        self.state = state
        self.commands: dict[str, QAction] = {}
        self.setWindowTitle(f"{workspace.library_folder.name} – Briefing reader")
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.header = Header()
        self.notices = NoticeBar()
        self.columns = Columns(theme)
        self.report = ImportReportBar()
        self.status = StatusLine(workspace.library_folder)
        self.dialogs = dialogs(self)
        self.actions_ = Actions(workspace, jobs, self)
        self.desk = Desk(workspace, jobs, self.header, self.columns)
        self.searching = Searching(workspace, jobs, self)
        self.requests = Requests(
            self.actions_, self.desk, self.columns.reader, self, countries=workspace.countries
        )
        self.records = RecordDeeds(
            workspace,
            self.actions_,
            desk=self.desk,
            open_form=self.requests.open_form,
            window=self,
        )
        queue = ReviewQueue(lambda meeting: workspace.records(meeting=meeting))
        self.evidence = Evidence(self.desk, self.columns, self.records, queue)
        self._put_together()

    def open_last(self) -> None:
        """Open what was open when the window closed, else the first meeting or article.

        The view comes back too, and the results of a search with their query.
        """
        memory = Memory(self.state.config, self.workspace.library_folder)
        meeting, article = memory.place()
        overview = self.desk.overview
        known = {line.id: line for line in overview.articles}
        if article in known:
            self.desk.open_article(article, meeting or None)
        elif overview.meetings:
            self.desk.open_meeting(overview.meetings[0].id)
        elif overview.articles:
            self.desk.open_article(overview.articles[0].id)
        else:
            self.desk.show_again()
        self._open_view(memory)

    def keep_last(self) -> None:
        """Keep what is open, for the next time."""
        Memory(self.state.config, self.workspace.library_folder).keep_open(**self.opened())

    def opened(self) -> dict[str, Any]:
        """Return what is open: meeting, article, view, and the query where its results are shown."""
        place = self.desk.place
        searched = self.columns.page() is self.columns.results and not place.smart
        query = self.header.search.text() if searched else ""
        return {
            "meeting": place.meeting, "article": place.article, "view": self.desk.view,
            "query": query,
        }  # fmt: skip

    def _open_view(self, memory: Memory) -> None:
        view = memory.choice("view", READ)
        if view in VIEWS and view != READ:
            self.desk.choose_view(view)
        if query := memory.choice("query"):
            self.header.search.setText(query)

    def import_paths(self, paths: list[Path]) -> None:
        """Import files and folders, into the meeting they belong to."""
        if paths:
            self.actions_.import_paths(paths)

    def _put_together(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.header, 0), (self.notices, 0), (self.columns, 1), (self.report, 0)
        ):  # fmt: skip
            column.addWidget(widget, stretch)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.setTabOrder(self.header.search, self.columns.sidebar)
        self.columns.sidebar.setFocus()
