"""Which meetings: a list to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.widgets import plain
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Meeting

_NUMBER = Qt.ItemDataRole.UserRole


class MeetingList(QListWidget):
    """Meetings with a box each, some ticked."""

    def __init__(self, meetings: Sequence[Meeting], ticked: Sequence[int]) -> None:
        super().__init__()
        self.setMinimumHeight(150)
        self.setSpacing(3)
        for meeting in meetings:
            when = wording.days(meeting.date, meeting.end_date)
            words = wording.dotted((wording.leaders(meeting), when, meeting.place))
            item = QListWidgetItem(words)
            item.setData(_NUMBER, meeting.id)
            self.addItem(item)
            _tick(item, on=meeting.id in ticked)

    def ticked(self) -> tuple[int, ...]:
        """Return the meetings ticked, top to bottom."""
        on = Qt.CheckState.Checked
        return tuple(int(i.data(_NUMBER)) for i in self._items() if i.checkState() == on)

    def tick(self, on: bool) -> None:
        """Tick all, or none; told as one change."""
        self.blockSignals(True)
        for item in self._items():
            _tick(item, on=on)
        self.blockSignals(False)
        if self.count():
            self.itemChanged.emit(self.item(0))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]


class MeetingsSheet(Sheet):
    """Asks for meetings; `given` carries those ticked."""

    given = Signal(object)  # tuple of ids

    def __init__(
        self,
        title: str,
        words: str,
        *,
        meetings: Sequence[Meeting],
        ticked: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.list = MeetingList(meetings, ticked)
        self.list.setAccessibleName(tr("Meetings"))
        self.go_on = self.add_button(tr("Go on…"), primary=True, first=True)
        self.go_on.clicked.connect(self._give)
        self.list.itemChanged.connect(self._show_ready)
        self.body.addWidget(plain(words, wrap=True))
        self.body.addWidget(self.list)
        self.finish()
        self.resize(480, 340)
        self._show_ready()

    def _show_ready(self) -> None:
        self.go_on.setEnabled(bool(self.list.ticked()))

    def _give(self) -> None:
        chosen = self.list.ticked()
        self.close()
        self.given.emit(chosen)


def _tick(item: QListWidgetItem, *, on: bool) -> None:
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
