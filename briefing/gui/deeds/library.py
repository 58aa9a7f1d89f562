"""What the commands of the Library menu do: copies, backups, checking, deleting, libraries opened last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from briefing.gui.jobs import READ, ignore
from briefing.gui.running.memory import Memory
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr

if TYPE_CHECKING:
    from briefing.gui.dialogs.backups_sheet import BackupsSheet
    from briefing.gui.dialogs.delete_sheet import DeleteSheet
    from briefing.library import Backup
    from briefing.workspace.keeping import Kept


class LibraryDeeds(QObject):
    """Carries these commands out on one window.

    What needs the library closed is asked of the reader, through the window's `library_wanted`.
    """

    def __init__(self, window: WindowFrame, memory: Memory) -> None:
        super().__init__(window)
        self._window = window
        self._memory = memory
        self.backups: BackupsSheet | None = None
        self.deleting: DeleteSheet | None = None
        window.actions_.backed_up.connect(self._tell_backup)
        window.actions_.damaged.connect(self._offer_mending)

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        return {
            "open_recent": lambda: None,  # a menu of its own, see `fill_recent`
            "save_copy": self.save_copy,
            "back_up_now": self._window.actions_.back_up_now,
            "backups": self.show_backups,
            "delete_library": self.ask_delete,
            "check": self._window.actions_.check,
        }

    def fill_recent(self) -> None:
        """Give the command for libraries opened last its menu."""
        menu = QMenu(self._window)
        here = self._window.workspace.library_folder.absolute()
        for folder in self._memory.libraries():
            if folder != here:
                action = menu.addAction(str(folder).replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, to=folder: self._window.library_wanted.emit("open", to)
                )
        action = self._window.commands["open_recent"]
        action.setMenu(menu)
        action.setEnabled(not menu.isEmpty())

    def save_copy(self) -> None:
        """Ask for a file and write a copy of the whole library into it."""
        name = f"{self._window.workspace.library_folder.name}.zip"
        target = self._window.dialogs.save(tr("Save a copy of the library"), name)
        if target is not None:
            self._window.actions_.back_up(target)

    def show_backups(self) -> None:
        """Open the list of backups; they are looked through while it is shown."""
        from briefing.gui.dialogs.backups_sheet import BackupsSheet

        sheet = BackupsSheet(self._window)
        self.backups = sheet
        sheet.destroyed.connect(self._forget_backups)
        sheet.another_wanted.connect(self._window.actions_.back_up_now)
        sheet.beside_wanted.connect(self._open_beside)
        sheet.back_wanted.connect(lambda one: self._window.library_wanted.emit("go back", one.path))
        sheet.show()
        self._prove()

    def ask_delete(self) -> None:
        """Ask whether the library is to be deleted for good."""
        from briefing.gui.dialogs.delete_sheet import DeleteSheet
        from briefing.workspace import keeping

        folder = self._window.workspace.library_folder
        number = len(keeping.backups(folder))
        sheet = DeleteSheet(folder, self._window.desk.overview, number, self._window)
        self.deleting = sheet
        sheet.destroyed.connect(self._forget_deleting)
        sheet.delete_wanted.connect(lambda: self._window.library_wanted.emit("delete", None))
        sheet.show()

    def _prove(self) -> None:
        """List the backups, then look through them; both off this thread, as what it takes is loaded."""
        self._list(proved=False, then=lambda: self._list(proved=True))

    def _list(self, *, proved: bool, then: Callable[[], object] = ignore) -> None:
        folder = self._window.workspace.library_folder

        def take(found: Sequence[Kept]) -> None:
            if self.backups is not None:
                self.backups.show_backups(found, proved=proved)
                then()

        self._window.jobs.start(
            "Backups",
            lambda _: _backups(folder, proved=proved),
            owner=self,
            lane=READ,
            succeeded=take,
            failed=self._window.notices.show_error,
        )

    def _tell_backup(self, backup: Backup | None) -> None:
        if backup is None:
            self._window.status.say(tr("A library open for reading alone is not backed up."))
            return
        self._window.status.say(tr("Backed up"), backup.path)
        if self.backups is not None:
            self._prove()

    def _open_beside(self, backup: Backup) -> None:
        from briefing.workspace import going_back

        target = self._window.dialogs.new_folder(tr("A new or empty folder for the library"))
        if target is None:
            return
        folder = self._window.workspace.library_folder

        def take(_: object) -> None:
            self._window.notices.show_message(
                tr("The library as it was is in {folder}.", folder=target),
                offer=tr("Open it"),
                taken=lambda: self._window.library_wanted.emit("open", target),
            )

        self._window.actions_.long(
            tr("Restoring"), lambda _: going_back.restore_beside(folder, backup.path, target), take
        )

    def _offer_mending(self, lines: str) -> None:
        self._window.notices.show_message(
            tr("The library is damaged. It can be mended: what is there now is kept aside."),
            lines,
            offer=tr("Mend…"),
            taken=lambda: self._window.library_wanted.emit("mend", None),
        )

    def _forget_backups(self) -> None:
        self.backups = None

    def _forget_deleting(self) -> None:
        self.deleting = None


def _backups(folder: Path, *, proved: bool) -> Sequence[Kept]:
    from briefing.workspace import keeping

    return keeping.backups(folder, proved=proved)


def told_aside(aside: Sequence[Path]) -> str:
    """Return what became of the library one went back from."""
    told = tr("The library is as it was at that backup.")
    if aside:
        told += " " + tr("The one before is kept as {name}.", name=aside[0].name)
    return told
