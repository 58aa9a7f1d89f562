"""The preferences, in a window of their own that never blocks; every change holds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.sheet import without_pictures
from briefing.gui.look.number_field import NumberField
from briefing.gui.look.theme import READING_FAMILY, scaled
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import LANGUAGES, tr
from briefing.settings import THEMES, Settings

_THEMES = {
    "system": "As the desktop",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}


class Preferences(QDialog):
    """Shows what the user prefers; `changed` carries each value as it is set."""

    changed = Signal(object)  # dict of settings

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, sides: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(scaled(540), self.screen().availableSize().width() * 9 // 10))
        self._rows = QFormLayout()
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setVerticalSpacing(10)
        self._add_theme(settings)
        self._add_reading(settings)
        self._add_language(settings)
        self._add_side(settings, sides)
        self._add_paper(settings)
        self._add_words("model", tr("spaCy model"), settings.model, tr("the small English one"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        without_pictures(buttons)
        buttons.rejected.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(12)
        body.addLayout(self._rows)
        body.addWidget(buttons)

    def _add_theme(self, settings: Settings) -> None:
        box = QComboBox()
        for name in THEMES:
            box.addItem(tr(_THEMES[name]), name)
        box.setCurrentIndex(box.findData(settings.theme))
        box.activated.connect(lambda _: self.changed.emit({"theme": box.currentData()}))
        self._add("theme", tr("Theme"), box)

    def _add_reading(self, settings: Settings) -> None:
        family = QFontComboBox()
        family.setEditable(False)
        family.setCurrentFont(QFont(settings.reading_font or READING_FAMILY))
        family.currentFontChanged.connect(
            lambda font: self.changed.emit({"reading_font": _chosen(font)})
        )
        self._add("reading_font", tr("Articles are set in"), family)
        self._add_number(
            "reading_size", tr("Size"), settings.reading_size, limits=(8, 32), unit=" pt"
        )
        self._add_number(
            "line_length",
            tr("Line"),
            settings.line_length,
            limits=(40, 120),
            unit=tr(" characters"),
        )
        self._add_number(
            "interface_size",
            tr("Words of the window"),
            settings.interface_size,
            limits=(80, 200),
            unit=" %",
        )

    def _add_language(self, settings: Settings) -> None:
        box = QComboBox()
        box.addItem(tr("As the desktop"), "")
        for name, title in LANGUAGES.items():
            box.addItem(title, name)
        box.setCurrentIndex(max(0, box.findData(settings.language)))
        box.activated.connect(lambda _: self.changed.emit({"language": box.currentData()}))
        self._add("language", tr("Language of the window"), box)

    def _add_paper(self, settings: Settings) -> None:
        box = QComboBox()
        for name, title in (("", tr("the one usual here")), ("a4", "A4"), ("letter", "Letter")):
            box.addItem(title, name)
        box.setCurrentIndex(max(0, box.findData(settings.paper)))
        box.activated.connect(lambda _: self.changed.emit({"paper": box.currentData()}))
        self._add("paper", tr("Paper"), box)

    def _add_side(self, settings: Settings, sides: Sequence[str]) -> None:
        """Offer the sides of the library's meetings, and take any other that is typed."""
        box = QComboBox()
        box.setEditable(True)
        box.addItems(["", *sides])
        box.setCurrentText(settings.our_side)
        field = box.lineEdit()
        assert field is not None
        field.setPlaceholderText(tr("the first side of each meeting"))
        told = [settings.our_side]

        def tell() -> None:
            side = box.currentText().strip()
            if side != told[0]:
                told[0] = side
                self.changed.emit({"our_side": side})

        box.activated.connect(lambda _: tell())
        field.editingFinished.connect(tell)
        self._add("our_side", tr("Our side"), box)

    def _add_number(
        self, name: str, label: str, value: int, *, limits: tuple[int, int], unit: str
    ) -> None:
        box = NumberField(*limits, unit)
        box.setValue(value)
        box.valueChanged.connect(lambda number: self.changed.emit({name: number}))
        self._add(name, label, box)

    def _add_words(self, name: str, label: str, value: str, hint: str) -> None:
        field = QLineEdit(value)
        field.setPlaceholderText(hint)
        told = [value]

        def tell() -> None:
            words = field.text().strip()
            if words != told[0]:
                told[0] = words
                self.changed.emit({name: words})

        field.editingFinished.connect(tell)
        self._add(name, label, field)

    def _add(self, name: str, label: str, field: QWidget) -> None:
        field.setObjectName(name)
        field.setAccessibleName(label)
        self._rows.addRow(plain(label), field)


def _chosen(font: QFont) -> str:
    return "" if font.family() == READING_FAMILY else font.family()
