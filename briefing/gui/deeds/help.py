"""What the commands of the Help menu do: manual, commands, the installation, about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication

from briefing import __version__
from briefing.gui.deeds import commands
from briefing.gui.jobs import READ
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr
from briefing.paths import resource_text

if TYPE_CHECKING:
    from briefing.gui.dialogs.about_sheet import AboutSheet
    from briefing.gui.dialogs.check_sheet import CheckSheet
    from briefing.gui.dialogs.palette import Palette


class HelpDeeds(QObject):
    """Carries these commands out on one window."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self.checking: CheckSheet | None = None
        self.about: AboutSheet | None = None
        self.palette: Palette | None = None

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        return {
            "palette": self.show_palette,
            "check_installation": self.check,
            "whats_new": self.show_news,
            "about": self.show_about,
        }

    def show_palette(self) -> None:
        """Open the list of all commands that can be used now."""
        from briefing.gui.dialogs.palette import Palette

        if self.palette is not None:
            self.palette.close()
        every = [
            (menu, self._window.commands[name])
            for menu, name in commands.names()
            if name not in {"palette", "open_recent"} and self._window.commands[name].isEnabled()
        ]
        palette = Palette(every, self._window)
        self.palette = palette
        palette.destroyed.connect(lambda: self._forget_palette(palette))
        palette.show()

    def check(self) -> None:
        """Look at the installation and show it; the model is loaded for it, so it takes a moment."""
        from briefing.gui.dialogs.check_sheet import CheckSheet
        from briefing.workspace import Diagnosis

        workspace = self._window.workspace
        sheet = CheckSheet(self._window)
        self.checking = sheet
        sheet.destroyed.connect(self._forget_checking)
        sheet.show()
        told = f"Qt {qVersion()}, {QGuiApplication.platformName()}"
        screen = Diagnosis("window", well=True, report=told)

        def take(found: tuple[Diagnosis, ...]) -> None:
            self._window.actions_.finished.emit("")
            if self.checking is not None:
                self.checking.show_found((*found, screen))

        self._window.actions_.long(tr("Checking"), lambda _: workspace.doctor(), take, lane=READ)

    def show_news(self) -> None:
        """Open the changelog."""
        from briefing.gui.dialogs.manual import Manual

        manual = Manual(self._window)
        manual.tabs.setCurrentIndex(1)
        manual.show()

    def show_about(self) -> None:
        """Open what the program is and what it is made of."""
        from briefing.gui.dialogs.about_sheet import AboutSheet
        from briefing.gui.dialogs.licences import components

        workspace = self._window.workspace
        facts = (
            ("Briefing", __version__),
            (tr("Library"), str(workspace.library_folder)),
            (tr("Extraction"), workspace.backend() or tr("not loaded yet")),
            ("Qt", qVersion()),
            (tr("Network"), tr("none: nothing leaves this computer")),
            (tr("Licence"), "MIT"),
        )
        self.about = AboutSheet(facts, resource_text("NOTICE.md"), self._window)
        self._window.jobs.start(
            "Licences", lambda _: components(), owner=self.about, lane=READ,
            succeeded=self.about.take, failed=self._window.notices.show_error,
        )  # fmt: skip
        self.about.destroyed.connect(self._forget_about)
        self.about.show()

    def _forget_palette(self, palette: Palette) -> None:
        if self.palette is palette:
            self.palette = None

    def _forget_checking(self) -> None:
        self.checking = None

    def _forget_about(self) -> None:
        self.about = None
