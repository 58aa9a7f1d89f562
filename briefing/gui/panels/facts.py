"""The meeting's facts at the top of the right column, and the question for a date not known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing.gui.look.date_field import DateField
from briefing.gui.look.theme import scaled
from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.panels.panel_head import PanelHead
from briefing.gui.panels.section import NARROW
from briefing.gui.words import wording
from briefing.gui.words.kept_words import kept_told
from briefing.gui.words.language import tr
from briefing.model import Meeting


class FactsPanel(QWidget):
    """Shows who meets, when and where; asks for the date where it is not known."""

    edit_wanted = Signal()
    confirm_wanted = Signal()
    date_given = Signal(object)  # datetime.date

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section")
        self.head = PanelHead(tr("Meeting"), filters=False)
        self.sides = plain("", strong=True, wrap=True)
        self.facts = plain("", mute=True, wrap=True)
        self.basis = plain("", mute=True, wrap=True)
        self.edit = quiet_button(
            tr("Edit…"), self.edit_wanted.emit, tr("Edit sides, date and place (F2)")
        )
        self.edit.setAccessibleName(tr("Edit the meeting"))
        self.confirm = quiet_button(
            tr("Confirm"),
            self.confirm_wanted.emit,
            tr("Sides, date and place are right as they stand"),
        )
        self.confirm.setAccessibleName(tr("Confirm the meeting"))
        self.date = DateField(tr("Date of the meeting"))
        self.date.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.date.setMinimumWidth(scaled(110))  # more would push the panel's words off its edge
        self.date.entered.connect(self._give)
        self.set_date = QPushButton(tr("Set the date"))
        self.set_date.clicked.connect(self._give)
        self.asking = QWidget()
        self._put_together()

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show a meeting, or that the article belongs to none."""
        for widget in (self.sides, self.edit):
            widget.setVisible(meeting is not None)
        if meeting is None:
            self._show_none()
            return
        self.sides.setText(wording.pair(meeting))
        host = tr("hosted by {host}", host=meeting.host) if meeting.host else ""
        when = wording.days(meeting.date, meeting.end_date) if meeting.date else ""
        self.facts.setText(wording.dotted((when, meeting.place, host)))
        self.facts.setVisible(bool(self.facts.text()))
        known = meeting.date is not None
        sure = "date" in meeting.confirmed
        basis = "" if sure else kept_told(meeting.date_basis)
        self.basis.setText(basis if known else tr("Date not known: set the date of the meeting."))
        self.basis.setVisible(bool(self.basis.text()))
        self.asking.setVisible(not known)
        told = {"sides", "date", "place"} if meeting.place else {"sides", "date"}
        self.confirm.setVisible(known and not told <= meeting.confirmed)

    def _put_together(self) -> None:
        self._top, self._deeds = QHBoxLayout(), QHBoxLayout()
        self._top.setContentsMargins(6, 0, 0, 0)
        self._top.addWidget(self.sides, 1)
        self._top.addLayout(self._deeds)
        self._deeds.addWidget(self.confirm)
        self._deeds.addWidget(self.edit)
        question = QHBoxLayout(self.asking)
        question.setContentsMargins(6, 2, 0, 2)
        question.addWidget(self.date, 1)
        question.addWidget(self.set_date)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 0, 14, 6)
        body.setSpacing(2)
        body.addLayout(self._top)
        for label in (self.facts, self.basis):
            label.setContentsMargins(6, 0, 6, 0)
            body.addWidget(label)
        body.addWidget(self.asking)
        body.addStretch()
        self._body = body

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons below the facts where they would press the names together."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(NARROW)
        if narrow == (self._deeds.parent() is self._body):
            return
        if narrow:
            self._top.removeItem(self._deeds)
            self._body.insertLayout(self._body.count() - 1, self._deeds)
            self._deeds.addStretch()
        else:
            self._body.removeItem(self._deeds)
            self._deeds.takeAt(self._deeds.count() - 1)
            self._top.addLayout(self._deeds)

    def _show_none(self) -> None:
        self.facts.setText(tr("The article belongs to no meeting."))
        self.facts.show()
        for widget in (self.basis, self.asking, self.confirm):
            widget.hide()

    def _give(self) -> None:
        day = self.date.day()
        if day is None:
            self.date.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.date_given.emit(day)
