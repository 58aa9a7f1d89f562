"""Issues: the policy subjects an article puts on the table, found by the words of the table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.extract.scenes.issue_words import OFFICE_AFTER, OFFICE_BEFORE, TALKS, WHOLE
from briefing.extract.tables.issue_table import IssueTable, Phrase, following
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention, side_mentions
from briefing.model import Extent, IssueFound, MeetingFound

_WORD_START = re.compile(r"(?<![\w])\w+")
NEAR_GUARD = 40
NEAR_OFFICE = 60
ACTING_FOR = ("person", "leader", "agency", "seat", "capital")
NEAR_TALKS = 80


@dataclass(frozen=True, slots=True)
class IssueMention:
    """A place of the text that speaks of an issue; `sentence` is an index of the document."""

    start: int
    end: int
    label: str
    sentence: int


def find_issues(
    document: Document,
    tables: Tables,
    *,
    meeting: MeetingFound | None = None,
    mentions: tuple[SideMention, ...] = (),
) -> tuple[IssueFound, ...]:
    """Return the issues of a text, in order of their first mention.

    A country is no issue of its own talks: the sides of the meeting are left out, or, where no
    meeting is known, the two whose people and governments the text names most. Those merely mentioned are among them:
    see salience.py.

    Args:
        document: the text.
        tables: the tables with the issues.
        meeting: the meeting the text is about, where it is known already.
        mentions: the places that stand for a side, those through people included; found anew
            where none are given.
    """
    sides = (
        set(meeting.sides)
        if meeting and meeting.sides
        else _most_named(mentions or side_mentions(document, tables))
    )
    by_label: dict[str, list[IssueMention]] = {}
    for place in issue_mentions(document, tables.issues):
        if tables.issues.issues[place.label].country not in sides:
            by_label.setdefault(place.label, []).append(place)
    return tuple(
        _found(document, tables.issues, label, places) for label, places in by_label.items()
    )


def issue_mentions(document: Document, table: IssueTable) -> Iterator[IssueMention]:
    """Yield every place that speaks of an issue, in order; of overlapping ones the longest."""
    for index, sentence in enumerate(document.sentences):
        position = sentence.start
        for match in _WORD_START.finditer(document.text, sentence.start, sentence.end):
            if match.start() < position or match.group().lower() not in table.phrases:
                continue
            hits = _hits_at(document.text, match, (sentence.start, sentence.end), table)
            for label, end in hits:
                position = max(position, end)
                if not _of_office(document.text, match.start(), end):
                    yield IssueMention(match.start(), end, label, index)


def labels_in(text: str, table: IssueTable) -> tuple[str, ...]:
    """Return the labels of all issues a piece of text speaks of, in order, each once.

    Loose words do not count: what is asked for is told by surer ones.
    """
    found: dict[str, None] = {}
    position = 0
    for match in _WORD_START.finditer(text):
        if match.start() < position or match.group().lower() not in table.phrases:
            continue
        for label, end in _hits_at(text, match, (0, len(text)), table, loose=False):
            found[label] = None
            position = max(position, end)
    return tuple(found)


def _hits_at(
    text: str,
    word: re.Match[str],
    within: tuple[int, int],
    table: IssueTable,
    *,
    loose: bool = True,
) -> list[tuple[str, int]]:
    """Return label and end of what begins at a word of a sentence, `within` its first and last place."""
    start, limit = within
    hits: list[tuple[str, int]] = []
    begun = following(text, word.end())
    for phrase in table.phrases.get(word.group().lower(), ()):
        if not phrase.goes_on(begun):
            continue
        end = phrase.end_in(text, word.start(), limit)
        if end is None or (hits and end < hits[0][1]):
            continue
        if phrase.bare and not _talked_of(text, (word.start(), end), start):
            continue
        if phrase.loose and (hits or not loose or not _speaks_of_talks(text[start:limit])):
            continue
        if not _guarded(text, (word.start(), end), phrase):
            hits.append((phrase.label, end))
    return list(dict.fromkeys(hits))


@lru_cache(maxsize=4)  # the words of one sentence come one after another
def _speaks_of_talks(sentence: str) -> bool:
    return TALKS.search(sentence) is not None


def _talked_of(text: str, place: tuple[int, int], start: int) -> bool:
    """Whether a bare word is the subject of talks: `discussed trade and security`, not `trade unions`."""
    before = max(start, place[0] - NEAR_TALKS)
    return bool(WHOLE.match(text, place[1]) and TALKS.search(text, before, place[0]))


def _of_office(text: str, start: int, end: int) -> bool:
    """Whether words are part of the name of an office or a firm."""
    before = text[max(0, start - NEAR_OFFICE) : start]
    return OFFICE_AFTER.match(text, end) is not None or OFFICE_BEFORE.search(before) is not None


def _guarded(text: str, place: tuple[int, int], phrase: Phrase) -> bool:
    low, high = max(0, place[0] - NEAR_GUARD), place[1] + NEAR_GUARD
    return any(
        hit.start() < place[1] and place[0] < hit.end()
        for guard in phrase.guards
        for hit in guard.finditer(text, low, high)
    )


def _most_named(mentions: Iterable[SideMention]) -> set[str]:
    """Return the two sides named most through those who act for them, or else by any name."""
    acting = Counter(m.side for m in mentions if m.how in ACTING_FOR)
    named = acting or Counter(m.side for m in mentions if m.how != "place")
    return {side for side, _ in named.most_common(2)}


def _found(
    document: Document, table: IssueTable, label: str, mentions: list[IssueMention]
) -> IssueFound:
    text = document.text
    extents = tuple(Extent.of(text, m.start, m.end) for m in mentions)
    sentences = dict.fromkeys(m.sentence for m in mentions)
    return IssueFound(
        label=label,
        parent=table.issues[label].parent,
        aliases=tuple(dict.fromkeys(" ".join(e.quote.split()) for e in extents)),
        sentences=tuple(document.extent(index) for index in sentences),
        mentions=extents,
    )
