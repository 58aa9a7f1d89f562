"""Abbreviations whose stop ends no sentence."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BadResource
from briefing.extract.tables.resource import Source


@dataclass(frozen=True, slots=True)
class AbbreviationTable:
    """Words before a stop, and words after it.

    Attributes:
        titles: a name follows (`Mr`, `Sen`): never the end of a sentence.
        open: may end a sentence (`U.S`, `Inc`): it does where one of `openers` follows.
        numbered: only before a number (`No`, `Art`).
        openers: words that mostly begin a sentence (`The`, `But`).
        speech: verbs of saying after a quotation (`said`).
    """

    titles: frozenset[str]
    open: frozenset[str]
    numbered: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]


def load_abbreviations(source: Source) -> AbbreviationTable:
    """Read `abbreviations.yaml`.

    Raises:
        BadResource: it is malformed; names file and line.
    """
    entries = source.entries("abbreviations.yaml")
    names = ("titles", "open", "numbered", "openers", "speech")
    for name in names:
        if name not in entries:
            raise BadResource(f"abbreviations.yaml: the list {name!r} is missing.")
    return AbbreviationTable(*(frozenset(entries[name].strings()) for name in names))
