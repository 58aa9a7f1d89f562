"""The cities a text names: in its dateline, as seats of power, and those that only the model sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.meetings.meeting_scenes import Scene
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention, last_before, term_at, within

_DATELINE = re.compile(
    r"(?:(?P<city>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})|(?P<plain>[A-Z][a-z]+(?: [A-Z][a-z]+)?))"
    r"(?P<more>/[A-Z ]+)?(?:,\s[A-Z][\w.]+){0,2}(?:,? [A-Z][a-z]+\.? \d{1,2})?(?(city)(?:\s\(|:\s|\s[—–-]+\s|(?<=\d)\.?(?:\s|$)|\s(?=[A-Z][a-z.]|A ))|\s?(?:\([A-Z]+\)\s?)?[—–-]+\s)"
)
# `DELHI` as a line of its own.
_ALONE = re.compile(r"\W*(?P<city>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})\W*")
_OPENING = 8  # lines in which a dateline or the venue of a transcript stands
_IN = re.compile(r"\b(?:in|at|to|(?:city|town|capital|resort|port) of)\s$")


@dataclass(frozen=True, slots=True)
class Place:
    """A city, the words that tell it, and the side it belongs to ("" where unknown)."""

    city: str
    words: str
    side: str


def dateline(document: Document, tables: Tables) -> Place | None:
    """Return the city a report is written from, if its first lines tell it and a table knows it."""
    for sentence in document.sentences[:_OPENING]:
        match = _DATELINE.match(document.text, sentence.start, sentence.end)
        alone = _ALONE.fullmatch(document.text, sentence.start, sentence.end)
        if alone is None and (match is None or match["more"]):
            continue
        match = alone or match
        assert match is not None
        name = "city" if match["city"] else "plain"
        words, end = match[name], match.end(name)
        abroad = _country_behind(document.text, end, tables)
        words = " ".join(words.split())
        city = words.title() if match["city"] else words
        term = term_at(city, 0, len(city), tables.countries)
        if (
            term is not None
            and len(term.term) == len(words)
            and _is_city(term.side, term.how, term.term, tables)
        ):
            return Place(tables.meetings.seats.get(term.term, term.term), words, term.side)
        if abroad and name == "city":
            return Place(city, words, abroad)
    return None


def _is_city(side: str, how: str, words: str, tables: Tables) -> bool:
    country = tables.countries.countries.get(side)
    return (
        how in ("capital", "place", "city")
        or (country is not None and country.capital == words)
        or words == "Brussels"
    )


def venues(
    document: Document, mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[Place]:
    """Yield the venue that stands as a line of its own at the head of a transcript: `Rideau Hall`."""
    for sentence in document.sentences[:_OPENING]:
        if sentence.end - sentence.start > 40:
            continue
        here = within(mentions, sentence.start, sentence.end)
        if here and here[0].start - sentence.start <= len("The "):
            place = city_at(document.text, here[0], tables)
            if place is not None:
                yield place


def unlisted(
    document: Document, telling: list[Scene], mentions: tuple[SideMention, ...], tables: Tables
) -> Iterator[tuple[Place, float]]:
    """Yield cities the model sees and no table knows, with what each sentence weighs: `in Bali, Indonesia`."""
    document.see_names(scene.index for scene in telling if scene.told)
    for scene in telling:
        for start, end, label in document.names(scene.index) if scene.told else ():
            words = document.text[start:end]
            before = document.text[max(0, start - 16) : start]
            if label != "GPE" or not _IN.search(before) or words[-1].isdigit():
                continue
            last = last_before(mentions, end)
            known = last is not None and start < last.end
            if known or any(words in person.spelled for person in scene.people):
                continue
            place = Place(
                " ".join(words.split()), words, _country_behind(document.text, end, tables)
            )
            yield place, scene.weight**2 * scene.credit


def _country_behind(text: str, end: int, tables: Tables) -> str:
    if text[end : end + 2] != ", ":
        return ""
    term = term_at(text, end + 2, len(text), tables.countries)
    return term.side if term is not None and term.how in ("name", "region") else ""


def city_at(text: str, mention: SideMention, tables: Tables) -> Place | None:
    """Return the city that words for a side tell, or None: `Kyiv`, `the White House`."""
    words = " ".join(text[mention.start : mention.end].split())
    if words in tables.meetings.seats:
        return Place(tables.meetings.seats[words], words, mention.side)
    if _is_city(mention.side, mention.how, words, tables) or words == "Chequers":
        return Place(words.title() if words.isupper() else words, words, mention.side)
    return None
