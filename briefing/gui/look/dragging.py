"""Articles under the mouse: what is dragged, and where inside the program it may be dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QMimeData, QObject, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

ARTICLES_MIME = "application/x-briefing-articles"
_FILES = "text/uri-list"
_DRAGGED = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})
HandOut = Callable[[Sequence[int]], Sequence[Path]]


class ArticlesMime(QMimeData):
    """Articles for this program; for another, their original files.

    The files are copied once a program asks for them, which it does when they are dropped.

    Args:
        articles: their ids.
        hand_out: makes the copies; none where there is nothing to give.
    """

    def __init__(self, articles: Sequence[int], hand_out: HandOut) -> None:
        super().__init__()
        self._articles = tuple(articles)
        self._hand_out = hand_out
        self._files: tuple[Path, ...] | None = None
        numbers = " ".join(map(str, articles))
        self.setData(ARTICLES_MIME, QByteArray(numbers.encode("ascii")))

    def formats(self) -> list[str]:
        return [ARTICLES_MIME, _FILES]

    def hasFormat(self, name: str) -> bool:
        return name in self.formats()

    def retrieveData(self, name: str, kind: Any) -> Any:
        if name != _FILES:
            return super().retrieveData(name, kind)
        if self._files is None:
            self._files = tuple(self._hand_out(self._articles))
        return [QUrl.fromLocalFile(str(path)) for path in self._files]


def articles_in(mime: QMimeData) -> tuple[int, ...]:
    """Return the articles that are dragged."""
    data = bytes(mime.data(ARTICLES_MIME).data()).decode("ascii")
    return tuple(int(number) for number in data.split())


class KeptIn(QObject):
    """While it lasts, dragged articles are taken by one widget of the program alone.

    They come as files too, which the window would import anew, and a text field write as addresses.
    """

    def __init__(self, taker: QWidget) -> None:
        super().__init__()
        self._taker = taker

    def __enter__(self) -> None:
        _application().installEventFilter(self)

    def __exit__(self, *_: object) -> None:
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGGED or not isinstance(watched, QWidget):
            return False
        refused = (
            watched is not self._taker
            and isinstance(event, QDropEvent)
            and event.mimeData().hasFormat(ARTICLES_MIME)
        )
        if refused:
            event.ignore()
        return refused


def _application() -> QCoreApplication:
    running = QCoreApplication.instance()
    assert running is not None
    return running
