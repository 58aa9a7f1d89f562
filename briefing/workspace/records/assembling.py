"""Meetings and their records brought up to date after something they rest on has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.library import Session
from briefing.model import Article, Changes, Decision, Findings, Meeting, MeetingFound
from briefing.model.finding import BANDS
from briefing.workspace.gathering import Material, gather


def assemble(
    session: Session, *, meetings: Iterable[int] = (), articles: Iterable[int] = ()
) -> Changes:
    """Bring meetings, and articles that have no meeting, up to date with what they rest on.

    A meeting that lost its last article is removed, unless the user confirmed something of it or
    gave it a star: it would be gone from the list of what is starred without a word.

    Args:
        session: a session that may write.
        meetings: ids of meetings to bring up to date.
        articles: ids of articles; those with a meeting bring that meeting up to date.
    """
    loose, wanted = set(), set(meetings)
    for article in articles:
        of_article = session.articles.get(article).meetings
        wanted.update(of_article)
        if not of_article:
            loose.add(article)
    changes = Changes(articles=frozenset(loose), meetings=frozenset(wanted))
    for meeting in sorted(wanted):
        changes |= _meeting(session, meeting)
    for article in sorted(loose):
        changes |= _loose_article(session, article)
    return changes


def _meeting(session: Session, meeting: int) -> Changes:
    articles = session.articles.of_meeting(meeting)
    known = session.meetings.get(meeting)
    if not articles and not (known.confirmed or known.starred):
        changes = session.records.replace(gather(_NOTHING), meeting=meeting)
        session.meetings.remove(meeting)
        return changes
    findings = session.findings.of_meeting(meeting)
    facts = facts_from(known, articles, findings)
    material = Material(
        articles={a.id: a for a in articles},
        findings={a.id: findings[a.id] for a in articles if a.id in findings},
        decisions=_decisions(session, meeting, articles),
        meeting=meeting,
        sides=facts.sides,
        groups=session.twins.leaders(a.id for a in articles),
    )
    records = gather(material)
    firm = sum(ask.band in BANDS[:2] for ask in records.asks)
    session.meetings.set(replace(facts, asks=firm))
    for article in articles:
        session.records.replace(gather(_NOTHING), article=article.id)
    session.queue.add(a.id for a in articles)
    return session.records.replace(records, meeting=meeting)


def _decisions(session: Session, meeting: int, articles: Sequence[Article]) -> tuple[Decision, ...]:
    """Return what the user decided in the meeting, everywhere, and before there was a meeting."""
    found = {d.id: d for d in session.decisions.of(meeting=meeting)}
    for article in articles:
        found |= {d.id: d for d in session.decisions.of(article=article.id)}
    return tuple(found[number] for number in sorted(found))


_NOTHING = Material(articles={}, findings={})


def _loose_article(session: Session, article: int) -> Changes:
    found = session.findings.get(article)
    material = Material(
        articles={article: session.articles.get(article)},
        findings={article: found} if found else {},
        decisions=session.decisions.of(article=article),
    )
    session.queue.add([article])
    return session.records.replace(gather(material), article=article)


def facts_from(
    meeting: Meeting, articles: Sequence[Article], findings: dict[int, Findings]
) -> Meeting:
    """Return the meeting with every fact the user did not confirm taken from its articles anew.

    The articles that state a fact the most plainly come first: an explicit date before a weekday,
    a weekday before none; among equals the latest article.
    """
    found = _telling(meeting, articles, findings)
    if not found:
        return _titled(meeting)
    facts: dict[str, object] = {
        "sides": found[0].sides,
        "leaders": _leaders(found),
        "place": next((f.place for f in found if f.place), ""),
        "host": next((f.host for f in found if f.host), None),
    }
    dated = next((f for f in found if f.date), None)
    facts["date"] = dated.date if dated else None
    facts["end_date"] = dated.end_date if dated else None
    facts["date_basis"] = dated.date_basis if dated else ""
    kept = {n: v for n, v in facts.items() if n not in meeting.confirmed}
    if "date" in meeting.confirmed:
        kept["date_basis"] = "set by you"
        kept.pop("end_date", None)
    return _titled(replace(meeting, **kept))  # type: ignore[arg-type]


def _telling(
    meeting: Meeting, articles: Sequence[Article], findings: dict[int, Findings]
) -> list[MeetingFound]:
    told = [
        (found, article.published or dt.date.min)
        for article in articles
        if article.id in findings
        for found in _of_these_sides(meeting, findings[article.id].meetings)
    ]
    plainness = ("explicit", "weekday", "none")
    told.sort(key=lambda pair: (plainness.index(pair[0].date_in_text), -pair[1].toordinal()))
    return [found for found, _ in told]


def _of_these_sides(meeting: Meeting, found: Sequence[MeetingFound]) -> Sequence[MeetingFound]:
    return [f for f in found if not meeting.sides or set(f.sides) == set(meeting.sides)][:1]


def _leaders(found: Sequence[MeetingFound]) -> tuple[tuple[str, str], ...]:
    leaders: dict[str, str] = {}
    for one in found:
        for side, name in one.leaders:
            if len(name.split()) > len(leaders.get(side, "").split()):
                leaders[side] = name
    sides = found[0].sides
    ranked = sorted(leaders, key=lambda s: sides.index(s) if s in sides else len(sides))
    return tuple((side, leaders[side]) for side in ranked)


def _titled(meeting: Meeting) -> Meeting:
    if "title" in meeting.confirmed:
        return meeting
    leaders = dict(meeting.leaders)
    names = [_surname(leaders[s]) if s in leaders else s for s in meeting.sides]
    pair = names if len(names) == 2 and all(s in leaders for s in meeting.sides) else meeting.sides
    return replace(meeting, title=" – ".join(pair) or "Meeting")


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
