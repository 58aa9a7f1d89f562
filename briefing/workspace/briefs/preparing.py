"""The part of the workspace that prepares a meeting: compares, suggests, writes the briefing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Library
from briefing.model import Changes, Meeting
from briefing.workspace.briefs.chronicle import Chronicle, chronicle
from briefing.workspace.briefs.comparing import Comparison, compare
from briefing.workspace.briefs.suggesting import Suggestion, suggestions, unsettled

if TYPE_CHECKING:
    from briefing.workspace.briefs.drafting import Drafting, Written
    from briefing.workspace.briefs.exporting import Exporting


class Preparing:
    """What `Workspace` offers for a meeting beyond reading and reviewing."""

    library: Library
    exporting: Exporting
    _suggested: tuple[int, tuple[Meeting, ...], tuple[Suggestion, ...]] = (-1, (), ())

    @property
    def read_only(self) -> bool:
        """Whether the library may be read but not changed."""
        return self.library.read_only

    def earlier_meetings(self, meeting: int) -> tuple[Meeting, ...]:
        """Return the meetings of the same sides to compare with, the nearest before it first.

        Those without a date come last; a meeting without a date is compared with all others.
        """
        with self.library.reading() as session:
            here = session.meetings.get(meeting)
            same = [
                other
                for other in session.meetings.all()
                if other.id != meeting
                and set(other.sides) == set(here.sides)
                and _before(other, here)
            ]
        return tuple(sorted(same, key=lambda m: m.date.toordinal() if m.date else 0, reverse=True))

    def comparison(self, meeting: int, earlier: int) -> Comparison:
        """Set a meeting against an earlier one; see `compare`. Raises NotFound."""
        with self.library.reading() as session:
            here = session.meetings.get(meeting)
            then = session.records.of(meeting=session.meetings.get(earlier).id)
            return compare(then, session.records.of(meeting=meeting), here.sides)

    def chronicle(self) -> Chronicle:
        """Return meetings, articles and asks by date."""
        with self.library.reading() as session:
            meetings = session.meetings.all()
            records = {m.id: session.records.of(meeting=m.id) for m in meetings}
            return chronicle(meetings, session.articles.lines(), records)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return the meetings that articles could belong to, each with the reason."""
        generation = self.library.generation()
        with self.library.reading() as session:
            meetings = session.meetings.all()
            if self._suggested[:2] == (generation, meetings):
                return self._suggested[2]
            lines = session.articles.lines()
            open_ = unsettled(meetings, lines) if any(m.articles for m in meetings) else ()
            findings = {line.id: session.findings.get(line.id) for line in open_}
            found = suggestions(meetings, lines, findings) if open_ else ()
        self._suggested = (
            generation,
            meetings,
            found,
        )  # asked for again with each view that is shown
        return found

    def written(self, meeting: int, language: str = "en") -> Written:
        """Return the briefing as it would be exported, with its notes and the user's sections.

        What changed since the last export is told in `language`, `en` or `fr`.
        """
        return self._drafting.written(meeting, language)

    def user_text(self, meeting: int) -> dict[str, str]:
        """Return the user's own words in a briefing, by section."""
        return {section.name: section.text for section in self.written(meeting).sections}

    def set_user_text(self, meeting: int, name: str, text: str) -> Changes:
        """Keep what the user wrote into a section; see `Drafting.set_user_text`."""
        return self._drafting.set_user_text(meeting, name, text)

    def both_changed(self, meetings: Sequence[int], folder: Path) -> tuple[str, ...]:
        """Return what was changed both in a file and in the window; see `Drafting.both_changed`."""
        return self._drafting.both_changed(meetings, folder)

    @property
    def _drafting(self) -> Drafting:
        from briefing.workspace.briefs.drafting import Drafting

        exporting = self.exporting
        return Drafting(self.library, exporting.our_side, exporting.own_templates)


def _before(other: Meeting, here: Meeting) -> bool:
    return here.date is None or other.date is None or other.date < here.date
