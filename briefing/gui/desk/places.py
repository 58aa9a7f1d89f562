"""What is left of a place of the window when articles or meetings are gone or were moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.gui.sidebar.rows import Place

if TYPE_CHECKING:
    from briefing.workspace import Overview


def left_of(place: Place, overview: Overview) -> Place:
    """Return a place without what the library no longer has; an article keeps to a meeting of its own."""
    lines = {line.id: line for line in overview.articles}
    meetings = {meeting.id for meeting in overview.meetings}
    if place.meeting is not None and place.meeting not in meetings:
        place = Place(None, place.article)
    if place.article is None:
        return place
    line = lines.get(place.article)
    if line is None:
        return replace(place, article=None)
    if place.meeting not in (line.meetings or (None,)):
        return Place(next(iter(line.meetings), None), place.article)
    return place
