"""Articles dragged onto meetings: a list that gives articles away and takes them on its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from briefing.gui.look.dragging import ARTICLES_MIME, KeptIn, articles_in
from briefing.gui.look.long_list import LongList
from briefing.gui.records.records_model import RECORD
from briefing.gui.sidebar import rows
from briefing.gui.sidebar.rows import Row

AT_ONCE = 100  # rows: the window waits five milliseconds


class DropList(LongList):
    """Takes articles dropped on a meeting or on the list of the unassigned.

    Anything else that is dragged is left to the window, which imports files.
    """

    articles_dropped = Signal(object, object)  # tuple of article ids, Row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AT_ONCE, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.over: QModelIndex = QModelIndex()

    def selected_articles(self) -> tuple[int, ...]:
        """Return the articles selected, top to bottom."""
        found = sorted(self.selectedIndexes(), key=lambda index: index.row())
        records: list[Row] = [index.data(RECORD) for index in found]
        return tuple(int(row.key) for row in records if row.kind == rows.ARTICLE)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag articles: inside the program onto rows of this list alone, or out of it as files."""
        with KeptIn(self.viewport()):
            super().startDrag(actions)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(ARTICLES_MIME))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        target = self._target(event)
        self._point_at(target)
        event.setAccepted(target.isValid())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._point_at(QModelIndex())
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._target(event)
        self._point_at(QModelIndex())
        if not target.isValid():
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is taken off the list by the drag
        event.accept()
        self.articles_dropped.emit(articles_in(event.mimeData()), target.data(RECORD))

    def _target(self, event: QDropEvent) -> QModelIndex:
        if not event.mimeData().hasFormat(ARTICLES_MIME):
            return QModelIndex()
        index = self.indexAt(event.position().toPoint())
        row: Row | None = index.data(RECORD)
        takes = row is not None and (
            row.kind == rows.MEETING or (row.kind, row.key) == (rows.SMART, rows.UNASSIGNED)
        )
        return index if takes else QModelIndex()

    def _point_at(self, index: QModelIndex) -> None:
        self.over = index
        self.viewport().update()
