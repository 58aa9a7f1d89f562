"""Notes on anything: records, articles, meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Changes
from briefing.workspace.importing.sources import Sources
from briefing.workspace.records.article_notes import note_article, note_of

if TYPE_CHECKING:
    from briefing.workspace.changing.meetings import Meetings
    from briefing.workspace.changing.reviewing import Reviewing


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
