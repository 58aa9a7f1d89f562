"""A text view that loads nothing and goes nowhere, whatever it is given."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget


class SafeBrowser(QTextBrowser):
    """Shows text; never reads a file, an image or a page that the text names.

    Qt's own text browser reads `file:` images from disk (and hangs on a FIFO), and follows links.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002, ARG002 - Qt's name
        """Return nothing: no resource is ever loaded."""
        return None
