"""The strip beside the scroll bar: where in the article the asks stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from briefing.gui.article.article_text import ShownText
from briefing.gui.look.theme import Theme
from briefing.gui.records.marks import Mark
from briefing.gui.words.language import tr

Places = tuple[tuple[float, int], ...]


def shares(view: QTextBrowser, shown: ShownText, marks: Sequence[Mark]) -> Places:
    """Return (place from 0 to 1 in the height of the text, side) of each ask."""
    document = view.document()
    height = document.size().height()
    places = []
    for mark in marks if height > 0 else ():
        found = shown.range_of(mark.start, mark.end) if mark.kind == "ask" else None
        if found:
            block = document.findBlock(found[0])
            line = block.layout().lineForTextPosition(found[0] - block.position())
            top = document.documentLayout().blockBoundingRect(block).y()
            places.append(((top + (line.y() if line.isValid() else 0)) / height, mark.side))
    return tuple(places)


class OverviewBar(QWidget):
    """Shows marks at their share of the height; a click asks to go there."""

    went = Signal(float)

    def __init__(
        self, theme: Theme, find: Callable[[], Places] = tuple, parent: QWidget | None = None
    ) -> None:
        """Make the strip.

        Args:
            theme: its colours.
            find: tells where the marks are, asked when they are next shown.
            parent: what it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._find = find
        self._places: Places | None = ()
        self.setFixedWidth(10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Where the asks stand in the article"))

    def look_again(self) -> None:
        """Take it that the marks are elsewhere; an article is set in several steps, and shown once."""
        self._places = None
        self.update()

    @property
    def places(self) -> Places:
        """The marks as (place from 0 to 1, side)."""
        if self._places is None:
            self._places = self._find()
        return self._places

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
