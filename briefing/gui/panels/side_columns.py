"""The lists of a panel by side: a heading and a list a side, next to or below each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from briefing.gui.panels.review_list import ReviewList
from briefing.gui.panels.section import SideHead


class SideColumns(QGridLayout):
    """Sets headings and lists by side, two abreast or one.

    A list that is not needed is kept for the next meeting: a new one would be laid out once before
    it has its width, and again with it.
    """

    def __init__(self, head: Callable[[str], SideHead], shown: Callable[[str], ReviewList]) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(4)
        self._make_head = head
        self._make_list = shown
        self._made: list[tuple[SideHead, ReviewList]] = []
        self._used = 0
        self.set_abreast(2)

    @property
    def heads(self) -> list[SideHead]:
        """The headings in use, a side each."""
        return [head for head, _ in self._made[: self._used]]

    @property
    def lists(self) -> list[ReviewList]:
        """The lists in use, a side each."""
        return [shown for _, shown in self._made[: self._used]]

    def names(self) -> tuple[str, ...]:
        """Return the sides."""
        return tuple(shown.accessibleName() for shown in self.lists)

    def show_sides(self, names: Sequence[str]) -> None:
        """Have a heading and a list for each of these sides."""
        while len(self._made) < len(names):
            name = names[len(self._made)]
            self._made.append((self._make_head(name), self._make_list(name)))
            self._place(len(self._made) - 1)
        for number, (head, shown) in enumerate(self._made):
            used = number < len(names)
            if used:
                head.name(names[number])
                shown.setAccessibleName(names[number])
            else:
                shown.show_records(())
            head.setVisible(used)
            shown.setVisible(used)
        self._used = len(names)

    def set_abreast(self, abreast: int) -> None:
        """Set the sides next to each other (2), or one below the other (1)."""
        self.abreast = abreast
        for column in range(2):
            self.setColumnStretch(column, int(column < abreast))
        for number, pair in enumerate(self._made):
            for widget in pair:
                self.removeWidget(widget)
            self._place(number)

    def _place(self, number: int) -> None:
        head, shown = self._made[number]
        row, column = 2 * (number // self.abreast), number % self.abreast
        self.addWidget(head, row, column)
        self.addWidget(shown, row + 1, column, Qt.AlignmentFlag.AlignTop)
