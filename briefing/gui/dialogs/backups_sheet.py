"""The backups of the library: when they were made, whether they are good, and the way back to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.widgets import plain
from briefing.gui.words import wording
from briefing.gui.words.language import tr, tr_phrase

if TYPE_CHECKING:
    from briefing.library import Backup
    from briefing.workspace.keeping import Kept

_BACKUP = Qt.ItemDataRole.UserRole


class BackupsSheet(Sheet):
    """Lists backups; says plainly what going back does before it is done."""

    back_wanted = Signal(object)  # Backup
    beside_wanted = Signal(object)  # Backup
    another_wanted = Signal()  # a backup made now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), parent)
        self.told = plain(
            tr("The program makes a backup when the library is closed, if something changed in "
               "12 hours, and before an update. The last 10 are kept."),
            wrap=True, mute=True,
        )  # fmt: skip
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Backups, newest first"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("Made"), tr("Why"), tr("Size"), tr("State")])
        self.list.header().setAccessibleName(tr("Columns"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.setMinimumHeight(180)
        self.list.currentItemChanged.connect(self._choose)
        self.what = plain("", wrap=True)
        self.what.setMinimumHeight(64)
        self.now = self.add_button(tr("Back up now"))
        self.beside = self.add_button(tr("Open beside…"))
        self.back: QPushButton = self.add_button(tr("Go back to it"), primary=True)
        self.now.clicked.connect(self.another_wanted)
        self.beside.clicked.connect(lambda: self._give(self.beside_wanted))
        self.back.clicked.connect(lambda: self._give(self.back_wanted))
        for widget in (self.told, self.list, self.what):
            self.body.addWidget(widget)
        self.finish()
        self.resize(640, 440)
        for button in (self.back, self.beside):
            button.setEnabled(False)

    def show_backups(self, backups: Sequence[Kept], *, proved: bool) -> None:
        """Show the backups; `proved` tells whether they were looked through."""
        self.list.clear()
        for kept in backups:
            one = kept.backup
            try:
                size = one.size
            except FileNotFoundError:
                continue  # an eleventh was made meanwhile, and the oldest is gone
            state = tr_phrase(kept.problem) or (
                tr("good") if proved else tr("being looked through…")
            )
            words = [
                tr(
                    "{day} at {time}",
                    day=wording.day(_local(one).date()),
                    time=f"{_local(one):%H:%M}",
                ),
                _why(one),
                tr("{number} KB", number=f"{max(1, size // 1024):,}"),
                state,
            ]
            item = QTreeWidgetItem(words)
            item.setData(0, _BACKUP, kept)
            self.list.addTopLevelItem(item)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._choose()

    def backup(self) -> Backup | None:
        """Return the backup chosen, if it can be gone back to."""
        item = self.list.currentItem()
        kept = item.data(0, _BACKUP) if item is not None else None
        return None if kept is None or kept.problem else kept.backup

    def _choose(self) -> None:
        chosen = self.backup()
        for button in (self.back, self.beside):
            button.setEnabled(chosen is not None)
        if chosen is not None:
            self.what.setText(
                tr("“Go back to it” makes the library what it was then. The present one is kept "
                   "beside it, and no file is deleted. “Open beside…” leaves the library as it is "
                   "and makes another one in a folder you choose.")
            )  # fmt: skip
        elif self.list.topLevelItemCount() == 0:
            self.what.setText(tr("There is no backup yet."))
        else:
            self.what.setText(tr("This backup is damaged and cannot be gone back to."))

    def _give(self, wanted: SignalInstance) -> None:
        chosen = self.backup()
        if chosen is not None:
            wanted.emit(chosen)
            self.close()


def _local(backup: Backup) -> dt.datetime:
    return backup.made.astimezone()


def _why(backup: Backup) -> str:
    told = {"closing": tr("at closing"), "update": tr("before an update"), "asked": tr("by you")}
    return told[backup.reason]
