"""Light and dark: follows the desktop unless the user chose one."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from importlib.resources import as_file
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from briefing.gui.colours import DARK, LIGHT, Colours
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
}


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; call once, after the application is made."""
    for name in _FONTS:
        QFontDatabase.addApplicationFontFromData(resources().joinpath("fonts", name).read_bytes())


def ui_font(pixels: float = 13, *, bold: bool = False) -> QFont:
    """Return the font of the window's own words."""
    font = QFont(UI_FAMILY)
    font.setPixelSize(round(pixels))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
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
        self._style = Template(resource_text("styles/window.qss"))
        self.colours: Colours = LIGHT
        self._files = ExitStack()  # a style sheet names pictures by path, so they must be files
        self._pictures = {
            name: self._files.enter_context(
                as_file(resources().joinpath("icons", f"{file}.svg"))
            ).as_posix()
            for name, file in (("arrow", "down"), ("check", "check"))
        }
        application.setStyle("Fusion")
        application.setFont(ui_font())
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self.choose(choice)

    @property
    def choice(self) -> str:
        """`system`, `light` or `dark`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow the desktop (`system`), or keep to `light` or `dark`."""
        self._choice = choice
        hints = self._application.styleHints()
        if hasattr(hints, "setColorScheme"):  # since Qt 6.8
            hints.setColorScheme(_SCHEMES[choice])
        self._apply()

    def _apply(self) -> None:
        dark = self._choice == "dark" or (
            self._choice == "system"
            and self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        self._application.setPalette(_palette(self.colours))
        names = {k: v for k, v in asdict(self.colours).items() if isinstance(v, str)}
        names |= {"side_a": self.colours.side(0)[0], "side_b": self.colours.side(1)[0]}
        self._application.setStyleSheet(self._style.substitute(names | self._pictures))
        self.changed.emit()


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
