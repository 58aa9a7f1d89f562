"""Ministers by side: two columns, counterparts on the same row; others below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from briefing.gui.look.theme import Theme, scaled
from briefing.gui.look.widgets import Drawer, plain
from briefing.gui.panels.cards import Card, CardDelegate, Chip
from briefing.gui.panels.faces import PEOPLE
from briefing.gui.panels.review_list import ReviewList
from briefing.gui.panels.section import NARROW, Section, colour_head, letting_through
from briefing.gui.panels.side_columns import SideColumns
from briefing.gui.records import marks
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Person

FIRST = 2
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


class PeoplePanel(Section):
    """Shows who is on each side of one meeting: who takes part, and the rest on demand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ministers"), "person", parent=parent)
        self._theme = theme
        self._people: tuple[Person, ...] = ()
        self._sides: tuple[str, ...] = ()
        self._open = False
        self._sided = SideColumns(self.side_head, self._list)
        self._empty = plain("", mute=True, wrap=True)
        self.drawer = Drawer(
            self._toggle, tr("Further ministers; opposition, experts, family, third countries")
        )
        self.others = self._list(tr("Others named"))
        self.others.hide()
        self.body.addWidget(self._empty)
        self.body.addLayout(self._sided)
        self.body.addWidget(self.others)  # above the drawer, which names who is only mentioned
        self.body.addWidget(self.drawer, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.filtered.connect(lambda _: self._show())
        theme.changed.connect(self._paint_heads)

    def show_records(self, people: Sequence[Person], sides: Sequence[str]) -> None:
        """Show the people of a meeting with these sides."""
        self._people, self._sides = tuple(people), tuple(sides)
        self._show()

    def _show(self) -> None:
        people = letting_through(self._people, self.head.words())
        columns = columns_of(people, self._sides)
        held = {person.id for _, members in columns for person in members}
        others = tuple(p for p in people if p.id not in held)
        if tuple(name for name, _ in columns) != self.names():
            self._sided.show_sides([name for name, _ in columns])
        every = self._open or bool(self.head.words())
        hidden = 0
        for shown, (_, members) in zip(self._sided.lists, columns, strict=True):
            first = members if every else foremost(members)
            hidden += len(members) - len(first)
            shown.show_records(first)
        present = others if every else tuple(p for p in others if takes_part(p))
        self.others.show_records(present)
        self.others.setVisible(bool(present))
        folded = hidden + len(others) - len(present)
        self.drawer.setVisible(not self.head.words() and (folded > 0 or self._open))
        self.drawer.setText(
            tr("▾ Show fewer") if self._open else fold_line(hidden, folded - hidden)
        )
        self.head.show_count(len(people), len(self._people))
        self._empty.setText(
            tr("Nobody has these words.") if self._people else tr("Nobody found yet.")
        )
        self._empty.setVisible(not people)
        self._paint_heads()

    def names(self) -> tuple[str, ...]:
        """The headings of the columns."""
        return self._sided.names()

    def lists(self) -> list[ReviewList]:
        """The lists of people, a column each."""
        return [*self._sided.lists, self.others]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the sides one below the other where there is no room for two columns."""
        super().resizeEvent(event)
        abreast = 2 if self.width() >= scaled(NARROW) else 1
        if abreast != self._sided.abreast:
            self._sided.set_abreast(abreast)

    def card_of(self, person: Person) -> Card:
        """Return what a person's card shows."""
        sure = "✓ " if person.status in {"accepted", "edited", "added"} else ""
        return Card(
            text=sure + person.name,
            detail=wording.kept_together(
                wording.dotted((wording.role_line(person), _spread(person)))
            ),
            chips=(Chip(tr("sources disagree"), "warning"),) if person.conflicts else (),
            side=marks.place(person.side, self._sides),
            stripe=False,
            starred=person.starred,
            note=person.note,
        )

    def _list(self, name: str) -> ReviewList:
        shown = ReviewList(name, "person", PEOPLE, self)
        shown.setItemDelegate(CardDelegate(self._theme, self.card_of, shown))
        return self.pass_on(shown)

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()
        self.others.fit()

    def _paint_heads(self) -> None:
        for head in self._sided.heads:
            ink = self._theme.colours.side(marks.place(head.side, self._sides))[0]
            colour_head(head, ink)


def _spread(person: Person) -> str:
    """In how many articles a person is named, where it is more than one."""
    number = len({span.article for span in person.spans})
    return wording.counted(number, "article") if number > 1 else ""


def takes_part(person: Person) -> bool:
    """Return whether a person is at the meeting, or expected there."""
    return person.participation != "mentioned"


def foremost(members: Sequence[Person]) -> tuple[Person, ...]:
    """Return the people of a side that are always shown: who takes part, or else the first."""
    if len(members) <= FIRST + 1:
        return tuple(members)
    spare = max(0, FIRST - sum(map(takes_part, members)))
    named = [p.id for p in members if not takes_part(p)][:spare]
    return tuple(p for p in members if takes_part(p) or p.id in named)


def fold_line(office: int, others: int) -> str:
    """Return how many are behind the fold, and of what kind; none of them takes part."""
    ministers = wording.counted(office, "minister or official", "ministers and officials")
    people = wording.counted(others, "other person", "other people")
    kinds = wording.dotted((ministers if office else "", people if others else ""))
    return tr("▸ Only mentioned: {kinds}", kinds=kinds)


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
