"""A whole sentence taken with the mouse: by the margin beside it, or anywhere in it with Ctrl."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from briefing.gui.article.article_view import ArticleView
from briefing.gui.look.theme import scaled
from briefing.model import Article

Extent = tuple[int, int]
_MARGIN = 56  # pixels left of the text, where the numbers of paragraphs stand


class SentenceDrag(QObject):
    """Watches the article for a press that drags a sentence; the sentence is then selected.

    Args:
        view: the article.
        article: returns the article shown; its sentences are what can be dragged.
        start: carries a drag out and returns whether it was dropped somewhere.
    """

    def __init__(
        self,
        view: ArticleView,
        article: Callable[[], Article | None],
        start: Callable[[ArticleView, QMimeData], bool] | None = None,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._article = article
        self._start = start or _drag
        self._pressed: tuple[QPoint, Extent] | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what belongs to a drag from the article, which would select text by it."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress:
            found = self._taken(event)
            self._pressed = (event.position().toPoint(), found) if found else None
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove:
            return self._move(event)
        return False

    def _taken(self, event: QMouseEvent) -> Extent | None:
        if event.button() != Qt.MouseButton.LeftButton:
            return None
        place = event.position().toPoint()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._sentence_at(place)
        return self._sentence_at(place) if self._is_beside(place) else None

    def _move(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if event.buttons() == Qt.MouseButton.NoButton:
            grip = self._is_beside(place) and self._sentence_at(place) is not None
            if grip:
                self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            return grip
        if self._pressed is None:
            return False
        began, extent = self._pressed
        if (place - began).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._carry(extent)
        return True

    def _carry(self, extent: Extent) -> None:
        """Select the sentence and drag it; where it is dropped nowhere nothing is selected."""
        article, shown = self._article(), self._view.shown_range(*extent)
        if article is None or shown is None:
            return
        cursor = self._view.textCursor()
        cursor.setPosition(shown[0])
        cursor.setPosition(shown[1], QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        mime = QMimeData()
        mime.setText(" ".join(article.text[extent[0] : extent[1]].split()))
        if not self._start(self._view, mime):
            cursor.clearSelection()
            self._view.setTextCursor(cursor)

    def _is_beside(self, place: QPoint) -> bool:
        """Whether a place is in the margin beside a line of text."""
        cursor = self._view.cursorForPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        line = self._view.cursorRect(cursor)
        right = line.left() - 1
        return (
            right - scaled(_MARGIN) < place.x() < right and line.top() <= place.y() <= line.bottom()
        )

    def _sentence_at(self, place: QPoint) -> Extent | None:
        """Return the sentence at a place, or at the start of the line beside it."""
        at = self._view.cursorForPosition(place).position()
        for extent in self._extents():
            shown = self._view.shown_range(*extent)
            if shown is not None and shown[0] <= at < shown[1]:
                return extent
        return None

    def _extents(self) -> Iterator[Extent]:
        """Yield the sentences without the blanks around them; none that hidden text is part of."""
        article = self._article()
        for one in article.sentences if article is not None else ():
            assert article is not None
            words = article.text[one.start : one.end]
            start = one.start + len(words) - len(words.lstrip())
            end = one.end - len(words) + len(words.rstrip())
            hidden = any(h.start < end and start < h.end for h in article.hidden)
            if start < end and not hidden:
                yield start, end


def _drag(view: ArticleView, mime: QMimeData) -> bool:
    drag = QDrag(view)
    drag.setMimeData(mime)
    return drag.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction
