"""An article finds its meeting: the one the user named, one that fits, or a new one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from briefing.library import Session
from briefing.model import Article, Decision, Meeting, MeetingFound
from briefing.workspace.records.matching import match
from briefing.workspace.records.own_words import KIND as WRITTEN

PLACED = "meeting"  # key of the decision by which the user put an article into a meeting


def place(session: Session, article_id: int) -> frozenset[int]:
    """Put an article into the meetings it is about and return every meeting touched.

    Where the user put the article into a meeting, or took it out of one, that stands.
    """
    article = session.articles.get(article_id)
    chosen = placed_by_user(session, article_id)
    if chosen is not None:
        return move(session, article, chosen)
    found = session.findings.get(article_id)
    wanted = [_meeting_for(session, article, one) for one in (found.meetings if found else ())]
    return move(session, article, wanted)


def placed_by_user(session: Session, article: int) -> list[int] | None:
    """Return the meetings the user put the article into; None where the user did not say."""
    mine = [d for d in session.decisions.of(article=article) if d.key == PLACED]
    if not mine:
        return None
    there = {m.id for m in session.meetings.all()}
    return [int(m) for m in mine[-1].fields["meetings"] if int(m) in there]


def remember_place(session: Session, article: int, meetings: list[int]) -> None:
    """Keep the user's word on which meetings an article belongs to."""
    session.decisions.add(
        Decision(
            action="edit",
            kind="article",
            key=PLACED,
            article=article,
            fields={"meetings": [str(m) for m in meetings]},
        )
    )


def move(session: Session, article: Article, wanted: list[int]) -> frozenset[int]:
    """Make `wanted` the article's meetings and return every meeting touched.

    What the user decided in a meeting that the article leaves goes with the article.
    """
    left = [m for m in article.meetings if m not in wanted]
    joined = [m for m in wanted if m not in article.meetings]
    for meeting in left:
        _carry(session, meeting, article.id, joined)
        session.meetings.unassign(article.id, meeting)
    for meeting in joined:
        session.meetings.assign(article.id, meeting)
    return frozenset(article.meetings) | frozenset(wanted)


def _carry(session: Session, left: int, article: int, joined: list[int]) -> None:
    for decision in session.decisions.of(meeting=left):
        elsewhere = any(span.article != article for span in decision.spans)
        if decision.meeting != left or elsewhere or decision.kind == WRITTEN:
            continue
        for meeting in joined:
            session.decisions.add(replace(decision, id=0, meeting=meeting))
        if not joined:
            session.decisions.add(replace(decision, id=0, meeting=None, article=article))


def _meeting_for(session: Session, article: Article, found: MeetingFound) -> int:
    published = _published(session, article.id)
    # A starred meeting is one the user goes back to: also when it rests on this article alone, or on
    # none, an article that fits it comes there, and not into a twin that has no star.
    others = [m for m in session.meetings.all() if m.id in published or m.confirmed or m.starred]
    fitting = match(found, article.published, others, published)
    if fitting:
        return fitting.meeting
    return _own(session, article, found) or session.meetings.add(_new(found))


def _published(session: Session, without: int) -> dict[int, tuple[dt.date, ...]]:
    """Return for each meeting with other articles when those appeared, as far as it is known."""
    dates: dict[int, tuple[dt.date, ...]] = {}
    for line in session.articles.lines():
        for meeting in line.meetings if line.id != without else ():
            known = (line.published,) if line.published else ()
            dates[meeting] = dates.get(meeting, ()) + known
    return dates


def _own(session: Session, article: Article, found: MeetingFound) -> int | None:
    """Return a meeting that rests on this article alone and has these sides."""
    for meeting in article.meetings:
        known = session.meetings.get(meeting)
        if known.articles == (article.id,) and set(known.sides) == set(found.sides):
            return meeting
    return None


def _new(found: MeetingFound) -> Meeting:
    return Meeting(
        id=0,
        title=found.title,
        sides=found.sides,
        leaders=found.leaders,
        date=found.date,
        end_date=found.end_date,
        date_basis=found.date_basis,
        place=found.place,
        host=found.host,
    )
