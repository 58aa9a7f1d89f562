"""What arrives at an import is kept, in lots and in order, while the next is gone through."""

from __future__ import annotations

import datetime as dt
import time
from collections import deque
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from briefing.errors import BriefingError, StorageFull, UnreadableFile
from briefing.ingest import Known, Offered, Refused
from briefing.library import Library
from briefing.model import Findings, ImportedText, Stated
from briefing.model.finding import PARTLY
from briefing.phrase import phrase
from briefing.progress import Cancelled, Progress
from briefing.workspace.extraction.extracting import ENGLISH, Extraction, published_of
from briefing.workspace.importing.arriving import Arrived, Arriving
from briefing.workspace.importing.duplicates import group
from briefing.workspace.importing.furniture import remember_lines, without_furniture
from briefing.workspace.importing.lots import Lot
from briefing.workspace.importing.tally import Kept, Task
from briefing.workspace.records.placing import remember_place
from briefing.workspace.records.storing import store
from briefing.workspace.reports import Attached, Duplicate, Failed, Imported

GIVEN = "given at import"

AHEAD = 32
"""Articles that are gone through while others are kept."""

Given = tuple[ImportedText, dt.date | None, tuple[str, ...]]
"""What extraction is given: a text, its date, the sides that are known."""

SLOW = 0.05
"""Seconds an extraction may take while others wait for the library."""


@dataclass
class Keeper:
    """Keeps what arrives, in lots, for one import."""

    library: Library
    extraction: Extraction
    task: Task
    sides: tuple[str, ...]
    _lot: Lot = field(init=False)
    _slow: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._lot = Lot(self.library)

    def foresee(self, arrived: Arrived) -> Given | None:
        """Have what arrived gone through while others are kept; return what it gets, if it does."""
        if not isinstance(arrived.found, ImportedText):
            return None
        with self._lot.reading() as session:
            if session.articles.by_sha256(arrived.found.sha256) is not None:
                return None
        text = self._dressed(arrived.found)
        given = text, published_of(text), self.sides
        self.extraction.foresee(*given)
        return given

    def is_awaited(self, given: Given) -> bool:
        """Whether a text is being gone through; others may use the library meanwhile."""
        if self.extraction.is_ready(*given):
            return False
        if self._slow:
            self.end()
        return self.extraction.is_awaited(*given)

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
        """Give up what is not committed, and what was foreseen."""
        self.extraction.rest()
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
            tally.kept.append(self._kept(path, self._dressed(found)))
        except StorageFull:
            raise
        except BriefingError as error:
            tally.failed.append(Failed(found.path, error.told, path))

    def _dressed(self, text: ImportedText) -> ImportedText:
        """Return a text with the date given to it, and with its outlet's own lines hidden."""
        with self._lot.reading() as session:
            return without_furniture(session, _dated(text, self.task.published))

    def _kept(self, path: Path, text: ImportedText) -> Kept:
        findings = self._findings(text)
        tally = self.task.tally
        if tally.batch is None:
            tally.batch = self.library.batch("Import {number} articles")
        title = text.title.value if text.title else Path(text.path).name
        with self._lot.operation(
            phrase("Import “{name}”", name=title), batch=tally.batch
        ) as session:
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
        return Kept(imported, path, changes, bool(regrouped), PARTLY in findings.backend)

    def _findings(self, text: ImportedText) -> Findings:
        if self._slow and text.language == ENGLISH:
            self.end()  # so that no other writer waits for an extraction
        began = time.monotonic()
        findings = self.extraction.of_text(text, published_of(text), self.sides)
        self._slow = self._slow or time.monotonic() - began > SLOW
        return findings


def keep(keeper: Keeper, arriving: Arriving, progress: Progress) -> None:
    """Keep what arrives; where that is broken off, the tally tells what became of the rest."""
    files, tally = arriving.files, keeper.task.tally
    line: deque[tuple[Arrived, Given | None]] = deque()
    number = 0
    try:
        for last in chain(arriving.take(), [None]):
            if last is not None:
                line.append((last, keeper.foresee(last)))
            while line and _is_due(keeper, line, last):
                arrived, given = line.popleft()
                number = arrived.number
                progress.step(number, len(files), files[number].name)
                while given is not None and keeper.is_awaited(given):
                    progress.step(number, len(files), files[number].name)
                keeper.take(files[number], arrived)
        keeper.end()
    except Cancelled:
        keeper.end()
        tally.cancelled = True
    except StorageFull as error:
        tally.lose(error.told, files[number:])


def _is_due(
    keeper: Keeper, line: deque[tuple[Arrived, Given | None]], last: Arrived | None
) -> bool:
    """Whether the first of a line is to be kept now: it is ready, or no more may come before it."""
    given = line[0][1]
    if last is None or last.waiting or len(line) > AHEAD or given is None:
        return True
    return keeper.extraction.is_ready(*given)


def _dated(text: ImportedText, published: dt.date | None) -> ImportedText:
    if published is None:
        return text
    return replace(text, published=Stated(published.isoformat(), GIVEN))
