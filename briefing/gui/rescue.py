"""What is shown in place of the window where the library is damaged: mend it, or go back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.gui.bars.notices import NoticeBar
from briefing.gui.jobs import Jobs
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr, tr_phrase
from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import keeping

EXPLAINED = (
    "“Mend” makes the library anew from its newest good backup, from all that can still be read, "
    "and from the original files. The damaged file is kept beside it."
)


class Rescue(QWidget):
    """Offers the two ways back to a sound library; `mended` tells that there is one again."""

    mended = Signal(str)  # what was done, as sentences

    def __init__(
        self, error: BriefingError, folder: Path, paths: Paths, settings: Settings
    ) -> None:
        super().__init__()
        self._folder, self._paths, self._settings = folder, paths, settings
        self.jobs = Jobs()
        self.setWindowTitle(tr("Briefing reader"))
        self.setMinimumWidth(560)
        self.notice = NoticeBar()
        self.explained = plain(tr(EXPLAINED), wrap=True)
        self.mend = QPushButton(tr("Mend the library"))
        self.mend.setProperty("primary", True)
        self.mend.clicked.connect(self._mend)
        self.back = QPushButton()
        self.back.clicked.connect(self._go_back)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setRange(0, 0)
        self.bar.hide()
        self._backup = next((kept.backup for kept in keeping.backups(folder)), None)
        self.back.setVisible(self._backup is not None)
        if self._backup is not None:
            self.back.setText(
                tr(
                    "Go back to the backup of {made} UTC",
                    made=f"{self._backup.made:%d %b %Y, %H:%M}",
                )
            )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 18)
        body.setSpacing(12)
        body.addWidget(self.notice)
        self.explained.setContentsMargins(16, 0, 16, 0)
        body.addWidget(self.explained)
        for widget in (self.mend, self.back, self.bar):
            body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.notice.show_error(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.jobs.shut_down()
        super().closeEvent(event)

    def _mend(self) -> None:
        self._work()
        self.jobs.start(
            "Mend",
            lambda progress: keeping.repair(
                self._folder, self._paths, self._settings, progress=progress
            ),
            owner=self,
            succeeded=lambda done: self.mended.emit(tr_phrase(done.summary())),
            failed=self._fail,
        )

    def _go_back(self) -> None:
        assert self._backup is not None
        backup = self._backup
        self._work()
        self.jobs.start(
            "Go back",
            lambda _: keeping.restore_from(self._folder, backup.path),
            owner=self,
            succeeded=lambda aside: self.mended.emit(_went_back(aside)),
            failed=self._fail,
        )

    def _work(self) -> None:
        self.bar.show()
        for button in (self.mend, self.back):
            button.setEnabled(False)

    def _fail(self, error: Exception) -> None:
        self.bar.hide()
        for button in (self.mend, self.back):
            button.setEnabled(True)
        self.notice.show_error(error)


def _went_back(aside: tuple[Path, ...]) -> str:
    kept = tr(" The damaged file is kept as {name}.", name=aside[0].name) if aside else ""
    return tr("The library is as it was at its newest backup.{kept}", kept=kept)
