"""One row a record (person, issue, ask, pressure), held as plain values, never as widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
RECORD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Face:
    """How a kind of record reads: its text, the reason it is shown, and all of it aloud."""

    text: Callable[[Any], str]
    tip: Callable[[Any], str]
    aloud: Callable[[Any], str]


class RecordsModel(QAbstractListModel):
    """Shows records; changing one is the library's work, after which `show` is called again."""

    def __init__(self, face: Face, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._records: tuple[Any, ...] = ()

    def show(self, records: Sequence[Any]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    @property
    def records(self) -> tuple[Any, ...]:
        """The records in the order of their rows."""
        return self._records

    def row_of(self, record_id: int) -> int:
        """Return the row of the record with that id, -1 where there is none."""
        return next((row for row, r in enumerate(self._records) if r.id == record_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._face.text(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._face.tip(record))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._face.aloud(record)
        return record if role == RECORD else None


def plain_tip(text: str) -> str:
    """Return a tooltip that shows the text as it is: Qt would take `<b>` in it for HTML."""
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else ""
