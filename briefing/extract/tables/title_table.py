"""Titles, honorifics and the words around names that tell what a person is."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BadResource
from briefing.extract.tables.resource import Entry, Source
from briefing.model.finding import PERSON_KINDS

KINDS = tuple(kind for kind in PERSON_KINDS if kind != "foreign_leader")
LISTS = (
    "modifiers",
    "linking",
    "former",
    "prospective",
    "honorifics",
    "not_names",
    "surnames",
    "bylines",
)


@dataclass(frozen=True)
class TitleTable:
    """What the press puts before and after names.

    Attributes:
        heads: kind of person by the noun that makes the title, in lower case.
        modifiers: words that may precede it; linking: words that join what follows it.
        former, prospective: words that make it a past or a coming office.
        honorifics: forms of address. not_names: capitalised words that are part of no name.
        surnames: words that are, where the model takes them for one.
        bylines: how sentences begin that name the makers of the report.
        attending, expected: words in a sentence that lists who takes part.
        vocabulary: all words that may stand in a title before a name.
        lacks: words of titles a side does not know, by side.
        plurals: titles by their plural (`aides`).
        own: sides that know a title, by the title in lower case.
    """

    heads: dict[str, str]
    modifiers: frozenset[str]
    linking: frozenset[str]
    former: frozenset[str]
    prospective: frozenset[str]
    honorifics: frozenset[str]
    not_names: frozenset[str]
    surnames: frozenset[str]
    bylines: tuple[str, ...]
    attending: tuple[str, ...]
    expected: tuple[str, ...]
    own: dict[str, frozenset[str]]
    vocabulary: frozenset[str]
    lacks: dict[str, frozenset[str]]
    plurals: dict[str, str]


def load_titles(source: Source) -> TitleTable:
    """Read `titles.yaml`.

    Raises:
        BadResource: a list is missing or malformed; names file and line.
    """
    entries = source.entries("titles.yaml")
    for name in (*KINDS, *LISTS, "attending", "expected", "own", "lacks"):
        if name not in entries:
            raise BadResource(f"titles.yaml: the list {name!r} is missing.")
    heads = {word: kind for kind in KINDS for word in entries[kind].strings()}
    words = {name: entries[name].strings() for name in (*LISTS, "attending", "expected")}
    return TitleTable(
        heads=heads,
        bylines=words["bylines"],
        attending=words["attending"],
        expected=words["expected"],
        own=_own(entries["own"]),
        vocabulary=frozenset(
            [*heads, *words["modifiers"], *words["former"], *words["prospective"]]
        ),
        lacks={
            side: frozenset(entries["lacks"].strings(side)) for side in entries["lacks"].mapping()
        },
        plurals={_plural(head): head for head in heads},
        **{name: frozenset(words[name]) for name in LISTS if name != "bylines"},
    )


def _own(entry: Entry) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for side in entry.mapping():
        for title in entry.strings(side):
            found.setdefault(title, set()).add(side)
    return {title: frozenset(sides) for title, sides in found.items()}


def _plural(head: str) -> str:
    return head[:-3] + "men" if head.endswith("man") else head + "s"
