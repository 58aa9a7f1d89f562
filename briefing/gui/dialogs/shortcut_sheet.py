"""The keys of all commands, by the menus they are in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
_TALLEST = 640  # pixels of the list before the screen is asked


class ShortcutSheet(Sheet):
    """Shows keys and commands in two columns as wide as their words, with a box to filter by.

    Args:
        groups: heading and pairs (keys, words of the command).
    """

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(tr("Keyboard shortcuts"), parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Filter"))
        self.field.setAccessibleName(tr("Words to filter by"))
        self.field.setClearButtonEnabled(True)
        self.nothing = plain(tr("No command fits these words."), mute=True)
        self.nothing.hide()
        self.table = _table(sum(1 + len(pairs) for _, pairs in groups))
        self._headings: list[int] = []
        self._filled = 0  # rows
        for title, pairs in groups:
            self._add(title, pairs)
        self.field.textChanged.connect(self._filter)
        for widget in (self.field, self.nothing, self.table):
            self.body.addWidget(widget)
        self.finish()

    def lines(self) -> list[tuple[str, str]]:
        """Return keys and words of the rows in view, headings left out."""
        rows = [r for r in range(self._filled) if not self.table.isRowHidden(r)]
        return [(self._text(r, 0), self._text(r, 1)) for r in rows if r not in self._headings]

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as the longest line."""
        self.table.resizeColumnsToContents()
        self.table.resizeRowsToContents()
        wide = sum(self.table.columnWidth(column) for column in (0, 1))
        bar = self.table.verticalScrollBar().sizeHint().width()
        margins = self.body.contentsMargins()
        self.resize(wide + bar + 12 + margins.left() + margins.right(), _TALLEST)
        super().showEvent(event)

    def _add(self, title: str, pairs: Sequence[tuple[str, str]]) -> None:
        row = self._filled
        self._filled += 1 + len(pairs)
        self._headings.append(row)
        item = _item(title)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.table.setItem(row, 0, item)
        self.table.setSpan(row, 0, 1, 2)
        for number, (keys, words) in enumerate(pairs, start=row + 1):
            self.table.setItem(number, 0, _item(keys))
            self.table.setItem(number, 1, _item(words))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        heading = 0
        for row in range(self.table.rowCount()):
            if row in self._headings:
                heading = row
                self.table.setRowHidden(row, bool(wanted))
                continue
            said = f"{self._text(row, 0)} {self._text(row, 1)}".casefold()
            fits = all(one in said for one in wanted)
            self.table.setRowHidden(row, not fits)
            if fits:
                self.table.setRowHidden(heading, False)
        self.nothing.setVisible(not self.lines())

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text() if item is not None else ""


def _table(rows: int) -> QTableWidget:
    table = QTableWidget(rows, 2)
    table.setAccessibleName(tr("Keyboard shortcuts"))
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.verticalHeader().hide()
    return table


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
