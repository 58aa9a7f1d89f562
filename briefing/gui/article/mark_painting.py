"""Paints the marks of an article over its text: only what is in view, so that long texts scroll."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextBrowser

from briefing.gui.article.article_text import ShownText
from briefing.gui.look.colours import Colours
from briefing.gui.look.theme import ui_font
from briefing.gui.records.marks import Mark

Stretch = tuple[Mark, list[QRectF]]
_MARGIN = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def visible(view: QTextBrowser, shown: ShownText, marks: Sequence[Mark]) -> list[Stretch]:
    """Return the marks in view with the rectangles they fill, people first."""
    first, last = _in_view(view)
    found: list[Stretch] = []
    for mark in marks:
        place = shown.range_of(mark.start, mark.end)
        if place and place[1] > first and place[0] < last:
            found.append((mark, rectangles(view, *place)))
    return sorted(found, key=lambda stretch: stretch[0].kind != "person")


def rectangles(view: QTextBrowser, start: int, end: int) -> list[QRectF]:
    """Return one rectangle a line for shown characters `start` up to `end`, in the viewport."""
    found: list[QRectF] = []
    block = view.document().findBlock(start)
    while block.isValid() and block.position() < end:
        found += _in_block(view, block, start - block.position(), end - block.position())
        block = block.next()
    return found


def grounds(painter: QPainter, stretches: Iterable[Stretch], colours: Colours) -> None:
    """Fill behind the asks."""
    for mark, areas in stretches:
        if mark.kind == "ask":
            for area in areas:
                painter.fillRect(area, QColor(colours.side(mark.side)[1]))


def underlines(painter: QPainter, stretches: Iterable[Stretch], colours: Colours) -> None:
    """Underline: asks solid, candidates dashed, people dotted, pressure both; so colour is not the only cue."""
    for mark, areas in stretches:
        painter.setPen(_pen(mark, colours))
        for area in areas:
            y = area.bottom() - 1
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def hits(
    painter: QPainter,
    view: QTextBrowser,
    shown: ShownText,
    found: Iterable[tuple[int, int, bool]],
    *,
    colours: Colours,
) -> None:
    """Fill behind search hits (start, end, current)."""
    first, last = _in_view(view)
    for start, end, current in found:
        place = shown.range_of(start, end)
        if not place or place[1] <= first or place[0] >= last:
            continue
        for area in rectangles(view, *place):
            painter.fillRect(area, QColor(colours.found))
            if current:
                painter.setPen(QPen(QColor(colours.ink), 1.5))
                painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 2, 2)


def outlines(
    painter: QPainter,
    view: QTextBrowser,
    shown: ShownText,
    selected: Iterable[tuple[int, int, int]],
    *,
    colours: Colours,
) -> None:
    """Draw a line around the selected stretches (start, end, side)."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for start, end, side in selected:
        place = shown.range_of(start, end)
        if place is None:
            continue
        painter.setPen(QPen(QColor(colours.side(side)[0]), 2))
        for area in rectangles(view, *place):
            painter.drawRoundedRect(area.adjusted(-3, -2, 3, 2), 3, 3)


def numbers(
    painter: QPainter, view: QTextBrowser, paragraphs: Iterable[tuple[int, int]], colours: Colours
) -> None:
    """Write the paragraph numbers (number, shown start) into the margin."""
    first, last = _in_view(view)
    painter.setFont(ui_font(11))
    painter.setPen(QColor(colours.mute))
    seen = 0
    for number, start in paragraphs:
        if start > last:
            break
        if start + 1 < first - 4000 or number == seen:
            continue
        seen = number
        areas = rectangles(view, start, start + 1)
        if areas:
            place = QRectF(0, areas[0].top(), areas[0].left() - 14, areas[0].height())
            painter.drawText(place, int(_MARGIN), f"¶ {number}")


def _pen(mark: Mark, colours: Colours) -> QPen:
    if mark.kind == "person":
        pen = QPen(QColor(colours.dotted), 1.5)
        pen.setDashPattern([1.0, 1.6])
        return pen
    ink = QColor(colours.side(mark.side)[0])
    if mark.kind == "pressure":
        return QPen(ink, 1.2, Qt.PenStyle.DashDotLine)
    if mark.kind == "candidate":
        return QPen(ink, 1.2, Qt.PenStyle.DashLine)
    return QPen(ink, 2)


def _in_view(view: QTextBrowser) -> tuple[int, int]:
    area = view.viewport().rect()
    first = view.cursorForPosition(area.topLeft()).position()
    last = view.cursorForPosition(area.bottomRight()).position()
    return first, last + 1


def _in_block(view: QTextBrowser, block: QTextBlock, start: int, end: int) -> list[QRectF]:
    layout = block.layout()
    corner = view.document().documentLayout().blockBoundingRect(block).topLeft()
    top = corner.y() - view.verticalScrollBar().value()
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low = max(start, line.textStart())
        high = min(end, line.textStart() + line.textLength())
        if low >= high:
            continue
        left, right = _x(line.cursorToX(low)), _x(line.cursorToX(high))
        right = min(right, line.x() + line.naturalTextWidth())
        base = top + line.y() + line.ascent()
        found.append(_box(corner.x() + left, corner.x() + right, base, line.ascent()))
    return found


def _box(left: float, right: float, base: float, ascent: float) -> QRectF:
    return QRectF(left, base - ascent * 0.92, right - left, ascent * 1.24)


def _x(found: object) -> float:
    """Read what `cursorToX` gives: a number, or a tuple that begins with it."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
