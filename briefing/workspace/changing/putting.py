"""The part of the door that puts articles into meetings and takes them out."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Changes
from briefing.workspace.changing.noting import Noting


class Putting(Noting):
    """Puts articles into meetings, one or many; many are one step of undo."""

    def assign(self, article: int, meeting: int) -> Changes:
        """Put an article into a meeting. Raises NotFound."""
        return self._indexed(self.meetings.assign(article, meeting))

    def unassign(self, article: int, meeting: int) -> Changes:
        """Take an article out of a meeting. Raises NotFound."""
        return self._indexed(self.meetings.unassign(article, meeting))

    def gather(self, articles: Sequence[int], meeting: int) -> Changes:
        """Put articles into a meeting; what was done before one fails stays. Raises NotFound."""
        batch = self.library.batch("Move {number} articles to meeting")
        changes = Changes()
        for article in articles:
            changes |= self._indexed(self.meetings.assign(article, meeting, batch=batch))
        return changes

    def part(self, pairs: Sequence[tuple[int, int]]) -> Changes:
        """Take articles out of meetings, as pairs of both; as `gather`. Raises NotFound."""
        batch = self.library.batch("Take articles out of meetings")
        changes = Changes()
        for article, meeting in pairs:
            changes |= self._indexed(self.meetings.unassign(article, meeting, batch=batch))
        return changes
