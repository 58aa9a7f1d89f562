"""Issues, the most spoken of first, with a bar by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.gui.faces import ISSUES
from briefing.gui.issue_rows import IssueDelegate, sentences
from briefing.gui.review_list import ReviewList
from briefing.gui.theme import Theme
from briefing.gui.widgets import heading, plain, quiet_button
from briefing.model import Issue

FIRST = 8


class IssuesPanel(QWidget):
    """Shows the issues of one meeting; all but the first eight on demand."""

    sentence_requested = Signal(str, object)
    review_requested = Signal(str, str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: tuple[str, ...] = ()
        self._issues: tuple[Issue, ...] = ()
        self._all = False
        self.list = ReviewList("Issues", "issue", ISSUES, self)
        self._delegate = IssueDelegate(theme, lambda: self._sides, self)
        self.list.setItemDelegate(self._delegate)
        self.list.sentence_requested.connect(self.sentence_requested)
        self.list.review_requested.connect(self.review_requested)
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, 6, 2)
        top.addWidget(heading("Issues"))
        top.addStretch()
        top.addWidget(heading("sentences by side"))
        self.more = quiet_button("", self._toggle)
        self._empty = plain("No issues found yet.", mute=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(top)
        body.addWidget(self._empty)
        body.addWidget(self.list)
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self.list.viewport().update)

    def show_records(self, issues: Sequence[Issue], sides: Sequence[str]) -> None:
        """Show the issues of a meeting with these sides."""
        self._sides = tuple(sides)
        self._issues = tuple(sorted(issues, key=lambda issue: -sentences(issue)))
        sums = [sum(number for _, number in issue.by_side) for issue in issues]
        self._delegate.most = max([1, *sums, *(sentences(issue) for issue in issues)])
        self._empty.setVisible(not issues)
        self._show()

    def _toggle(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        self.list.show_records(self._issues if self._all else self._issues[:FIRST])
        rest = len(self._issues) - FIRST
        self.more.setVisible(rest > 0)
        self.more.setText("Show fewer issues" if self._all else f"Show {rest} more")
