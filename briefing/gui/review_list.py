"""A list of records that can be gone to, accepted, rejected, edited and starred, by key or menu."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.records_model import RECORD, Face, RecordsModel
from briefing.gui.widgets import FittedList

ACCEPT, REJECT, EDIT, STAR = "accept", "reject", "edit", "star"
_VERBS = (
    (ACCEPT, "Accept", "A"),
    (REJECT, "Reject", "R"),
    (EDIT, "Edit…", "E"),
    (STAR, "Star", "S"),
)
_KEYS = {
    Qt.Key.Key_A: ACCEPT, Qt.Key.Key_R: REJECT, Qt.Key.Key_E: EDIT, Qt.Key.Key_S: STAR,
    Qt.Key.Key_Delete: REJECT, Qt.Key.Key_F2: EDIT,
}  # fmt: skip


class ReviewList(FittedList):
    """Shows records of one kind (`person`, `issue`, `ask`, `pressure`)."""

    sentence_requested = Signal(str, object)  # kind, record
    review_requested = Signal(str, str, object)  # verb, kind, record

    def __init__(self, name: str, kind: str, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._kind = kind
        self.records = RecordsModel(face, self)
        self.setModel(self.records)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def show_records(self, records: tuple[Any, ...]) -> None:
        """Replace the rows; the selected record stays selected if it is still there."""
        chosen = self.chosen()
        self.records.show(records)
        if chosen is not None:
            self.choose(chosen.id)

    def chosen(self) -> Any | None:
        """Return the selected record."""
        index = self.currentIndex()
        selection = self.selectionModel()
        return index.data(RECORD) if index.isValid() and selection.isSelected(index) else None

    def choose(self, record_id: int) -> bool:
        """Select the record with that id; return whether it is in this list."""
        row = self.records.row_of(record_id)
        if row < 0:
            self.clearSelection()
            return False
        self.setCurrentIndex(self.records.index(row, 0))
        return True

    def review(self, verb: str) -> None:
        """Ask for a decision on the selected record."""
        record = self.chosen()
        if record is not None:
            self.review_requested.emit(verb, self._kind, record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = _KEYS.get(Qt.Key(event.key()))
        if verb and event.modifiers() == Qt.KeyboardModifier.NoModifier and self._can(verb):
            self.review(verb)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.records.rowCount():
            self.setCurrentIndex(self.records.index(0, 0))

    def menu(self) -> QMenu | None:
        """Return what can be done with the selected record."""
        record = self.chosen()
        if record is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Show in the text", lambda: self.sentence_requested.emit(self._kind, record))
        menu.addSeparator()
        for verb, words, key in _VERBS:
            if self._can(verb):
                starred = verb == STAR and getattr(record, "starred", False)
                action = QAction("Remove star" if starred else words, menu)
                action.setText(f"{action.text()}\t{key}")
                action.triggered.connect(lambda _=False, v=verb: self.review(v))
                menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Copy", lambda: QGuiApplication.clipboard().setText(_copied(record)))
        return menu

    def _can(self, verb: str) -> bool:
        return not (self._kind == "pressure" and verb == STAR)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.sentence_requested.emit(self._kind, index.data(RECORD))

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(place))


def _copied(record: Any) -> str:
    quotes = [f"“{span.quote}”" for span in record.spans[:1]]
    words = getattr(record, "text", "") or getattr(record, "name", "") or record.label
    return "\n".join([words, *quotes])
