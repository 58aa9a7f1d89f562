"""One ask on the page that compares: what became of it, its words, and who says so."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing.gui.look import pills
from briefing.gui.look.pills import Pill
from briefing.gui.look.theme import Theme, scaled, ui_font
from briefing.gui.records.records_model import plain_tip
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.workspace.briefs.comparing import CHANGED, CONTINUES, GONE, NEW, Compared

_TONES = {NEW: "good", CONTINUES: "plain", CHANGED: "warning", GONE: "gone"}
_PAD = 4.0
_LINE = 1.12
MOST_WIDTHS = 8


class ComparedAsk(QAbstractButton):
    """Shows one ask; pressed, it asks for its sentence."""

    def __init__(
        self, compared: Compared, then: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.compared = compared
        self._theme = theme
        self._then = then
        self._status = Pill(tr(compared.status), _TONES[compared.status], bold=True)
        self._laid_out: dict[tuple[int, int], tuple[_Parts, float]] = {}
        self._pills = () if compared.now is None else pills.of_ask(compared.now)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(
            f"{tr(compared.status)}: {compared.ask.side}: {self.words}. {self.before}"
        )
        quote = compared.ask.spans[0].quote if compared.ask.spans else ""
        self.setToolTip(plain_tip(f"“{quote}”" if quote else self.words))

    @property
    def words(self) -> str:
        """What is asked."""
        text = wording.sentence_case(" ".join(self.compared.ask.text.split()))
        return f"{text} ({self._then})" if self.compared.status == GONE else text

    @property
    def before(self) -> str:
        """What was asked then, where that changed."""
        if self.compared.status != CHANGED or self.compared.then is None:
            return ""
        words = wording.sentence_case(" ".join(self.compared.then.text.split()))
        return f"{tr('{subject}:', subject=self._then)} {words}"

    def heightForWidth(self, width: int) -> int:
        _, height = self._lay_out(width)
        return int(height + 1)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        colours = self._theme.colours
        parts, _ = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            pen = QPen(QColor(colours.accent if self.hasFocus() else colours.line), 1.2)
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._status.paint(painter, QPointF(_PAD, _PAD), colours)
        gone = self.compared.status == GONE
        inks = (colours.mute if gone else colours.ink, colours.mute)
        for layout, top, ink in zip(parts.layouts, parts.tops, inks, strict=False):
            painter.setPen(QColor(ink))
            layout.draw(painter, QPointF(_PAD, top))
        for pill, at in pills.placed(self._pills, self.width() - 2 * _PAD):
            pill.paint(painter, at + QPointF(_PAD, parts.pills), colours)
        painter.end()

    def _lay_out(self, width: int) -> tuple[_Parts, float]:
        """Lay out for a width and a size of letters; the page asks for the same few many times."""
        key = width, scaled(13)
        if key not in self._laid_out:
            if len(self._laid_out) >= MOST_WIDTHS:
                self._laid_out.clear()
            self._laid_out[key] = self._laid_out_anew(width)
        return self._laid_out[key]

    def _laid_out_anew(self, width: int) -> tuple[_Parts, float]:
        inner = width - 2 * _PAD
        indent = self._status.width + 6
        if indent > inner * 0.75:
            indent = 0.0
        first, height = _layout(self.words, 13, inner, indent)
        top = _PAD if indent else _PAD + pills.height()
        layouts, tops = [first], [top]
        bottom = top + max(height, pills.height())
        if self.before:
            second, height = _layout(self.before, 12, inner, 0)
            layouts.append(second)
            tops.append(bottom + 1)
            bottom += height + 1
        at = bottom + 3
        if self._pills:
            bottom = at + pills.height_of(self._pills, inner)
        return _Parts(layouts, tops, at), bottom + _PAD


class _Parts:
    """Where the words and pills of one ask go."""

    def __init__(self, layouts: list[QTextLayout], tops: list[float], at: float) -> None:
        self.layouts = layouts
        self.tops = tops
        self.pills = at


def _layout(text: str, pixels: float, width: float, indent: float) -> tuple[QTextLayout, float]:
    """Lay text out with its first line indented; return it with its height."""
    font = ui_font(pixels)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = QFontMetricsF(font).height() * _LINE
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        here = indent if height == 0 else 0.0
        line.setLineWidth(max(width - here, 20))
        line.setPosition(QPointF(here, height))
        height += step
    layout.endLayout()
    return layout, height
