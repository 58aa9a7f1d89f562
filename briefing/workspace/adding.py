"""Files become articles: read ahead, kept in lots, extracted, placed in a meeting."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.errors import BriefingError, StorageFull, UnreadableFile
from briefing.ingest import IsolatedReader, Known, Offered, Refused, files_in
from briefing.library import Library, Session
from briefing.model import Changes, Findings, ImportedText, Stated
from briefing.progress import Cancelled, Progress
from briefing.workspace.arriving import Arrived, Arriving
from briefing.workspace.assembling import assemble
from briefing.workspace.duplicates import group
from briefing.workspace.extracting import ENGLISH, Extraction, published_of
from briefing.workspace.furniture import remember_lines, without_furniture
from briefing.workspace.lots import Lot
from briefing.workspace.placing import place, remember_place
from briefing.workspace.reports import Attached, Duplicate, Failed, Imported, ImportReport
from briefing.workspace.tally import Kept, Tally, Task

GIVEN = "given at import"

PASTED = "The pasted text"
"""How a text without a file is named in messages."""

SLOW = 0.05
"""Seconds an extraction may take while others wait for the library."""


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
        attachments: bool = False,
    ) -> ImportReport:
        """Import files and the files in folders; one that fails never stops the rest.

        A cancel keeps the articles already imported and says so in the report.

        Args:
            paths: files and folders.
            published: the date to give to every article, in place of the one its file tells.
            meeting: the meeting to put every article into.
            progress: told of each file; may cancel between files, and while one is read.
            attachments: whether what is attached to mails becomes articles too.

        Raises:
            NotFound: there is no such meeting.
        """
        task = Task(published, meeting, Tally())
        keeper = self._keeper(task)
        files = list(_files(paths, task.tally))
        try:
            _keep(keeper, Arriving(files, self.reader, self._is_known, attachments), progress)
        finally:
            keeper.close()
        return task.tally.report()

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
        task = Task(published, meeting, Tally())
        keeper = self._keeper(task)
        data = text.encode("utf-8", "replace")
        self.reader.check = _nothing_to_check
        try:
            for found in self.reader.articles_of(data, PASTED, ".txt"):
                assert isinstance(found, ImportedText)
                given = replace(found, title=Stated(title, GIVEN)) if title else found
                keeper.take(Path(), Arrived(0, given))
            keeper.end()
        except UnreadableFile as error:
            task.tally.failed.append(Failed(PASTED, error.told))
        finally:
            keeper.close()
        return task.tally.report()

    def close(self) -> None:
        """End the process that reads files."""
        self.reader.close()

    def _keeper(self, task: Task) -> _Keeper:
        sides: tuple[str, ...] = ()
        if task.meeting is not None:
            with self.library.reading() as session:
                sides = session.meetings.get(task.meeting).sides
        return _Keeper(self.library, self.extraction, task, sides)

    def _is_known(self, sha256: str) -> bool:
        with self.library.reading() as session:
            return session.articles.by_sha256(sha256) is not None


@dataclass
class _Keeper:
    """Keeps what arrives, in lots, for one import."""

    library: Library
    extraction: Extraction
    task: Task
    sides: tuple[str, ...]
    _lot: Lot = field(init=False)
    _slow: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._lot = Lot(self.library)

    def take(self, path: Path, arrived: Arrived) -> None:
        """Keep what arrived, or tell what became of it.

        Raises:
            StorageFull: the disk is full; what was not told as imported is not kept.
        """
        tally, found = self.task.tally, arrived.found
        if isinstance(found, UnreadableFile):
            tally.failed.append(Failed(str(path), found.told, path))
        elif isinstance(found, Refused):
            tally.failed.append(Failed(found.path, found.reason, path))
        elif isinstance(found, Offered):
            tally.attached.append(Attached(found.path, path))
        elif found is not None:
            self._article(path, found)
        if self._lot.due or arrived.waiting:
            self.end()

    def end(self) -> None:
        """Commit what is kept. Raises StorageFull."""
        self._lot.end()
        self.task.tally.commit()

    def close(self) -> None:
        """Give up what is not committed."""
        self._lot.close()

    def _article(self, path: Path, found: ImportedText | Known) -> None:
        tally = self.task.tally
        with self._lot.reading() as session:
            known = session.articles.by_sha256(found.sha256)
        if known is not None:
            tally.duplicates.append(Duplicate(found.path, known))
            return
        if isinstance(found, Known):  # it was removed while the import ran
            return
        try:
            tally.kept.append(self._kept(path, _dated(found, self.task.published)))
        except StorageFull:
            raise
        except BriefingError as error:
            tally.failed.append(Failed(found.path, error.told, path))

    def _kept(self, path: Path, text: ImportedText) -> Kept:
        with self._lot.reading() as session:
            text = without_furniture(session, text)
        findings = self._findings(text)
        tally = self.task.tally
        if tally.batch is None:
            tally.batch = self.library.batch("Import # articles")
        title = text.title.value if text.title else Path(text.path).name
        with self._lot.operation(f"Import “{title}”", batch=tally.batch) as session:
            self._lot.keep_original(text.original, text.sha256)
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            number = session.articles.add(text, now)
            if self.task.meeting is not None:
                remember_place(session, number, [self.task.meeting])
            regrouped = group(session, number)
            remember_lines(session, number)
            changes = store(session, number, findings, regrouped)
            article = session.articles.get(number)
        imported = Imported(text.path, number, article.headline, article.published)
        return Kept(imported, path, changes, bool(regrouped))

    def _findings(self, text: ImportedText) -> Findings:
        if self._slow and text.language == ENGLISH:
            self.end()  # so that no other writer waits for an extraction
        began = time.monotonic()
        findings = self.extraction.of_text(text, published_of(text), self.sides)
        self._slow = self._slow or time.monotonic() - began > SLOW
        return findings


def _keep(keeper: _Keeper, arriving: Arriving, progress: Progress) -> None:
    """Keep what arrives; where that is broken off, the tally tells what became of the rest."""
    files, tally, number = arriving.files, keeper.task.tally, 0
    try:
        for arrived in arriving.take():
            number = arrived.number
            progress.step(number, len(files), files[number].name)
            keeper.take(files[number], arrived)
        keeper.end()
    except Cancelled:
        keeper.end()
        tally.cancelled = True
    except StorageFull as error:
        tally.lose(error.told, files[number:])


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


def _files(paths: Iterable[Path], tally: Tally) -> Iterable[Path]:
    for path in paths:
        try:
            yield from files_in(path)
        except UnreadableFile as error:
            tally.failed.append(Failed(str(path), error.told, path))


def _dated(text: ImportedText, published: dt.date | None) -> ImportedText:
    if published is None:
        return text
    return replace(text, published=Stated(published.isoformat(), GIVEN))


def _nothing_to_check() -> None:
    """Carry on: a pasted text is read at once."""
