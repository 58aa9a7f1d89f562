"""Panels as facets of a search that goes on: what is chosen in one is a filter more, to be taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing.gui.look.widgets import quiet_button
from briefing.gui.pages.counts_panel import narrowed
from briefing.gui.pages.query_filters import QueryFilters
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Count, SearchResult

if TYPE_CHECKING:
    from briefing.gui.bars.header import SearchField
    from briefing.gui.desk.columns import Columns
    from briefing.gui.lanes.searching import Searching

_NAMES = {"person": "name", "issue": "label"}


class SearchStrip(QFrame):
    """Below an article that was found: the filters of the search, and the way back to its results."""

    query_wanted = Signal(str)
    results_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")  # looks like the bar of the find field
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("The search that goes on"))
        self.back = quiet_button("", self.results_wanted.emit, tr("Back to the results"))
        self.filters = QueryFilters()
        self.filters.query_wanted.connect(self.query_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addWidget(self.back)
        row.addWidget(self.filters, 1)
        self.hide()

    def show_query(self, query: str) -> None:
        """Show the filters of a query; without one there is no strip."""
        self.filters.show_query(query)
        self.setVisible(bool(query.strip()))

    def show_total(self, total: int) -> None:
        """Show how many results the search has."""
        self.back.setText(f"‹ {wording.counted(total, 'result')}")


class Narrowing(QObject):
    """Narrows the search in the field by a person, an issue or a side chosen in a panel.

    The article stays where it is; the results wait behind it, narrowed.
    """

    def __init__(self, field: SearchField, searching: Searching, columns: Columns) -> None:
        super().__init__(columns)
        self._field = field
        self._columns = columns
        self._total = 0
        self.reading = False  # whether the search was narrowed from an article that stays
        self.strip = SearchStrip()
        columns.reader.add_below(self.strip)
        self.strip.query_wanted.connect(self._take)
        self.strip.results_wanted.connect(self._show_results)
        columns.panels.sentence_requested.connect(self._take_record)
        for panel in (columns.panels.people, columns.panels.asks):
            panel.side_chosen.connect(lambda side: self._narrow("side", side))
        field.textChanged.connect(self._follow)
        searching.completed.connect(self._count)

    def _take_record(self, kind: str, record: Any) -> None:
        if kind in _NAMES:
            self._narrow(kind, str(getattr(record, _NAMES[kind])))

    def _narrow(self, facet: str, value: str) -> None:
        query = self._field.text().strip()
        if query:
            plain = " ".join(value.replace('"', " ").split())
            self._take(narrowed(query, Count(facet, value, 0, f'{facet}:"{plain}"')))

    def _take(self, query: str) -> None:
        """Search for this, the article staying open."""
        self._field.setText(query)
        self.reading = bool(query)

    def _follow(self, query: str) -> None:
        self.reading = False
        self.strip.show_query(query)

    def _count(self, answer: SearchResult) -> None:
        self._total = answer.total
        self.strip.show_total(answer.total)

    def _show_results(self) -> None:
        self.reading = False
        self._columns.show_page(self._columns.results, by_itself=not self._total)
