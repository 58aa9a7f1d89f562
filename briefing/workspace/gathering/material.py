"""What there is to gather from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    """

    articles: Mapping[int, Article]
    findings: Mapping[int, Findings]
    decisions: Sequence[Decision] = ()
    meeting: int | None = None
    sides: Sequence[str] = ()

    def outlet(self, article: int) -> str:
        """Return the outlet's name, or the file's where the outlet is not known."""
        return self.articles[article].outlet or self.articles[article].file_name
