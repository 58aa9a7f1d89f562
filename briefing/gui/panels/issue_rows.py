"""Draws an issue: its label, a bar with one colour a side, and the number of sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.gui.look.theme import Theme, scaled, ui_font
from briefing.gui.records import marks
from briefing.gui.records.records_model import RECORD
from briefing.model import Issue

Index = QModelIndex | QPersistentModelIndex
_BAR, _NUMBER, _HEIGHT = 92, 28, 25


class IssueDelegate(QStyledItemDelegate):
    """Draws one issue a row; the longest bar belongs to the issue with most sentences."""

    def __init__(
        self, theme: Theme, sides: Callable[[], Sequence[str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sides = sides
        self.most = 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(120, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        issue: Issue = index.data(RECORD)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            path = QPainterPath()
            path.addRoundedRect(QRectF(area), 6, 6)
            painter.fillPath(path, QColor(colours.accent_ground))
        label = area.adjusted(6, 0, -(_BAR + scaled(_NUMBER) + 14), 0)
        painter.setFont(ui_font(12.5))
        painter.setPen(QColor(colours.ink))
        mark = "" if issue.status == "proposed" else "✓ "
        text = QFontMetrics(painter.font()).elidedText(
            mark + issue.label, Qt.TextElideMode.ElideRight, label.width()
        )
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, int(align | Qt.AlignmentFlag.AlignLeft), text)
        self._bar(painter, area, issue)
        number = area.adjusted(0, 0, -6, 0)
        painter.setPen(QColor(colours.ink))
        painter.drawText(number, int(align | Qt.AlignmentFlag.AlignRight), str(sentences(issue)))
        painter.restore()

    def _bar(self, painter: QPainter, area: QRect, issue: Issue) -> None:
        colours: Any = self._theme.colours
        box = QRectF(area.right() - _BAR - scaled(_NUMBER), area.center().y() - 3, _BAR, 8)
        path = QPainterPath()
        path.addRoundedRect(box, 4, 4)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(box, QColor(colours.track))
        left = box.left()
        for side, number in sorted(
            issue.by_side, key=lambda pair: marks.place(pair[0], self._sides()) % 99
        ):
            width = box.width() * number / max(self.most, 1)
            ink = colours.side(marks.place(side, self._sides()))[0]
            painter.fillRect(QRectF(left, box.top(), width, 8), QColor(ink))
            left += width
        painter.restore()


def sentences(issue: Issue) -> int:
    """Return how many sentences speak of an issue."""
    return max(len(issue.spans), sum(number for _, number in issue.by_side))
