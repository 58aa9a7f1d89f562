"""A field for one day, written as the program writes days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget


class DateField(QDateEdit):
    """Takes a day, with a calendar to pick it from."""

    entered = Signal()  # Enter was pressed

    def __init__(
        self, name: str, date: dt.date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self.show_day(date or dt.date.today())  # noqa: DTZ011 - the user's own today

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()

    def day(self) -> dt.date:
        """Return the day in the field."""
        chosen = self.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, date: dt.date) -> None:
        """Put a day into the field."""
        self.setDate(QDate(date.year, date.month, date.day))
