"""Work on a library that no window has open: going back to a backup, deleting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from briefing.gui.jobs import Jobs
from briefing.gui.look.widgets import plain


class ClosedWork(QWidget):
    """Stands in for the window meanwhile; then says how it ended, or gives way to a window."""

    done = Signal(object)  # what the work returned
    failed = Signal(object)  # Exception

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWindowTitle("Briefing reader")
        self.setMinimumWidth(480)
        self.jobs = Jobs()
        self.words = plain(words, wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.row = QHBoxLayout()
        self.row.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 22, 24, 20)
        body.setSpacing(14)
        body.addWidget(self.words)
        body.addWidget(self.bar)
        body.addLayout(self.row)

    def begin(self, work: Callable[[], Any]) -> None:
        """Do the work, off the window's thread."""
        self.jobs.start(
            "Closed library",
            lambda _: work(),
            owner=self,
            succeeded=self.done.emit,
            failed=self.failed.emit,
        )

    def end(self, words: str) -> None:
        """Say how it ended; what can be done next is added by `offer`."""
        self.bar.hide()
        self.words.setText(words)

    def offer(self, words: str, taken: Callable[[], object], *, first: bool = False) -> QPushButton:
        """Offer something to go on with."""
        button = QPushButton(words)
        button.setProperty("primary", first)
        button.clicked.connect(lambda _=False: taken())
        self.row.addWidget(button)
        self.adjustSize()
        if first:
            button.setFocus()
        return button

    def closeEvent(self, event: QCloseEvent) -> None:
        self.jobs.shut_down()
        super().closeEvent(event)
