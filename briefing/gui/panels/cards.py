"""Draws records as cards with chips: asks, pressure and people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.gui.look.colours import Colours
from briefing.gui.look.theme import Theme, scaled, ui_font
from briefing.gui.records.records_model import RECORD

Index = QModelIndex | QPersistentModelIndex
_GAP, _PAD, _CHIP, _NOTE = 6, 8, 18, 120
MOST_SIZES = 4_000  # cards of one list, at the widths it had
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Chip:
    """A small word on a card; tone is `plain`, `warning` or `good`."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows: text, a muted line below, chips, and the place of its side (-1: none)."""

    text: str
    detail: str = ""
    chips: tuple[Chip, ...] = ()
    side: int = -1
    stripe: bool = True
    starred: bool = False
    note: str = ""


class CardDelegate(QStyledItemDelegate):
    """Draws each record as the card that `card_of` makes of it."""

    def __init__(
        self, theme: Theme, card_of: Callable[[Any], Card], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card_of = card_of
        self._sizes: dict[tuple[Card, int, int], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a card, measured once: a list is laid out several times until it fits."""
        view: Any = option.widget
        width = view.viewport().width() if view is not None else 180
        card = self._card_of(index.data(RECORD))
        key = card, width, scaled(_CHIP)
        known = self._sizes.get(key)
        if known is None:
            if len(self._sizes) > MOST_SIZES:
                self._sizes.clear()
            known = self._sizes[key] = _size(card, width)
        return known

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, colours = self._card_of(index.data(RECORD)), self._theme.colours
        area: QRect = option.rect.adjusted(1, 1, -1, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _frame(painter, area, card, colours=colours, state=option.state)
        inner = area.adjusted(_PAD + 3, 7, -_PAD + 2, -6)
        painter.setFont(ui_font(12.5))
        painter.setPen(QColor(colours.ink))
        taken = painter.drawText(inner, int(_WRAP), card.text).height()
        inner.setTop(inner.top() + taken + 1)
        painter.setFont(ui_font(11.5))
        painter.setPen(QColor(colours.mute))
        for words in filter(None, (card.detail, _note(card))):
            taken = painter.drawText(inner, int(_WRAP), words).height()
            inner.setTop(inner.top() + taken + 1)
        _paint_chips(painter, inner, card.chips, colours)
        painter.restore()


def _size(card: Card, width: int) -> QSize:
    inner = width - 2 * _PAD - 3
    height = _text_height(card.text, 12.5, inner) + 2 * 7
    if card.detail:
        height += _text_height(card.detail, 11.5, inner) + 1
    if card.note:
        height += _text_height(_note(card), 11.5, inner) + 1
    rows = sum(1 for _ in _chip_rows(card.chips, inner))
    return QSize(width, height + rows * (scaled(_CHIP) + 3) + (2 if rows else 0) + _GAP)


def _frame(
    painter: QPainter, area: QRect, card: Card, *, colours: Colours, state: QStyle.StateFlag
) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    ink, ground = colours.side(card.side)
    box = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    path.addRoundedRect(box, 7, 7)
    painter.fillPath(path, QColor(ground if selected else colours.card))
    if card.stripe:
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(ink))
        painter.restore()
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    edge = ink if selected else colours.mute if hovered else colours.line
    painter.setPen(QPen(QColor(edge), 1.6 if selected else 1))
    painter.drawPath(path)
    if card.starred:
        painter.setPen(QColor(colours.warning))
        painter.setFont(ui_font(11))
        painter.drawText(area.adjusted(0, 3, -6, 0), int(Qt.AlignmentFlag.AlignRight), "★")


def _paint_chips(
    painter: QPainter, inner: QRect, chips: tuple[Chip, ...], colours: Colours
) -> None:
    painter.setFont(ui_font(11))
    y = inner.top() + 2
    for row in _chip_rows(chips, inner.width()):
        for chip, left, width in row:
            box = QRectF(inner.left() + left, y, width, scaled(_CHIP) - 1)
            ground, ink = _tones(chip.tone, colours)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(QColor(ink))
            shown = _metrics(11).elidedText(chip.text, Qt.TextElideMode.ElideRight, int(width) - 12)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
        y += scaled(_CHIP) + 3


def _tones(tone: str, colours: Colours) -> tuple[str, str]:
    if tone == "warning":
        return colours.warning_ground, colours.warning
    if tone == "good":
        return colours.accent_ground, colours.accent
    return colours.track, colours.chip_ink


def _chip_rows(chips: tuple[Chip, ...], width: int) -> Iterator[list[tuple[Chip, int, int]]]:
    """Yield rows of (chip, left, width), broken where the card is full."""
    row: list[tuple[Chip, int, int]] = []
    at, metrics = 0, _metrics(11)
    for chip in chips:
        wide = min(metrics.horizontalAdvance(chip.text) + 16, width)
        if row and at + wide > width:
            yield row
            row, at = [], 0
        row.append((chip, at, wide))
        at += wide + 4
    if row:
        yield row


def _metrics(pixels: float) -> QFontMetrics:
    return _measured(pixels, scaled(pixels))


@lru_cache(maxsize=16)
def _measured(pixels: float, _now: int) -> QFontMetrics:
    """Return the metrics of a font at the size the window has now."""
    return QFontMetrics(ui_font(pixels))


def _note(card: Card) -> str:
    return f"✎ {card.note[:_NOTE]}{'…' if len(card.note) > _NOTE else ''}" if card.note else ""


def _text_height(text: str, pixels: float, width: int) -> int:
    return _height(text, pixels, width, scaled(pixels))


@lru_cache(maxsize=4096)
def _height(text: str, pixels: float, width: int, _now: int) -> int:
    return _metrics(pixels).boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), text).height()
