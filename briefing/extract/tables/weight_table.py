"""Tables of trained weights: how much each piece of evidence speaks for a finding."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.errors import BadResource
from briefing.extract.tables.resource import Source

BIAS = "always"


@dataclass(frozen=True)
class Weights:
    """The weights of a logistic regression over names of evidence; names unknown weigh nothing."""

    by_name: Mapping[str, float] = field(repr=False)

    def likelihood(self, evidence: Iterable[str]) -> float:
        """Return how likely a finding with this evidence is right, from 0 to 1."""
        return 1 / (1 + math.exp(-self.total(evidence)))

    def total(self, evidence: Iterable[str]) -> float:
        """Return what all the evidence weighs: the more, the likelier."""
        known = self.by_name
        # Without rounding: the order of a set of words is another with each start of the program.
        return math.fsum([known.get(BIAS, 0.0), *[known.get(one, 0.0) for one in evidence]])


def load_weights(source: Source, name: str) -> Weights:
    """Read a table of weights with the user's layer over it.

    Raises:
        BadResource: a weight is no number; the message names file and line.
    """
    found: dict[str, float] = {}
    for file, line, row in source.rows(name, ("evidence", "weight")):
        try:
            found[row["evidence"]] = float(row["weight"])
        except ValueError as error:
            raise BadResource(f"{file}, line {line}: {row['weight']!r} is no number.") from error
    return Weights(found)
