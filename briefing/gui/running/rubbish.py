"""Clears away rings of objects nobody holds any more, on the window's own thread alone.

Python looks for such rings on whichever thread happens to make the next object. Where one holds a
widget, the widget would be destroyed on a thread that only reads or indexes, and Qt crashes: a text
field ends its timers there. On the window's own thread it may not happen at any moment either: Qt
holds a lock while it destroys an object and asks Python whether a method is overridden; a ring found
just then, with another object of Qt in it, would wait for the same lock for ever.

To disable Python's own look is not enough: what loads the language model enables it again, on its
own thread. So its threshold is taken away too, without which it never looks.
"""

from __future__ import annotations

import gc
import sys
from time import monotonic

from PySide6.QtCore import QObject, QTimer

EVERY = 300  # milliseconds; short, so that little comes together meanwhile
USUAL = gc.get_threshold()  # how many objects of each age make Python look
SHARE = 200  # to look through all objects may take one part in so many of the time


class Rubbish(QObject):
    """Looks for rings in Python's stead, from when it is made until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._not_before = 0.0  # when all objects may be looked through again
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._former = gc.get_threshold()
        gc.disable()
        gc.set_threshold(0)
        self._timer.start()

    def look(self) -> None:
        """Clear away, if so many objects were made that Python itself would."""
        many = [n > most for n, most in zip(gc.get_count(), USUAL, strict=True)]
        if many[2] and monotonic() >= self._not_before:
            begun = monotonic()
            gc.collect()
            hand_back()
            self._not_before = monotonic() + SHARE * (monotonic() - begun)
        elif many[1]:
            gc.collect(1)
        elif many[0]:
            gc.collect(0)

    def stop(self) -> None:
        """Look no more; Python may be let look again (`gc.enable`) once no object of Qt is ending."""
        self._timer.stop()
        gc.disable()
        gc.set_threshold(*self._former)


def hand_back() -> None:
    """Give the system back what was freed, where the C library can; Linux's keeps some for each thread.

    After hours of work that is 40 MB of 400, handed back in 5 ms.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
