"""A field for one day, written as the program writes days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from briefing.gui.language import tr

NONE = QDate(1900, 1, 1)  # stands for no date, as Qt has no empty field
_ARROW = 26


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
        self.setDateRange(NONE, QDate(2199, 12, 31))
        self.setSpecialValueText(tr("no date yet"))
        self.show_day(date)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isalnum():
            self._begin()
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()

    def stepBy(self, steps: int) -> None:
        self._begin()
        super().stepBy(steps)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - _ARROW:  # the calendar opens at this month
            self._begin()
        super().mousePressEvent(event)

    def day(self) -> dt.date | None:
        """Return the day in the field; None while the user has given none."""
        chosen = self.date()
        return None if chosen == NONE else dt.date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, date: dt.date | None) -> None:
        """Put a day into the field, or none: a day nobody gave must not look like one."""
        self.setDate(QDate(date.year, date.month, date.day) if date else NONE)

    def _begin(self) -> None:
        """Begin from today once the user types or chooses, and not before."""
        if self.date() == NONE:
            self.setDate(QDate.currentDate())
            self.setSelectedSection(QDateEdit.Section.DaySection)
