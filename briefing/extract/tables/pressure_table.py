"""The table of ways to tell that a government is pressed at home."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extract.tables.resource import Source
from briefing.phrase import phrase


@dataclass(frozen=True, slots=True)
class PressureCue:
    """A pattern with the groups `who` and `on`, and a sentence it finds.

    Attributes:
        has: what any sentence it finds has in it; "" for nothing. Saves slow patterns the search.
    """

    id: str
    pattern: re.Pattern[str]
    example: str
    has: re.Pattern[str]

    def search(self, words: str) -> re.Match[str] | None:
        """Return where the words tell of pressure, or None."""
        return self.pattern.search(words) if self.has.search(words) else None


def load_pressure(source: Source) -> tuple[PressureCue, ...]:
    """Read `pressure.yaml` with the user's layer over it.

    Raises:
        BadResource: an entry is malformed or its pattern none; names file and line.
    """
    cues = []
    for name, entry in source.entries("pressure.yaml").items():
        entry.only("pattern", "example", "has")
        try:
            pattern = re.compile(entry.string("pattern"), re.IGNORECASE)
            has = re.compile(entry.string("has"), re.IGNORECASE)
        except re.error as error:
            raise entry.wrong(
                phrase(
                    "the pattern of {name} is no regular expression: {error}",
                    name=repr(name),
                    error=error,
                )
            ) from error
        if not {"who", "on"} <= set(pattern.groupindex) or not entry.string("example"):
            raise entry.wrong(
                phrase(
                    "{name} needs an example and a pattern with the groups who and on",
                    name=repr(name),
                )
            )
        cues.append(PressureCue(name, pattern, entry.string("example"), has))
    return tuple(cues)
