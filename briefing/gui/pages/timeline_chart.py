"""Draws the timeline: an axis with meetings and articles, and below it asks by issue and meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from math import inf
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from briefing.gui.look.theme import Theme, drawn_font, scaled
from briefing.gui.pages.timeline_plan import (
    AXIS,
    COLUMN,
    HEAD,
    LANE,
    LEFT,
    RIGHT,
    Spot,
    TimelinePlan,
)
from briefing.gui.records.records_model import plain_tip
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.workspace.briefs.chronicle import Cell, Chronicle, Dated

_CELL_HEIGHT, _BAR, _LEAST = 20.0, 84.0, 38.0
MOST_TOLD = 200  # places a screen reader is told of at once; the arrow keys walk them all


class Timeline(QWidget):
    """Draws one chronicle; arrow keys walk its meetings and articles, Enter opens."""

    meeting_opened = Signal(int)
    article_opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._theme = theme
        self._found = Chronicle()
        self._at = -1
        self._from, self._to = 0.0, inf  # what is to be painted, across
        self._plan = TimelinePlan(self._found, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Timeline"))
        theme.changed.connect(self.update)

    def show_chronicle(self, found: Chronicle) -> None:
        """Draw another chronicle."""
        self._found = found
        self._at = -1
        self.setAccessibleDescription("; ".join(spot.words for spot in self.spots()[:MOST_TOLD]))
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def spots(self) -> Sequence[Spot]:
        """Return every place that can be pressed: articles, meetings, asks by issue."""
        return self.plan.spots

    @property
    def plan(self) -> TimelinePlan:
        """Where everything stands, for the width there is."""
        if self._plan.found is not self._found or self._plan.width != self._across:
            self._plan = TimelinePlan(self._found, self._across)
        return self._plan

    def sizeHint(self) -> QSize:
        width = LEFT + RIGHT + COLUMN * max(len(self._found.meetings), 3)
        height = HEAD + LANE * len(self._found.issues) + 40
        return QSize(int(width), int(height)) * self._zoom

    def save(self, target: Path) -> bool:
        """Write the drawing to a file, SVG by that suffix, else PNG; return whether it could be."""
        if target.suffix.lower() == ".svg":
            from PySide6.QtSvg import QSvgGenerator

            drawn = QSvgGenerator()
            drawn.setFileName(str(target))
            drawn.setSize(self.size())
            drawn.setViewBox(self.rect())
            drawn.setTitle(tr("Timeline"))
            painter = QPainter()
            if not painter.begin(drawn):
                return False
            self._paint(painter)
            painter.end()
            return target.is_file()
        picture = QPixmap(self.size() * 2)
        picture.setDevicePixelRatio(2)
        painter = QPainter(picture)
        self._paint(painter)
        painter.end()
        return picture.save(str(target), "PNG")

    @property
    def _zoom(self) -> float:
        """How much larger the drawing is shown: as much as the words of the window."""
        return scaled(100) / 100

    @property
    def _across(self) -> int:
        """The width there is, in the pixels of the drawing."""
        return round(self.width() / self._zoom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, zoom = QPainter(self), self._zoom
        painter.scale(zoom, zoom)
        self._from, self._to = event.rect().left() / zoom, event.rect().right() / zoom
        self._paint(painter)
        self._from, self._to = 0.0, inf
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.plan.spot(event.position() / self._zoom)
        if spot is not None:
            self._open(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.plan.spot(event.position() / self._zoom) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots = self.spots()
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step and spots:
            self._at = (self._at + step) % len(spots) if self._at >= 0 else 0
            self.setAccessibleName(tr("Timeline: {words}", words=spots[self._at].words))
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._at < len(spots):
            self._open(spots[self._at])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            spot = self.plan.spot(QPointF(event.pos()) / self._zoom)
            QToolTip.showText(event.globalPos(), plain_tip(spot.words) if spot else "", self)
            return True
        return super().event(event)

    def _open(self, spot: Spot) -> None:
        told = self.meeting_opened if spot.kind == "meeting" else self.article_opened
        told.emit(spot.id)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), QColor(self._theme.colours.ground))
        if not self._found.meetings and not self._found.articles:
            words = tr("Meetings and articles stand here once they have a date. None has one yet.")
            self._words(painter, QPointF(0, 40), words, mute=True)
            return
        self._paint_axis(painter)
        self._paint_meetings(painter)
        self._paint_lanes(painter)
        spots = self.spots()
        if self.hasFocus() and 0 <= self._at < len(spots):
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(spots[self._at].box.adjusted(-2, -2, 2, 2), 6, 6)

    def _paint_axis(self, painter: QPainter) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.mute), 1.5))
        painter.drawLine(QPointF(LEFT - 10, AXIS), QPointF(self._across - RIGHT + 10, AXIS))
        for year in self.plan.years:
            x = self.plan.x(dt.date(year, 1, 1))
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(x, AXIS - 40), QPointF(x, AXIS))
            self._words(painter, QPointF(x + 4, AXIS - 42), str(year), mute=True, pixels=11)
        self._words(painter, QPointF(0, AXIS - 24), tr("ARTICLES"), mute=True, pixels=11, bold=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.mute))
        for x in self.plan.ticks:
            painter.drawRoundedRect(QRectF(x - 2, AXIS - 18, 4, 14), 2, 2)

    def _paint_meetings(self, painter: QPainter) -> None:
        colours = self._theme.colours
        self._words(painter, QPointF(0, AXIS + 46), tr("MEETINGS"), mute=True, pixels=11, bold=True)
        for number, meeting in enumerate(self._found.meetings):
            x, column = self.plan.x(meeting.date), self.plan.column(number)
            if not self._in_sight(min(x, column), max(x, column)):
                continue
            path = QPainterPath(QPointF(x, AXIS))
            path.cubicTo(
                QPointF(x, AXIS + 26), QPointF(column, AXIS + 12), QPointF(column, AXIS + 38)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1.4))
            painter.drawPath(path)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(QPointF(x, AXIS), 5, 5)
            self._paint_card(painter, self.plan.card(number), meeting)

    def _in_sight(self, left: float, right: float) -> bool:
        """Whether any of a column between these middles is to be painted."""
        return right + COLUMN > self._from and left - COLUMN < self._to

    def _paint_card(self, painter: QPainter, box: QRectF, meeting: Dated) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, 8, 8)
        lines = (
            (meeting.title, colours.ink, True),
            (wording.days(meeting.date, meeting.until), colours.mute, False),
            (meeting.detail, colours.mute, False),
        )
        for row, (words, ink, bold) in enumerate(lines):
            font = drawn_font(12 if bold else 11, bold=bold)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            place = QRectF(box.left() + 8, box.top() + 6 + 16 * row, box.width() - 12, 16)
            shown = QFontMetricsF(font).elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_lanes(self, painter: QPainter) -> None:
        columns = {m.id: self.plan.column(n) for n, m in enumerate(self._found.meetings)}
        most = max((sum(c.by_side) for lane in self._found.issues for c in lane.cells), default=1)
        if self._found.issues:
            self._words(
                painter, QPointF(0, HEAD - 4), tr("ASKS BY ISSUE"), mute=True, pixels=11, bold=True
            )
            self._paint_key(painter)
        for row, lane in enumerate(self._found.issues):
            top = self.plan.lane(row)
            painter.setPen(QPen(QColor(self._theme.colours.line), 1))
            painter.drawLine(QPointF(0, top - 4), QPointF(self._across - RIGHT + 10, top - 4))
            self._words(painter, QPointF(0, top + 5), lane.issue, width=LEFT - 30)
            for cell in lane.cells:
                if not self._in_sight(columns[cell.meeting], columns[cell.meeting]):
                    continue
                self._paint_cell(painter, QPointF(columns[cell.meeting], top + 5), cell, most)

    def _paint_key(self, painter: QPainter) -> None:
        x = LEFT
        for place, side in enumerate(self._found.sides[:4]):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colours.side(place)[0]))
            painter.drawRoundedRect(QRectF(x, HEAD - 1, 10, 10), 2, 2)
            words = f"{self.plan.signs[place]} {side}"
            at = QPointF(x + 15, HEAD - 4)
            x += self._words(painter, at, words, mute=True, pixels=11) + 31

    def _paint_cell(self, painter: QPainter, centre: QPointF, cell: Cell, most: int) -> None:
        """Paint a bar a side, as long as its asks are many, with their number in it."""
        unit = (_BAR - 4) / max(most, 4)
        signs = self.plan.signs
        widths = [max(unit * number, _LEAST) for number in cell.by_side if number]
        x = centre.x() - (sum(widths) + 3 * (len(widths) - 1)) / 2
        for place, number in enumerate(cell.by_side):
            if not number:
                continue
            ink, ground = self._theme.colours.side(place)
            box = QRectF(x, centre.y(), max(unit * number, _LEAST), _CELL_HEIGHT)
            painter.setBrush(QColor(ground))
            painter.setPen(QPen(QColor(ink), 1))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(drawn_font(11, bold=True))
            painter.setPen(QColor(ink))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"{signs[place]} {number}")
            x = box.right() + 3

    def _words(
        self, painter: QPainter, at: QPointF, words: str, *, mute: bool = False,
        pixels: float = 13, bold: bool = False, width: float = 0,
    ) -> float:  # fmt: skip
        font = drawn_font(pixels, bold=bold)
        metrics = QFontMetricsF(font)
        if width:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.mute if mute else self._theme.colours.ink))
        painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), words)
        return metrics.horizontalAdvance(words)
