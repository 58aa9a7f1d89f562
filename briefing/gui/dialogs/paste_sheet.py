"""An article that is pasted or dropped as text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.date_field import DateField
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text the user wants as an article; `published` is None where nobody said when."""

    text: str
    title: str = ""
    published: dt.date | None = None


class PasteSheet(Sheet):
    """Takes the text, and title and date where the text does not tell them."""

    given = Signal(object)  # Pasted

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tr("Paste an article"), parent)
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("taken from the text where it is empty"))
        self.date = DateField(tr("Published"))
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(tr("The text of the article, with its headline and date line"))
        self.add = self.add_button(tr("Import"), primary=True, first=True)
        self.add.setToolTip(tr("Import it (Ctrl+Enter)"))
        self.text.textChanged.connect(self._show_ready)
        self.add.clicked.connect(self._give)
        self._lay_out()
        self._show_ready()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.add.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in ((tr("Title"), self.title), (tr("Published"), self.date)):
            field.setAccessibleName(words)
            form.addRow(plain(words), field)
        self.text.setAccessibleName(tr("Text of the article"))
        self.body.addLayout(form)
        self.body.addWidget(self.text, 1)
        self.finish()
        self.resize(620, 520)
        self.text.setFocus()

    def _show_ready(self) -> None:
        self.add.setEnabled(bool(self.text.toPlainText().strip()))

    def _give(self) -> None:
        title = self.title.text().strip()
        self.given.emit(Pasted(self.text.toPlainText(), title, self.date.day()))
        self.close()
