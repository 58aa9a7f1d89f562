"""The article as a document: title, line about it, numbered paragraphs, marks painted over them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from briefing.gui.article import hidden_lines, mark_painting
from briefing.gui.article.article_text import ShownText
from briefing.gui.article.flash import Flash
from briefing.gui.article.overview_bar import shares
from briefing.gui.article.typesetting import Reading, centre, fill
from briefing.gui.look.safe_browser import SafeBrowser
from briefing.gui.look.theme import Theme
from briefing.gui.records import verbs
from briefing.gui.records.claims import claimed
from briefing.gui.records.marks import Mark
from briefing.gui.records.records_model import plain_tip
from briefing.gui.words.language import tr


class ArticleView(SafeBrowser):
    """Shows one article; speaks to the outside in offsets of its source text."""

    placed = Signal(int)  # the caret went to this source offset
    zoomed = Signal(int)  # Ctrl+wheel: +1 or -1
    laid_out = Signal()
    verb_pressed = Signal(str)  # a decision on the finding at hand
    left = Signal()  # Esc
    put_back = Signal(int)  # the hidden text at this source offset

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: ShownText | None = None
        self._reading = Reading()
        self._marks: tuple[Mark, ...] = ()
        self._selected: tuple[tuple[int, int, int], ...] = ()
        self._hits: tuple[tuple[int, int], ...] = ()
        self._hit = -1
        self.reviewing: Callable[[], bool] = bool
        self.flash = Flash(self.viewport())
        self.setObjectName("reader")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Article"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.cursorPositionChanged.connect(self._tell_place)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self._kept: int | None = None
        theme.changed.connect(self._set_text)

    def show_text(self, shown: ShownText, reading: Reading) -> None:
        """Show an article from its top."""
        self._shown, self._reading = shown, reading
        self._selected, self._hits, self._hit, self._kept = (), (), -1, None
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
            self.flash.start()
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
        self._reach_all()
        self._kept = None if self.isVisible() else start
        cursor = self.textCursor()
        cursor.setPosition(shown[0])
        self.blockSignals(True)
        self.setTextCursor(cursor)
        self.blockSignals(False)
        at = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(int(at - self.viewport().height() / 3))

    def top_offset(self) -> int:
        """Return the source offset of the first line in view; 0 at the very top."""
        if self._kept is not None:
            return self._kept
        if self.verticalScrollBar().value() == 0:
            return 0
        at = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        found = self._shown.source_of(at) if self._shown else None
        return found or 0

    def go_to_top_offset(self, offset: int) -> None:
        """Scroll so that the line of this source offset is the first in view."""
        if not self.isVisible():
            self._kept = offset  # without a size there are no lines yet
            return
        shown = self._shown.range_of(offset, offset + 1) if self._shown and offset else None
        if shown is None:
            return
        self._reach_all()
        cursor = QTextCursor(self.document())
        cursor.setPosition(shown[0])
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top)

    def selected_source(self) -> tuple[int, int] | None:
        """Return what the user selected as (start, end) of the source text."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._shown is None:
            return None
        return self._shown.source_range(cursor.selectionStart(), cursor.selectionEnd())

    def fractions(self) -> tuple[tuple[float, int], ...]:
        """Return (place from 0 to 1, side) of each ask, for the bar beside the scroll bar."""
        return shares(self, self._shown, self._marks) if self._shown else ()

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
        if self.flash.strength:
            painter.setOpacity(self.flash.strength)
            glow = [(start, end, False) for start, end, _ in self._selected]
            mark_painting.hits(painter, self, self._shown, glow, colours=colours)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark_painting.underlines(painter, stretches, colours)
        mark_painting.outlines(painter, self, self._shown, self._selected, colours=colours)
        mark_painting.numbers(painter, self, self._numbers(), colours)
        hidden_lines.paint_signs(painter, self, self._shown, colours)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._kept is None:
            self._kept = self.top_offset()
        super().resizeEvent(event)
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def event(self, event: QEvent) -> bool:
        return claimed(event, self._verb) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = self._verb(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        if verb:
            self.verb_pressed.emit(verb)
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        hidden = self._sign_at(event.position())
        if hidden is not None:
            self.put_back.emit(hidden)
        else:
            self._tell_place()  # also where the caret stood there already

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._sign_at(event.position()) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def caret_offset(self) -> int | None:
        """Return the source offset the caret is at."""
        return self._shown.source_of(self.textCursor().position()) if self._shown else None

    def _verb(self, event: QKeyEvent) -> str:
        """Return the decision a key stands for; J and K turn pages unless a review goes on."""
        verb = verbs.of_event(event) or ""
        return "" if verb in {verbs.NEXT, verbs.PREVIOUS} and not self.reviewing() else verb

    def _sign_at(self, place: QPointF) -> int | None:
        return hidden_lines.sign_at(self, self._shown, place) if self._shown else None

    def _tip(self, place: QPoint) -> str:
        return hidden_lines.tip_at(self, self._shown, place) if self._shown else ""

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
        self._centre()  # before there is text: it is laid out once
        fill(self.document(), self._shown.lines, self._reading, self._theme.colours)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.blockSignals(False)
        self.laid_out.emit()
        self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def _settle(self) -> None:
        """Set the text anew after a change of width, with the same line at the top."""
        if not self.isVisible():
            return
        kept, self._kept = self._kept, None
        self._centre()
        self.go_to_top_offset(kept or 0)

    def _centre(self) -> None:
        """Give the text its line length, in the middle of the view."""
        centre(self.document(), self._reading, self.viewport().width())
        self.laid_out.emit()

    def _reach_all(self) -> None:
        """Lay the whole text out, so that the scroll bar goes as far; Qt begins with what is in view."""
        self._centre()
        self.document().size()

    @property
    def selected_ranges(self) -> tuple[tuple[int, int, int], ...]:
        """The outlined stretches as (start, end, side)."""
        return self._selected

    def shown_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the source text is in the document; None where it is hidden."""
        return self._shown.range_of(start, end) if self._shown else None

    def area_of_source(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles that a stretch of the source text fills in the viewport."""
        shown = self.shown_range(start, end)
        return mark_painting.rectangles(self, *shown) if shown else []
