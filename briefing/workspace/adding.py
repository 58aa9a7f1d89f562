"""Files become articles: read, kept, extracted, placed in a meeting. One operation an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from briefing.errors import BriefingError, StorageFull, UnreadableFile
from briefing.ingest import IsolatedReader, Known, Refused, files_in, read_articles
from briefing.library import Library, Session
from briefing.model import Article, Changes, Findings, ImportedText, Stated
from briefing.model.changes import NOTHING
from briefing.progress import Cancelled, Progress
from briefing.workspace.assembling import assemble
from briefing.workspace.duplicates import group
from briefing.workspace.extracting import Extraction, published_of
from briefing.workspace.furniture import remember_lines, without_furniture
from briefing.workspace.placing import place, remember_place
from briefing.workspace.reports import Duplicate, Failed, Imported, ImportReport

GIVEN = "given at import"

PASTED = "The pasted text"
"""How a text without a file is named in messages."""


@dataclass
class Adding:
    """Imports files into one library.

    Attributes:
        reader: reads files in a child process, so that none can harm this one.
    """

    library: Library
    extraction: Extraction
    reader: IsolatedReader = field(default_factory=IsolatedReader)

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        published: dt.date | None,
        meeting: int | None,
        progress: Progress,
    ) -> ImportReport:
        """Import files and the files in folders; one that fails never stops the rest.

        A cancel keeps the articles already imported and says so in the report.

        Args:
            paths: files and folders.
            published: the date to give to every article, in place of the one its file tells.
            meeting: the meeting to put every article into.
            progress: told of each file; may cancel between files.

        Raises:
            NotFound: there is no such meeting.
        """
        if meeting is not None:
            with self.library.reading() as session:
                session.meetings.get(meeting)
        tally = _Tally()
        task = _Task(published, meeting, tally)
        files = list(_files(paths, tally))
        try:
            for number, path in enumerate(files):
                progress.step(number, len(files), path.name)
                self.reader.check = partial(progress.step, number, len(files), path.name)
                self._import(path, task)
        except Cancelled:
            tally.cancelled = True
        except StorageFull as error:
            tally.failed += [Failed(str(path), str(error), path) for path in files[number:]]
        return tally.report()

    def import_text(
        self, text: str, *, title: str, published: dt.date | None, meeting: int | None
    ) -> ImportReport:
        """Import a text that was pasted; the source of a web page is read as a page.

        Args:
            text: the text.
            title: its title; "" where the text itself may tell it.
            published: when it was published, where that is known.
            meeting: the meeting to put it into.

        Raises:
            StorageFull: the disk is full.
            NotFound: there is no such meeting.
        """
        if meeting is not None:
            with self.library.reading() as session:
                session.meetings.get(meeting)
        task = _Task(published, meeting, _Tally())
        data = text.encode("utf-8", "replace")
        try:
            for found in self.reader.articles_of(data, PASTED, ".txt"):
                assert isinstance(found, ImportedText)
                given = replace(found, title=Stated(title, GIVEN)) if title else found
                self._take(Path(), given, task)
        except UnreadableFile as error:
            task.tally.failed.append(Failed(PASTED, str(error)))
        return task.tally.report()

    def close(self) -> None:
        """End the process that reads files."""
        self.reader.close()

    def _import(self, path: Path, task: _Task) -> None:
        try:
            for found in read_articles(path, self.reader.articles_of, self._is_known):
                self._take(path, found, task)
        except UnreadableFile as error:
            task.tally.failed.append(Failed(str(path), str(error), path))

    def _take(self, path: Path, found: ImportedText | Refused | Known, task: _Task) -> None:
        tally = task.tally
        if isinstance(found, Refused):
            tally.failed.append(Failed(found.path, found.reason, path))
            return
        known = self._known(found.sha256)
        if known is not None:
            tally.duplicates.append(Duplicate(found.path, known))
            return
        if isinstance(found, Known):  # it was removed while the import ran
            return
        try:
            article, changes = self._add(_dated(found, task.published), task)
        except StorageFull:
            raise
        except BriefingError as error:
            tally.failed.append(Failed(found.path, str(error), path))
            return
        tally.changes |= changes
        tally.imported.append(Imported(found.path, article.id, article.headline, article.published))

    def _is_known(self, sha256: str) -> bool:
        return self._known(sha256) is not None

    def _known(self, sha256: str) -> int | None:
        with self.library.reading() as session:
            return session.articles.by_sha256(sha256)

    def _add(self, text: ImportedText, task: _Task) -> tuple[Article, Changes]:
        meeting = task.meeting
        with self.library.reading() as session:
            text = without_furniture(session, text)
        findings = self.extraction.of_text(text, published_of(text), self._sides(meeting))
        self.library.keep_original(text.original, text.sha256)
        title = text.title.value if text.title else Path(text.path).name
        if task.tally.batch is None:
            task.tally.batch = self.library.batch("Import # articles")
        with self.library.operation(f"Import “{title}”", batch=task.tally.batch) as session:
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            article = session.articles.add(text, now)
            if meeting is not None:
                remember_place(session, article, [meeting])
            regrouped = group(session, article)
            if regrouped:
                task.tally.alike.append(article)
            remember_lines(session, article)
            changes = store(session, article, findings, regrouped)
            return session.articles.get(article), changes

    def _sides(self, meeting: int | None) -> tuple[str, ...]:
        if meeting is None:
            return ()
        with self.library.reading() as session:
            return session.meetings.get(meeting).sides


def store(session: Session, article: int, findings: Findings, alike: Iterable[int] = ()) -> Changes:
    """Keep what was found in an article, place it in its meetings, bring those up to date.

    Args:
        session: a session that may write.
        article: the article.
        findings: what was found in it.
        alike: other articles whose group changed with it.
    """
    session.findings.put(article, findings)
    touched = place(session, article)
    changes = assemble(session, meetings=touched, articles={article, *alike})
    return changes | Changes(articles=frozenset([article]), meetings=touched)


@dataclass(frozen=True)
class _Task:
    """What an import was asked for, and what became of it so far."""

    published: dt.date | None
    meeting: int | None
    tally: _Tally


@dataclass
class _Tally:
    imported: list[Imported] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)
    changes: Changes = NOTHING
    cancelled: bool = False
    batch: int | None = None

    def report(self) -> ImportReport:
        return ImportReport(
            imported=tuple(self.imported),
            duplicates=tuple(self.duplicates),
            failed=tuple(self.failed),
            alike=tuple(self.alike),
            changes=self.changes,
            cancelled=self.cancelled,
        )


def _files(paths: Iterable[Path], tally: _Tally) -> Iterable[Path]:
    for path in paths:
        try:
            yield from files_in(path)
        except UnreadableFile as error:
            tally.failed.append(Failed(str(path), str(error), path))


def _dated(text: ImportedText, published: dt.date | None) -> ImportedText:
    if published is None:
        return text
    return replace(text, published=Stated(published.isoformat(), GIVEN))
