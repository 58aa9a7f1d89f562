"""A window beside the main one that never blocks it: the frame of every dialog but the forms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from briefing.gui.look.widgets import plain


class Sheet(QDialog):
    """Holds widgets one below the other, and buttons at the bottom; Esc closes it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 16, 18, 14)
        self.body.setSpacing(10)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.close)
        self._first: QPushButton | None = None
        self._grown = False
        self.problem = plain("", wrap=True, problem=True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.hide()

    def finish(self) -> None:
        """Put the buttons below what was added; of all buttons Enter presses the first alone."""
        self.body.addWidget(self.problem)
        self.body.addWidget(self.buttons)
        without_pictures(self.buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button is self._first)
        if self._first is not None:
            self._first.setDefault(True)

    def add_button(self, words: str, *, primary: bool = False, first: bool = False) -> QPushButton:
        """Add a button at the bottom; `first` makes Enter press it."""
        role = QDialogButtonBox.ButtonRole
        button = self.buttons.addButton(words, role.AcceptRole if primary else role.ActionRole)
        button.setProperty("primary", primary)
        if first:
            self._first = button
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Open as large as its words need, and no larger than the screen."""
        if not self._grown:
            self._grown = True
            free = self.screen().availableSize() * 0.95
            wide = min(self.width(), free.width())
            tall = max(self.height(), self.body.totalMinimumHeightForWidth(wide))
            self.resize(wide, min(tall, free.height()))
        super().showEvent(event)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was chosen; "" takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def without_pictures(buttons: QDialogButtonBox) -> None:
    """Take the pictures off that some desktops put on such buttons, in a style not ours."""
    for button in buttons.buttons():
        button.setIcon(QIcon())
