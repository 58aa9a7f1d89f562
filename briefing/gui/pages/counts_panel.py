"""The right column while searching: how many hits share a meeting, side, issue …; a click narrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.look.theme import scaled
from briefing.gui.look.widgets import heading, plain
from briefing.gui.words import panel_help, wording
from briefing.gui.words.language import tr
from briefing.gui.words.typed_day import day_of
from briefing.model import Count

HEADINGS = {
    "meeting": "Narrow by meeting",
    "side": "Side",
    "issue": "Issue",
    "person": "Minister",
    "source": "Outlet",
    "month": "Month",
    "kind": "Kind",
}
KINDS = {"article": "Articles", "ask": "Asks"}
MOST = 6


class CountsPanel(QScrollArea):
    """Shows counts by facet as buttons that add their filter to the query."""

    narrowed = Signal(object)  # Count

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counts")
        self.setWhatsThis(panel_help.words_of("counts"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.buttons: list[QPushButton] = []
        self._body = QWidget()

    def show_counts(self, counts: Sequence[Count], query: str) -> None:
        """Show the counts of an answer to this query; filters already in it are pressed."""
        self.buttons = []
        self._body = QWidget()
        self._body.setObjectName("countsBody")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(0)
        for facet, words in HEADINGS.items():
            own = [count for count in counts if count.facet == facet][:MOST]
            if own:
                column.addWidget(heading(tr(words)))
                column.addSpacing(4)
                for count in own:
                    column.addWidget(self._row(count, query))
                column.addSpacing(14)
        column.addStretch()
        self.setWidget(self._body)

    def _row(self, count: Count, query: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("count", True)
        button.setAccessibleName(f"{tr(HEADINGS[count.facet])}: {words_of(count)}, {count.number}")
        button.setCheckable(True)
        button.setChecked(bool(count.query) and count.query.lower() in query.lower())
        button.setEnabled(bool(count.query))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(button)
        row.setContentsMargins(8, 0, 8, 0)
        button.setFixedHeight(scaled(18) + 10)
        words = words_of(count)
        name = Elided(words)
        name.setProperty("strong", button.isChecked())
        row.addWidget(name, 1)
        row.addWidget(plain(str(count.number), mute=True))
        for label in button.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.clicked.connect(lambda _=False, c=count: self.narrowed.emit(c))
        self.buttons.append(button)
        return button


class Elided(QLabel):
    """One line that ends in … where it has no room; its tooltip has all of it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ensurePolished()
        right = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self.words, right, self.width()))


def words_of(count: Count) -> str:
    """Return how a value is named: `Articles`, `May 2025`."""
    if count.facet == "kind":
        return tr(KINDS.get(count.value, count.value))
    year, _, month = count.value.partition("-")
    if count.facet == "month" and month.isdigit() and 1 <= int(month) <= 12:
        return f"{wording.month(int(month))} {year}"
    title, _, written = count.value.rpartition(", ")
    if count.facet == "meeting" and (day := day_of(written)):  # the index writes days in English
        return f"{title}, {wording.day(day)}"
    return count.value


def narrowed(query: str, count: Count) -> str:
    """Return the query with a filter added, or taken away where it is there already."""
    at = query.lower().find(count.query.lower())
    if at >= 0:
        return " ".join(f"{query[:at]} {query[at + len(count.query) :]}".split())
    return f"{query} {count.query}".strip()
