"""The greyed lines of hidden text: the sign in the margin that puts one back, and what hid it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTextBrowser

from briefing.gui.article.article_text import ShownText
from briefing.gui.article.mark_painting import rectangles
from briefing.gui.look.colours import Colours
from briefing.gui.look.theme import ui_font
from briefing.gui.words import wording

_SIGN = "↩"
_SIDE = 24.0  # of the square one clicks, in pixels


def paint_signs(painter: QPainter, view: QTextBrowser, shown: ShownText, colours: Colours) -> None:
    """Write the sign that puts a line back into the margin of each hidden line in view."""
    painter.setFont(ui_font(14))
    painter.setPen(QColor(colours.accent))
    for _, area in _signs(view, shown):
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), _SIGN)


def sign_at(view: QTextBrowser, shown: ShownText, place: QPointF) -> int | None:
    """Return the source offset of the hidden line whose sign is at a place of the viewport."""
    start = next((start for start, area in _signs(view, shown) if area.contains(place)), None)
    return None if start is None else shown.source_of(start)


def tip_at(view: QTextBrowser, shown: ShownText, place: QPoint) -> str:
    """Return what hid the line at a place of the viewport; "" where none is hidden."""
    line = shown.line_at(view.cursorForPosition(place).position())
    return wording.hidden_by(line.rule) if line is not None and line.kind == "hidden" else ""


def _signs(view: QTextBrowser, shown: ShownText) -> Iterator[tuple[int, QRectF]]:
    height = view.viewport().height()
    for line in shown.lines:
        if line.kind != "hidden":
            continue
        for area in rectangles(view, line.start, line.start + 1)[:1]:
            if -_SIDE < area.top() < height:
                corner = QPointF(area.left() - _SIDE - 12, area.center().y() - _SIDE / 2)
                yield line.start, QRectF(corner.x(), corner.y(), _SIDE, _SIDE)
