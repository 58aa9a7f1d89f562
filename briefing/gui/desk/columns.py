"""The columns of the window and the pages that take turns in the middle one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from briefing.gui.article.reader_page import ReaderPage
from briefing.gui.desk.docks import Docks
from briefing.gui.look.theme import Theme
from briefing.gui.pages.brief import BriefPage
from briefing.gui.pages.compare import ComparePage
from briefing.gui.pages.counts_panel import CountsPanel
from briefing.gui.pages.draft_panel import DraftPanel
from briefing.gui.pages.empty import EmptyPage
from briefing.gui.pages.results import ResultsPage
from briefing.gui.pages.timeline import TimelinePage
from briefing.gui.panels.panels import Panels
from briefing.gui.sidebar.sidebar import Sidebar

WIDTHS = (272, 764, 404)


class Columns(QSplitter):
    """Left the library, in the middle what is read, right what belongs to a search or a brief."""

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
        self.panels = Panels(theme, self)
        self.docks = Docks(self.reader, self.empty, self.panels)
        self.counts = CountsPanel()
        self.draft = DraftPanel(theme)
        self._alone = self._by_itself = self._library_closed = self._spread_once = False
        self._shares = (WIDTHS[0] / sum(WIDTHS), WIDTHS[2] / sum(WIDTHS))
        self.middle = QStackedWidget()
        pages = (self.docks, self.brief, self.compare, self.timeline, self.results)
        for page in pages:
            self.middle.addWidget(page)
        self.right = QStackedWidget()
        for side in (self.counts, self.draft):
            self.right.addWidget(side)
        for column, least in (
            (self.sidebar, self.sidebar.minimumWidth()),
            (self.middle, 320),
            (self.right, 280),
        ):
            column.setMinimumWidth(least)
            self.addWidget(column)
        self.setStretchFactor(1, 1)
        self.setSizes(list(WIDTHS))
        self.splitterMoved.connect(lambda *_: self._note_shares())
        self._show_sides()

    def reset(self) -> None:
        """Take the widths the window opens with first, and put the panels where they stood."""
        self._library_closed = False
        self._shares = (WIDTHS[0] / sum(WIDTHS), WIDTHS[2] / sum(WIDTHS))
        self._spread()
        self.docks.reset()
        self._show_sides()

    def page(self) -> QWidget:
        """Return the page in the middle; in Read, the article or the empty page."""
        page: QWidget | None = self.middle.currentWidget()
        if page is None or page is self.docks:
            return self.docks.page()
        return page

    def show_page(self, page: QWidget, *, by_itself: bool = False) -> None:
        """Put a page into the middle, and beside it what belongs to it; `by_itself`, nothing does."""
        self._by_itself = by_itself
        if page in (self.reader, self.empty):
            self.docks.show_page(page)
            self.middle.setCurrentWidget(self.docks)
        else:
            self.middle.setCurrentWidget(page)
        beside: dict[QWidget, QWidget] = {self.results: self.counts, self.brief: self.draft}
        if page in beside:
            self.right.setCurrentWidget(beside[page])
        self._show_sides()

    def set_reading_mode(self, on: bool) -> None:
        """Show the article alone, or everything."""
        self._alone = on
        self.docks.set_alone(on)
        self._show_sides()

    def set_library_closed(self, closed: bool) -> None:
        """Leave the left column out, or show it."""
        self._library_closed = closed
        self._show_sides()

    @property
    def library_closed(self) -> bool:
        """Whether the user closed the left column."""
        return self._library_closed

    def shares(self) -> tuple[float, float]:
        """Return the shares of the left and the right column in the width."""
        return self._shares

    def take_shares(self, left: float, right: float) -> None:
        """Give the columns these shares of the width there is."""
        self._shares = (min(max(left, 0.05), 0.45), min(max(right, 0.1), 0.6))
        self._spread()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._spread_once:
            self._spread_once = True
            self._spread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let every column grow and shrink with the window, not the middle one alone."""
        super().resizeEvent(event)
        if self._spread_once:
            self._spread()

    def _note_shares(self) -> None:
        """Keep what the user gave the columns; what a small window leaves them is nobody's wish."""
        sizes, wide = self.sizes(), max(1, self.width())
        left, right = self._shares
        if self.sidebar.isVisible():
            left = sizes[0] / wide
        if self.right.isVisible():
            right = sizes[2] / wide
        self._shares = left, right

    def _spread(self) -> None:
        wide = self.width()
        left, right = (round(share * wide) for share in self._shares)
        self.setSizes([left, max(wide - left - right, 1), right])

    def _show_sides(self) -> None:
        beside = self.middle.currentWidget() in (self.results, self.brief) and not self._by_itself
        self.sidebar.setVisible(not self._alone and not self._library_closed)
        self.right.setVisible(not self._alone and beside)

    def panes(self) -> list[QWidget]:
        """The columns in the order F6 walks them."""
        return [self.sidebar, self.middle, self.right]

    def focus_pane(self, number: int) -> None:
        """Put the keyboard into a column; in Read, the third are the panels."""
        pane = self.panes()[number % 3]
        if pane is self.right and self.page() is self.reader:
            self.panels.take_focus()
            return
        shown: QWidget | None = pane
        if pane is self.middle:
            shown = self.results.list if self.page() is self.results else self.page()
        elif pane is self.right:
            shown = self.right.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused_pane(self) -> int:
        """Return the column that has the keyboard, 0 if none."""
        holder: QWidget | None = self.window().focusWidget()
        if holder is not None and self.panels.holds(holder):
            return 2
        for number, pane in enumerate(self.panes()):
            if holder is not None and (pane is holder or pane.isAncestorOf(holder)):
                return number
        return 0
