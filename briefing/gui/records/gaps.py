"""What a reader of one meeting's findings should know is thin, one-sided, inferred or not reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.model import ArticleLine, Ask, Meeting, Person, Records

ONE_SOURCE, ONE_SIDE, NO_OFFICE = "one source", "one side", "no office"
MEETING_DATE, ARTICLE_DATE, NOT_REVIEWED = "meeting date", "article date", "not reviewed"
_AT_THE_TABLE = frozenset({"host", "attending", "expected"})


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: what sort, about what, and the record or article it leads to.

    Attributes:
        kind: `ask`, `issue`, `person`, `meeting` or `article`.
        record: the record; the id of an article; None for the meeting itself.
    """

    sort: str
    about: str
    kind: str
    record: Any = None


def gaps_of(
    meeting: Meeting | None, records: Records, articles: tuple[ArticleLine, ...]
) -> tuple[Gap, ...]:
    """Return the gaps of a meeting (or of an article without one), the gravest sort first.

    Args:
        meeting: the meeting; None for an article without one.
        records: what was found.
        articles: the articles it was found in.
    """
    firm = tuple(ask for ask in records.asks if ask.band != "candidate")
    found = [Gap(ONE_SOURCE, ask.text, "ask", ask) for ask in firm if _rests_on_one(ask)]
    found += _one_sided(records, firm)
    found += [
        Gap(NO_OFFICE, person.name, "person", person)
        for person in records.people
        if _at_the_table(person) and not person.roles and not person.note
    ]
    found += _dates(meeting, articles)
    found += [Gap(NOT_REVIEWED, ask.text, "ask", ask) for ask in firm if ask.status == "proposed"]
    return tuple(found)


def _rests_on_one(ask: Ask) -> bool:
    """An unnamed source, told by one outlet, and nobody has confirmed it."""
    unnamed = ask.attribution == "unnamed_official" and len(ask.outlets) < 2
    return unnamed and ask.status == "proposed"


def _one_sided(records: Records, firm: tuple[Ask, ...]) -> Iterator[Gap]:
    """Issues that one side raises and the other says nothing on."""
    for issue in records.issues:
        raising = {ask.side for ask in firm if issue.label in ask.issues}
        if len(raising) == 1:
            yield Gap(ONE_SIDE, f"{issue.label} ({next(iter(raising))})", "issue", issue)


def _at_the_table(person: Person) -> bool:
    return person.participation in _AT_THE_TABLE


def _dates(meeting: Meeting | None, articles: tuple[ArticleLine, ...]) -> Iterator[Gap]:
    if meeting is not None and (meeting.date is None or "date" not in meeting.confirmed):
        yield Gap(MEETING_DATE, meeting.date_basis, "meeting")
    for line in articles:
        if line.published is None:
            yield Gap(ARTICLE_DATE, line.headline, "article", line.id)
