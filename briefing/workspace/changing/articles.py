"""What the user sets on an article; whatever rests on it is found anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.errors import BadValue, NotGoneThrough
from briefing.library import Library, Session
from briefing.model import Article, Changes, HiddenRange, Stated
from briefing.phrase import phrase
from briefing.progress import Progress
from briefing.workspace.extraction.extracting import Extraction
from briefing.workspace.records.assembling import assemble
from briefing.workspace.records.placing import move
from briefing.workspace.records.storing import store

BY_USER = "set by you"
_DETAILS = ("title", "outlet", "author", "published")

AHEAD = 32
"""Articles that are gone through while others are kept."""


@dataclass
class Articles:
    """Changes articles of one library."""

    library: Library
    extraction: Extraction

    def set(
        self,
        article: int,
        *,
        title: str | None = None,
        outlet: str | None = None,
        author: str | None = None,
        published: dt.date | None = None,
        clear: Sequence[str] = (),
    ) -> Changes:
        """Set what is given; a new date is read against the text again and moves the meeting.

        Args:
            article: its id.
            title: None leaves it; the same goes for `outlet`, `author` and `published`.
            outlet: the newspaper, station or agency.
            author: its author, or several.
            published: the day it appeared.
            clear: the details of which the user says that they are not known.

        Raises:
            NotFound: there is no such article.
            BadValue: a detail that cannot be cleared.
        """
        for name in clear:
            if name not in _DETAILS:
                raise BadValue(
                    phrase("The {name} of an article cannot be empty.", name=phrase(name))
                )
        texts = {"title": title, "outlet": outlet, "author": author}
        stated = {n: Stated(v.strip(), BY_USER) for n, v in texts.items() if v is not None}
        if published is not None:
            stated["published"] = Stated(published.isoformat(), BY_USER)
        stated |= {name: Stated("", BY_USER) for name in clear}
        with self.library.operation("Edit article details") as session:
            session.articles.set(article, **stated)
            if "published" in stated:
                return self._again(session, article)
            session.queue.add([article])
            return assemble(session, articles=[article]) | _only(article)

    def extract_again(self, articles: Sequence[int], progress: Progress) -> Changes:
        """Run extraction anew over articles; the user's decisions stay as they are.

        Raises:
            NotGoneThrough: an article, the first of several, keeps what was found before.
        """
        changes = Changes()
        failed: list[NotGoneThrough] = []
        for article in self._each(articles, progress):
            try:
                with self.library.operation("Extract again") as session:
                    changes |= self._again(session, article)
            except NotGoneThrough as error:
                failed.append(error)
        if failed:
            raise failed[0]
        return changes

    def without_findings(self) -> tuple[int, ...]:
        """Return the articles that were never gone through, or lost what was found in them."""
        with self.library.reading() as session:
            lines = session.articles.lines()
            return tuple(line.id for line in lines if session.findings.get(line.id) is None)

    def mend(self, progress: Progress) -> None:
        """Find anew what articles lost to damage, and bring every record up to date; no undo."""
        bare = self.without_findings()
        with self.library.reading() as session:
            lines = session.articles.lines()
            meetings = [meeting.id for meeting in session.meetings.all()]
        for article in self._each(bare, progress):
            with self.library.unjournalled() as session:
                self._again(session, article)
        with self.library.unjournalled() as session:
            assemble(session, meetings=meetings, articles=[line.id for line in lines])

    def hide(self, article: int, start: int, end: int) -> Changes:
        """Hide a stretch of the text as chrome, by the user's word."""
        with self.library.operation("Hide text") as session:
            known = session.articles.get(article)
            if not 0 <= start < end <= len(known.text):
                raise BadValue("There is no text to hide at that place.")
            outside = [h for h in known.hidden if h.end <= start or h.start >= end]
            ranges = sorted([*outside, HiddenRange(start, end, "user")])
            session.articles.set_hidden(article, tuple(ranges))
            return self._again(session, article)

    def show(self, article: int, start: int) -> Changes:
        """Put back the hidden range that covers the character at `start`."""
        with self.library.operation("Show hidden text") as session:
            known = session.articles.get(article)
            kept = tuple(h for h in known.hidden if not h.start <= start < h.end)
            if kept == known.hidden:
                raise BadValue("There is no hidden text at that place.")
            session.articles.set_hidden(article, kept)
            return self._again(session, article)

    def star(self, article: int, *, on: bool) -> Changes:
        """Star an article, or take its star away."""
        with self.library.operation("Star article" if on else "Unstar article") as session:
            session.articles.set_starred(article, on)
            return _only(article)

    def remove(self, article: int) -> Changes:
        """Take an article out of the library; undo brings it back."""
        with self.library.operation("Remove article") as session:
            known = session.articles.get(article)
            touched = move(session, known, [])
            session.articles.remove(article)
            return assemble(session, meetings=touched) | _only(article)

    def _each(self, articles: Sequence[int], progress: Progress) -> Iterator[int]:
        """Yield the articles, each once its findings are there where several are gone through."""
        try:
            for article in articles[:AHEAD]:
                self._foresee(article)
            for number, article in enumerate(articles):
                progress.step(number, len(articles), "Extracting")
                while self.extraction.is_awaited(*self._known(article)):
                    progress.step(number, len(articles), "Extracting")
                yield article
                for coming in articles[number + AHEAD : number + AHEAD + 1]:
                    self._foresee(coming)
        finally:
            self.extraction.rest()

    def _foresee(self, article: int) -> None:
        self.extraction.foresee(*self._known(article))

    def _known(self, article: int) -> tuple[Article, dt.date | None, tuple[str, ...]]:
        with self.library.reading() as session:
            known = session.articles.get(article)
            return known, known.published, confirmed_sides(session, known)

    def _again(self, session: Session, article: int) -> Changes:
        known = session.articles.get(article)
        sides = confirmed_sides(session, known)
        return store(session, article, self.extraction.of_article(known, sides))


def confirmed_sides(session: Session, article: Article) -> tuple[str, ...]:
    """Return the sides the user confirmed for the article's meeting, or none."""
    for meeting in article.meetings:
        known = session.meetings.get(meeting)
        if "sides" in known.confirmed:
            return known.sides
    return ()


def _only(article: int) -> Changes:
    return Changes(articles=frozenset([article]))
