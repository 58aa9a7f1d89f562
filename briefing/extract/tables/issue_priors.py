"""How often words that name an issue did so where it was on the table, counted in annotated texts.

`Tariffs` mostly are, `Moscow` and `talks of peace` seldom: a word's own count is drawn to that of
its issue, and that of the issue to that of all, the more the fewer they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefing.errors import BadResource
from briefing.extract.tables.resource import Source

NAME = "issue_priors.csv"
OTHERS, OTHER_LOOSE = "*", "* loose"  # words without a row of their own
STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
UNKNOWN = 0.5


@dataclass(frozen=True)
class Priors:
    """Shares by issue and words; those of the issue "" are for issues without rows."""

    by_words: Mapping[tuple[str, str], float] = field(repr=False)

    def best(self, label: str, aliases: Iterable[str], loose: frozenset[str]) -> float:
        """Return the greatest share among the words that name an issue, from 0 to 1."""
        return max((self._of(label, alias, loose) for alias in aliases), default=0.0)

    def _of(self, label: str, alias: str, loose: frozenset[str]) -> float:
        rest = OTHER_LOOSE if alias.lower() in loose else OTHERS
        for key in ((label, plain(alias)), (label, rest), ("", rest)):
            if key in self.by_words:
                return self.by_words[key]
        return UNKNOWN


def steps_below(share: float) -> Iterator[str]:
    """Yield the names of evidence for a share: `prior over 0.1` up to the last it exceeds."""
    yield from (f"prior over {step}" for step in STEPS if share > step)


def plain(alias: str) -> str:
    """Return words as the table has them: lower case, one spelling, not possessive."""
    words = " ".join(alias.lower().replace("defense", "defence").split())
    return words.removesuffix("'s").removesuffix("’s")


def load_priors(source: Source) -> Priors:
    """Read `issue_priors.csv` with the user's layer over it.

    Raises:
        BadResource: a share is no number; the message names file and line.
    """
    found: dict[tuple[str, str], float] = {}
    for file, line, row in source.rows(NAME, ("issue", "words", "share")):
        try:
            found[row["issue"], row["words"]] = float(row["share"])
        except ValueError as error:
            raise BadResource(f"{file}, line {line}: {row['share']!r} is no number.") from error
    return Priors(found)
