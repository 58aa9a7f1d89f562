"""Search over one library, and the index kept in step with it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.errors import BriefingError
from briefing.library import Library, Session
from briefing.model import Page, Records, Searchable, SearchResult, Span
from briefing.progress import QUIET, Progress
from briefing.search import Index, NotReady, Searcher
from briefing.workspace.finding.batching import HitTable, hit_table

log = logging.getLogger(__name__)

UNTIDY = 16  # updates after which the index is tidied; each adds a segment to search
SCANNED = 200  # articles searched themselves while there is no index: a fifth of a second
BATCH = 200  # articles given to the index in one commit


@dataclass
class Searching:
    """Answers queries; brings the index up to date from the library's queue of changes."""

    library: Library
    index: Index
    _searcher: Searcher = field(init=False, repr=False)
    _updates: int = field(default=0, init=False, repr=False)
    _looked_at: bool = field(default=False, init=False, repr=False)

    def __post_init__(self) -> None:
        self._searcher = Searcher(self.index, self._pages, self._meanwhile)

    def state(self) -> str:
        """Return `ready`, `behind`, `missing` or `damaged`."""
        found = self.index.state(self.library.generation())
        if found == "ready" and not self.library.read_only and self._pending():
            return "behind"
        return found

    def search(
        self, query: str, *, limit: int, meeting: int | None, counted: bool = True
    ) -> SearchResult:
        """Return what answers the query, best first; never raises for what a user typed."""
        return self._searcher.search(query, limit=limit, meeting=meeting, counted=counted)

    def batch(self, queries: Iterable[str]) -> HitTable:
        """Return how often each article answers each query; see `batching`."""
        return hit_table(queries, self._searcher.search)

    def catch_up(self, progress: Progress = QUIET) -> None:
        """Bring the index in step: the queued articles alone, or all of them where it is unsound.

        While another window or command is at it, the work is left to that one: it looks at the
        queue again before it ends.
        """
        if self._is_sound() and self.state() == "ready":
            return
        with self.index.turn() as mine:
            if not mine:
                return
            if not self._is_sound() or self._must_rebuild():
                self._rebuild(progress)
            while not self.library.read_only and (pending := self._pending()):
                progress.step(0, len(pending), "Indexing")
                try:
                    self._update(pending[:BATCH])
                except NotReady:  # damaged since it was looked at
                    self._rebuild(progress)
            self._looked_at = True
            if self._updates >= UNTIDY:
                self._tidy()

    def rebuild(self, progress: Progress = QUIET) -> None:
        """Make the index anew from the library.

        Raises:
            BriefingError: another window or command is writing to it.
        """
        with self.index.turn() as mine:
            if not mine:
                raise BriefingError(
                    "Another window or command is writing to the search index.",
                    "Try again in a moment.",
                )
            self._rebuild(progress)

    def close(self) -> None:
        """Tidy the index if it was changed, and close it."""
        if self._updates:
            with self.index.turn() as mine:
                if mine:
                    self._tidy()
        self.index.close()

    def _tidy(self) -> None:
        """Make few segments of many; what hinders that hinders no search, and is tried again."""
        self._updates = 0
        try:
            self.index.tidy()
        except BriefingError as error:
            log.info("The index was not tidied: %s", error)

    def _is_sound(self) -> bool:
        """Read the whole index, once: what is only opened is believed to be as it was written."""
        if self._looked_at:
            return True
        try:
            self.index.check()
        except NotReady:
            return False
        self._looked_at = True
        return True

    def _must_rebuild(self) -> bool:
        found = self.index.state(self.library.generation())
        if found in {"missing", "damaged"}:
            return True
        # Behind, and nothing is queued: an earlier index was put in the place of the last one.
        return found == "behind" and not self._pending()

    def _pending(self) -> tuple[int, ...]:
        with self.library.reading() as session:
            return () if self.library.read_only else session.queue.pending()

    def _rebuild(self, progress: Progress) -> None:
        generation = self.library.generation()
        with self.library.reading() as session:
            pending = session.queue.pending()
            lines = session.articles.lines()
            ids = [line.id for line in lines]
            self.index.rebuild(_searchables(session, ids), generation, progress, total=len(ids))
        self._done(pending, generation)

    def _update(self, pending: tuple[int, ...]) -> None:
        generation = self.library.generation()
        with self.library.reading() as session:
            there = {line.id for line in session.articles.lines()}
            documents = _searchables(session, [a for a in pending if a in there])
            gone = [a for a in pending if a not in there]
            self.index.update(documents, gone, generation)
        self._updates += 1
        self._done(pending, generation)

    def _done(self, pending: tuple[int, ...], generation: int) -> None:
        """Take articles off the queue, but not one that changed again meanwhile."""
        if self.library.read_only:
            return
        with self.library.aside() as session:
            session.queue.done(pending, upto=generation)

    def _meanwhile(self, letters: Sequence[str]) -> tuple[Searchable, ...]:
        """Return articles to search while there is no index; see `Searcher`."""
        with self.library.reading() as session:
            return tuple(_searchables(session, session.articles.having(letters, SCANNED)))

    def _pages(self, articles: Sequence[int]) -> dict[int, Page]:
        with self.library.reading() as session:
            return session.articles.pages(articles)


def _searchables(session: Session, articles: Iterable[int]) -> Iterator[Searchable]:
    for number in articles:
        article = session.articles.get(number)
        meetings = tuple(session.meetings.get(m) for m in article.meetings)
        if meetings:
            records = _together(session.records.of(meeting=m.id) for m in meetings)
        else:
            records = session.records.of(article=number)
        yield Searchable(article=article, meetings=meetings, records=_in_article(records, number))


def _together(some: Iterable[Records]) -> Records:
    together = Records()
    for records in some:
        together = Records(
            people=together.people + records.people,
            issues=together.issues + records.issues,
            asks=together.asks + records.asks,
            pressure=together.pressure + records.pressure,
        )
    return together


def _in_article(records: Records, article: int) -> Records:
    """Return the records that rest on this article, with their spans in it alone."""

    def here(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(span for span in spans if span.article == article)

    return Records(
        people=tuple(replace(r, spans=s) for r in records.people if (s := here(r.spans))),
        issues=tuple(replace(r, spans=s) for r in records.issues if (s := here(r.spans))),
        asks=tuple(
            replace(r, spans=s, clauses=here(r.clauses))
            for r in records.asks
            if (s := here(r.spans))
        ),
        pressure=tuple(replace(r, spans=s) for r in records.pressure if (s := here(r.spans))),
    )
