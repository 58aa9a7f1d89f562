"""How long the briefing is, in words and pages, as words and as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from briefing.gui.look.theme import Theme, scaled, ui_font
from briefing.gui.words.language import tr, tr_count

PAGES = 3


class LengthMeter(QWidget):
    """Shows the length of the main sections against one, two and three pages."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words, self._page = 0, 1
        self.text = ""
        theme.changed.connect(self.update)

    def show_length(self, words: int, page: int) -> None:
        """Show so many words, where a page holds `page` of them."""
        self._words, self._page = words, max(page, 1)
        self.text = tr(
            "{count} words, {pages}", count=f"{words:,}", pages=pages_told(words / self._page)
        )
        self.setAccessibleName(tr("Length: {length}", length=self.text))
        self.setToolTip(
            tr("The main sections, without annexes; a page holds about {count} words.", count=page)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, scaled(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, scaled(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        colours = self._theme.colours
        over = self._words > 2 * self._page
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(12.5))
        painter.setPen(QColor(colours.warning if over else colours.ink))
        painter.drawText(
            QRectF(2, 0, self.width() - 4, scaled(18)), int(Qt.AlignmentFlag.AlignLeft), self.text
        )
        track = QRectF(2, scaled(22), self.width() - 4, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(track, 4, 4)
        share = min(self._words / (PAGES * self._page), 1.0)
        painter.setBrush(QColor(colours.warning if over else colours.accent))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * share, 8), 4, 4)
        painter.setFont(ui_font(10))
        for page in range(1, PAGES):
            x = track.left() + track.width() * page / PAGES
            painter.setPen(QPen(QColor(colours.mute), 1))
            painter.drawLine(int(x), scaled(22) - 2, int(x), scaled(22) + 10)
            place = QRectF(x - 60, scaled(22) + 9, 120, scaled(13))
            painter.drawText(
                place,
                int(Qt.AlignmentFlag.AlignHCenter),
                tr_count(page, "{count} page", "{count} pages"),
            )
        painter.end()


def pages_told(pages: float) -> str:
    """Return `about 1½ pages`: pages are counted in halves."""
    halves = max(1, round(pages * 2))
    whole, half = divmod(halves, 2)
    number = f"{whole or ''}{'½' if half else ''}"
    if halves <= 2:
        return tr("about {number} page", number=number)
    return tr("about {number} pages", number=number)
