"""A query as a tree of plain values, apart from how it was written and from how it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name words of the index.

    Attributes:
        how: `exact`, `stem`, `typed` (by stem, or as the beginning of a word still being typed),
            `prefix`, `glob` (with `*` and `?`) or `fuzzy`.
        edits: for `fuzzy`: how many letters may differ.
    """

    text: str
    how: str = "stem"
    edits: int = 1


Step = tuple[Form, ...]
"""What may stand at one position: any of these forms."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words one after the other; a single word is a run of one step.

    Attributes:
        field: `title`, `body` or `ask`; "" for anywhere.
        slop: how far each may be from the one before; 1 for directly after it.
    """

    field: str
    steps: tuple[Step, ...]
    slop: int = 1


@dataclass(frozen=True, slots=True)
class Near:
    """Two texts at most so many words apart, in either order."""

    left: Run | Near
    right: Run
    distance: int


@dataclass(frozen=True, slots=True)
class Value:
    """Entries with a value in a field: `side:canada`; quoted values stand for themselves if known."""

    field: str
    steps: tuple[Step, ...]
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """Entries published from one day to another, ISO dates, both inclusive; "" leaves it open."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Everything:
    """All entries."""


@dataclass(frozen=True, slots=True)
class Not:
    """Entries that do not answer the part."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """Entries that answer every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Entries that answer at least one part."""

    parts: tuple[Node, ...]


Node = Run | Near | Value | Dates | Everything | Not | All | AnyOf


def texts(node: Node) -> Iterator[Run | Near]:
    """Yield the texts a query wants to find, those under NOT left out: what is marked in hits."""
    match node:
        case Run() | Near():
            yield node
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from texts(part)
        case _:
            return


def steps_of(part: Run | Near) -> tuple[Step, ...]:
    """Return all steps of a text, in order."""
    return part.steps if isinstance(part, Run) else (*steps_of(part.left), *part.right.steps)
