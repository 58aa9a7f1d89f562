"""The line at the bottom: what the library holds, what is going on, that nothing leaves it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from briefing.gui import wording
from briefing.gui.widgets import plain, quiet_button

if TYPE_CHECKING:
    from briefing.workspace import Overview

INDEX_WORDS = {
    "ready": "Index up to date",
    "behind": "Index behind",
    "missing": "No index yet",
    "damaged": "Index damaged: Help › Rebuild search index",
}


class StatusLine(QStatusBar):
    """Shows counts, index state, running work with Cancel, and the last outcome."""

    folder_wanted = Signal(object)  # Path

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.counts = plain()
        self.index = plain()
        self.work = plain()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName("Progress")
        self.cancel = quiet_button("Cancel", self._cancel, "Stop; what is done already stays")
        self.outcome = plain()
        self.show_folder = quiet_button("Show folder", self._show_folder)
        self.backend = plain()
        self.offline = plain(f"Offline · {folder.name}")
        self.offline.setToolTip(str(folder))
        self._job: Any = None
        self._path: Path | None = None
        for widget in (self.counts, self.index, self.work, self.bar, self.cancel, self.outcome):
            self.addWidget(widget)
        self.addWidget(self.show_folder)
        for widget in (self.backend, self.offline):
            self.addPermanentWidget(widget)
        self.finish("")

    def show_overview(self, overview: Overview, index: str, backend: str) -> None:
        """Show what the library holds, and what extraction runs on."""
        review = f", {overview.to_review:,} to review" if overview.to_review else ""
        self.counts.setText(
            wording.dotted(
                (
                    wording.counted(len(overview.articles), "article"),
                    wording.counted(len(overview.meetings), "meeting"),
                    wording.counted(overview.asks, "ask") + review,
                )
            )
        )
        self.index.setText(INDEX_WORDS.get(index, index))
        self.backend.setText(backend)

    def begin(self, title: str, job: Any) -> None:
        """Show that long work began."""
        self._job = job
        self.work.setText(f"{title}…")
        self.bar.setRange(0, 0)
        for widget in (self.work, self.bar, self.cancel):
            widget.show()
        self.outcome.hide()
        self.show_folder.hide()

    def progress(self, done: int, total: int, what: str) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        title = self.work.text().split("…")[0]
        self.work.setText(f"{title}… {done} of {total} {what[:60]}".rstrip())

    def finish(self, words: str, path: Path | None = None) -> None:
        """Show that it ended, and where its result is."""
        self._job, self._path = None, path
        for widget in (self.work, self.bar, self.cancel):
            widget.hide()
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))
        self.show_folder.setVisible(path is not None)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.work.setText("Stopping…")

    def _show_folder(self) -> None:
        if self._path is not None:
            self.folder_wanted.emit(self._path)
