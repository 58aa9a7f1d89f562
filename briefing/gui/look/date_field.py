"""A field for one day: typed as people write it, or picked; empty until a day was given."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QWidget

from briefing.gui.words.language import language_spoken, tr
from briefing.gui.words.typed_day import day_of

NONE = QDate(1900, 1, 1)  # stands for no date, as Qt has no empty field
_ARROW = 26
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DateField(QDateEdit):
    """Takes a day, with a calendar to pick it from.

    Qt's own way of typing goes part by part and drops what does not fit the part at hand (`12 Feb
    2017` became 12 November 2017), so what is typed is read as a whole here.
    """

    entered = Signal()  # Enter was pressed

    def __init__(
        self, name: str, date: dt.date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._typed = ""
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self.setLocale(_locale())
        self.setToolTip(tr("Type a day, as 7 Oct 2025 or 2025-10-07"))
        self.setDateRange(NONE, QDate(2199, 12, 31))
        self.setSpecialValueText(tr("no date yet"))
        self.show_day(date)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self._write(self._typed[:-1])
        elif event.key() == Qt.Key.Key_Escape and self._typed:
            self._write("")
        elif event.text().isprintable() and event.text() and not event.modifiers() & _CONTROL:
            self._write(self._typed + event.text())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take()
        super().focusOutEvent(event)

    def stepBy(self, steps: int) -> None:
        self._begin()
        super().stepBy(steps)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - _ARROW:  # the calendar opens at this month
            self._begin()
            self._dress()
        super().mousePressEvent(event)

    def day(self) -> dt.date | None:
        """Return the day in the field; None while the user has given none."""
        self._take()
        chosen = self.date()
        return None if chosen == NONE else dt.date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, date: dt.date | None) -> None:
        """Put a day into the field, or none: a day nobody gave must not look like one."""
        self._typed = ""
        self.setDate(QDate(date.year, date.month, date.day) if date else NONE)

    def _write(self, typed: str) -> None:
        """Show what was typed so far, in place of the day."""
        self._typed = typed
        line = self.lineEdit()
        line.blockSignals(True)
        none = self.specialValueText() if self.date() == NONE else ""
        line.setText(typed or none or self.textFromDateTime(self.dateTime()))
        line.blockSignals(False)

    def _take(self) -> None:
        """Read what was typed; what is no day leaves the field without one."""
        typed, self._typed = self._typed, ""
        if typed:
            self.show_day(day_of(typed))
            self._write("")

    def _dress(self) -> None:
        """Show the calendar in the window's language and colours; Qt makes it when it opens first."""
        calendar = self.calendarWidget()
        calendar.setLocale(self.locale())
        calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt's red is hard to read
            calendar.setWeekdayTextFormat(day, QTextCharFormat())

    def _begin(self) -> None:
        """Begin from today once the user steps or opens the calendar, and not before."""
        if self.date() == NONE:
            self.setDate(QDate.currentDate())


def _locale() -> QLocale:
    """Return the desktop's own way of the language the window speaks, else the usual one."""
    system, language = QLocale.system(), QLocale(language_spoken())
    return system if system.language() == language.language() else language
