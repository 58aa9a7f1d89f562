"""The article as a document: title, line about it, numbered paragraphs, marks painted over them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from briefing.gui import mark_painting
from briefing.gui.article_text import Line, ShownText
from briefing.gui.marks import Mark
from briefing.gui.safe_browser import SafeBrowser
from briefing.gui.theme import Theme, reading_font, ui_font

_TOP = 30


@dataclass(frozen=True, slots=True)
class Reading:
    """How the text is set: family ("" for the bundled one), size in pixels, characters a line."""

    family: str = ""
    pixels: float = 16.5
    characters: int = 68


class ArticleView(SafeBrowser):
    """Shows one article; speaks to the outside in offsets of its source text."""

    placed = Signal(int)  # the caret went to this source offset
    zoomed = Signal(int)  # Ctrl+wheel: +1 or -1
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: ShownText | None = None
        self._reading = Reading()
        self._marks: tuple[Mark, ...] = ()
        self._selected: tuple[tuple[int, int, int], ...] = ()
        self._hits: tuple[tuple[int, int], ...] = ()
        self._hit = -1
        self.setObjectName("reader")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Article")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.cursorPositionChanged.connect(self._tell_place)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._centre)
        theme.changed.connect(self._set_text)

    def show_text(self, shown: ShownText, reading: Reading) -> None:
        """Show an article from its top."""
        self._shown, self._reading = shown, reading
        self._selected, self._hits, self._hit = (), (), -1
        self._set_text()
        self.verticalScrollBar().setValue(0)

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Replace the marks; the text and the place in it stay."""
        self._marks = marks
        self.viewport().update()
        self.laid_out.emit()

    def select(self, ranges: tuple[tuple[int, int, int], ...], *, scroll: bool = True) -> None:
        """Outline these (start, end, side) stretches, and go to the first."""
        self._selected = ranges
        if ranges and scroll:
            self.scroll_to(ranges[0][0], ranges[0][1])
        self.viewport().update()

    def show_hits(self, hits: tuple[tuple[int, int], ...], current: int) -> None:
        """Mark search hits; the current one is outlined and scrolled to."""
        self._hits, self._hit = hits, current
        if 0 <= current < len(hits):
            self.scroll_to(*hits[current])
        self.viewport().update()

    def scroll_to(self, start: int, end: int) -> None:
        """Bring a stretch of the source text to the upper third of the view; place the caret."""
        shown = self._shown.range_of(start, end) if self._shown else None
        if shown is None:
            return
        self._centre()
        cursor = self.textCursor()
        cursor.setPosition(shown[0])
        self.blockSignals(True)
        self.setTextCursor(cursor)
        self.blockSignals(False)
        at = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(int(at - self.viewport().height() / 3))

    def top_offset(self) -> int:
        """Return the source offset of the first whole line in view."""
        at = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        found = self._shown.source_of(at) if self._shown else None
        return found or 0

    def go_to_top_offset(self, offset: int) -> None:
        """Scroll so that the line of this source offset is the first in view."""
        shown = self._shown.range_of(offset, offset + 1) if self._shown and offset else None
        if shown is None:
            return
        self._centre()
        cursor = QTextCursor(self.document())
        cursor.setPosition(shown[0])
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top)

    def selected_source(self) -> tuple[int, int] | None:
        """Return what the user selected as (start, end) of the source text."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._shown is None:
            return None
        start = self._shown.source_of(cursor.selectionStart())
        last = self._shown.source_of(cursor.selectionEnd() - 1)
        return None if start is None or last is None else (start, last + 1)

    def fractions(self) -> tuple[tuple[float, int], ...]:
        """Return (place from 0 to 1, side) of each ask, for the bar beside the scroll bar."""
        height = self.document().size().height()
        if not self._shown or height <= 0:
            return ()
        layout = self.document().documentLayout()
        places = []
        for mark in self._marks:
            shown = self._shown.range_of(mark.start, mark.end) if mark.kind == "ask" else None
            if shown:
                block = self.document().findBlock(shown[0])
                line = block.layout().lineForTextPosition(shown[0] - block.position())
                y = layout.blockBoundingRect(block).y() + (line.y() if line.isValid() else 0)
                places.append((y / height, mark.side))
        return tuple(places)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds of marks, then the text, then underlines, outlines and numbers."""
        if self._shown is None:
            super().paintEvent(event)
            return
        colours = self._theme.colours
        stretches = mark_painting.visible(self, self._shown, self._marks)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark_painting.grounds(painter, stretches, colours)
        hits = [(start, end, i == self._hit) for i, (start, end) in enumerate(self._hits)]
        mark_painting.hits(painter, self, self._shown, hits, colours=colours)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark_painting.underlines(painter, stretches, colours)
        mark_painting.outlines(painter, self, self._shown, self._selected, colours=colours)
        mark_painting.numbers(painter, self, self._numbers(), colours)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.viewport().update()

    def _numbers(self) -> list[tuple[int, int]]:
        assert self._shown is not None
        return [(line.number, line.start) for line in self._shown.lines if line.number]

    def _tell_place(self) -> None:
        if self._shown is None or self.textCursor().hasSelection():
            return
        offset = self._shown.source_of(self.textCursor().position())
        if offset is not None:
            self.placed.emit(offset)

    def _set_text(self) -> None:
        if self._shown is None:
            return
        place = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, line in enumerate(self._shown.lines):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format(line))
            cursor.setBlockCharFormat(self._char_format(line))
            cursor.insertText(line.text, self._char_format(line))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.blockSignals(False)
        self._centre()
        self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def _char_format(self, line: Line) -> QTextCharFormat:
        colours, size = self._theme.colours, self._reading.pixels
        made = QTextCharFormat()
        made.setForeground(QColor(colours.mute if line.kind in {"meta", "hidden"} else colours.ink))
        if line.kind == "meta":
            made.setFont(ui_font(13))
        elif line.kind == "title":
            made.setFont(reading_font(size * 1.75, bold=True, family=self._reading.family))
        else:
            made.setFont(reading_font(size, family=self._reading.family))
        return made

    def _centre(self) -> None:
        """Give the text its line length, in the middle of the view."""
        font = reading_font(self._reading.pixels, family=self._reading.family)
        wanted = QFontMetricsF(font).averageCharWidth() * self._reading.characters
        side = max(44.0, (self.viewport().width() - wanted) / 2)
        frame = self.document().rootFrame()
        made = QTextFrameFormat(frame.frameFormat())
        if abs(made.leftMargin() - side) >= 1:
            made.setLeftMargin(side)
            made.setRightMargin(max(24.0, side))
            made.setTopMargin(_TOP)
            made.setBottomMargin(80)
            frame.setFrameFormat(made)
        self.laid_out.emit()

    def text_left(self) -> float:
        """Return where the text column begins, in the viewport."""
        return self.document().rootFrame().frameFormat().leftMargin()

    def area_of(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles that shown characters `start` up to `end` fill in the viewport."""
        return mark_painting.rectangles(self, start, end)


def _block_format(line: Line) -> QTextBlockFormat:
    made = QTextBlockFormat()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    if line.kind == "title":
        made.setLineHeight(94, proportional)
        made.setBottomMargin(8)
    elif line.kind == "meta":
        made.setBottomMargin(18)
    else:
        made.setLineHeight(122, proportional)
        made.setBottomMargin(14)
    return made
