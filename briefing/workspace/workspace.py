"""The one door to a library for window and command line: wires the use cases together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError, StorageFull
from briefing.library import Backup, Undone, UndoStatus
from briefing.model import Article, Changes, Meeting, Records, SearchResult
from briefing.progress import QUIET, Progress
from briefing.workspace.briefs.preparing import Preparing
from briefing.workspace.briefs.publishing import Publishing, plain
from briefing.workspace.changing.putting import Putting
from briefing.workspace.extraction.extracting import Extraction
from briefing.workspace.later import was_used
from briefing.workspace.reading import Reading
from briefing.workspace.records.countries import known_countries
from briefing.workspace.reports import Diagnosis, Overview

if TYPE_CHECKING:
    from briefing.export import Style
    from briefing.workspace.briefs.exporting import Exporting
    from briefing.workspace.changing.articles import Articles
    from briefing.workspace.changing.meetings import Meetings
    from briefing.workspace.changing.reviewing import Reviewing
    from briefing.workspace.finding.batching import HitTable
    from briefing.workspace.health.checking import Checking


@dataclass(kw_only=True)
class Workspace(Putting, Preparing, Publishing):
    """Everything window and command line may do with one library.

    Changing calls come from one thread at a time; reading and searching from any.
    """

    extraction: Extraction
    reading: Reading
    articles: Articles
    meetings: Meetings
    reviewing: Reviewing
    exporting: Exporting
    checking: Checking

    # Reading.

    @property
    def library_folder(self) -> Path:
        """The folder of the library."""
        return self.library.folder

    def backend(self) -> str:
        """Return what extraction runs on, or "" while it has not been loaded."""
        return self.extraction.backend

    def countries(self) -> dict[str, str]:
        """Return every spelling of a country that can be a side, with its name."""
        return known_countries(self.extraction.user_tables)

    def overview(self) -> Overview:
        """Return what the lists show."""
        return self.reading.overview()

    def article(self, article: int) -> Article:
        """Return an article. Raises NotFound."""
        return self.reading.article(article)

    def meeting(self, meeting: int) -> Meeting:
        """Return a meeting. Raises NotFound."""
        return self.reading.meeting(meeting)

    def records(self, *, meeting: int | None = None, article: int | None = None) -> Records:
        """Return the records of a meeting, or of an article that has no meeting."""
        return self.reading.records(meeting=meeting, article=article)

    def undo_status(self) -> UndoStatus:
        """Return what undo and redo would do."""
        return self.library.undo_status()

    def history(self) -> tuple[str, ...]:
        """Return the titles of the operations that can be undone, newest first."""
        return self.library.history()

    def position(self, article: int) -> int:
        """Return where the user stopped reading, in characters of the text."""
        return self.reading.position(article)

    # Changing. Each returns what it touched; the index has it before the call returns.

    def set_article(
        self,
        article: int,
        *,
        title: str | None = None,
        outlet: str | None = None,
        author: str | None = None,
        published: dt.date | None = None,
        clear: Sequence[str] = (),
    ) -> Changes:
        """Set what is given of an article's details; see `Articles.set`."""
        details = {"title": title, "outlet": outlet, "author": author}
        return self._indexed(
            self.articles.set(article, **details, published=published, clear=clear)
        )

    def extract_again(self, articles: Sequence[int], progress: Progress = QUIET) -> Changes:
        """Run extraction anew; decisions stay."""
        return self._indexed(self.articles.extract_again(articles, progress))

    def hide(self, article: int, start: int, end: int) -> Changes:
        """Hide a stretch of text as chrome."""
        return self._indexed(self.articles.hide(article, start, end))

    def show(self, article: int, start: int) -> Changes:
        """Put back the hidden stretch at `start`."""
        return self._indexed(self.articles.show(article, start))

    def remove_article(self, article: int) -> Changes:
        """Take an article out of the library; undo brings it back."""
        return self._indexed(self.articles.remove(article))

    def set_meeting(  # noqa: PLR0913 - one for each fact
        self,
        meeting: int,
        *,
        title: str | None = None,
        sides: Sequence[str] | None = None,
        date: dt.date | None = None,
        end_date: dt.date | None = None,
        place: str | None = None,
        host: str | None = None,
        note: str | None = None,
        clear: Sequence[str] = (),
    ) -> Changes:
        """Set and so confirm facts of a meeting; see `Meetings.set`."""
        facts = {"title": title, "sides": sides, "date": date, "end_date": end_date}
        return self._indexed(
            self.meetings.set(meeting, clear=clear, **facts, place=place, host=host, note=note)
        )

    def new_meeting(
        self,
        *,
        sides: Sequence[str],
        date: dt.date | None = None,
        place: str = "",
        articles: Sequence[int] = (),
    ) -> Changes:
        """Make a meeting and put articles into it."""
        return self._indexed(
            self.meetings.add(sides=sides, date=date, place=place, articles=articles)
        )

    def merge_meetings(self, into: int, other: int) -> Changes:
        """Make two meetings one."""
        return self._indexed(self.meetings.merge(into, other))

    def accept(self, kind: str, ids: Sequence[int], *, everywhere: bool = False) -> Changes:
        """Accept records as found."""
        return self._indexed(self.reviewing.decide("accept", kind, ids, everywhere=everywhere))

    def reject(self, kind: str, ids: Sequence[int], *, everywhere: bool = False) -> Changes:
        """Reject records; they do not come back when extraction runs again."""
        return self._indexed(self.reviewing.decide("reject", kind, ids, everywhere=everywhere))

    def edit(self, kind: str, record: int, /, **fields: str | list[str]) -> Changes:
        """Set fields of a record."""
        return self._indexed(self.reviewing.edit(kind, record, fields))

    def merge(self, kind: str, into: int, other: int) -> Changes:
        """Make two records one."""
        return self._indexed(self.reviewing.merge(kind, into, other))

    def split(
        self, kind: str, record: int, places: Sequence[int], /, **fields: str | list[str]
    ) -> Changes:
        """Take some places of a record out of it, into one of their own."""
        return self._indexed(self.reviewing.split(kind, record, places, fields))

    def add(
        self, kind: str, /, *, article: int, start: int, end: int, **fields: str | list[str]
    ) -> Changes:
        """Add a record from selected text."""
        return self._indexed(self.reviewing.add(kind, fields, (article, start, end)))

    def star(self, kind: str, record: int, *, on: bool) -> Changes:
        """Star an article, a meeting or a record, or take its star away."""
        if kind == "article":
            return self._indexed(self.articles.star(record, on=on))
        if kind == "meeting":
            return self._indexed(self.meetings.star(record, on=on))
        return self._indexed(self.reviewing.star(kind, record, on=on))

    def undo(self) -> Undone | None:
        """Take the last operation back; None where there is none."""
        undone = self.library.undo()
        self.searching.catch_up()
        return undone

    def redo(self) -> Undone | None:
        """Do again what was undone last; None where there is none."""
        redone = self.library.redo()
        self.searching.catch_up()
        return redone

    def remember_position(self, article: int, offset: int) -> None:
        """Remember where the user stopped reading."""
        self.reading.remember_position(article, offset)

    def save_search(self, query: str) -> None:
        """Keep a query in the list of saved searches."""
        self.reading.save_search(query)

    def forget_search(self, query: str) -> None:
        """Take a query off the list of saved searches."""
        self.reading.forget_search(query)

    # Searching.

    def search(
        self, query: str, *, limit: int = 50, meeting: int | None = None, counted: bool = True
    ) -> SearchResult:
        """Return what answers a query; never raises for what is typed. See `Searcher.search`."""
        return self.searching.search(query, limit=limit, meeting=meeting, counted=counted)

    def search_batch(self, queries: Iterable[str]) -> HitTable:
        """Return a table of how often each article answers each of many queries."""
        return self.searching.batch(queries)

    def index_state(self) -> str:
        """Return `ready`, `behind`, `missing` or `damaged`."""
        return self.searching.state()

    def catch_up_index(self, progress: Progress = QUIET) -> None:
        """Bring the index in step with the library, rebuilding it where it is unsound."""
        self.searching.catch_up(progress)

    def rebuild_index(self, progress: Progress = QUIET) -> None:
        """Make the index anew."""
        self.searching.rebuild(progress)

    # Exporting, checking, closing.

    def briefing_markdown(self, meeting: int, style: Style | None = None) -> str:
        """Return the briefing of a meeting as it would be exported now."""
        return self.exporting.markdown(meeting, style or plain())

    def export(
        self,
        meetings: Sequence[int],
        folder: Path,
        formats: Sequence[str] = ("md",),
        progress: Progress = QUIET,
        *,
        style: Style | None = None,
    ) -> tuple[Path, ...]:
        """Write briefings into a folder; see `Exporting.export`."""
        return self.exporting.export(meetings, folder, formats, progress, style=style or plain())

    def verify(self) -> tuple[str, ...]:
        """Return the library's problems as sentences; empty when it is sound."""
        return self.library.check()

    def verify_files(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Return what the sources do not bear out of briefings, as sentences."""
        return self.exporting.verify_files(paths)

    def backup(self, target: Path) -> None:
        """Write a verified copy of the whole library into one file."""
        self.library.backup(target)

    def back_up_now(self) -> Backup | None:
        """Make a backup in the library's own folder; None for a library that is only read."""
        return self.library.back_up_if_due(dt.datetime.now(dt.UTC), anyway=True)

    def doctor(self) -> tuple[Diagnosis, ...]:
        """Return what was looked at and what to do."""
        return self.checking.doctor()

    def close(self) -> tuple[str, ...]:
        """Make a backup where one is due, close; return what could not be done, as sentences."""
        if was_used(self.adding):
            self.adding.close()
        self.extraction.close()
        self.searching.close()
        problems: tuple[str, ...] = ()
        try:
            self.library.back_up_if_due(dt.datetime.now(dt.UTC))
        except StorageFull:
            problems = ("The library is saved, but the disk has no room for a backup of it.",)
        except BriefingError as error:
            problems = (f"No backup was made: {error}",)
        self.library.close()
        return problems
