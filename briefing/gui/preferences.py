"""The preferences, in a window of their own that never blocks; every change holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.theme import READING_FAMILY
from briefing.gui.widgets import plain
from briefing.settings import THEMES, Settings

_THEMES = {"system": "As the desktop", "light": "Light", "dark": "Dark"}
AFTERWARDS = "Our side and the model hold from the next start of the program."


class Preferences(QDialog):
    """Shows what the user prefers; `changed` carries each value as it is set."""

    changed = Signal(object)  # dict of settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self._rows = QFormLayout()
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setVerticalSpacing(10)
        self._add_theme(settings)
        self._add_reading(settings)
        self._add_words("our_side", "Our side", settings.our_side, "the first side of each meeting")
        self._add_words("model", "spaCy model", settings.model, "the small English one")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(12)
        body.addLayout(self._rows)
        body.addWidget(plain(AFTERWARDS, mute=True, wrap=True))
        body.addWidget(buttons)

    def _add_theme(self, settings: Settings) -> None:
        box = QComboBox()
        for name in THEMES:
            box.addItem(_THEMES[name], name)
        box.setCurrentIndex(box.findData(settings.theme))
        box.activated.connect(lambda _: self.changed.emit({"theme": box.currentData()}))
        self._add("theme", "Theme", box)

    def _add_reading(self, settings: Settings) -> None:
        family = QFontComboBox()
        family.setEditable(False)
        family.setCurrentFont(QFont(settings.reading_font or READING_FAMILY))
        family.currentFontChanged.connect(
            lambda font: self.changed.emit({"reading_font": _chosen(font)})
        )
        self._add("reading_font", "Articles are set in", family)
        self._add_number("reading_size", "Size", settings.reading_size, limits=(8, 32), unit=" pt")
        self._add_number(
            "line_length", "Line", settings.line_length, limits=(40, 120), unit=" characters"
        )

    def _add_number(
        self, name: str, label: str, value: int, *, limits: tuple[int, int], unit: str
    ) -> None:
        box = QSpinBox()
        box.setRange(*limits)
        box.setSuffix(unit)
        box.setValue(value)
        box.valueChanged.connect(lambda number: self.changed.emit({name: number}))
        self._add(name, label, box)

    def _add_words(self, name: str, label: str, value: str, hint: str) -> None:
        field = QLineEdit(value)
        field.setPlaceholderText(hint)
        field.editingFinished.connect(lambda: self.changed.emit({name: field.text().strip()}))
        self._add(name, label, field)

    def _add(self, name: str, label: str, field: QWidget) -> None:
        field.setObjectName(name)
        field.setAccessibleName(label)
        self._rows.addRow(plain(label), field)


def _chosen(font: QFont) -> str:
    return "" if font.family() == READING_FAMILY else font.family()
