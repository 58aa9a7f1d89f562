"""Meeting and scenario: when, where, how it is held, and the media; only what sources say."""

from __future__ import annotations

import re

from briefing.export.language.tables import cues
from briefing.export.language.wording import stands_alone, unquoted
from briefing.export.markup.escape import folded
from briefing.export.outlines.outline import Block, Line, Run, Table, ended
from briefing.export.parts.content import Content, line
from briefing.export.parts.occasion import is_elsewhere
from briefing.model import Span, is_caption

_SHOWN = 4
_OUTCOME_WORDS = 30
_OF_MEETING = re.compile(
    r"\b(?:meets?|meetings?|talks?|visits?|summits?|sit-?down|trip|leaders?|both|two|sides|calls?)\b",
    re.IGNORECASE,
)


def scenario(content: Content) -> tuple[Block, ...]:
    """Return the table of the meeting."""
    rows = [
        _row(content, "when", line(_when_where(content))),
        _row(content, "leaders", line(_leaders(content))),
        _row(content, "host", line(unquoted(_host(content)))),
        _row(content, "format", found(content, "format")),
        _row(content, "press", found(content, "press")),
    ]
    return (Table(("", ""), tuple(row for row in rows if row)),)


def found(content: Content, kind: str) -> Line:
    """Return the words of the sources about format or press, quoted, each with its footnote."""
    pattern = cues(kind)
    elsewhere = _of_others(content)
    hits: dict[str, tuple[str, Span]] = {}
    for article in content.briefing.articles:
        for sentence in article.sentences:
            text = article.text[sentence.start : sentence.end]
            if is_caption(text) or is_elsewhere(folded(text), content.briefing.meeting):
                continue
            for match in pattern.finditer(text):
                span = Span(article.id, sentence.start, sentence.end, text)
                if span not in elsewhere:
                    hits.setdefault(_key(match.group()), (match.group(), span))
    runs: list[Run] = []
    for words, span in list(hits.values())[:_SHOWN]:
        runs += [Run(content.speech.in_parts(["", ""]))] if runs else []
        runs.append(content.cited(words, [span], "quote"))
    return tuple(runs)


def outcome(content: Content) -> Line:
    """Return the first short sentence that says what is to come of the meeting, verbatim."""
    elsewhere = _of_others(content)
    for article in content.briefing.articles:
        for sentence in article.sentences:
            text = article.text[sentence.start : sentence.end]
            span = Span(article.id, sentence.start, sentence.end, text)
            words = folded(text)
            is_plain = len(words.split()) <= _OUTCOME_WORDS and not set(words) & set('“”«»"?')
            is_told = cues("outcome").search(words) and _OF_MEETING.search(words)
            is_shown = stands_alone(words) and article.paragraph_at(sentence.start)
            if is_told and is_plain and is_shown and span not in elsewhere:
                return ended((content.cited(words.rstrip("."), [span], "quote"),))
    return ()


def _of_others(content: Content) -> set[Span]:
    """The sentences that name leaders of other countries: they may tell of another meeting."""
    people = [p for p in content.briefing.records.people if p.kind == "foreign_leader"]
    return {content.notes.sentence(s) for p in people for s in content.notes.known(p.spans)}


def _key(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words.casefold()).removesuffix("s")


def _row(content: Content, label: str, cell: Line) -> tuple[Line, ...]:
    return (line(content.label(label)), cell) if cell else ()


def _when_where(content: Content) -> str:
    meeting = content.briefing.meeting
    if meeting.date and not (meeting.end_date and meeting.end_date > meeting.date):
        when = content.headings.long_day(meeting.date)
    else:
        when = content.headings.days(meeting.date, meeting.end_date)
    when = when[:1].upper() + when[1:]
    return f"{when}, {unquoted(content.speech.place(meeting.place))}" if meeting.place else when


def _host(content: Content) -> str:
    host = content.briefing.meeting.host
    return content.speech.bare(host) if host else ""


def _leaders(content: Content) -> str:
    leaders = content.briefing.meeting.leaders
    return content.speech.in_parts(
        [f"{unquoted(name)} ({content.speech.bare(side)})" for side, name in leaders]
    )
