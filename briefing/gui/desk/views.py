"""The views beside Read: Brief, Compare and Timeline, each put together off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.gui.bars.header import BRIEF, COMPARE, TIMELINE
from briefing.gui.desk.columns import Columns
from briefing.gui.jobs import READ as READING
from briefing.gui.jobs import Jobs
from briefing.gui.words.language import language_spoken
from briefing.model import Meeting

if TYPE_CHECKING:
    from briefing.workspace import Workspace
    from briefing.workspace.briefs.chronicle import Chronicle
    from briefing.workspace.briefs.comparing import Comparison
    from briefing.workspace.briefs.drafting import Written

Compared = tuple[Meeting | None, tuple[Meeting, ...], "Comparison | None"]


class Views(QObject):
    """Shows one of the views; what comes late for another place is dropped."""

    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, columns: Columns) -> None:
        super().__init__(columns)
        self._workspace = workspace
        self._jobs = jobs
        self._columns = columns
        self._wanted: tuple[str, int] = ("", 0)
        self._earlier: dict[int, int] = {}
        columns.compare.earlier_chosen.connect(self._choose_earlier)
        self._meeting: Meeting | None = None

    def show(self, view: str, meeting: Meeting | None) -> None:
        """Show a view; Brief and Compare need a meeting."""
        self._wanted = (view, meeting.id if meeting else 0)
        self._meeting = meeting
        if view == TIMELINE:
            self._show_timeline()
        elif meeting is not None and view == BRIEF:
            self._show_brief(meeting)
        elif meeting is not None and view == COMPARE:
            self._show_comparison(meeting)

    def leave(self) -> None:
        """Read is shown: whatever comes late is dropped."""
        self._wanted = ("", 0)

    def _show_brief(self, meeting: Meeting) -> None:
        wanted = self._wanted
        self._columns.brief.show_waiting()
        self._columns.show_page(self._columns.brief)

        def take(made: tuple[Written, str]) -> None:
            if self._wanted == wanted:
                self._columns.draft.show_written(made[0])
                # A turn of its own: reading the HTML of a long briefing takes as long as the rest.
                QTimer.singleShot(0, self._columns.brief, lambda: show(made))

        def show(made: tuple[Written, str]) -> None:
            if self._wanted == wanted:
                self._columns.brief.show_html(made[1], made[0].notes)

        self._jobs.start(
            "Brief", lambda _: self._written(meeting.id), owner=self, lane=READING,
            succeeded=take, failed=self.failed.emit,
        )  # fmt: skip

    def _written(self, meeting: int) -> tuple[Written, str]:
        from briefing.export import to_preview

        written = self._workspace.written(meeting, language_spoken())
        return written, to_preview(written.markdown)

    def _show_comparison(self, meeting: Meeting) -> None:
        wanted = self._wanted
        self._columns.compare.show_waiting(meeting)
        self._columns.show_page(self._columns.compare)

        def take(found: Compared) -> None:
            earlier, others, comparison = found
            if self._wanted != wanted:
                return
            if earlier is None or comparison is None:
                self._columns.compare.show_nothing(meeting)
            else:
                self._columns.compare.show_comparison(meeting, earlier, others, comparison)

        self._jobs.start(
            "Compare", lambda _: self._compared(meeting.id), owner=self, lane=READING,
            succeeded=take, failed=self.failed.emit,
        )  # fmt: skip

    def _compared(self, meeting: int) -> Compared:
        others = self._workspace.earlier_meetings(meeting)
        if not others:
            return None, (), None
        chosen = self._earlier.get(meeting)
        earlier = next((one for one in others if one.id == chosen), others[0])
        return earlier, others, self._workspace.comparison(meeting, earlier.id)

    def _choose_earlier(self, earlier: int) -> None:
        if self._meeting is not None:
            self._earlier[self._meeting.id] = earlier
            self._show_comparison(self._meeting)

    def _show_timeline(self) -> None:
        wanted = self._wanted
        self._columns.show_page(self._columns.timeline)

        def take(found: Chronicle) -> None:
            if self._wanted == wanted:
                self._columns.timeline.show_chronicle(found)

        self._jobs.start(
            "Timeline", lambda _: self._workspace.chronicle(), owner=self, lane=READING,
            succeeded=take, failed=self.failed.emit,
        )  # fmt: skip
