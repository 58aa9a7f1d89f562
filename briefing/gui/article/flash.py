"""A short glow on the sentence one jumps to; none where the desktop asks for less motion."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStyle, QWidget

_FRAMES, _PAUSE = 7, 60  # a glow of 0.4 seconds; more frames would only cost more painting


class Flash:
    """Fades from 1 to 0; the widget is repainted at each step."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._left = 0
        self._timer = QTimer(widget, interval=_PAUSE)
        self._timer.timeout.connect(self._step)

    @property
    def strength(self) -> float:
        """How strong the glow is now, 0 to 1."""
        return self._left / _FRAMES

    def start(self) -> None:
        """Glow, if the desktop lets things move."""
        if calm(self._widget):
            return
        self._left = _FRAMES
        self._timer.start()

    def stop(self) -> None:
        """Glow no more."""
        self._left = 0
        self._timer.stop()

    def _step(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._timer.stop()
        self._widget.update()


def calm(widget: QWidget) -> bool:
    """Tell whether the desktop asks for less motion: it then gives animations no time."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) <= 0
