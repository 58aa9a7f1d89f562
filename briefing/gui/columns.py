"""The three columns of the window and the pages that take turns in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from briefing.gui.brief_page import BriefPage
from briefing.gui.compare_page import ComparePage
from briefing.gui.counts_panel import CountsPanel
from briefing.gui.draft_panel import DraftPanel
from briefing.gui.empty_page import EmptyPage
from briefing.gui.panels import Panels
from briefing.gui.reader_page import ReaderPage
from briefing.gui.results_page import ResultsPage
from briefing.gui.sidebar import Sidebar
from briefing.gui.theme import Theme
from briefing.gui.timeline_page import TimelinePage

WIDTHS = (272, 764, 404)


class Columns(QSplitter):
    """Left the library, in the middle what is read, right what was found in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.sidebar = Sidebar(theme)
        self.empty = EmptyPage()
        self.reader = ReaderPage(theme)
        self.brief = BriefPage(theme)
        self.compare = ComparePage(theme)
        self.timeline = TimelinePage(theme)
        self.results = ResultsPage(theme)
        self.panels = Panels(theme)
        self.counts = CountsPanel()
        self.draft = DraftPanel(theme)
        self._alone = False
        self.middle = QStackedWidget()
        pages = (self.empty, self.reader, self.brief, self.compare, self.timeline, self.results)
        for page in pages:
            self.middle.addWidget(page)
        self.right = QStackedWidget()
        for side in (self.panels, self.counts, self.draft):
            self.right.addWidget(side)
        for column, least in ((self.sidebar, 180), (self.middle, 320), (self.right, 280)):
            column.setMinimumWidth(least)
            self.addWidget(column)
        self.setStretchFactor(1, 1)
        self.reset()

    def reset(self) -> None:
        """Take the widths the window opens with first."""
        self.setSizes(list(WIDTHS))

    def show_page(self, page: QWidget) -> None:
        """Put a page into the middle, and beside it what belongs to it."""
        self.middle.setCurrentWidget(page)
        beside: dict[QWidget, QWidget] = {self.results: self.counts, self.brief: self.draft}
        self.right.setCurrentWidget(beside.get(page, self.panels))
        self._show_sides()

    def set_reading_mode(self, on: bool) -> None:
        """Show the article alone, or all three columns."""
        self._alone = on
        self._show_sides()

    def _show_sides(self) -> None:
        wide = self.middle.currentWidget() in (self.compare, self.timeline)
        self.sidebar.setVisible(not self._alone)
        self.right.setVisible(not self._alone and not wide)

    def panes(self) -> list[QWidget]:
        """The columns in the order F6 walks them."""
        return [self.sidebar, self.middle, self.right]

    def focus_pane(self, number: int) -> None:
        """Put the keyboard into a column."""
        pane = self.panes()[number % 3]
        if pane is self.right and self.right.currentWidget() is self.panels:
            self.panels.take_focus()
        elif isinstance(pane, QStackedWidget):
            page = pane.currentWidget()
            target: QWidget = page.list if isinstance(page, ResultsPage) else page  # type: ignore[assignment]
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused_pane(self) -> int:
        """Return the column that has the keyboard, 0 if none."""
        holder: QWidget | None = self.window().focusWidget()
        for number, pane in enumerate(self.panes()):
            if holder is not None and (pane is holder or pane.isAncestorOf(holder)):
                return number
        return 0
