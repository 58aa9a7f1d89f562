"""Keys that stand for a decision where the keyboard is, whatever else they do in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def claimed(event: QEvent, verb_of: Callable[[QKeyEvent], str]) -> bool:
    """Take a key from the window's shortcuts if it stands for a decision; return whether it does.

    Args:
        event: what Qt asks a widget before it looks among the shortcuts, or anything else.
        verb_of: returns the decision a key stands for, "" for none.
    """
    asked = event.type() == QEvent.Type.ShortcutOverride
    if asked and isinstance(event, QKeyEvent) and verb_of(event):
        event.accept()
        return True
    return False
