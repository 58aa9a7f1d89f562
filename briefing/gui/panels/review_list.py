"""A list of records that can be gone to and decided on, by key or menu."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.look.widgets import FittedList
from briefing.gui.records import verbs
from briefing.gui.records.claims import claimed
from briefing.gui.records.records_model import RECORD, Face, RecordsModel
from briefing.gui.words.language import tr

_SELECT = QItemSelectionModel.SelectionFlag.Select
_STEPS = {verbs.NEXT: 1, verbs.PREVIOUS: -1}


class ReviewList(FittedList):
    """Shows records of one kind (`person`, `issue`, `ask`, `pressure`)."""

    sentence_requested = Signal(str, object)  # kind, record
    review_requested = Signal(str, str, object)  # verb, kind, record
    many_requested = Signal(str, str, object)  # accept or reject, kind, records

    def __init__(self, name: str, kind: str, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._kind = kind
        self.records = RecordsModel(face, self)
        self.setModel(self.records)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def show_records(self, records: tuple[Any, ...]) -> None:
        """Replace the rows; selected records stay selected if they are still there."""
        if records == self.records.records:
            return
        chosen, every = self.chosen(), frozenset(one.id for one in self.selected())
        self.records.show(records)
        if chosen is not None:
            self.choose(chosen.id)
        if len(every) > 1:
            self.choose_all(every)

    def chosen(self) -> Any | None:
        """Return the selected record; of several, the one the keyboard is on."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            return index.data(RECORD)
        return next(iter(self.selected()), None)

    def selected(self) -> tuple[Any, ...]:
        """Return every selected record."""
        return tuple(i.data(RECORD) for i in sorted(self.selectedIndexes()))

    def choose(self, record_id: int) -> bool:
        """Select the record with that id; return whether it is in this list."""
        row = self.records.row_of(record_id)
        if row < 0:
            self.clearSelection()
            return False
        self.setCurrentIndex(self.records.index(row, 0))
        return True

    def choose_all(self, ids: frozenset[int]) -> None:
        """Select the records with these ids, and no others."""
        self.clearSelection()
        rows = [row for row, one in enumerate(self.records.records) if one.id in ids]
        for row in rows:
            self.selectionModel().select(self.records.index(row, 0), _SELECT)
        if rows:
            first = self.records.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(first, _SELECT)

    def review(self, verb: str) -> None:
        """Ask for a decision on what is selected."""
        record, every = self.chosen(), self.selected()
        if verb in {verbs.ACCEPT, verbs.REJECT} and len(every) > 1:
            self.many_requested.emit(verb, self._kind, every)
        elif record is not None:
            self.review_requested.emit(verb, self._kind, record)

    def step(self, by: int) -> None:
        """Go to the next record (+1) or the one before (-1)."""
        row = min(max(self.currentIndex().row() + by, 0), self.records.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self.records.index(row, 0))
            self._go(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        return claimed(event, self._verb) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = self._verb(event)
        if verb in _STEPS:
            self.step(_STEPS[verb])
        elif verb:
            self.review(verb)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

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
        menu.addAction(
            tr("Show in the text"), lambda: self.sentence_requested.emit(self._kind, record)
        )
        menu.addSeparator()
        for verb in verbs.of_kind(self._kind, record):
            starred = verb.name == verbs.STAR and getattr(record, "starred", False)
            action = QAction(tr("Remove star") if starred else tr(verb.words), menu)
            action.setText(f"{action.text()}\t{verb.key}")
            action.triggered.connect(lambda _=False, v=verb.name: self.review(v))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("Copy"), lambda: QGuiApplication.clipboard().setText(_copied(record)))
        return menu

    def _verb(self, event: QKeyEvent) -> str:
        verb, record = verbs.of_event(event), self.chosen()
        if verb in _STEPS:
            return str(verb)
        can = record is not None and verb in {v.name for v in verbs.of_kind(self._kind, record)}
        return str(verb) if can else ""

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
