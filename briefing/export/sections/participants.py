"""Participants by side, with people of the same office on one row."""

from __future__ import annotations

from itertools import zip_longest

from briefing.export.language.names import role
from briefing.export.language.tables import posts
from briefing.export.outlines.outline import Block, Line, Run, Table, Text
from briefing.export.parts.content import Content, line
from briefing.model import Person

PRESENT = ("host", "attending", "expected")
_GOVERNMENT = ("leader", "minister", "official")
_MENTIONED_SHOWN = 12


def participants(content: Content) -> tuple[Block, ...]:
    """Return the table of who sits opposite whom, and who is mentioned without attending."""
    sides = [side for side in (content.our_side, *content.other_sides) if side]
    columns = [_at_table(content, side) for side in sides]
    leads = frozenset(
        person.key
        for _, name in content.briefing.meeting.leaders
        if (person := content.names.person(name)) is not None
    )
    for column in columns:
        for person in column:
            content.names.meet(person)
    blocks: list[Block] = []
    if any(columns):
        rows = tuple(tuple(_cell(content, p) for p in row) for row in rows_of(columns, leads))
        heads = tuple(content.speech.bare(side) for side in sides)
        blocks.append(Table(heads, rows))
    mentioned = _mentioned(content, {person.key for column in columns for person in column})
    if mentioned:
        blocks.append(Text(mentioned))
    return tuple(blocks)


def post(person: Person, leads: frozenset[str] = frozenset()) -> str:
    """Return the office by which a counterpart is found: `head`, `foreign`, `trade` … or "".

    Args:
        person: whose office it is.
        leads: keys of those who lead the sides at this meeting, whatever their office.
    """
    if person.kind == "leader" or person.key in leads:
        return "head"
    words = role(person)
    return next((name for name, pattern in posts() if pattern.search(words)), "")


def rows_of(
    columns: list[list[Person]], leads: frozenset[str] = frozenset()
) -> list[tuple[Person | None, ...]]:
    """Return the people in rows: those of one post side by side, then the others as they come."""
    order = ["head", *(name for name, _ in posts())]
    order.sort(key=_rank)
    rows: list[tuple[Person | None, ...]] = []
    for name in order:
        rows += zip_longest(*([p for p in column if post(p, leads) == name] for column in columns))
    shared = [row for row in rows if sum(p is not None for p in row) > 1 or _heads(row, leads)]
    single = [row for row in rows if row not in shared]
    others = [tuple(p for p in column if not post(p, leads)) for column in columns]
    return shared + single + list(zip_longest(*others))


def present(content: Content, side: str) -> list[Person]:
    """Return the people of one side who take part or are expected to, leaders first."""
    people = [
        p for p in content.briefing.records.people if p.side == side and p.participation in PRESENT
    ]
    return sorted(people, key=lambda p: _seniority(content, p))


def _rank(name: str) -> int:
    """Heads, deputies and foreign ministers lead; the rest keeps the order of the table."""
    first = ("head", "deputy", "foreign")
    return first.index(name) if name in first else len(first)


def _heads(row: tuple[Person | None, ...], leads: frozenset[str]) -> bool:
    return any(p is not None and post(p, leads) == "head" for p in row)


def _at_table(content: Content, side: str) -> list[Person]:
    """Those present, and ministers only mentioned whose counterpart is present."""
    others = {
        post(p)
        for other in content.briefing.meeting.sides
        if other != side
        for p in present(content, other)
    }
    mine = present(content, side)
    taken = {post(p) for p in mine}
    opposite = [
        p
        for p in content.briefing.records.people
        if p.side == side
        and p.participation == "mentioned"
        and p.kind in ("leader", "minister")
        and post(p) in others - taken - {""}
    ]
    return mine + sorted(opposite, key=lambda p: _seniority(content, p))


def _seniority(content: Content, person: Person) -> tuple[int, int, str]:
    kinds = ("leader", "minister", "official", "family")
    rank = kinds.index(person.kind) if person.kind in kinds else len(kinds)
    spans = content.notes.known(person.spans)
    return rank, min((span.start for span in spans), default=10**9), person.name


def _cell(content: Content, person: Person | None) -> Line:
    if person is None:
        return line("–")
    words = content.names.with_office(person)
    if person.participation == "attending":
        return line(words)
    return line(words, " ", Run(f"({content.speech.say(person.participation)})", "emphasis"))


def _mentioned(content: Content, seated: set[str]) -> Line:
    sides = content.briefing.meeting.sides
    people = [
        p
        for p in content.briefing.records.people
        if p.key not in seated and p.side in sides and p.kind in _GOVERNMENT
    ]
    if not people:
        return ()
    people.sort(key=lambda p: (p.side != content.our_side, *_seniority(content, p)))
    names = [
        f"{content.names.with_office(p)} ({content.speech.bare(p.side or '')})"
        for p in people[:_MENTIONED_SHOWN]
    ]
    text = content.speech.in_parts(names)
    if len(people) > len(names):
        more = content.speech.number_of("more", len(people) - len(names))
        text = content.speech.say("several", first=text, more=more)
    return line(content.strong_label("mentioned"), f" {text}.")
