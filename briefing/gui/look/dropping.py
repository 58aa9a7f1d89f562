"""Taking what is dropped on the program as a copy: nobody's text or file is moved away by it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def take_copy(event: QDropEvent) -> None:
    """Accept what is dragged, as a copy.

    Where a drag may copy or move, Qt proposes to move; the program it comes from would then take
    the text out of its own document, or the file out of its folder.
    """
    if event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
