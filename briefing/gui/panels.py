"""The right column in Read: facts, ministers, issues and asks of one meeting; below, the one at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.gui.asks_panel import AsksPanel
from briefing.gui.detail_pane import DetailPane
from briefing.gui.facets import Facet
from briefing.gui.facts_panel import FactsPanel
from briefing.gui.issues_panel import IssuesPanel
from briefing.gui.people_panel import PeoplePanel
from briefing.gui.review_list import ReviewList
from briefing.gui.section import Section
from briefing.gui.theme import Theme
from briefing.model import Meeting, Records


class Panels(QFrame):
    """Holds the panels under one scroll bar; passes on what the user asks of them."""

    sentence_requested = Signal(str, object)
    review_requested = Signal(str, str, object)
    many_requested = Signal(str, str, object)
    selection_dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panels")
        self.facts = FactsPanel()
        self.people = PeoplePanel(theme)
        self.issues = IssuesPanel(theme)
        self.asks = AsksPanel(theme)
        self.detail = DetailPane()
        self._facet: Facet | None = None
        self._meeting: int | None = None
        self._body = QWidget()
        self._body.setObjectName("panelsBody")
        self._scroll = QScrollArea()
        self._put_together()
        self.detail.review_requested.connect(self.review_requested)
        self.asks.facet_left.connect(lambda: self.toggle_facet(None))

    def show_records(
        self, meeting: Meeting | None, records: Records, sides: tuple[str, ...]
    ) -> None:
        """Show the records of a meeting, or of an article that has none."""
        shown = meeting.id if meeting else None
        if shown != self._meeting:
            self._meeting = shown
            self.toggle_facet(None)
        self._body.setVisible(
            meeting is not None or any((records.people, records.asks, records.issues))
        )
        self.facts.show_meeting(meeting)
        self.people.show_records(records.people, sides)
        self.issues.show_records(records.issues, sides)
        self.asks.show_records(records, sides)

    def select(self, found: Mapping[str, Iterable[int]]) -> None:
        """Select the records with these ids by kind, and no others; bring the first ask to view."""
        pressure = found.get("pressure", ())
        for section in self.sections():
            section.select(found.get(section.kind, ()))
        self.asks.pressure.choose_all(frozenset(pressure))
        QTimer.singleShot(0, self, self._reveal)

    def toggle_facet(self, facet: Facet | None) -> None:
        """Narrow the asks to an issue or a person; by the same one again, show them all."""
        self._facet = None if facet == self._facet else facet
        self.asks.show_facet(self._facet)

    def sections(self) -> tuple[Section, ...]:
        """The panels one can filter and drop on, top to bottom."""
        return self.people, self.issues, self.asks

    def lists(self) -> Iterable[ReviewList]:
        """Every list in the panels, top to bottom."""
        return [shown for section in self.sections() for shown in section.lists()]

    def take_focus(self) -> None:
        """Put the keyboard into the first list that holds anything, asks first."""
        for shown in (*self.asks.lists(), *self.people.lists(), self.issues.list):
            if shown.isVisible() and shown.records.rowCount():
                shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def ensureWidgetVisible(self, widget: QWidget) -> None:
        """Scroll to a widget of the panels."""
        self._scroll.ensureWidgetVisible(widget)

    def _reveal(self) -> None:
        for shown in self.asks.lists():
            for index in shown.selectedIndexes()[:1]:
                if shown.isVisible():
                    area = shown.visualRect(index)
                    corner = shown.viewport().mapTo(self._body, area.center())
                    half = area.height() // 2 + 8
                    self._scroll.ensureVisible(corner.x(), corner.y(), 0, half)
                    return

    def _put_together(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(14, 12, 14, 14)
        inner.setSpacing(12)
        inner.addWidget(self.facts)
        for panel in self.sections():
            inner.addWidget(panel)
            panel.sentence_requested.connect(self.sentence_requested)
            panel.review_requested.connect(self.review_requested)
            panel.many_requested.connect(self.many_requested)
            panel.selection_dropped.connect(self.selection_dropped)
        inner.addStretch()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setObjectName("panelsScroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.detail)


def sides_of(meeting: Meeting | None, records: Records) -> tuple[str, ...]:
    """Return the sides of a meeting, or those the records speak of most."""
    if meeting is not None and meeting.sides:
        return meeting.sides
    named = Counter(ask.side for ask in records.asks)
    named.update(person.side for person in records.people if person.side)
    return tuple(side for side, _ in named.most_common(2))
