"""Salience: which issues of a text are on the table, and which are mentioned in passing.

The weights are trained: see tests/extract/train.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.extract.document import Document
from briefing.extract.sides import SideMention
from briefing.extract.tables import Tables
from briefing.model import AskFound, IssueFound, MeetingFound

_AGENDA = re.compile(
    r"\b(?:discuss\w*|rais(?:e|es|ed|ing)|address\w*|agenda|focus\w*|topics?|issues?|cooperat\w*"
    r"|co-operat\w*|negotiat\w*|concern\w*|agree\w*|sign(?:ed|ing)?|priorit\w+|dialogue|talk about"
    r"|on the table|tensions?|disputes?|differences|stress\w*|press\w*|urg\w+|seek\w*|sought)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:last (?:year|month|week)|earlier this|previous\w*|former|since (?:19|20)\d\d|in (?:19|20)\d\d"
    r"|years ago|election\w*|campaign\w*|meanwhile|separately|elsewhere|history|historic\w*)\b",
    re.IGNORECASE,
)
LEAST = 0.55
LEAD = 5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an issue is weighed in: the whole of what was found in a text."""

    issues: tuple[IssueFound, ...]
    asks: tuple[AskFound, ...]
    document: Document
    meeting: MeetingFound | None
    mentions: tuple[SideMention, ...]
    tables: Tables


def on_the_table(around: Surroundings) -> tuple[IssueFound, ...]:
    """Return the issues that are not merely mentioned in passing, in the order given.

    What a sure ask is about always is on the table.
    """
    weights = around.tables.issues.weights
    kept = []
    for issue in around.issues:
        evidence = evidence_for(issue, around)
        if "in a high ask" in evidence or weights.likelihood(evidence) >= LEAST:
            kept.append(issue)
    return tuple(kept)


def without_passing(
    asks: tuple[AskFound, ...], issues: tuple[IssueFound, ...]
) -> tuple[AskFound, ...]:
    """Return the asks with those of their issues that are on the table."""
    known = {issue.label for issue in issues}
    return tuple(
        replace(ask, issues=tuple(label for label in ask.issues if label in known)) for ask in asks
    )


def evidence_for(issue: IssueFound, around: Surroundings) -> frozenset[str]:
    """Return the names of all that is true of an issue; see `resources/issue_weights.csv`."""
    document = around.document
    places = sorted({document.sentence_at(place.start) or 0 for place in issue.mentions})
    return frozenset(
        [
            *_of_entry(issue, around),
            *_of_places(places, issue, document),
            *_of_asks(issue, around.asks),
            *_of_sides(places, around),
            *_of_words([document.quote(index) for index in places], around.tables),
        ]
    )


def _of_entry(issue: IssueFound, around: Surroundings) -> Iterator[str]:
    issues, tables = around.issues, around.tables
    entry = tables.issues.issues[issue.label]
    yield f"issue {issue.label}"
    yield f"kind {_root(issue.label, tables)}"
    if entry.weak:
        yield "weak"
    if entry.country:
        yield "a country"
    if entry.parent is None:
        yield "no parent"
    if any(other.parent == issue.label for other in issues):
        yield "a part is named too"
    if any(other.label == issue.parent for other in issues):
        yield "the whole is named too"
    yield f"{_grown(len(issues), (4, 8, 14))} issues in all"


def _of_places(places: list[int], issue: IssueFound, document: Document) -> Iterator[str]:
    count = len(document.sentences)
    yield f"{_grown(len(places), (1, 2, 3))} sentences"
    yield f"{_grown(len(issue.aliases), (1, 2))} words for it"
    first = places[0]
    yield "in the first sentence" if first == 0 else "in the lead" if first < LEAD else "later"
    yield f"first in quarter {min(3, 4 * first // max(1, count))}"
    share = len(places) / max(1, count)
    yield "in many sentences" if share > 0.1 else "in some sentences" if share > 0.04 else "rare"
    if any(" " in alias for alias in issue.aliases):
        yield "named by several words"


def _of_asks(issue: IssueFound, asks: tuple[AskFound, ...]) -> Iterator[str]:
    about = [ask for ask in asks if issue.label in ask.issues]
    inside = [
        ask for ask in about
        if any(ask.clause.start <= m.start < ask.clause.end for m in issue.mentions)
    ]  # fmt: skip
    for band in ("high", "medium", "candidate"):
        if any(ask.band == band for ask in inside):
            yield f"in a {band} ask"
        elif any(ask.band == band for ask in about):
            yield f"beside a {band} ask"
    if not about:
        yield "no ask"


def _of_sides(places: list[int], around: Surroundings) -> Iterator[str]:
    sides = set(around.meeting.sides) if around.meeting else set()
    yield "a meeting" if sides else "no meeting"
    named = [_sides_in(index, around) for index in places]
    together = max(len(here & sides) if sides else len(here) for here in named)
    yield f"with {min(together, 2)} sides"
    if all(here and not here & sides for here in named):
        yield "only of third countries"


def _sides_in(index: int, around: Surroundings) -> set[str]:
    sentence = around.document.sentences[index]
    return {m.side for m in around.mentions if sentence.start <= m.start < sentence.end}


def _of_words(quotes: list[str], tables: Tables) -> Iterator[str]:
    if any(tables.ask_cues.talks.search(quote) for quote in quotes):
        yield "with talks"
    if any(_AGENDA.search(quote) for quote in quotes):
        yield "with words of an agenda"
    if all(_BEHIND.search(quote) for quote in quotes):
        yield "only behind"


def _root(label: str, tables: Tables) -> str:
    known = tables.issues.issues
    while (parent := known[label].parent) is not None:
        label = parent
    return label


def _grown(number: int, steps: tuple[int, ...]) -> str:
    """Return the number up to the last step it reaches: 1, 2, `3 or more`."""
    below = [step for step in steps if number > step]
    return f"over {below[-1]}" if below else f"up to {steps[0]}"
