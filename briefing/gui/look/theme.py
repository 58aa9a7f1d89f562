"""Light and dark: follows the desktop unless the user chose one."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import asdict
from importlib.resources import as_file
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from briefing.gui.look.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Colours
from briefing.paths import resource_text, resources

UI_FAMILY = "Inter"
READING_FAMILY = "Noto Serif"
_FONTS = (
    "Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf",
    "NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSerif-Italic.ttf",
)  # fmt: skip
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Unknown,
}
USUAL = 13  # pixels of the window's own words, where the user wants them neither larger nor smaller
_PICTURES = {name: name for name in ("check", "left", "right", "up", "less", "more")} | {
    "arrow": "down"
}
_SIZES = re.compile(r"\b([0-9.]+)dp\b")  # pixels that grow with the window's words


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; call once, after the application is made.

    They are files where the program is installed as such: Qt then reads of each what it shows.
    """
    for name in _FONTS:
        font = resources().joinpath("fonts", name)
        if isinstance(font, Path):
            QFontDatabase.addApplicationFont(str(font))
        else:
            QFontDatabase.addApplicationFontFromData(font.read_bytes())


def scaled(pixels: float) -> int:
    """Return pixels as the user wants the window's words: more where they are larger."""
    return round(pixels * max(QApplication.font().pixelSize(), 1) / USUAL)


def ui_font(pixels: float = USUAL, *, bold: bool = False) -> QFont:
    """Return the font of the window's own words, as large as the user wants them."""
    font = QFont(UI_FAMILY)
    font.setPixelSize(scaled(pixels))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def drawn_font(pixels: float, *, bold: bool = False) -> QFont:
    """Return the font of words in a drawing that is itself shown larger or smaller."""
    font = ui_font(pixels, bold=bold)
    font.setPixelSize(round(pixels))
    return font


def reading_font(pixels: float, *, bold: bool = False, family: str = "") -> QFont:
    """Return the font articles are set in."""
    font = QFont(family or READING_FAMILY)
    font.setPixelSize(round(pixels))
    font.setBold(bold)
    return font


class Theme(QObject):
    """The colours in force; emits `changed` after they were applied to the application."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._percent = 100
        self._style = Template(resource_text("styles/window.qss"))
        self.colours: Colours = LIGHT
        self._files = ExitStack()  # a style sheet names pictures by path, so they must be files
        self._pictures = {
            name: self._files.enter_context(
                as_file(resources().joinpath("icons", f"{file}.svg"))
            ).as_posix()
            for name, file in _PICTURES.items()
        }
        application.setStyle("Fusion")
        application.setFont(_font(self._percent))
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self.choose(choice)

    @property
    def choice(self) -> str:
        """`system`, `light`, `dark` or `contrast`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow the desktop (`system`), or keep to `light`, `dark` or `contrast`.

        High contrast is black on white, or white on black where the desktop is dark.
        """
        self._choice = choice
        hints = self._application.styleHints()
        if hasattr(hints, "setColorScheme"):  # since Qt 6.8
            hints.setColorScheme(_SCHEMES[choice])
        self._apply()

    def resize(self, percent: int) -> None:
        """Show the window's own words at so many hundredths of their usual size."""
        if percent != self._percent:
            self._percent = percent
            self._application.setFont(_font(percent))
            self._apply()

    def _apply(self) -> None:
        desktop = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self._choice == "dark" or (desktop and self._choice != "light")
        if self._choice == "contrast":
            self.colours = CONTRAST_DARK if dark else CONTRAST
        else:
            self.colours = DARK if dark else LIGHT
        self._application.setPalette(_palette(self.colours))
        names = {k: v for k, v in asdict(self.colours).items() if isinstance(v, str)}
        names |= {"side_a": self.colours.side(0)[0], "side_b": self.colours.side(1)[0]}
        names["focus"] = "2px" if self._choice == "contrast" else "1px"
        style = self._style.substitute(names | self._pictures)
        sized = _SIZES.sub(lambda size: f"{scaled(float(size[1]))}px", style)
        self._application.setStyleSheet(sized)
        self.changed.emit()


def _font(percent: int) -> QFont:
    font = QFont(UI_FAMILY)
    font.setPixelSize(round(USUAL * percent / 100))
    return font


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: colours.panel, role.WindowText: colours.ink, role.Base: colours.card,
        role.AlternateBase: colours.ground, role.Text: colours.ink, role.Button: colours.panel,
        role.ButtonText: colours.ink, role.BrightText: colours.error,
        role.ToolTipBase: colours.card, role.ToolTipText: colours.ink,
        role.PlaceholderText: colours.mute, role.Highlight: colours.button,
        role.HighlightedText: colours.on_button, role.Link: colours.accent,
        role.LinkVisited: colours.accent, role.Light: colours.card, role.Midlight: colours.line,
        role.Mid: colours.line, role.Dark: colours.mute, role.Shadow: colours.ink,
    }.items():  # fmt: skip
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.mute))
    return palette
