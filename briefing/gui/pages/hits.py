"""Draws a search hit: title, what it is, and a snippet with the found words marked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.gui.look.dragging import ARTICLES_MIME, ArticlesMime, HandOut
from briefing.gui.look.theme import Theme, reading_font, scaled, ui_font
from briefing.gui.records.records_model import RECORD
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Hit

Index = QModelIndex | QPersistentModelIndex
_GAP, _SIDE = 9, 16
_LAID = 100  # snippets that stay laid out
KINDS = {
    "article": "Article",
    "ask": "Ask",
    "meeting": "Meeting",
    "person": "Person",
    "issue": "Issue",
    "pressure": "Domestic pressure",
}
LONGEST_SNIPPET = 600


class HitsModel(QAbstractListModel):
    """The hits of one answer, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self.hand_out: HandOut = lambda _: ()  # copies of the original files, for other programs

    def mimeTypes(self) -> list[str]:
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the articles hits were found in, each once."""
        found = (self._hits[index.row()].article for index in indexes)
        return ArticlesMime(list(dict.fromkeys(found)), self.hand_out)

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be dragged, as the original files of their articles; a meeting has several."""
        can = super().flags(index)
        if index.isValid() and self._hits[index.row()].kind != "meeting":
            can |= Qt.ItemFlag.ItemIsDragEnabled
        return can

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits; where they only go on from those shown, what is there stays as it is."""
        known = len(self._hits)
        if known and hits[:known] == self._hits:
            if len(hits) > known:
                self.beginInsertRows(QModelIndex(), known, len(hits) - 1)
                self._hits = hits
                self.endInsertRows()
            return
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits as shown."""
        return self._hits

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.title}. {detail(hit)}. {hit.snippet}"
        return hit if role == RECORD else None


def detail(hit: Hit) -> str:
    """Return the line below a hit's title."""
    places = wording.counted(len(hit.spans), "hit") if len(hit.spans) > 1 else ""
    where = wording.dotted((hit.outlet, wording.day(hit.published)))
    return wording.dotted((tr(KINDS.get(hit.kind, hit.kind)), where, places))


def title_of(hit: Hit) -> str:
    """Return the title of a hit; an ask is a clause cut out of a sentence."""
    return wording.sentence_case(hit.title) if hit.kind == "ask" else hit.title


def utf16(text: str, offset: int) -> int:
    """Return a character offset in the units Qt counts in."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


class HitDelegate(QStyledItemDelegate):
    """Draws one hit a row, as high as its snippet needs."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laid: OrderedDict[Hashable, QTextLayout] = OrderedDict()  # measured, then painted

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: Any = option.widget
        width = view.viewport().width() if view is not None else 600
        hit: Hit = index.data(RECORD)
        snippet = self._snippet(hit, width - 2 * _SIDE).boundingRect().height()
        title = _title_height(hit, width - 2 * _SIDE)
        return QSize(width, int(12 + title + 2 + scaled(18) + 5 + snippet + 12 + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(RECORD)
        colours = self._theme.colours
        area: QRect = option.rect.adjusted(1, 1, -1, -_GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.fillPath(path, QColor(colours.card))
        painter.setPen(QPen(QColor(colours.accent if selected else colours.line), 1 + selected))
        painter.drawPath(path)
        inner = area.adjusted(_SIDE, 12, -_SIDE, -10)
        painter.setFont(reading_font(scaled(15), bold=True))
        painter.setPen(QColor(colours.ink))
        title = _title_height(hit, inner.width())
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap), title_of(hit))
        inner.setTop(inner.top() + title + 2)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(colours.mute))
        words = QFontMetrics(ui_font(12)).elidedText(
            detail(hit), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft), words)
        painter.setPen(QColor(colours.ink))
        place = QPointF(inner.left(), inner.top() + scaled(18) + 5)
        self._snippet(hit, inner.width()).draw(painter, place)
        painter.restore()

    def _snippet(self, hit: Hit, width: int) -> QTextLayout:
        key = hit.snippet, hit.marks, width, self._theme.colours.found, scaled(14)
        layout = self._laid.get(key)
        if layout is None:
            layout = self._laid[key] = self._lay(hit, width)
            if len(self._laid) > _LAID:
                self._laid.popitem(last=False)
        return layout

    def _lay(self, hit: Hit, width: int) -> QTextLayout:
        text = hit.snippet[:LONGEST_SNIPPET]
        layout = QTextLayout(text.replace("\n", " ").replace("\r", " "), reading_font(scaled(14)))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(text, *mark) for mark in hit.marks if mark[1] <= len(text)])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.1
        layout.endLayout()
        return layout

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        colours = self._theme.colours
        look = QTextCharFormat()
        look.setBackground(QColor(colours.found))
        look.setForeground(QColor(colours.on_found))
        made = QTextLayout.FormatRange()
        made.start = utf16(text, start)
        made.length = utf16(text, end) - made.start
        made.format = look
        return made


def _title_height(hit: Hit, width: int) -> int:
    return _height(title_of(hit), width, scaled(15))


@lru_cache(maxsize=1024)
def _height(title: str, width: int, pixels: int) -> int:
    metrics = QFontMetrics(reading_font(pixels, bold=True))
    box = QRect(0, 0, width, 10_000)
    return metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), title).height()
