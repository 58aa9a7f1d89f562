"""The folders that are watched: none at first, each added by the user."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr

_FOLDER = Qt.ItemDataRole.UserRole


class WatchSheet(Sheet):
    """Lists the watched folders; one is added with a button and taken off with Del."""

    add_wanted = Signal(bool)  # whether what is in it already is imported too
    removal_wanted = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Watched folders"), parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Watched folders"))
        self.list.setMinimumHeight(140)
        self.empty = plain(tr("No folder is watched."), mute=True)
        self.there = QCheckBox(tr("Also import what is in the folder already"))
        self.add = self.add_button(tr("Add a folder…"), primary=True, first=True)
        self.remove = self.add_button(tr("Watch no longer"))
        self.add.clicked.connect(lambda: self.add_wanted.emit(self.there.isChecked()))
        self.remove.clicked.connect(self._ask_removal)
        self.list.currentItemChanged.connect(self._show_ready)
        told = tr(
            "A file that appears in a watched folder is imported once it is complete, while this "
            "library is open. Nothing in the folder is changed."
        )
        for widget in (plain(told, wrap=True), self.list, self.empty, self.there):
            self.body.addWidget(widget)
        self.finish()
        self.resize(520, 360)
        self.show_folders(())

    def show_folders(self, folders: Sequence[Path]) -> None:
        """Show the folders watched."""
        self.list.clear()
        for folder in folders:
            item = QListWidgetItem(str(folder))
            item.setData(_FOLDER, folder)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.empty.setVisible(not folders)
        self._show_ready()

    def _show_ready(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)

    def _ask_removal(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.removal_wanted.emit(item.data(_FOLDER))
