"""Notes on anything: records, articles, meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Changes
from briefing.workspace.article_notes import note_article, note_of
from briefing.workspace.sources import Sources

if TYPE_CHECKING:
    from briefing.workspace.meetings import Meetings
    from briefing.workspace.reviewing import Reviewing


class Noting(Sources):
    """The part of the door that takes notes on anything."""

    meetings: Meetings
    reviewing: Reviewing

    def note(self, kind: str, record: int, text: str) -> Changes:
        """Write a note on a record, an article or a meeting; "" takes it away. Raises NotFound."""
        if kind == "article":
            return note_article(self.library, record, text)
        if kind == "meeting":
            return self._indexed(self.meetings.set(record, note=text))
        return self._indexed(self.reviewing.note(kind, record, text))

    def article_note(self, article: int) -> str:
        """Return the user's note on an article; "" where there is none."""
        with self.library.reading() as session:
            return note_of(session, article)
