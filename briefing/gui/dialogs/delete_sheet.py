"""The one thing that cannot be undone, and so is asked about: deleting the whole library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr, tr_count

if TYPE_CHECKING:
    from briefing.workspace import Overview


class DeleteSheet(Sheet):
    """Says what goes and what stays; nothing happens until the box is ticked."""

    delete_wanted = Signal()

    def __init__(
        self, folder: Path, overview: Overview, backups: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Delete this library"), parent)
        self.goes = plain(_goes(folder, overview, backups), wrap=True)
        self.stays = plain(
            tr("What stays: briefings you exported, copies you saved elsewhere, and the files you "
               "imported from."),
            wrap=True, mute=True,
        )  # fmt: skip
        self.sure = QCheckBox(tr("Yes, delete it. This cannot be undone."))
        self.delete = self.add_button(tr("Delete"), primary=True)
        self.delete.setEnabled(False)
        self.sure.toggled.connect(self.delete.setEnabled)
        self.delete.clicked.connect(self._give)
        for widget in (self.goes, self.stays, self.sure):
            self.body.addWidget(widget)
        self.finish()
        self.setMinimumWidth(480)
        self.sure.setFocus()

    def _give(self) -> None:
        self.delete_wanted.emit()
        self.close()


def _goes(folder: Path, overview: Overview, backups: int) -> str:
    parts: Sequence[str] = (
        tr_count(len(overview.articles), "{count} article", "{count} articles"),
        tr_count(len(overview.meetings), "{count} meeting", "{count} meetings"),
        tr_count(backups, "{count} backup", "{count} backups"),
    )
    return tr(
        "Deletes the library in {folder} for good: {parts}, all you decided and wrote, the original "
        "files kept in it and the search index.",
        folder=folder, parts=", ".join(parts),
    )  # fmt: skip
