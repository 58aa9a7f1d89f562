"""What the user says of meetings: their facts, which articles they gather, that two are one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.errors import BadValue
from briefing.library import Library, Session
from briefing.model import Changes, Meeting
from briefing.phrase import phrase
from briefing.workspace.extraction.extracting import Extraction
from briefing.workspace.records.assembling import assemble
from briefing.workspace.records.own_words import carry_drafts
from briefing.workspace.records.placing import move, remember_place
from briefing.workspace.records.storing import store


@dataclass
class Meetings:
    """Changes meetings of one library."""

    library: Library
    extraction: Extraction

    def set(self, meeting: int, *, clear: Sequence[str] = (), **facts: Any) -> Changes:
        """Set and so confirm facts of a meeting; None leaves a fact as it is.

        New sides are fed back: the meeting's articles are extracted again with them.

        Args:
            meeting: its id.
            clear: facts of which the user says that they are not known; a title cleared is made
                from the leaders again.
            **facts: `title`, `sides`, `date`, `end_date`, `place`, `host`, and `note`, which is no
                fact and confirms nothing.

        Raises:
            NotFound: there is no such meeting.
            BadValue: fewer than two sides, an end before the beginning, or a fact that cannot be
                cleared.
        """
        emptied = _emptied(clear)
        given = {name: value for name, value in facts.items() if value is not None}
        if "sides" in given:
            given["sides"] = _two_sides(given["sides"])
        with self.library.operation("Edit meeting") as session:
            known = session.meetings.get(meeting)
            confirmed = (known.confirmed | given.keys() | emptied.keys()) - (
                {"title"} & {*clear} | {"note"}
            )
            changed = replace(known, **{**emptied, **given}, confirmed=confirmed)
            _in_order(changed)
            session.meetings.set(changed)
            if "sides" in given and set(given["sides"]) != set(known.sides):
                return self._with_sides(session, changed)
            return assemble(session, meetings=[meeting])

    def add(
        self,
        *,
        sides: Sequence[str],
        date: dt.date | None,
        place: str,
        articles: Sequence[int],
    ) -> Changes:
        """Make a meeting the user names, with the articles put into it."""
        facts = {"sides": _two_sides(sides), "date": date, "place": place}
        given = {name: value for name, value in facts.items() if value}
        with self.library.operation("New meeting") as session:
            meeting = Meeting(id=0, title="", confirmed=frozenset(given), **given)  # type: ignore[arg-type]
            added = session.meetings.add(meeting)
            changes = assemble(session, meetings=[added])
            for article in articles:
                changes |= self._put(session, article, [added])
            return changes | Changes(meetings=frozenset([added]))

    def star(self, meeting: int, *, on: bool) -> Changes:
        """Star a meeting, or take its star away. Raises NotFound."""
        with self.library.operation("Star meeting" if on else "Unstar meeting") as session:
            known = session.meetings.get(meeting)
            session.meetings.set(replace(known, starred=on))
        return Changes(meetings=frozenset([meeting]))

    def merge(self, into: int, other: int) -> Changes:
        """Make two meetings one: the articles of `other` go to `into`, which keeps its facts.

        A star that one of them had is on the one there is then.
        """
        if into == other:
            raise BadValue("A meeting cannot be merged with itself.")
        with self.library.operation("Merge meetings") as session:
            kept, gone = session.meetings.get(into), session.meetings.get(other)
            changes = Changes(meetings=frozenset([into, other]))
            carry_drafts(session, (into, other))
            session.meetings.set(replace(kept, starred=kept.starred or gone.starred))
            # Neither what was confirmed of it nor its star keeps it from being removed.
            session.meetings.set(replace(gone, confirmed=frozenset(), starred=False))
            for article in gone.articles:
                changes |= self._put(session, article, [into], sides=kept.sides)
            return changes

    def assign(self, article: int, meeting: int, *, batch: int | None = None) -> Changes:
        """Put an article into a meeting, by the user's word, and out of any other."""
        with self.library.operation("Move article to meeting", batch=batch) as session:
            sides = session.meetings.get(meeting).sides
            return self._put(session, article, [meeting], sides=sides)

    def unassign(self, article: int, meeting: int, *, batch: int | None = None) -> Changes:
        """Take an article out of a meeting, by the user's word."""
        with self.library.operation("Take article out of meeting", batch=batch) as session:
            left = [m for m in session.articles.get(article).meetings if m != meeting]
            return self._put(session, article, left)

    def _put(
        self,
        session: Session,
        article: int,
        meetings: list[int],
        sides: Sequence[str] = (),
    ) -> Changes:
        remember_place(session, article, meetings)
        known = session.articles.get(article)
        touched = move(session, known, meetings)
        if sides:
            changes = store(session, article, self.extraction.of_article(known, sides))
        else:
            changes = Changes()
        return changes | assemble(session, meetings=touched, articles=[article])

    def _with_sides(self, session: Session, meeting: Meeting) -> Changes:
        changes = assemble(session, meetings=[meeting.id])
        for article in meeting.articles:
            known = session.articles.get(article)
            remember_place(session, article, list(known.meetings))
            changes |= store(session, article, self.extraction.of_article(known, meeting.sides))
        return changes


_EMPTY: dict[str, Any] = {
    "title": "",
    "date": None,
    "end_date": None,
    "place": "",
    "host": None,
    "note": "",
}


def _emptied(clear: Sequence[str]) -> dict[str, Any]:
    """Return the empty values of these facts; without its first day a meeting has no last one."""
    for name in clear:
        if name not in _EMPTY:
            raise BadValue(phrase("The {name} of a meeting cannot be empty.", name=phrase(name)))
    names = [*clear, "end_date"] if "date" in clear else clear
    return {name: _EMPTY[name] for name in names}


def _two_sides(sides: Sequence[str]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(side.strip() for side in sides if side.strip()))
    if len(named) < 2:
        raise BadValue("A meeting needs two different sides.", "Name them as “Canada, Mexico”.")
    return named


def _in_order(meeting: Meeting) -> None:
    if meeting.end_date and meeting.date and meeting.end_date < meeting.date:
        raise BadValue("The meeting's last day lies before its first.", "Correct one of the two.")
