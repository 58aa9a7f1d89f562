"""Undo what PySide6 does to every import that comes after it."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - its import is what is undone


def import_plainly() -> None:
    """Let modules be imported as if PySide6 were not there.

    PySide6 reads the source of each, to see whether it chose another spelling of Qt's names by
    `from __feature__ import …`, and Python then keeps all those lines: 8 MB, and a tenth of the time
    the window needs to open. Nothing here chooses so. A PySide6 that keeps no way back is left alone.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
