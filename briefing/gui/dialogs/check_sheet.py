"""What was looked at in the installation, what to do about it, and all of it to copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefing import __version__
from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.lanes.actions import line_of
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr, tr_count

if TYPE_CHECKING:
    from briefing.workspace import Diagnosis


class CheckSheet(Sheet):
    """Shows the lines of `briefing doctor`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Check installation"), parent)
        self.summary = plain(tr("Looking…"), strong=True, wrap=True)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("What was looked at"))
        self.text.setTabChangesFocus(True)
        self.copy = self.add_button(tr("Copy"), primary=True, first=True)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.text)
        self.finish()
        self.resize(680, 420)

    def show_found(self, found: Sequence[Diagnosis]) -> None:
        """Show what was looked at; what is not well comes first."""
        bad = [one for one in found if not one.well]
        good = [one for one in found if one.well]
        lines = [line_of(one) for one in (*bad, *good)]
        self.text.setPlainText("\n".join([*lines, f"briefing {__version__}"]))
        if bad:
            told = tr_count(len(bad), "{count} thing to look at.", "{count} things to look at.")
        else:
            told = tr("All is well.")
        self.summary.setText(told)
        self.copy.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.summary.text()}\n{self.text.toPlainText()}")
