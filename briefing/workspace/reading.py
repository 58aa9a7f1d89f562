"""What is shown, read from one library: cheap, and from any thread."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.library import Library
from briefing.model import Article, Meeting, Records
from briefing.model.finding import BANDS
from briefing.workspace.reports import Overview


@dataclass
class Reading:
    """Reads one library."""

    library: Library

    def overview(self) -> Overview:
        """Return what the lists show: meetings newest first, articles without their texts."""
        with self.library.reading() as session:
            asks, to_review, _ = session.records.asks_counted(BANDS[:2])
            meetings, articles = session.meetings.all(), session.articles.lines()
            starred = sum(m.starred for m in meetings) + sum(a.starred for a in articles)
            return Overview(
                meetings=meetings,
                articles=articles,
                to_review=to_review,
                asks=asks,
                starred=starred + session.records.starred_counted(),
                searches=session.searches.all(),
            )

    def article(self, article: int) -> Article:
        """Return an article. Raises NotFound."""
        with self.library.reading() as session:
            return session.articles.get(article)

    def meeting(self, meeting: int) -> Meeting:
        """Return a meeting. Raises NotFound."""
        with self.library.reading() as session:
            return session.meetings.get(meeting)

    def records(self, *, meeting: int | None, article: int | None) -> Records:
        """Return the records of a meeting, or of an article that has no meeting."""
        with self.library.reading() as session:
            return session.records.of(meeting=meeting, article=article)

    def position(self, article: int) -> int:
        """Return where the user stopped reading, in characters of the text."""
        with self.library.reading() as session:
            return session.positions.get(article)

    def remember_position(self, article: int, offset: int) -> None:
        """Remember where the user stopped reading."""
        with self.library.aside() as session:
            session.positions.set(article, offset)

    def save_search(self, query: str) -> None:
        """Keep a query in the list of saved searches."""
        with self.library.aside() as session:
            session.searches.add(query)

    def forget_search(self, query: str) -> None:
        """Take a query off the list of saved searches."""
        with self.library.aside() as session:
            session.searches.remove(query)
