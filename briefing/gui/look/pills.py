"""Small rounded words on a coloured ground, painted: what an ask is, who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from briefing.gui.look.colours import Colours
from briefing.gui.look.theme import scaled, ui_font
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Ask

_HEIGHT, GAP = 18.0, 4.0
_SIZE = 11
_UNSURE = {"unnamed_official": "unnamed official", "analyst": "analysts"}


@dataclass(frozen=True, slots=True)
class Pill:
    """A word and its tone: `plain`, `good`, `warning` or `gone`."""

    text: str
    tone: str = "plain"
    bold: bool = False

    @property
    def width(self) -> float:
        """Pixels it takes."""
        font = ui_font(_SIZE, bold=self.bold)
        return QFontMetricsF(font).horizontalAdvance(self.text) + 16

    def paint(self, painter: QPainter, at: QPointF, colours: Colours) -> None:
        """Paint it with its upper left corner there."""
        ground, ink = _tones(self.tone, colours)
        box = QRectF(at.x(), at.y(), self.width, height() - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, height() / 2, height() / 2)
        font = ui_font(_SIZE, bold=self.bold)
        font.setStrikeOut(self.tone == "gone")
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text)


def height() -> float:
    """Return the pixels a row of pills takes."""
    return float(scaled(_HEIGHT))


def of_ask(ask: Ask) -> tuple[Pill, ...]:
    """Return how many sources an ask has, of what sort, and whether it is an offer or red line."""
    outlets = len(ask.outlets) or 1
    pills = [Pill(wording.counted(outlets, "source"))]
    if ask.kind != "ask":
        pills.insert(0, Pill(wording.ask_kind(ask.kind)))
    if ask.attribution == "named":
        pills.append(Pill(tr("on record"), "good"))
    elif ask.attribution in _UNSURE:
        pills.append(Pill(tr(_UNSURE[ask.attribution]), "warning"))
    return tuple(pills)


def placed(pills: Sequence[Pill], width: float) -> Iterator[tuple[Pill, QPointF]]:
    """Yield each pill with its place, in as many rows as they need."""
    x = y = 0.0
    for pill in pills:
        if x and x + pill.width > width:
            x, y = 0.0, y + height() + GAP - 1
        yield pill, QPointF(x, y)
        x += pill.width + GAP


def height_of(pills: Sequence[Pill], width: float) -> float:
    """Return the pixels the rows of these pills take."""
    return max((at.y() + height() for _, at in placed(pills, width)), default=0.0)


def _tones(tone: str, colours: Colours) -> tuple[str, str]:
    return {
        "good": (colours.accent_ground, colours.accent),
        "warning": (colours.warning_ground, colours.warning),
        "gone": (colours.error_ground, colours.error),
    }.get(tone, (colours.track, colours.chip_ink))
