"""A field for a number, its digits as far from the frame as the words of other fields."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

_BEFORE = 8  # pixels: a style sheet's padding moves no digits once the buttons have a style


class NumberField(QSpinBox):
    """Takes a whole number in a range, with what it counts behind it."""

    def __init__(
        self, least: int, most: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)
