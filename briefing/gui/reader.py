"""The running reader: one application, one window at a time, each with its library and jobs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import as_file
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from briefing.errors import BriefingError, LibraryDamaged, LibraryError
from briefing.faults import Report
from briefing.gui.bars.notices import NoticeBar
from briefing.gui.deeds.reading_alone import forbid_changes
from briefing.gui.dialogs import dialogs
from briefing.gui.dialogs.dialogs import Dialogs
from briefing.gui.jobs import Jobs
from briefing.gui.look.theme import Theme, load_fonts
from briefing.gui.moves import Moves
from briefing.gui.running.instance import Instance
from briefing.gui.running.memory import Memory
from briefing.gui.running.rubbish import Rubbish
from briefing.gui.window import Window
from briefing.gui.window_state import WindowState
from briefing.gui.words.language import Tongue, tr, tr_phrase
from briefing.paths import Paths, resources
from briefing.phrase import phrase
from briefing.settings import Settings, load, save

if TYPE_CHECKING:
    from briefing.gui.rescue import Rescue
    from briefing.workspace import Workspace

log = logging.getLogger(__name__)


class Reader:
    """Builds windows and opens other libraries in their place."""

    def __init__(
        self, paths: Paths, make_dialogs: Callable[[QWidget], Dialogs] | None = None
    ) -> None:
        self._paths = paths
        self._make_dialogs = make_dialogs or partial(dialogs.desktop, start=Path.home())
        self._settings, self._problems = load(paths.config)
        existing = QApplication.instance()
        self.application = existing if isinstance(existing, QApplication) else _application()
        self._rubbish = Rubbish(self.application)
        self._tongue = Tongue(self.application, self._settings.language)
        load_fonts()
        self.theme = Theme(self.application, self._settings.theme)
        self.theme.resize(self._settings.interface_size)
        self.window: Window | None = None
        self._rescue: Rescue | None = None
        self.moves = Moves(self.open, self._paths)

    def open(self, library: Path | None, files: Sequence[Path] = ()) -> Window:
        """Open a library in a window, and import files into it.

        Raises:
            LibraryError: the library cannot be opened.
        """
        from briefing.workspace import open_as_can_be

        folder = library or self._paths.default_library
        opened = open_as_can_be(folder, self._paths, self._settings)
        workspace = opened.workspace
        window = Window(
            workspace,
            Jobs(),
            theme=self.theme,
            settings=self._settings,
            state=WindowState(self._paths.config),
            dialogs=self._make_dialogs,
        )
        window.library_wanted.connect(self._open_other)
        window.settings_changed.connect(self._keep_settings)
        window.closed.connect(partial(_close, workspace))
        window.closed.connect(partial(_close_dialogs, window))
        self._answer_for(folder, window)
        Memory(self._paths.config, folder).opened()
        window.state.restore(window, window.columns)
        self.window = window
        window.open_last()
        window.show()
        self._greet(window, files, opened.notices)
        return window

    def raise_other(self, library: Path | None, files: Sequence[Path] = ()) -> bool:
        """Bring forward the window that has a library open already, with files to import.

        Returns:
            Whether there is such a window; then nothing is to be opened here.
        """
        return Instance(library or self._paths.default_library).hand_over(files)

    def rescue(self, error: LibraryDamaged, library: Path | None) -> Rescue:
        """Show what can be done about a damaged library; the window opens once it is sound."""
        folder = library or self._paths.default_library
        from briefing.gui.rescue import Rescue

        shown = Rescue(error, folder, self._paths, self._settings)

        def mended(told: str) -> None:
            window = self.open(folder)
            window.notices.show_message(told)
            shown.close()

        shown.mended.connect(mended)
        shown.show()
        self._rescue = shown
        return shown

    def run(self) -> int:
        """Serve the window until it is closed; return the exit status."""
        return self.application.exec()

    def show_fault(self, report: Report) -> None:
        """Show a mistake of the program where the user looks; the program goes on."""
        if self.window is not None and isValid(self.window):
            self.window.notices.show_report(report)
        elif self._rescue is not None:
            self._rescue.notice.show_report(report)

    def show_refusal(self, error: Exception) -> int:
        """Show why the library cannot be opened, in a window of its own; return the exit status."""
        import sys

        told = str(error) if isinstance(error, BriefingError) else type(error).__name__
        sys.stderr.write(f"{told}\n")
        bar = NoticeBar()
        bar.setWindowTitle("Briefing reader")
        bar.show_error(error)
        bar.resize(640, 120)
        self.application.exec()
        return 1

    def _answer_for(self, folder: Path, window: Window) -> None:
        instance = Instance(folder, window)
        instance.asked.connect(partial(_come_forward, window))
        window.closed.connect(instance.close)
        instance.listen()

    def _greet(self, window: Window, files: Sequence[Path], notices: Sequence[str]) -> None:
        told = [tr_phrase(one) for one in (*notices, *self._problems)]
        if told:
            window.notices.show_message(told[0], "\n".join(told) if len(told) > 1 else "")
            self._problems = ()
        if window.workspace.read_only:
            forbid_changes(window)
            return
        window.actions_.look_at_index(partial(_mend_index, window))
        window.import_paths(list(files))

    def _open_other(self, how: str, folder: Path | None) -> None:
        """Do what the window asks for: open another library, or what needs this one closed."""
        former = self.window
        assert former is not None
        here = former.workspace.library_folder
        if how == "go back":
            assert folder is not None
            self.moves.go_back(former, folder)
        elif how == "delete":
            self.moves.delete(former)
        elif how == "mend":
            damaged = LibraryDamaged(phrase("The library in {folder} is damaged.", folder=here))
            shown = self.rescue(damaged, here)
            former.close()
            former.deleteLater()
            shown.raise_()
        else:
            self._change_library(former, how, folder or self._paths.sample_library)

    def _change_library(self, former: Window, how: str, folder: Path) -> None:
        try:
            if how == "open" and not (folder / "library.sqlite3").exists():
                raise LibraryError(
                    phrase("There is no library in {folder}.", folder=folder),
                    "Choose New library… to make one there.",
                )
            if folder.resolve() == former.workspace.library_folder.resolve():
                former.status.say(tr("This library is open here."))
                return
            if self.raise_other(folder):
                former.status.say(
                    tr("{name} is open in another window, which was raised.", name=folder.name)
                )
                return
            former.state.save(former, former.columns)  # the new window is where this one is
            window = self.open(folder)
        except LibraryDamaged as error:
            self.rescue(error, folder)
            return
        except BriefingError as error:
            former.notices.show_error(error)
            return
        former.close()
        former.deleteLater()  # else it would stay in memory as long as the program runs
        if how == "sample" and not window.desk.overview.articles:
            self._fill_sample(window)

    def _fill_sample(self, window: Window) -> None:
        with as_file(resources().joinpath("sample")) as folder:
            window.import_paths([Path(folder)])

    def _keep_settings(self, settings: Settings) -> None:
        self._settings = settings
        try:
            save(settings, self._paths.config)
        except OSError as error:
            self._tell(
                BriefingError(phrase("The settings cannot be saved ({error}).", error=error))
            )
        if self._tongue.choose(settings.language) and self.window is not None:
            QTimer.singleShot(0, partial(self.moves.open_again, self.window))

    def _tell(self, error: BaseException) -> None:
        if self.window is not None and isValid(self.window):
            self.window.notices.show_error(error)


def _close(workspace: Workspace) -> None:
    for problem in workspace.close():
        log.warning("At closing: %s", problem)


def _close_dialogs(window: Window) -> None:
    """Close what stands beside a window: not every desktop does so by itself."""
    for dialog in window.findChildren(QDialog):
        dialog.close()


def _come_forward(window: Window, files: tuple[Path, ...]) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
    window.import_paths(list(files))


def _mend_index(window: Window, state: str) -> None:
    if state != "ready":
        window.actions_.catch_up_index()


def _application() -> QApplication:
    application = QApplication(["briefing-reader"])
    application.setApplicationName("briefing-reader")
    application.setApplicationDisplayName("Briefing reader")
    application.setDesktopFileName("briefing-reader")
    picture = QPixmap()
    picture.loadFromData(resources().joinpath("icons", "briefing.svg").read_bytes())
    application.setWindowIcon(QIcon(picture))
    return application
