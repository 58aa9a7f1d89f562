"""Every command by a few letters of its words: type, Enter, done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.look.theme import scaled
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr

_ACTION = Qt.ItemDataRole.UserRole
_KEYS = Qt.ItemDataRole.UserRole + 1


class Palette(QDialog):
    """Lists the commands that can be used now; the best match is chosen as one types."""

    def __init__(
        self, commands: Sequence[tuple[str, QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find a command"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.field.setAccessibleName(tr("Words of a command"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Keyed(self.list))
        self.nothing = plain("", mute=True, wrap=True)
        for menu, action in commands:
            self._add(menu, action)
        self.field.textChanged.connect(self._filter)
        self.list.itemClicked.connect(lambda _: self.take())
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 12, 12, 12)
        body.addWidget(self.field)
        body.addWidget(self.nothing)
        body.addWidget(self.list)
        self.resize(scaled(520), scaled(400))
        self._filter("")

    def shown(self) -> list[str]:
        """Return the words of the commands listed now."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.text() for item in items if not item.isHidden()]

    def take(self) -> None:
        """Do the command chosen."""
        row = self.list.currentRow()
        if row >= 0:
            item = self.list.item(row)
            action: QAction = item.data(_ACTION)
            self.close()
            action.trigger()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        else:
            super().keyPressEvent(event)

    def _add(self, menu: str, action: QAction) -> None:
        words = action.text().partition("\t")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or words[2]
        told = f"{menu} › {words[0].replace('&', '').rstrip('…')}"
        item = QListWidgetItem(told)
        item.setData(_ACTION, action)
        item.setData(_KEYS, keys)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{told}, {keys}" if keys else told)
        self.list.addItem(item)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        best, rank = -1, 0
        for row in range(self.list.count()):
            item = self.list.item(row)
            found = _rank(f"{item.text()} {item.data(_KEYS)}".casefold(), wanted)
            item.setHidden(not found)
            if found > rank:
                best, rank = row, found
        self.list.setCurrentRow(best)
        self._tell_nothing(text if best < 0 else "")

    def _tell_nothing(self, text: str) -> None:
        """Say that no command fits what was typed; "" says nothing."""
        self.nothing.setText(tr("No command fits “{text}”.", text=text.strip()) if text else "")
        self.nothing.setVisible(bool(text))
        self.nothing.setAccessibleName(self.nothing.text())

    def _step(self, by: int) -> None:
        rows = [r for r in range(self.list.count()) if not self.list.item(r).isHidden()]
        if rows:
            here = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
            self.list.setCurrentRow(rows[(here + by) % len(rows)])


class _Keyed(QStyledItemDelegate):
    """Writes the keys of a command at the end of its row, as menus do."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        drawn: Any = option
        painter.save()
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        place = drawn.rect.adjusted(0, 0, -10, 0)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(end), index.data(_KEYS))
        painter.restore()


def _rank(words: str, wanted: Sequence[str]) -> int:
    """Return 0 where not all that is wanted is in the words, 2 where all of it begins words."""
    if not all(one in words for one in wanted):
        return 0
    begun = words.split()
    return 2 if all(any(word.startswith(one) for word in begun) for one in wanted) else 1
