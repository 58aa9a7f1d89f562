"""The note on the open article, below its text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words.language import tr


class NoteStrip(QFrame):
    """Shows a note with the way to change it; is not there where there is none."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")  # looks like the bar of the find field
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Note on the article"))
        self.words = plain("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addWidget(self.words, 1)
        row.addWidget(quiet_button(tr("Change…"), self.edit_wanted.emit, tr("Change the note")))
        self.hide()

    def show_note(self, note: str) -> None:
        """Show a note; "" takes the strip away."""
        self.words.setText(f"✎ {note}")
        self.setVisible(bool(note))
