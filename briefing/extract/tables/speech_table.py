"""Verbs of saying, and the nouns of sources without a name."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BadResource
from briefing.extract.tables.resource import Source


@dataclass(frozen=True, slots=True)
class SpeechTable:
    """How the press tells who says a thing.

    Attributes:
        verbs: forms of verbs of saying: `said`, `told`.
        sources: nouns of unnamed sources, singular and plural: `official`, `sources`.
        analysts: nouns of those who judge from outside: `analyst`, `experts`.
    """

    verbs: frozenset[str]
    sources: frozenset[str]
    analysts: frozenset[str]


def load_speech(source: Source) -> SpeechTable:
    """Read `speech.yaml`.

    Raises:
        BadResource: it is malformed; names file and line.
    """
    entries = source.entries("speech.yaml")
    names = ("verbs", "sources", "analysts")
    for name in names:
        if name not in entries:
            raise BadResource(f"speech.yaml: the list {name!r} is missing.")
    return SpeechTable(*(frozenset(entries[name].strings()) for name in names))
