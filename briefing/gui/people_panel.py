"""Ministers by side: two columns, counterparts on the same row; others below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.gui import marks, wording
from briefing.gui.cards import Card, CardDelegate
from briefing.gui.faces import PEOPLE
from briefing.gui.review_list import ReviewList
from briefing.gui.theme import Theme
from briefing.gui.widgets import heading, plain, quiet_button
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
        self._open = False
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
        self.drawer = quiet_button("", self._toggle, "Opposition, experts, family, third countries")
        self.others = self._list("Others named")
        self.others.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(top)
        body.addWidget(self._empty)
        body.addLayout(self._grid)
        body.addWidget(self.drawer, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.others)
        theme.changed.connect(self._paint_heads)

    def show_records(self, people: Sequence[Person], sides: Sequence[str]) -> None:
        """Show the people of a meeting with these sides."""
        columns = columns_of(people, sides)
        shown_ids = {person.id for _, members in columns for person in members}
        self.others.show_records(tuple(p for p in people if p.id not in shown_ids))
        self.drawer.setVisible(len(shown_ids) < len(people))
        self.others.setVisible(self._open and len(shown_ids) < len(people))
        self._label_drawer()
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
        return [*self._lists, self.others]

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
            head, shown = plain(name, strong=True), self._list(name)
            row, column = 2 * (number // 2), number % 2
            self._grid.addWidget(head, row, column)
            self._grid.addWidget(shown, row + 1, column, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(column, 1)
            self._grid.setRowStretch(row + 1, 0)
            self._heads.append(head)
            self._lists.append(shown)

    def _list(self, name: str) -> ReviewList:
        shown = ReviewList(name, "person", PEOPLE, self)
        shown.setItemDelegate(CardDelegate(self._theme, self.card_of, shown))
        shown.sentence_requested.connect(self.sentence_requested)
        shown.review_requested.connect(self.review_requested)
        return shown

    def _toggle(self) -> None:
        self._open = not self._open
        self.others.setVisible(self._open)
        self.others.fit()
        self._label_drawer()

    def _label_drawer(self) -> None:
        number = self.others.records.rowCount()
        self.drawer.setText(f"{'▾' if self._open else '▸'} {number} others named")

    def _paint_heads(self) -> None:
        for head in self._heads:
            ink = self._theme.colours.side(marks.place(head.text(), self._sides))[0]
            head.setStyleSheet(f"color: {ink}; font-size: 12px; padding: 0 2px 2px;")


def columns_of(
    people: Sequence[Person], sides: Sequence[str]
) -> list[tuple[str, tuple[Person, ...]]]:
    """Return (side, office holders) a column; who holds no office stands among the others.

    The second side's people are ordered so that counterparts stand on the same row where both
    sides have one.
    """
    held = {side: [p for p in people if p.side == side and p.kind in OFFICE] for side in sides}
    columns = [
        (side, tuple(_paired(held[side], held[sides[0]], side == sides[0]))) for side in sides
    ]
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
