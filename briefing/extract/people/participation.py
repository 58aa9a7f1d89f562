"""Who takes part: hosts, those attending, those expected; the others are only mentioned."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.meetings.meeting_leaders import stays_away
from briefing.extract.people.attendance import present_at
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.model import MeetingFound, PersonFound

_GOVERNING = ("president", "prime minister", "chancellor", "taoiseach")
_GOES = (
    "leader",
    "minister",
    "official",
    "family",
    "premier",
    "stakeholder",
    "legislator",
    "foreign_leader",
)


def take_part(
    document: Document,
    people: tuple[PersonFound, ...],
    meetings: tuple[MeetingFound, ...],
    tables: Tables,
) -> tuple[PersonFound, ...]:
    """Return the people with kind and participation as they follow from the meetings.

    Who is told to be at one of several meetings of an article takes part.
    """
    main = meetings[0].sides if meetings else _most_named(people)
    found = tuple(
        replace(p, kind="foreign_leader") if p.kind == "leader" and p.side not in main else p
        for p in people
    )
    for meeting in reversed(meetings):  # the one the article is about has the last word
        found = _at_meeting(document, found, meeting, tables)
    return found


def _at_meeting(
    document: Document, people: tuple[PersonFound, ...], meeting: MeetingFound, tables: Tables
) -> tuple[PersonFound, ...]:
    present = present_at(document, people, tables, meeting)
    leaders = _leading(people, meeting, present)
    found = []
    for person in people:
        part, sure = present.get(person.name, ("mentioned", False))
        own = person.side in meeting.sides or _member(person, meeting.sides, tables)
        if stays_away(document.text, person):
            part = "mentioned"
        elif person.name in leaders:
            part = "host" if person.side == meeting.host else "attending"
        elif not sure and not (own and person.kind in _GOES):
            part = "mentioned"
        found.append(person if part == "mentioned" else replace(person, participation=part))
    return tuple(found)


def _leading(
    people: tuple[PersonFound, ...], meeting: MeetingFound, present: dict[str, tuple[str, bool]]
) -> set[str]:
    """Return who meets for each side: who governs before who reigns, heads before who speaks for them."""
    found = set()
    for side, name in meeting.leaders:
        one = next((person for person in people if person.name == name), None)
        others = [p for p in people if p.side == side and p.name != name and p.kind == "leader"]
        heads = [p for p in others if _governs(p) and (p.name in present or _speaks(one))]
        if (
            one is None
            or not heads
            or not (_speaks(one) or (one.kind == "leader" and not _governs(one)))
        ):
            found.add(name)
        else:
            found.add(max(heads, key=lambda person: len(person.mentions)).name)
    return found


def _governs(person: PersonFound) -> bool:
    return any(role.lower().startswith(_GOVERNING) for role in person.roles)


def _speaks(person: PersonFound | None) -> bool:
    return person is not None and any("spokes" in role.lower() for role in person.roles)


def _member(person: PersonFound, sides: tuple[str, ...], tables: Tables) -> bool:
    """Whether the person's country belongs to a union that meets."""
    return any(person.side in tables.meetings.members.get(side, ()) for side in sides)


def _most_named(people: tuple[PersonFound, ...]) -> tuple[str, ...]:
    """Without a meeting: the two sides whose heads and ministers the text speaks of most."""
    scores: dict[str, int] = {}
    for person in people:
        if person.side and person.kind in ("leader", "minister"):
            scores[person.side] = scores.get(person.side, 0) + len(person.mentions)
    return tuple(sorted(scores, key=lambda side: -scores[side])[:2])
