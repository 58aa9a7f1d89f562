"""Words that tell of a meeting, and the cities seats of power stand for."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BadResource
from briefing.extract.tables.resource import Source
from briefing.extract.tables.weight_table import Weights, load_weights

LISTS = ("verbs", "past", "nouns", "weak", "doubt", "doubt_after", "remote", "trilateral")


@dataclass(frozen=True)
class MeetingTable:
    """How the press tells of meetings.

    Attributes:
        verbs: of meeting, present or to come; past: of meeting, done. nouns: for the event.
        weak: those of them that tell of other things as often. doubt: words before one that leave
        open whether the meeting is held; doubt_after: the like behind it. remote: words for a
        meeting of another time. trilateral: words for a meeting of three. seats: city by seat (`White House`).
        members: countries by the union they belong to. place_weights: what evidence for a city as the place weighs; date_weights: the like for a day.
    """

    verbs: frozenset[str]
    past: frozenset[str]
    nouns: frozenset[str]
    weak: frozenset[str]
    doubt: frozenset[str]
    doubt_after: frozenset[str]
    remote: frozenset[str]
    trilateral: frozenset[str]
    seats: dict[str, str]
    members: dict[str, frozenset[str]]
    place_weights: Weights
    date_weights: Weights


def load_meeting_words(source: Source) -> MeetingTable:
    """Read `meetings.yaml` and the weights that go with it.

    Raises:
        BadResource: a list is missing or malformed; names file and line.
    """
    entries = source.entries("meetings.yaml")
    for name in (*LISTS, "seats", "members"):
        if name not in entries:
            raise BadResource(f"meetings.yaml: the list {name!r} is missing.")
    seats, members = entries["seats"], entries["members"]
    return MeetingTable(
        **{name: frozenset(entries[name].strings()) for name in LISTS},
        seats={seat: seats.string(seat) for seat in seats.mapping()},
        members={union: frozenset(members.strings(union)) for union in members.mapping()},
        place_weights=load_weights(source, "place_weights.csv"),
        date_weights=load_weights(source, "date_weights.csv"),
    )
