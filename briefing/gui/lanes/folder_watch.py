"""Looks into the watched folders now and then, and imports what is complete."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from briefing.gui.jobs import READ, Jobs

if TYPE_CHECKING:
    from briefing.workspace import Workspace

EVERY = 60_000  # milliseconds: for disks that tell of no change
SOON = 2_500  # until a file seen growing is looked at again


class FolderWatch(QObject):
    """Watches for one library; without a watched folder it does nothing at all."""

    ready = Signal()  # files are complete: import them
    folders_changed = Signal(object)  # tuple[Path, ...]
    failed = Signal(object)  # Exception

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._looking = False
        self.folders: tuple[Path, ...] = ()
        self._every = QTimer(self, interval=EVERY)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        for timer in (self._every, self._soon):
            timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Find out which folders are watched, and look into them."""
        self._jobs.start(
            "Watched folders",
            lambda _: self._workspace.watching.folders(),
            owner=self,
            lane=READ,
            succeeded=self._take_folders,
            failed=self.failed.emit,
        )

    def add(self, folder: Path, *, what_is_there: bool) -> None:
        """Watch a folder from now on."""
        watching = self._workspace.watching
        self._jobs.start(
            "Watch a folder",
            lambda _: watching.watch(folder, what_is_there=what_is_there),
            owner=self,
            succeeded=lambda _: self.begin(),
            failed=self.failed.emit,
        )

    def remove(self, folder: Path) -> None:
        """Watch a folder no longer."""
        self._jobs.start(
            "Watch no longer",
            lambda _: self._workspace.watching.unwatch(folder),
            owner=self,
            succeeded=lambda _: self.begin(),
            failed=self.failed.emit,
        )

    def look(self) -> None:
        """Look whether files are complete; on the writing lane, so that no import is under way."""
        if self._looking or not self.folders:
            return
        self._looking = True
        watching = self._workspace.watching
        self._jobs.start(
            "Look into folders",
            lambda _: (watching.ready(), watching.waiting()),
            owner=self,
            succeeded=self._take,
            failed=self._fail,
        )

    def stop(self) -> None:
        """Look no more: the window closes."""
        self.folders = ()
        self._every.stop()
        self._soon.stop()

    def _take_folders(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        old = self._watcher.directories()
        if old:
            self._watcher.removePaths(old)
        there = [str(folder) for folder in folders if folder.is_dir()]
        if there:
            self._watcher.addPaths(there)
        self._every.start() if folders else self._every.stop()
        self.folders_changed.emit(self.folders)
        self.look()

    def _take(self, found: tuple[Sequence[Path], bool]) -> None:
        self._looking = False
        files, waiting = found
        if files:
            self.ready.emit()
        elif waiting:
            self._soon.start()

    def _fail(self, error: Exception) -> None:
        self._looking = False
        self._every.stop()  # told once, not every minute
        self.failed.emit(error)
