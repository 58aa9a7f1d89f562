"""The line at the bottom: what the library holds, what is going on, that nothing leaves it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QWidget

from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words import wording
from briefing.gui.words.language import tr

if TYPE_CHECKING:
    from briefing.workspace import Overview

INDEX_WORDS = {
    "ready": "Index up to date",
    "behind": "Index behind",
    "missing": "No index yet",
    "damaged": "Index damaged: Help › Rebuild search index",
}

GAP = 16  # pixels between two labels


class StatusLine(QStatusBar):
    """Shows counts, index state, running work with Cancel, and the last outcome."""

    folder_wanted = Signal(object)  # Path

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.counts = plain()
        self.index = plain()
        self.work = _yielding()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel = quiet_button(
            tr("Cancel"), self._cancel, tr("Stop; what is done already stays")
        )
        self.outcome = _yielding()
        self.show_folder = quiet_button(tr("Show folder"), self._show_folder)
        self.backend = plain()
        self.offline = plain(tr("Offline · {name}", name=folder.name))
        self.offline.setToolTip(str(folder))
        self._jobs: list[tuple[str, Any]] = []
        self._path: Path | None = None
        for widget in (self.counts, self.index, self.bar, self.cancel):
            self.addWidget(widget)
        self.addWidget(self.work, 1)
        self.addWidget(self.outcome, 1)
        self.addWidget(self.show_folder)
        for widget in (self.backend, self.offline):
            self.addPermanentWidget(widget)
        self.say("")

    def show_overview(self, overview: Overview, backend: str) -> None:
        """Show what the library holds, and what extraction runs on."""
        review = (
            tr(", {count} to review", count=f"{overview.to_review:,}") if overview.to_review else ""
        )
        self.counts.setText(
            wording.dotted(
                (
                    wording.counted(len(overview.articles), "article"),
                    wording.counted(len(overview.meetings), "meeting"),
                    wording.counted(overview.asks, "ask") + review,
                )
            )
        )
        self.backend.setText(backend)
        self._leave_out()

    def show_index(self, state: str) -> None:
        """Show how the search index stands."""
        self.index.setText(tr(INDEX_WORDS.get(state, state)))
        self._leave_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def _leave_out(self) -> None:
        """Leave out what there is no room for, so that large words never widen the window.

        What was done last goes before what the index or the language model is called.
        """
        said = [one for one in (self.work, self.outcome) if not one.isHidden() and one.text()]
        told = max((one.sizeHint().width() for one in said), default=0)
        room = self.width() - 2 * GAP - min(told, self.width() // 3)
        for label in (self.counts, self.index, self.offline, self.backend):
            room -= label.sizeHint().width() + GAP
            label.setVisible(room >= 0 and bool(label.text()))

    def begin(self, title: str, job: Any) -> None:
        """Show that long work began."""
        self._jobs.append((title, job))
        self.work.setText(f"{self._jobs[0][0]}…")
        self.bar.setRange(0, 0)
        for widget in (self.work, self.bar, self.cancel):
            widget.show()
        self.outcome.hide()
        self.show_folder.hide()
        self._leave_out()

    def progress(self, done: int, total: int, what: str) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self._jobs:
            self.work.setText(
                wording.dotted(
                    (
                        tr(
                            "{jobs}… {done} of {total}",
                            jobs=self._jobs[0][0],
                            done=done,
                            total=total,
                        ),
                        what[:60],  # a file may begin with a number: 5 · 004.txt, not 5 004.txt
                    )
                )
            )

    def finish(self, words: str) -> None:
        """Show that the work begun first ended; what was begun after it is shown now."""
        if self._jobs:
            self._jobs.pop(0)
        if self._jobs:
            self.work.setText(f"{self._jobs[0][0]}…")
            self.bar.setRange(0, 0)
        self.say(words)

    def say(self, words: str, path: Path | None = None) -> None:
        """Show a sentence, and the way to the file it speaks of."""
        self._path = path
        for widget in (self.work, self.bar, self.cancel):
            widget.setVisible(bool(self._jobs))
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))
        self.show_folder.setVisible(path is not None)
        self._leave_out()

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[0][1].cancel()
            self.work.setText(tr("Stopping…"))

    def _show_folder(self) -> None:
        if self._path is not None:
            self.folder_wanted.emit(self._path)


def _yielding() -> QLabel:
    """Return a label that never makes the window wider, however long its sentence."""
    label = plain()
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
