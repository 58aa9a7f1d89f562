"""Files become articles: read ahead, kept in lots, extracted, placed in a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.errors import UnreadableFile
from briefing.ingest import IsolatedReader, files_in
from briefing.library import Library
from briefing.model import ImportedText, Stated
from briefing.progress import Progress
from briefing.workspace.extraction.extracting import Extraction
from briefing.workspace.importing.arriving import Arrived, Arriving
from briefing.workspace.importing.taking_in import GIVEN, Keeper, keep
from briefing.workspace.importing.tally import Tally, Task
from briefing.workspace.reports import Failed, ImportReport

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
            keep(keeper, Arriving(files, self.reader, self._is_known, attachments), progress)
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

    def _keeper(self, task: Task) -> Keeper:
        sides: tuple[str, ...] = ()
        if task.meeting is not None:
            with self.library.reading() as session:
                sides = session.meetings.get(task.meeting).sides
        return Keeper(self.library, self.extraction, task, sides)

    def _is_known(self, sha256: str) -> bool:
        with self.library.reading() as session:
            return session.articles.by_sha256(sha256) is not None


def _files(paths: Iterable[Path], tally: Tally) -> Iterable[Path]:
    for path in paths:
        try:
            yield from files_in(path, tally.others.append)
        except UnreadableFile as error:
            tally.failed.append(Failed(str(path), error.told, path))


def _nothing_to_check() -> None:
    """Carry on: a pasted text is read at once."""
