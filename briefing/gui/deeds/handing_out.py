"""Original files handed to other programs: copied into a folder of their own, removed at the end."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import time

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.gui.window_frame import WindowFrame

PREFIX = "briefing-files-"
OLD = 24 * 3600  # seconds after which the folder of a program that was killed is removed


class HandingOut(QObject):
    """Copies original files for whatever they are dropped on, which reads them a little later."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self._folder: Path | None = None
        columns = window.columns
        columns.sidebar.rows.hand_out = columns.results.hits.hand_out = self.files
        columns.results.list.taker = columns.sidebar.viewport()
        window.closed.connect(self._remove)

    def files(self, articles: Sequence[int]) -> tuple[Path, ...]:
        """Return copies of the original files of articles; none where that fails, which is told."""
        try:
            return self._window.workspace.hand_out(articles, self._place())
        except BriefingError as error:
            self._window.notices.show_error(error)
            return ()

    def _place(self) -> Path:
        """Return a new folder, so that a file keeps its name where it is dragged twice."""
        if self._folder is None:
            _sweep(Path(tempfile.gettempdir()))
            self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))  # 0700 by itself
        return Path(tempfile.mkdtemp(dir=self._folder))

    def _remove(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _sweep(place: Path) -> None:
    """Remove what a program that was killed has left; what is another user's cannot be, and stays."""
    for folder in place.glob(f"{PREFIX}*"):
        if not folder.is_symlink() and time() - folder.stat().st_mtime > OLD:
            shutil.rmtree(folder, ignore_errors=True)
