"""Issues, the most spoken of first, with a bar by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import Drawer, plain
from briefing.gui.panels.faces import ISSUES
from briefing.gui.panels.issue_rows import IssueDelegate, sentences
from briefing.gui.panels.review_list import ReviewList
from briefing.gui.panels.section import Section, letting_through
from briefing.gui.words.language import tr
from briefing.model import Issue

FIRST = 5


class IssuesPanel(Section):
    """Shows the issues of one meeting; all but the first five on demand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Issues"), "issue", tr("sentences by side"), parent)
        self._sides: tuple[str, ...] = ()
        self._issues: tuple[Issue, ...] = ()
        self._all = False
        self.list = ReviewList(tr("Issues"), "issue", ISSUES, self)
        self._delegate = IssueDelegate(theme, lambda: self._sides, self)
        self.list.setItemDelegate(self._delegate)
        self.pass_on(self.list)
        self.more = Drawer(self._toggle)
        self._empty = plain("", mute=True)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.filtered.connect(lambda _: self._show())
        theme.changed.connect(self.list.viewport().update)

    def show_records(self, issues: Sequence[Issue], sides: Sequence[str]) -> None:
        """Show the issues of a meeting with these sides."""
        self._sides = tuple(sides)
        self._issues = tuple(sorted(issues, key=lambda issue: -sentences(issue)))
        sums = [sum(number for _, number in issue.by_side) for issue in issues]
        self._delegate.most = max([1, *sums, *(sentences(issue) for issue in issues)])
        self._show()

    def lists(self) -> list[ReviewList]:
        """The one list there is."""
        return [self.list]

    def _toggle(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        found = letting_through(self._issues, self.head.words())
        every = self._all or bool(self.head.words()) or len(found) <= FIRST + 1
        self.list.show_records(found if every else found[:FIRST])
        rest = len(found) - FIRST
        self.more.setVisible(rest > 1 and not self.head.words())
        self.more.setText(tr("▾ Show fewer") if self._all else tr("▸ {rest} more", rest=rest))
        self.head.show_count(len(found), len(self._issues))
        self._empty.setText(
            tr("No issue has these words.") if self._issues else tr("No issues found yet.")
        )
        self._empty.setVisible(not found)
