"""The right column in Read: facts, ministers, issues and asks of one meeting, under one scroll bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.gui.asks_panel import AsksPanel
from briefing.gui.facts_panel import FactsPanel
from briefing.gui.issues_panel import IssuesPanel
from briefing.gui.people_panel import PeoplePanel
from briefing.gui.review_list import ReviewList
from briefing.gui.theme import Theme
from briefing.model import Meeting, Records


class Panels(QScrollArea):
    """Holds the panels; passes on what the user asks of them."""

    sentence_requested = Signal(str, object)
    review_requested = Signal(str, str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panels")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts = FactsPanel()
        self.people = PeoplePanel(theme)
        self.issues = IssuesPanel(theme)
        self.asks = AsksPanel(theme)
        self._body = QWidget()
        self._body.setObjectName("panelsBody")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(14)
        column.addWidget(self.facts)
        for panel in (self.people, self.issues, self.asks):
            column.addWidget(panel)
            panel.sentence_requested.connect(self.sentence_requested)
            panel.review_requested.connect(self.review_requested)
        column.addStretch()
        self.setWidget(self._body)

    def show_records(
        self, meeting: Meeting | None, records: Records, sides: tuple[str, ...]
    ) -> None:
        """Show the records of a meeting, or of an article that has none."""
        self._body.setVisible(
            meeting is not None or any((records.people, records.asks, records.issues))
        )
        self.facts.show_meeting(meeting)
        self.people.show_records(records.people, sides)
        self.issues.show_records(records.issues, sides)
        self.asks.show_records(records, sides)

    def lists(self) -> Iterable[ReviewList]:
        """Every list in the panels, top to bottom."""
        return [*self.people.lists(), self.issues.list, *self.asks.lists()]

    def take_focus(self) -> None:
        """Put the keyboard into the first list that holds anything, asks first."""
        for shown in (*self.asks.lists(), *self.people.lists(), self.issues.list):
            if shown.isVisible() and shown.records.rowCount():
                shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def sides_of(meeting: Meeting | None, records: Records) -> tuple[str, ...]:
    """Return the sides of a meeting, or those the records speak of most."""
    if meeting is not None and meeting.sides:
        return meeting.sides
    named = Counter(ask.side for ask in records.asks)
    named.update(person.side for person in records.people if person.side)
    return tuple(side for side, _ in named.most_common(2))
