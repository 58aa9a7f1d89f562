"""What all stages about one person look at: the text, its day and the sides it names."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention


@dataclass(frozen=True)
class Background:
    """What all stages about one person look at.

    Attributes:
        sides: the meeting's sides where the user confirmed them, else ().
        counts: how often the text names each side.
        home: the side whose officials the text names without their country, or "".
    """

    document: Document
    tables: Tables
    published: dt.date | None
    sides: tuple[str, ...]
    mentions: tuple[SideMention, ...]
    counts: Counter[str]
    home: str = ""

    def likely_sides(self) -> tuple[str, ...]:
        """The confirmed sides, then those the text names, most often named first."""
        return self._likely

    def main_sides(self) -> tuple[str, ...]:
        """The confirmed sides, else the two the text names most."""
        return self.sides or self.likely_sides()[:2]

    @cached_property
    def _likely(self) -> tuple[str, ...]:
        named = [side for side, _ in self.counts.most_common()]
        return tuple(dict.fromkeys([*self.sides, *named]))
