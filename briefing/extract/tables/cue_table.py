"""Word lists that decide whether the words of an ask frame count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.errors import BadResource
from briefing.extract.tables.resource import Entry, Source
from briefing.extract.tables.weight_table import Weights, load_weights


@dataclass(frozen=True)
class AskCues:
    """The lists of `ask_cues.yaml`; what each is for stands there.

    Attributes:
        traps: matched at the place where a frame's words end; the others anywhere.
        weights: what evidence for an ask weighs.
    """

    home: frozenset[str]
    analysts: frozenset[str]
    sources: frozenset[str]
    institutions: frozenset[str]
    both: re.Pattern[str]
    traps: re.Pattern[str]
    conditions: re.Pattern[str]
    past: re.Pattern[str]
    hedges: re.Pattern[str]
    talks: re.Pattern[str]
    culture: re.Pattern[str]
    lobbies: re.Pattern[str]
    gives: frozenset[str]
    joins: frozenset[str]
    states: frozenset[str]
    measures: frozenset[str]
    weights: Weights


def load_ask_cues(source: Source) -> AskCues:
    """Read `ask_cues.yaml` and `ask_weights.csv`.

    Raises:
        BadResource: a list is missing or malformed; names the file, and the line where there is one.
    """
    entries = source.entries("ask_cues.yaml")

    def words(name: str) -> frozenset[str]:
        return frozenset(_list(entries, name))

    def phrases(name: str) -> re.Pattern[str]:
        return _pattern(_list(entries, name))

    return AskCues(
        home=words("home"),
        analysts=words("analysts"),
        sources=words("sources"),
        institutions=words("institutions"),
        both=phrases("both"),
        traps=phrases("traps"),
        conditions=phrases("conditions"),
        past=phrases("past"),
        hedges=phrases("hedges"),
        talks=phrases("talks"),
        culture=_after_demonym(_list(entries, "culture")),
        lobbies=_ending(_list(entries, "lobbies")),
        gives=words("gives"),
        joins=words("joins"),
        states=words("states"),
        measures=words("measures"),
        weights=load_weights(source, "ask_weights.csv"),
    )


def _list(entries: dict[str, Entry], name: str) -> tuple[str, ...]:
    if name not in entries:
        raise BadResource(f"ask_cues.yaml: the list {name!r} is missing.")
    return entries[name].strings()


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in longest) + r")\b", re.IGNORECASE)


def _after_demonym(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches after a demonym: ` cinema`, `-speaking`, ` and Danish languages`."""
    nouns = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?:\s+(?:and|or)\s+[A-Z]\w+)?[\s-]+(?:{nouns})\b(?!\s+(?:ministry|minister))"
    )


def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches a word that ends in one of these: `carmakers`."""
    return re.compile(r"\b\w*(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.I)
