"""The panels beside the article: facts, ministers, issues, asks, pressure and gaps of one meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing.gui.look.theme import Theme
from briefing.gui.panels.asks import AsksPanel
from briefing.gui.panels.detail_pane import DetailPane
from briefing.gui.panels.facts import FactsPanel
from briefing.gui.panels.gaps import GapsPanel
from briefing.gui.panels.issues import IssuesPanel
from briefing.gui.panels.panel_dock import PanelDock
from briefing.gui.panels.people import PeoplePanel
from briefing.gui.panels.pressure import PressurePanel
from briefing.gui.panels.review_list import ReviewList
from briefing.gui.panels.section import Section
from briefing.gui.records.facets import Facet
from briefing.gui.records.gaps import gaps_of
from briefing.gui.words import panel_help
from briefing.model import ArticleLine, Meeting, Records


class Panels(QObject):
    """Fills the panels, and passes on what the user asks of them; knows not where they stand."""

    sentence_requested = Signal(str, object)
    review_requested = Signal(str, str, object)
    many_requested = Signal(str, str, object)
    selection_dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = FactsPanel()
        self.people = PeoplePanel(theme)
        self.issues = IssuesPanel(theme)
        self.asks = AsksPanel(theme)
        self.pressure = PressurePanel(theme)
        self.gaps = GapsPanel()
        self.detail = DetailPane()
        self._facet: Facet | None = None
        self._meeting: int | None = None
        self._shown: tuple[object, ...] = ()
        self.docks: dict[str, PanelDock] = {
            name: PanelDock(name, widget.head, widget, panel_help.words_of(name))
            for name, widget in (
                ("meeting", self.facts), ("people", self.people), ("issues", self.issues),
                ("asks", self.asks), ("pressure", self.pressure), ("gaps", self.gaps),
                ("finding", self.detail),
            )
        }  # fmt: skip
        self.docks["finding"].hide()
        self.docks["gaps"].visibilityChanged.connect(lambda seen: self.gaps.look(in_view=seen))
        for panel in self.sections():
            panel.sentence_requested.connect(self.sentence_requested)
            panel.review_requested.connect(self.review_requested)
            panel.many_requested.connect(self.many_requested)
            panel.selection_dropped.connect(self.selection_dropped)
        self.detail.review_requested.connect(self.review_requested)
        self.asks.facet_left.connect(lambda: self.toggle_facet(None))

    def show_records(
        self,
        meeting: Meeting | None,
        records: Records,
        sides: tuple[str, ...],
        articles: tuple[ArticleLine, ...] = (),
    ) -> None:
        """Show the records of a meeting, or of an article that has none; they rest on `articles`."""
        former, self._shown = self._shown, (meeting, records, sides, articles)
        if former and former[1] is records and former == self._shown:
            return  # another article of the same meeting
        shown = meeting.id if meeting else None
        if shown != self._meeting:
            self._meeting = shown
            self.toggle_facet(None)
        self.facts.show_meeting(meeting)
        self.people.show_records(records.people, sides)
        self.issues.show_records(records.issues, sides)
        self.asks.show_records(records, sides)
        self.pressure.show_records(records.pressure, sides)
        self.gaps.show_gaps(gaps_of(meeting, records, articles))

    @property
    def any_meeting(self) -> bool:
        """Whether the panels show a meeting."""
        return self._meeting is not None

    def select(self, found: Mapping[str, Iterable[int]]) -> None:
        """Select the records with these ids by kind, and no others; bring the first ask to view."""
        for section in self.sections():
            section.select(found.get(section.kind, ()))
        QTimer.singleShot(0, self, self._reveal)

    def toggle_facet(self, facet: Facet | None) -> None:
        """Narrow the asks to an issue or a person; by the same one again, show them all."""
        self._facet = None if facet == self._facet else facet
        self.asks.show_facet(self._facet)

    def sections(self) -> tuple[Section, ...]:
        """The panels one can filter, top to bottom."""
        return self.people, self.issues, self.asks, self.pressure

    def lists(self) -> Iterable[ReviewList]:
        """Every list in the panels, top to bottom."""
        return [shown for section in self.sections() for shown in section.lists()]

    def take_focus(self) -> None:
        """Put the keyboard into the first list that holds anything, asks first."""
        for shown in (*self.asks.lists(), *self.lists()):
            if shown.isVisible() and shown.records.rowCount():
                shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def holds(self, widget: QWidget) -> bool:
        """Tell whether a widget belongs to the panels, wherever they stand."""
        return any(dock.isAncestorOf(widget) for dock in self.docks.values())

    def ensure_visible(self, widget: QWidget) -> None:
        """Bring the panel of a widget to the front, and scroll to it."""
        for dock in self.docks.values():
            if dock.isAncestorOf(widget):
                dock.raise_()
                dock.area.ensureWidgetVisible(widget)

    def _reveal(self) -> None:
        for name in ("asks", "people", "issues", "pressure"):
            dock = self.docks[name]
            for shown in dock.findChildren(ReviewList):
                chosen = shown.selectedIndexes()[:1]
                if chosen and shown.isVisible():
                    shown.lay_out_all()
                    _scroll_to(dock, shown, shown.visualRect(chosen[0]))
                    break


def _scroll_to(dock: PanelDock, shown: ReviewList, row: QRect) -> None:
    at = shown.viewport().mapTo(dock.body, row.center())
    dock.area.ensureVisible(at.x(), at.y(), 0, row.height() // 2 + 8)


def sides_of(meeting: Meeting | None, records: Records) -> tuple[str, ...]:
    """Return the sides of a meeting, or those the records speak of most."""
    if meeting is not None and meeting.sides:
        return meeting.sides
    named = Counter(ask.side for ask in records.asks)
    named.update(person.side for person in records.people if person.side)
    return tuple(side for side, _ in named.most_common(2))
