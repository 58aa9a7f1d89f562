"""Background: dates and facts only, and what changed since the same sides last met."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.export.desk import Desk, line
from briefing.export.escape import folded
from briefing.export.outline import Block, Bullets, Line
from briefing.export.weight import is_shown
from briefing.export.wording import listed, unquoted
from briefing.model import Ask, Span

_YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[A-Z][a-z]+ \d{1,2},|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|of) ((?:19|20)\d\d)\b(?!-)"
)
_MOST_WORDS = 30


def background(desk: Desk) -> tuple[Block, ...]:
    """Return dated facts as the sources word them, oldest first, then the earlier meeting."""
    items = [*_facts(desk), *_earlier(desk)]
    return (Bullets(tuple(items)),) if items else ()


def _facts(desk: Desk) -> list[Line]:
    dated = sorted(_dated(desk), key=lambda fact: fact[0])[: desk.limits["facts"]]
    return [
        line(f"{year}: ", desk.cited(words, [span], "quote"), ".") for year, words, span in dated
    ]


def _dated(desk: Desk) -> Iterable[tuple[int, str, Span]]:
    """Yield (year, words, sentence) for short sentences without speech that name a year."""
    last = desk.briefing.meeting.date.year if desk.briefing.meeting.date else 9999
    for article in desk.briefing.articles:
        for sentence in article.sentences:
            if not article.paragraph_at(sentence.start):
                continue
            span = Span(
                article.id,
                sentence.start,
                sentence.end,
                article.text[sentence.start : sentence.end],
            )
            words = folded(span.quote).rstrip(".")
            years = [int(year) for year in _YEAR.findall(words) if int(year) <= last]
            if years and len(words.split()) <= _MOST_WORDS and not set(words) & set('“”"?'):
                yield years[0], words, span


def _earlier(desk: Desk) -> list[Line]:
    if desk.briefing.earlier is None:
        return [line("No earlier meeting of the same sides is in this library.")]
    meeting, records = desk.briefing.earlier
    when = desk.spoken.days(meeting.date, meeting.end_date)
    where = f", {unquoted(meeting.place)}" if meeting.place else ""
    items = [line(f"Last meeting of the same sides in this library: {when}{where}.")]
    before = [ask for ask in records.asks if is_shown(ask)]
    ours = [ask for ask in before if ask.side == desk.our_side]
    theirs = [ask for ask in before if ask.side != desk.our_side]
    items += _change("What we ask", desk.ours, ours)
    items += _change("What they ask", desk.theirs, theirs)
    return items


def _change(head: str, now: Iterable[Ask], before: Iterable[Ask]) -> list[Line]:
    """Compare by issue, since the wording of an ask differs from article to article."""
    new, old = _labels(now), _labels(before)
    said = [
        f"{what} – {listed([unquoted(label) for label in labels])}"
        for what, labels in (
            ("new", [label for label in new if label not in old]),
            ("still there", [label for label in new if label in old]),
            ("not repeated", [label for label in old if label not in new]),
        )
        if labels
    ]
    return [line(f"{head}, since then: {'; '.join(said)}.")] if said else []


def _labels(asks: Iterable[Ask]) -> list[str]:
    return list(dict.fromkeys(ask.issues[0] for ask in asks if ask.issues))
