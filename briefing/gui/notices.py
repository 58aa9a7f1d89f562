"""The bar at the top that says what went wrong, without standing in the way."""

from __future__ import annotations

import traceback

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from briefing.errors import BriefingError
from briefing.gui.widgets import plain, quiet_button

FAULT = "The program made a mistake; nothing was lost. “Copy” gives a report for its makers."


class NoticeBar(QFrame):
    """Shows one message with details to unfold and copy; a new one takes the place of the old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Message")
        self.message = plain("", wrap=True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setAccessibleName("Details of the message")
        self.details.setFixedHeight(130)
        self.unfold = quiet_button("Details", self._toggle)
        self.copy = quiet_button("Copy", self._copy)
        self.close_button = quiet_button("✕", self.hide, "Close this message")
        self.close_button.setAccessibleName("Close this message")
        row = QHBoxLayout()
        row.addWidget(self.message, 1)
        for button in (self.unfold, self.copy, self.close_button):
            row.addWidget(button)
        body = QGridLayout(self)
        body.setContentsMargins(16, 6, 10, 6)
        body.addLayout(row, 0, 0)
        body.addWidget(self.details, 1, 0)
        self.hide()

    def show_error(self, error: BaseException) -> None:
        """Show an error: its sentence if the user can act on it, else a report to copy."""
        if isinstance(error, BriefingError):
            self._show(str(error), "", calm=False)
            return
        report = "".join(traceback.format_exception(error))
        self._show(f"{FAULT} ({type(error).__name__})", report, calm=False)

    def show_message(self, text: str, details: str = "") -> None:
        """Show something worth knowing that is no error."""
        self._show(text, details, calm=True)

    def _show(self, text: str, details: str, *, calm: bool) -> None:
        self.setProperty("calm", calm)
        for widget in (self, self.message):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.message.setText(text)
        self.details.setPlainText(details)
        self.details.hide()
        self.unfold.setVisible(bool(details))
        self.show()

    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def _copy(self) -> None:
        parts = filter(None, (self.message.text(), self.details.toPlainText()))
        QGuiApplication.clipboard().setText("\n\n".join(parts))
