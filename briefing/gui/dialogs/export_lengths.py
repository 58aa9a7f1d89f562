"""How long briefings get, before they are exported: a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from briefing.gui.look.length_meter import pages_told
from briefing.gui.words.language import tr, tr_count

if TYPE_CHECKING:
    from briefing.workspace.briefs.measuring import Length


class Lengths(QPlainTextEdit):
    """Shows words and pages of each briefing, and which sections a limit of pages shortens."""

    def __init__(self) -> None:
        super().__init__(readOnly=True)
        self.setAccessibleName(tr("Length of the briefings"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(76)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setPlainText(tr("Choose a meeting to see how long its briefing gets."))

    def show_lengths(self, lengths: Sequence[Length]) -> None:
        """Show these lengths."""
        lines = [_told(length) for length in lengths]
        self.setPlainText(
            "\n".join(lines) or tr("Choose a meeting to see how long its briefing gets.")
        )


def _told(length: Length) -> str:
    words = tr_count(length.words, "{count} word", "{count} words")
    pages = pages_told(length.words / max(length.page, 1))
    told = f"{tr('{subject}:', subject=length.title)} {words}, {pages}"
    if length.cut:
        told += " · " + tr("shortened: {titles}", titles=", ".join(length.cut))
    return told
