"""The strip beside the scroll bar: where in the article the asks stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.gui.theme import Theme


class OverviewBar(QWidget):
    """Shows marks at their share of the height; a click asks to go there."""

    went = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.places: tuple[tuple[float, int], ...] = ()
        self.setFixedWidth(10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Where the asks stand in the article")

    def show_places(self, places: tuple[tuple[float, int], ...]) -> None:
        """Show marks at (place from 0 to 1, side)."""
        self.places = places
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        colours = self._theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.track))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, side in self.places:
            painter.setBrush(QColor(colours.side(side)[0]))
            painter.drawRoundedRect(QRectF(2, round(place * (self.height() - 4)), 6, 4), 1, 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.went.emit(event.position().y() / max(1, self.height()))
