"""Background: dates and facts only, and what changed since the same sides last met."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.export.language.wording import stands_alone, unquoted
from briefing.export.markup.escape import folded
from briefing.export.outlines.outline import Block, Bullets, Line, ended
from briefing.export.parts.content import Content, line
from briefing.export.parts.weight import is_shown
from briefing.model import Ask, Span

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTHS})(?: (?P<day2>\d{{1,2}}))?,? (?P<year>(?:19|20)\d\d)\b"
    r"|\b(?:[Ii]n|[Ss]ince) (?P<year2>(?:19|20)\d\d)\b(?!-)"
)
_MOST_WORDS = 30

Moment = tuple[int, int, int]


def background(content: Content) -> tuple[Block, ...]:
    """Return dated facts as the sources word them, oldest first, then the earlier meeting."""
    items = [*_facts(content), *_earlier(content)]
    return (Bullets(tuple(items)),) if items else ()


def _facts(content: Content) -> list[Line]:
    dated = sorted(_dated(content), key=lambda fact: fact[0])[: content.limits["facts"]]
    return [
        ended(
            line(f"{content.headed(_when(content, *when))} ", content.cited(words, [span], "quote"))
        )
        for when, words, span in dated
    ]


def _dated(content: Content) -> Iterable[tuple[Moment, str, Span]]:
    """Yield (date, words, sentence) for short sentences, no speech, that name an earlier date."""
    for article in content.briefing.articles:
        for sentence in article.sentences:
            text = article.text[sentence.start : sentence.end]
            words = folded(text).rstrip(".")
            match = _DATE.search(words)
            is_plain = len(words.split()) <= _MOST_WORDS and not set(words) & set('“”«»"?:')
            if match and is_plain and stands_alone(words) and article.paragraph_at(sentence.start):
                when = _moment(match)
                if _is_past(content, when):
                    yield when, words, Span(article.id, sentence.start, sentence.end, text)


def _moment(match: re.Match[str]) -> Moment:
    """Return (year, month, day), 0 where it is not given."""
    if match["year2"]:
        return int(match["year2"]), 0, 0
    month = _MONTHS.split("|").index(match["month"]) + 1
    return int(match["year"]), month, int(match["day"] or match["day2"] or 0)


def _is_past(content: Content, when: Moment) -> bool:
    """Whether a date lies before the meeting, as far as both are known."""
    day = content.briefing.meeting.date
    if day is None:
        return True
    known = sum(part > 0 for part in when)
    return when[:known] < (day.year, day.month, day.day)[:known]


def _when(content: Content, year: int, month: int, day: int) -> str:
    parts = [
        str(day) if day else "",
        content.headings.months[month - 1] if month else "",
        str(year),
    ]
    return " ".join(part for part in parts if part)


def _earlier(content: Content) -> list[Line]:
    speech = content.speech
    if content.briefing.earlier is None:
        return [line(speech.say("no_earlier"))]
    meeting, records = content.briefing.earlier
    when = content.headings.days(meeting.date, meeting.end_date)
    where = f", {unquoted(speech.place(meeting.place))}" if meeting.place else ""
    items = [line(speech.say("earlier", when=when, where=where))]
    before = [ask for ask in records.asks if is_shown(ask)]
    ours = [ask for ask in before if ask.side == content.our_side]
    theirs = [ask for ask in before if ask.side != content.our_side]
    items += _change(content, "our_change", content.ours, ours)
    items += _change(content, "their_change", content.theirs, theirs)
    return items


def _change(content: Content, key: str, now: Iterable[Ask], before: Iterable[Ask]) -> list[Line]:
    """Compare by issue, since the wording of an ask differs from article to article."""
    new, old = _labels(now), _labels(before)
    said = [
        content.speech.say(f"{what}_asks", labels=content.listed(labels))
        for what, labels in (
            ("new", [label for label in new if label not in old]),
            ("kept", [label for label in new if label in old]),
            ("gone", [label for label in old if label not in new]),
        )
        if labels
    ]
    return [line(content.speech.say(key, said=content.speech.in_parts(said)))] if said else []


def _labels(asks: Iterable[Ask]) -> list[str]:
    return list(dict.fromkeys(ask.issues[0] for ask in asks if ask.issues))
