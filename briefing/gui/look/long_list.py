"""A list whose rows are laid out a part at a time: thousands of them do not keep the window waiting."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget


class LongList(QListView):
    """Lays out so many rows at once, and goes on with the rest between events."""

    def __init__(self, at_once: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(at_once)
        self._wanted: int | None = None
        self.verticalScrollBar().rangeChanged.connect(self._arrive)

    def arrive(self, scrolled: int) -> None:
        """Scroll there, and to the current row, as soon as every row has its place."""
        if self._wanted is None:  # else rows came anew before the former ones were laid out
            self._wanted = scrolled
        self.executeDelayedItemsLayout()
        self._arrive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew at another width: their words wrap."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _arrive(self, *_: int) -> None:
        if self._wanted is None or not self._laid_out():
            return
        wanted, self._wanted = self._wanted, None
        self.verticalScrollBar().setValue(wanted)
        self.scrollTo(self.currentIndex())

    def _laid_out(self) -> bool:
        last = self.model().rowCount() - 1
        return last < 0 or self.rectForIndex(self.model().index(last, 0)).isValid()
