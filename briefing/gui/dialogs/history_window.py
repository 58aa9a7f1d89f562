"""What was done, newest first; undoes down to any line of it, without closing the way to redo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton, QVBoxLayout, QWidget

from briefing.gui.look.theme import scaled
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr


class HistoryWindow(QDialog):
    """A small window beside the main one."""

    undo_wanted = Signal(int)  # how many steps

    def __init__(self, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("History"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was done, newest first"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems(list(titles))
        self.list.setCurrentRow(0)
        self.button = QPushButton(tr("Undo down to here"))
        self.button.setEnabled(bool(titles))
        self.button.clicked.connect(self._ask)
        self.list.itemActivated.connect(lambda _: self._ask())
        words = tr("What was done, newest first.") if titles else tr("Nothing was done yet.")
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(
            plain(f"{words} {tr('What is undone can be done again with Redo.')}", wrap=True)
        )
        body.addWidget(self.list)
        body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(scaled(420), scaled(420))

    def _ask(self) -> None:
        self.undo_wanted.emit(self.list.currentRow() + 1)
        self.close()
