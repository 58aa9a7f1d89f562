"""The bar at the top that says what went wrong, without standing in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from briefing import __version__
from briefing.errors import BriefingError
from briefing.faults import Report, report_on
from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words.language import tr, tr_phrase


class NoticeBar(QFrame):
    """Shows one message with details to unfold and copy; a new one takes the place of the old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Message"))
        self.message = plain("", wrap=True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setAccessibleName(tr("Details of the message"))
        self.details.setFixedHeight(130)
        self.unfold = quiet_button(tr("Details"), self._toggle)
        self.copy = quiet_button(tr("Copy"), self._copy)
        self.close_button = quiet_button("✕", self.hide, tr("Close this message"))
        self.close_button.setAccessibleName(tr("Close this message"))
        self.offer = quiet_button("", self._take_offer)
        self._offered: Callable[[], object] | None = None
        row = QHBoxLayout()
        row.addWidget(self.message, 1)
        for button in (self.offer, self.unfold, self.copy, self.close_button):
            row.addWidget(button)
        body = QGridLayout(self)
        body.setContentsMargins(16, 6, 10, 6)
        body.addLayout(row, 0, 0)
        body.addWidget(self.details, 1, 0)
        self.hide()

    def show_error(self, error: BaseException) -> None:
        """Show an error: its sentence if the user can act on it, else a report to copy."""
        if isinstance(error, BriefingError):
            self._show(tr_phrase(error.told), "", calm=False)
            return
        self.show_report(report_on(error, __version__))

    def show_report(self, report: Report) -> None:
        """Show a mistake of the program: that the library is safe, and a report to copy."""
        self._show(tr_phrase(report.sentence), report.text, calm=False)

    def show_message(
        self,
        text: str,
        details: str = "",
        *,
        offer: str = "",
        taken: Callable[[], object] | None = None,
    ) -> None:
        """Show something worth knowing that is no error.

        Args:
            text: what it is.
            details: what can be unfolded and copied.
            offer: words of a button beside it; "" for none.
            taken: what the button does.
        """
        self._show(text, details, calm=True)
        self._offered = taken
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))

    def _show(self, text: str, details: str, *, calm: bool) -> None:
        self.setProperty("calm", calm)
        for widget in (self, self.message):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.message.setText(text)
        self.details.setPlainText(details)
        self.details.hide()
        self.offer.hide()
        self.unfold.setVisible(bool(details))
        self.show()

    def _take_offer(self) -> None:
        if self._offered is not None:
            self._offered()

    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def _copy(self) -> None:
        parts = filter(None, (self.message.text(), self.details.toPlainText()))
        QGuiApplication.clipboard().setText("\n\n".join(parts))
