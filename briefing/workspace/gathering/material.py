"""What there is to gather from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Article, Decision, Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The findings and decisions that make up one meeting, or one article without a meeting.

    Attributes:
        articles: by id, oldest first.
        findings: what was found in each article, by the article's id.
        decisions: those of the meeting (or article) and those that hold everywhere, oldest first.
        meeting: the meeting's id; None for an article that has none.
        sides: the meeting's sides; empty where they are not known.
        groups: for each article that tells the same text as others, what names its group.
    """

    articles: Mapping[int, Article]
    findings: Mapping[int, Findings]
    decisions: Sequence[Decision] = ()
    meeting: int | None = None
    sides: Sequence[str] = ()
    groups: Mapping[int, int] = field(default_factory=dict)

    def outlet(self, article: int) -> str:
        """Return the outlet's name, or the file's where the outlet is not known.

        Articles that tell the same text are one source: that of the one imported first.
        """
        first = self.articles[self._first(article)]
        return first.outlet or first.file_name

    def _first(self, article: int) -> int:
        if article not in self.groups:
            return article
        group = self.groups[article]
        return min(other for other in self.articles if self.groups.get(other) == group)
