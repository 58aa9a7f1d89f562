"""Reading of single sentences for the tests of asks, with the sides told beforehand."""

from __future__ import annotations

from functools import cache

from briefing.extract.asks.asks import find_asks
from briefing.extract.asks.pressure import find_pressure
from briefing.extract.issues.issues import find_issues
from briefing.extract.scenes.scene import Stage, set_stage
from briefing.extract.scenes.speaking import sentence_voices
from briefing.extract.tables.tables import Tables, load_tables
from briefing.extract.text.backend import RulesBackend, load_backend
from briefing.extract.text.document import Document, read_document
from briefing.extract.text.sides import resolve_mentions, side_mentions
from briefing.model import AskFound, Extent, MeetingFound, PersonFound, PressureFound


@cache
def tables() -> Tables:
    return load_tables()


@cache
def backend(*, rules: bool = False):
    return RulesBackend() if rules else load_backend()


def document(text: str, *, rules: bool = False) -> Document:
    return read_document(text, (), tables(), backend(rules=rules))


def meeting_of(read: Document, sides: tuple[str, ...] = ()) -> MeetingFound:
    named = dict.fromkeys(m.side for m in side_mentions(read, tables()))
    return MeetingFound(title="Talks", sides=sides or tuple(named))


def person(text: str, name: str, side: str | None, kind: str) -> PersonFound:
    surname = name.rsplit(maxsplit=1)[-1]
    places, position = [], text.find(surname)
    while position >= 0:
        places.append(Extent.of(text, position, position + len(surname)))
        position = text.find(surname, position + 1)
    return PersonFound(
        name=name, side=side, roles=(), kind=kind, participation="mentioned",
        spelled=(name,), mentions=tuple(places),
    )  # fmt: skip


def staged(
    text: str,
    *people: tuple[str, str | None, str],
    sides: tuple[str, ...] = (),
    rules: bool = False,
) -> Stage:
    """Return a text as the ask rules see it; without sides given, those it names."""
    read = document(text, rules=rules)
    found = tuple(person(text, *one) for one in people)
    meeting = meeting_of(read, sides)
    mentions = resolve_mentions(read, found, meeting, side_mentions(read, tables()))
    return set_stage(read, meeting, found, mentions, tables())


def asks_in(
    text: str,
    *people: tuple[str, str | None, str],
    sides: tuple[str, ...] = (),
    rules: bool = False,
) -> tuple[AskFound, ...]:
    stage = staged(text, *people, sides=sides, rules=rules)
    issues = find_issues(stage.document, tables(), meeting=stage.meeting)
    return find_asks(stage, sentence_voices(stage), issues)


def pressure_in(
    text: str, *people: tuple[str, str | None, str], sides: tuple[str, ...] = ()
) -> tuple[PressureFound, ...]:
    stage = staged(text, *people, sides=sides)
    return find_pressure(stage, sentence_voices(stage), ())
