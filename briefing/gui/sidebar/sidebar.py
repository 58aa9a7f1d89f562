"""The left column: a list one walks with the arrow keys, and its two-line rows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefing.gui.look.theme import Theme, scaled, ui_font
from briefing.gui.records.records_model import RECORD
from briefing.gui.sidebar import rows
from briefing.gui.sidebar.drops import DropList
from briefing.gui.sidebar.rows import Place, Row, SidebarModel
from briefing.gui.words import panel_help
from briefing.gui.words.language import tr
from briefing.gui.words.wording import kept_together

if TYPE_CHECKING:
    from briefing.workspace import Overview
    from briefing.workspace.briefs.suggesting import Suggestion

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
MOST_SIZES = 40_000
_LEAST = 180  # pixels
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Sidebar(DropList):
    """Shows the library; tells which row was chosen and which row's menu is wanted."""

    chosen = Signal(object)  # Row
    menu_wanted = Signal(object, QPoint)  # Row, global place
    removal_wanted = Signal(object)  # Row, by Del
    rename_wanted = Signal(object)  # Row, by F2

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setWhatsThis(panel_help.words_of("library"))
        self.setAccessibleName(tr("Meetings, lists and saved searches"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._suggested: tuple[Suggestion, ...] = ()
        self._recent: tuple[str, ...] = ()
        self._shown: tuple[Overview, Place] | None = None
        self.rows = SidebarModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(theme, self.rows, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        theme.changed.connect(self._keep_room)
        self._keep_room()

    def show_overview(self, overview: Overview, place: Place) -> None:
        """Show the library, with the row of `place` selected."""
        if self._shown and self._shown[0] is overview and self._shown[1] == place:
            return  # as on the way back from a search: ten thousand rows are not laid out for that
        self._show(overview, place)

    def _show(self, overview: Overview, place: Place) -> None:
        scrolled = self.verticalScrollBar().value()
        self._shown = overview, place
        self.rows.show(overview, place, self._suggested, self._recent)
        self._mark(place)
        self.arrive(scrolled)

    def show_suggestions(self, suggested: tuple[Suggestion, ...]) -> None:
        """Show below articles which meetings they could belong to."""
        if suggested != self._suggested and self._shown is not None:
            self._suggested = suggested
            self._show(*self._shown)

    def show_recent(self, queries: tuple[str, ...]) -> None:
        """Show what was searched for last."""
        if queries != self._recent:
            self._recent = queries
            if self._shown is not None:
                self._show(*self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(RECORD)
        if event.key() == Qt.Key.Key_Delete and row is not None:
            self.removal_wanted.emit(row)
        elif event.key() == Qt.Key.Key_F2 and row is not None:
            self.rename_wanted.emit(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _keep_room(self) -> None:
        """Leave larger words a wider column: most of them fit into it unbroken."""
        self.setMinimumWidth(max(_LEAST, scaled(_LEAST * 2 / 3)))

    def _mark(self, place: Place) -> None:
        wanted: list[tuple[str, int | str | None]] = [
            (rows.ARTICLE, place.article), (rows.SMART, place.smart), (rows.MEETING, place.meeting)
        ]  # fmt: skip
        for kind, key in wanted:
            number = self.rows.row_of(kind, key)
            if number >= 0:
                self.setCurrentIndex(self.rows.index(number, 0))
                return

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(RECORD)
        several = QGuiApplication.keyboardModifiers() & _SELECTING
        if row is not None and row.kind != rows.HEADING and not several:
            self.chosen.emit(row)

    def _ask_menu(self, at: QPoint) -> None:
        row = self.indexAt(at).data(RECORD)
        if row is not None and row.kind != rows.HEADING:
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(at))


class RowDelegate(QStyledItemDelegate):
    """Draws a row: title and a muted line below, or a heading, or a name with its count."""

    def __init__(self, theme: Theme, shown: SidebarModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = shown
        self._sizes: dict[tuple[Row, int], QSize] = {}  # great libraries, in two widths
        theme.changed.connect(self._sizes.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: Any = option.widget
        width = view.viewport().width() if view is not None else 260
        row: Row = self._rows.rows[index.row()]  # past Qt: thousands of rows are asked for at once
        known = self._sizes.get((row, width))
        if known is None:
            if len(self._sizes) > MOST_SIZES:
                self._sizes.clear()
            known = self._sizes[row, width] = self._size(row, width, first=index.row() == 0)
        return known

    def _size(self, row: Row, width: int, *, first: bool) -> QSize:
        if row.kind == rows.HEADING:
            return QSize(width, scaled(36 if first else 46))
        return QSize(width, _row_height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(RECORD)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == rows.HEADING:
            self._heading(painter, area, row)
        else:
            state = option.state
            self._ground(painter, area, row, state)
            view: Any = option.widget
            if view is not None and view.over == index:
                painter.setPen(QPen(QColor(self._theme.colours.accent), 1.5))
                painter.drawRoundedRect(QRectF(area).adjusted(10, 1, -10, -1), 8, 8)
            self._words(painter, area, row, selected=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, row: Row) -> None:
        font = ui_font(11, bold=True)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 105)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.mute))
        place = area.adjusted(16, 0, -16, -8)
        bottom = int(Qt.AlignmentFlag.AlignBottom)
        room = place.width() - painter.fontMetrics().horizontalAdvance(row.count)
        words = painter.fontMetrics().elidedText(
            row.text.upper(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(place, bottom | int(Qt.AlignmentFlag.AlignLeft), words)
        painter.drawText(place, bottom | int(Qt.AlignmentFlag.AlignRight), row.count)

    def _ground(self, painter: QPainter, area: QRect, row: Row, state: QStyle.StateFlag) -> None:
        colours = self._theme.colours
        selected = row.open or bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(area).adjusted(10, 1, -10, -1)
        if row.kind == rows.ARTICLE:
            if selected:
                painter.fillRect(
                    QRectF(box.left(), box.top(), 2, box.height()), QColor(colours.accent)
                )
            return
        if row.kind == rows.SUGGESTION:
            selected = False
        if selected or state & QStyle.StateFlag.State_MouseOver:
            path = QPainterPath()
            path.addRoundedRect(box, 8, 8)
            painter.fillPath(path, QColor(colours.accent_ground if selected else colours.track))

    def _words(self, painter: QPainter, area: QRect, row: Row, *, selected: bool) -> None:
        colours = self._theme.colours
        inner = _inner(area, row)
        inner.setTop(area.top() + (6 if row.kind == rows.ARTICLE else 9))
        bold = _bold(row) and (selected or row.kind == rows.MEETING)
        painter.setFont(ui_font(_text_size(row), bold=bold))
        painter.setPen(QColor(colours.accent if row.kind == rows.SUGGESTION else colours.ink))
        taken = painter.drawText(inner, _LEFT, row.text).height()
        painter.setPen(QColor(colours.mute))
        if row.count:
            painter.setFont(ui_font(13))
            painter.drawText(area.adjusted(0, 0, -20, 0), _RIGHT, row.count)
        if row.detail:
            painter.setFont(ui_font(12))
            below = inner.adjusted(0, taken + 1, 0, 0)
            painter.drawText(below, _LEFT, detail_in(row.detail, inner.width()))


def detail_in(words: str, width: int) -> str:
    """Return a line of details that breaks in no date, unless a date has no room at all."""
    whole = kept_together(words)
    advance = _metrics(12, False, scaled(12)).horizontalAdvance
    return whole if all(advance(part) <= width for part in whole.split(" ")) else words


def _inner(area: QRect, row: Row) -> QRect:
    left = 34 if row.kind in {rows.ARTICLE, rows.SUGGESTION} else 20
    return area.adjusted(left, 0, -(24 + scaled(9) * len(row.count)) if row.count else -20, 0)


def _bold(row: Row) -> bool:
    return row.kind in {rows.MEETING, rows.ARTICLE}  # measured bold: the open article is


def _text_size(row: Row) -> float:
    return {rows.ARTICLE: 12.5, rows.SUGGESTION: 12}.get(row.kind, 13)


def _row_height(row: Row, width: int) -> int:
    inner = _inner(QRect(0, 0, width, 0), row).width()
    height = _height(row.text, _text_size(row), inner, bold=_bold(row))
    if row.detail:
        height += 1 + _height(detail_in(row.detail, inner), 12, inner)
    return height + (12 if row.kind == rows.ARTICLE else 18)


def _height(text: str, pixels: float, width: int, *, bold: bool = False) -> int:
    metrics = _metrics(pixels, bold, scaled(pixels))
    if metrics.horizontalAdvance(text) <= width and "\n" not in text:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, width, 10_000), _LEFT, text).height()


@lru_cache(maxsize=16)
def _metrics(pixels: float, bold: bool, _now: int) -> QFontMetrics:
    """Return the metrics of a font at the size the window has now."""
    return QFontMetrics(ui_font(pixels, bold=bold))
