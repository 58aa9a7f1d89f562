"""Ministers by side: two columns, counterparts on the same row; others below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.gui import marks, wording
from briefing.gui.cards import Card, CardDelegate
from briefing.gui.faces import PEOPLE
from briefing.gui.review_list import ReviewList
from briefing.gui.theme import Theme
from briefing.gui.widgets import heading, plain
from briefing.model import Person

OFFICE = frozenset({"leader", "minister", "official", "foreign_leader"})
_RANK = ("leader", "foreign_leader", "minister", "official")
# The same office by its two countries' names, so that counterparts stand side by side.
_PORTFOLIOS = (
    ("foreign", "state", "global affairs"),
    ("defence", "defense", "war"),
    ("finance", "treasury"),
    ("trade", "commerce"),
    ("public safety", "homeland", "interior", "immigration", "home secretary"),
    ("energy", "natural resources"),
    ("agriculture",),
    ("environment", "climate"),
    ("ambassador",),
    ("chief of staff",),
    ("security adviser", "security advisor"),
)


class PeoplePanel(QWidget):
    """Shows who is on each side of one meeting."""

    sentence_requested = Signal(str, object)
    review_requested = Signal(str, str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sides: tuple[str, ...] = ()
        self._lists: list[ReviewList] = []
        self._heads: list[QLabel] = []
        self._count = plain("", heading=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, 6, 2)
        top.addWidget(heading("Ministers"))
        top.addStretch()
        top.addWidget(self._count)
        self._empty = plain("Nobody found yet.", mute=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(top)
        body.addWidget(self._empty)
        body.addLayout(self._grid)
        theme.changed.connect(self._paint_heads)

    def show_records(self, people: Sequence[Person], sides: Sequence[str]) -> None:
        """Show the people of a meeting with these sides."""
        columns = columns_of(people, sides)
        if tuple(name for name, _ in columns) != self.names():
            self._make_columns([name for name, _ in columns])
        self._sides = tuple(sides)
        for shown, (_, members) in zip(self._lists, columns, strict=True):
            shown.show_records(members)
        self._count.setText(str(len(people)) if people else "")
        self._empty.setVisible(not people)
        self._paint_heads()

    def names(self) -> tuple[str, ...]:
        """The headings of the columns."""
        return tuple(shown.accessibleName() for shown in self._lists)

    def lists(self) -> list[ReviewList]:
        """The lists of people, a column each."""
        return self._lists

    def card_of(self, person: Person) -> Card:
        """Return what a person's card shows."""
        sure = "✓ " if person.status in {"accepted", "edited", "added"} else ""
        return Card(
            text=sure + person.name,
            detail=wording.role_line(person),
            side=marks.place(person.side, self._sides),
            stripe=False,
            starred=person.starred,
        )

    def _make_columns(self, names: list[str]) -> None:
        for old in (*self._lists, *self._heads):
            self._grid.removeWidget(old)
            old.deleteLater()
        self._lists, self._heads = [], []
        for number, name in enumerate(names):
            head, shown = plain(name, strong=True), ReviewList(name, "person", PEOPLE, self)
            shown.setItemDelegate(CardDelegate(self._theme, self.card_of, shown))
            shown.sentence_requested.connect(self.sentence_requested)
            shown.review_requested.connect(self.review_requested)
            row, column = 2 * (number // 2), number % 2
            self._grid.addWidget(head, row, column)
            self._grid.addWidget(shown, row + 1, column)
            self._grid.setColumnStretch(column, 1)
            self._grid.setRowStretch(row + 1, 0)
            self._heads.append(head)
            self._lists.append(shown)

    def _paint_heads(self) -> None:
        for head in self._heads:
            ink = self._theme.colours.side(marks.place(head.text(), self._sides))[0]
            head.setStyleSheet(f"color: {ink}; font-size: 12px; padding: 0 2px 2px;")


def columns_of(
    people: Sequence[Person], sides: Sequence[str]
) -> list[tuple[str, tuple[Person, ...]]]:
    """Return (heading, people) a column: each side's office holders, then everybody else.

    The second side's people are ordered so that counterparts stand on the same row where both
    sides have one.
    """
    held = {side: [p for p in people if p.side == side and p.kind in OFFICE] for side in sides}
    columns = [
        (side, tuple(_paired(held[side], held[sides[0]], side == sides[0]))) for side in sides
    ]
    shown = {person.id for _, members in columns for person in members}
    others = tuple(person for person in people if person.id not in shown)
    if others:
        columns.append(("Others named", others))
    return [(name, members) for name, members in columns if members or name in sides[:2]]


def _paired(members: list[Person], first: list[Person], is_first: bool) -> list[Person]:
    ranked = sorted(members, key=_rank)
    if is_first:
        return ranked
    order = [portfolio(person) for person in sorted(first, key=_rank)]
    return sorted(ranked, key=lambda p: order.index(portfolio(p)) if portfolio(p) in order else 99)


def _rank(person: Person) -> int:
    return _RANK.index(person.kind) if person.kind in _RANK else len(_RANK)


def portfolio(person: Person) -> str:
    """Return the subject a person's office deals with: the same word for counterparts."""
    if person.kind in {"leader", "foreign_leader"}:
        return "leader"
    office = " ".join(person.roles).lower()
    for words in _PORTFOLIOS:
        if any(word in office for word in words):
            return words[0]
    return office
