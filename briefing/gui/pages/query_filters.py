"""The filters of a query as pills that can be taken away, and the order of its hits."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from briefing.gui.look.flow import Flow
from briefing.gui.words.language import tr
from briefing.model import Hit

_FILTER = re.compile(r'(?<!\S)(?P<field>[a-z]+):(?P<value>"[^"]*"|[^\s"]+)')
GAP = 6  # pixels between pills
FIELDS = {  # what a field of the query language is called; the language itself is English
    "title": "title",
    "body": "text",
    "ask": "ask",
    "person": "person",
    "side": "side",
    "of": "asked of",
    "issue": "issue",
    "meeting": "meeting",
    "source": "outlet",
    "date": "date",
    "kind": "kind",
}
LONGEST = 28  # characters of a filter before it is cut short
RELEVANCE, NEWEST, OLDEST = "", "newest", "oldest"
_ORDERS = ((RELEVANCE, "By relevance"), (NEWEST, "Newest first"), (OLDEST, "Oldest first"))


class QueryFilters(QWidget):
    """Shows one pill for each `field:value`; pressed, it asks for the query without it."""

    query_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self.pills: list[QPushButton] = []
        self._row = Flow(self, GAP)

    def show_query(self, query: str) -> None:
        """Show the filters of a query."""
        for pill in self.pills:
            self._row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self.pills = [self._pill(query, found) for found in _FILTER.finditer(query)]
        for pill in self.pills:
            self._row.addWidget(pill)
        self.setVisible(bool(self.pills))

    def sizeHint(self) -> QSize:
        """Wish for one line; less width breaks it into several."""
        sizes = [pill.sizeHint() for pill in self.pills]
        wide = sum(size.width() for size in sizes) + GAP * max(len(sizes) - 1, 0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def _pill(self, query: str, found: re.Match[str]) -> QPushButton:
        field = tr(FIELDS[found["field"]]) if found["field"] in FIELDS else found["field"]
        words = f"{tr('{subject}:', subject=field)} {found['value'].strip(chr(34))}"
        short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        pill = QPushButton(f"{short}  ✕".replace("&", "&&"))
        pill.setProperty("pill", True)
        pill.setAccessibleName(tr("Take away {words}", words=words))
        pill.setToolTip(tr("Search without {words}", words=words))
        without = " ".join(f"{query[: found.start()]} {query[found.end() :]}".split())
        pill.clicked.connect(lambda _=False: self.query_wanted.emit(without))
        return pill


def order_box() -> QComboBox:
    """Return the choice of the order of hits."""
    box = QComboBox()
    box.setAccessibleName(tr("Order of the results"))
    for order, words in _ORDERS:
        box.addItem(tr(words), order)
    return box


def arranged(hits: tuple[Hit, ...], order: str) -> tuple[Hit, ...]:
    """Return hits in an order; those without a date come last."""
    if order == RELEVANCE:
        return hits
    dated = [hit for hit in hits if hit.published]
    rest = [hit for hit in hits if not hit.published]
    dated.sort(key=lambda hit: hit.published or dt.date.min, reverse=order == NEWEST)
    return (*dated, *rest)
