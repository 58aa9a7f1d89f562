"""Two meetings of the same sides set against each other. Pure: values in, values out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import log

from briefing.model import Ask, Issue, Person, Records
from briefing.model.finding import BANDS

NEW, CONTINUES, CHANGED, GONE = "new", "continues", "changed", "not repeated"
STATUSES = (NEW, CONTINUES, CHANGED, GONE)
OTHER = "Other matters"

# Likeness is weighed over words and issues. SAME is the share of both asks that they have in common
# (Dice's coefficient) from which they say the same thing. From the other two on, as shares of the
# shorter ask, one has taken the other's place: with an issue in common, or by the words alone.
SAME = 0.45
ON_ONE_ISSUE = 0.2
BY_WORDS = 0.3
_DECIDED = ("accepted", "edited", "added")
_PRESENT = ("host", "attending", "expected")
_OFFICE = ("leader", "minister", "official")
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_ENDINGS = re.compile(r"(?:’s|'s|ing|ies|ed|es|s|y)$")
_SMALL_WORDS = """
a an the of to in on at by for from with and or but as is are was were be been being it its
this that these those will would could should can may might must has have had do does not no
they their them he his him she her we our us i more most less all any some other into over
about up out than then also so such which who what when while between under after before
want wants wanted seek seeks ask asks asked call calls called push pushes press
government governments country countries hope hopes hoping expect expects expected likely ready
willing need needs insist insists offer offers reject rejects promise promises warn warns say says
said source sources according official officials like would
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_BARE_SMALL = frozenset(_ENDINGS.sub("", word) for word in _SMALL if len(word) > 4)


@dataclass(frozen=True, slots=True)
class Compared:
    """One ask of the later meeting, the earlier, or both; `status` is one of STATUSES."""

    status: str
    now: Ask | None
    then: Ask | None

    @property
    def ask(self) -> Ask:
        """The ask as it stands now, or as it last stood."""
        found = self.now or self.then
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class IssueRow:
    """What each side asks under one issue, the sides in the order of the comparison."""

    issue: str
    by_side: tuple[tuple[Compared, ...], ...]


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A person who came both times, in another office."""

    now: Person
    then: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A meeting against an earlier one.

    Attributes:
        rows: by issue, the one with most asks first.
        joined, left: attendees of one meeting alone; roles: those who changed their office.
    """

    sides: tuple[str, ...]
    rows: tuple[IssueRow, ...]
    joined: tuple[Person, ...] = ()
    left: tuple[Person, ...] = ()
    roles: tuple[RoleChange, ...] = ()

    def count(self, status: str) -> int:
        """Return how many asks have this status."""
        return sum(one.status == status for one in self.all())

    def all(self) -> tuple[Compared, ...]:
        """Return every ask, row by row."""
        return tuple(one for row in self.rows for side in row.by_side for one in side)


def compare(earlier: Records, later: Records, sides: Sequence[str]) -> Comparison:
    """Set a later meeting against an earlier one.

    Asks are paired one to one, best likeness first. Asks of the bands high and medium count, and
    those the user decided on. A pair of the same kind and nearly the same words continues; a pair
    with other words on the same issue, or of another kind, has changed.

    Args:
        earlier: what the earlier meeting holds.
        later: what the later one holds.
        sides: the sides in the order to show them; asks of other sides are left out.
    """
    then = [ask for ask in earlier.asks if _counts(ask, sides)]
    now = [ask for ask in later.asks if _counts(ask, sides)]
    compared = _paired(then, now, sides)
    joined, left, roles = _attendance(earlier.people, later.people, sides)
    parents = _parents((*later.issues, *earlier.issues))
    return Comparison(
        sides=tuple(sides),
        rows=_rows(compared, sides, parents),
        joined=joined,
        left=left,
        roles=roles,
    )


def _counts(ask: Ask, sides: Sequence[str]) -> bool:
    sure = ask.band in BANDS[:2] or ask.status in _DECIDED
    return sure and ask.status != "rejected" and ask.side in sides


def _paired(then: Sequence[Ask], now: Sequence[Ask], sides: Sequence[str]) -> list[Compared]:
    likeness = _Likeness([*then, *now], sides)
    ranked = sorted(
        (
            (likeness.rank(a, b), i, j)
            for (i, a), (j, b) in product(enumerate(then), enumerate(now))
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for rank, i, j in ranked:
        if rank > 0 and i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)
    found = [_judged(likeness, then, partner.get(j), ask) for j, ask in enumerate(now)]
    return found + [Compared(GONE, None, ask) for i, ask in enumerate(then) if i not in taken]


def _judged(likeness: _Likeness, then: Sequence[Ask], index: int | None, now: Ask) -> Compared:
    if index is None:
        return Compared(NEW, now, None)
    before = then[index]
    same = before.kind == now.kind and likeness.both(before, now) >= SAME
    return Compared(CONTINUES if same else CHANGED, now, before)


class _Likeness:
    """Measures how alike two asks are; what many asks speak of says little."""

    def __init__(self, asks: Sequence[Ask], sides: Sequence[str]) -> None:
        parties = stems(" ".join(sides))
        self._of = {
            id(ask): (stems(ask.text) - parties) | {f"issue {label}" for label in ask.issues}
            for ask in asks
        }
        spread = Counter(word for words in self._of.values() for word in words)
        self._weight = {word: 1 + log((1 + len(asks)) / n) for word, n in spread.items()}

    def both(self, a: Ask, b: Ask) -> float:
        """Return the share of both that they have in common, 0 to 1."""
        if _folded(a.text) == _folded(b.text):
            return 1.0
        one, two = self._of[id(a)], self._of[id(b)]
        return 2 * self._sum(one & two) / max(self._sum(one) + self._sum(two), 1.0)

    def shorter(self, a: Ask, b: Ask) -> float:
        """Return the share of the shorter one that they have in common, 0 to 1."""
        one, two = self._of[id(a)], self._of[id(b)]
        return self._sum(one & two) / max(min(self._sum(one), self._sum(two)), 1.0)

    def rank(self, a: Ask, b: Ask) -> float:
        """Return how good a pair they make; 0 where they are none."""
        if a.side != b.side:
            return 0.0
        alike, share = self.both(a, b), self.shorter(a, b)
        enough = ON_ONE_ISSUE if set(a.issues) & set(b.issues) else BY_WORDS
        if alike >= SAME or (a.kind == b.kind and share >= enough):
            return 2 * alike + share + 0.1 * (a.kind == b.kind) + 0.1 * (a.issues == b.issues)
        return 0.0

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight[word] for word in words)


def stems(text: str) -> frozenset[str]:
    """Return the telling words of a text, folded and without their endings."""
    words = (word.casefold() for word in _WORD.findall(text))
    bare = (
        _ENDINGS.sub("", word) if len(word) > 4 else word for word in words if word not in _SMALL
    )
    return frozenset(bare) - _BARE_SMALL


def _rows(
    compared: Sequence[Compared], sides: Sequence[str], parents: dict[str, str]
) -> tuple[IssueRow, ...]:
    by_issue: dict[str, list[Compared]] = {}
    for one in compared:
        by_issue.setdefault(_row_of(one, parents), []).append(one)

    def order(issue: str) -> tuple[bool, int, int, str]:
        inside = by_issue[issue]
        standing = sum(one.now is not None for one in inside)
        return issue == OTHER, -standing, -len(inside), issue

    return tuple(
        IssueRow(
            issue,
            tuple(tuple(o for o in by_issue[issue] if o.ask.side == side) for side in sides),
        )
        for issue in sorted(by_issue, key=order)
    )


def _row_of(compared: Compared, parents: dict[str, str]) -> str:
    label = compared.ask.issues[0] if compared.ask.issues else OTHER
    return parents.get(label, label)


def _parents(issues: Iterable[Issue]) -> dict[str, str]:
    """Return for each issue its parent, where that is an issue of these meetings too."""
    issues = tuple(issues)
    there = {issue.label for issue in issues}
    return {i.label: i.parent for i in issues if i.parent and i.parent in there}


def _attendance(
    earlier: Iterable[Person], later: Iterable[Person], sides: Sequence[str]
) -> tuple[tuple[Person, ...], tuple[Person, ...], tuple[RoleChange, ...]]:
    then = {_who(person): person for person in earlier if _attends(person, sides)}
    now = {_who(person): person for person in later if _attends(person, sides)}
    changed = tuple(
        RoleChange(now[who], then[who])
        for who in now
        if who in then
        and now[who].roles[:1]
        and then[who].roles[:1]
        and _folded(now[who].roles[0]) != _folded(then[who].roles[0])
    )
    return (
        tuple(person for who, person in now.items() if who not in then),
        tuple(person for who, person in then.items() if who not in now),
        changed,
    )


def _attends(person: Person, sides: Sequence[str]) -> bool:
    here = person.participation in _PRESENT or person.kind == "leader"
    return here and person.kind in _OFFICE and person.side in sides and person.status != "rejected"


def _who(person: Person) -> tuple[str, str]:
    return person.side or "", _folded(person.name.split()[-1] if person.name.split() else "")


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
