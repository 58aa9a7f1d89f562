"""Words that tell of a meeting, and whether the meeting they tell of is held."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.extract.tables.meeting_table import MeetingTable
from briefing.model import Sentence

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_MONTH = re.compile(
    rf"\b(?:in|since|of|last|early|late|mid-)\s?({'|'.join(_MONTHS)})\b(?!\s+\d{{1,2}}\b)"
)
_YEAR = re.compile(r"\b(?:in|since|of|until)\s(?:[A-Z][a-z]+\s)?((?:19|20)\d\d)\b")
_STOP = re.compile(r"[,;:](?=\s)")
_SOMEONE = re.compile(r"\s(?:his |her |the )?[A-Z]")
_OVER = re.compile(r"\b(?:was|were|had|made|met|visited|held|signed|agreed|announced|went)\b")
_SPOKE = (
    r"\bsp(?:oke|eaks?|oken|eaking)(?: (?!of\b|out\b|about\b|up\b)[\w-]+){0,3}? (?:with|to)\b"
    r"|\bdiscuss(?:ed|es|ing)?\b[^.;]{0,50}?\bwith\b"
)
_AHEAD = 11  # months: a month told of the past is not the one to come
_WEAK, _DOUBTFUL, _REMOTE = 0.7, 0.25, 0.3


@dataclass(frozen=True, slots=True)
class Event:
    """A word for a meeting; `credit` from 0 to 1 tells how surely the meeting is held, and now."""

    start: int
    credit: float


class EventWords:
    """Finds the words for meetings in a sentence and weighs them.

    Args:
        table: the words.
    """

    def __init__(self, table: MeetingTable) -> None:
        self._table = table
        words = _any_of(table.verbs | table.past | table.nouns)
        self._events = re.compile(f"{words.pattern}|{_SPOKE}", re.IGNORECASE)
        self._doubt = _any_of(table.doubt)
        self._doubt_after = _any_of(table.doubt_after)
        self._remote = _any_of(table.remote)

    def likeliest(
        self, text: str, sentence: Sentence, published: dt.date | None
    ) -> tuple[Event, ...]:
        """Return the words of the sentence that most surely tell of a meeting held, in order."""
        found = [
            Event(match.start(), self._credit(text, sentence, match, published))
            for match in self._events.finditer(text, sentence.start, sentence.end)
        ]
        best = max((event.credit for event in found), default=0.0)
        return tuple(event for event in found if event.credit == best)

    def _credit(
        self, text: str, sentence: Sentence, match: re.Match[str], published: dt.date | None
    ) -> float:
        before = text[max(sentence.start, match.start() - 45) : match.start()]
        after = text[match.end() : min(sentence.end, match.end() + 50)]
        word = match.group().lower()
        if after.startswith(" of ") and word.startswith("host"):
            return 0.0  # `a host of issues`
        known = word in self._table.verbs | self._table.past | self._table.nouns
        credit = _WEAK if word in self._table.weak or not known else 1.0
        if word.startswith(("receiv", "host", "welcom", "greet")):
            credit = 1.0 if _SOMEONE.match(after) else credit * (not word.startswith("receiv"))
        if self._doubt.search(_STOP.split(before)[-1]) or self._doubt_after.search(
            _STOP.split(after)[0]
        ):
            credit *= _DOUBTFUL
        if self._remote.search(before + match.group() + after) or _long_ago(
            f"{before} {after}", published
        ):
            credit *= _REMOTE
        return credit


def _long_ago(around: str, published: dt.date | None) -> bool:
    """Whether a month or year before that of publication is told of the meeting."""
    if published is None:
        return False
    year = _YEAR.search(around)
    if year is not None:
        return int(year.group(1)) < published.year
    month = _MONTH.search(around)
    if month is None:
        return False
    if month.group().startswith("last "):
        return True
    back = (published.month - 1 - _MONTHS.index(month.group(1))) % 12
    return 1 <= back <= 6 or (back < _AHEAD and _OVER.search(around) is not None)


@lru_cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)
