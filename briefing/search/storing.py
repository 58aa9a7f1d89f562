"""Writing an index with Whoosh and our codec, and opening its segments."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.model import Searchable
from briefing.search.entries import entries

if TYPE_CHECKING:
    from briefing.search.engine.codec import ArraySegment, ArrayWriter
    from briefing.search.engine.inverting import Vocabulary
    from briefing.search.engine.segment import Segment, SegmentFile

    SegmentFiles = dict[str, SegmentFile]

log = logging.getLogger(__name__)
_PATIENCE = 5.0  # seconds to wait for another writer; an update takes less than one
_CHUNKS = 2_000_000  # distinct pieces of text remembered from one commit of a batch to the next
_MOST = 10_000_000  # bytes of text gathered in memory at once: some 2,000 articles, 100 MB


class Lock:
    """A lock of an index folder: one holder at a time, over all processes.

    Args:
        folder: the index folder.
        name: what it is for: `writing`, or a `turn` to bring the index up to date.
    """

    def __init__(self, folder: Path, name: str = "writing") -> None:
        self._path = folder / f"{name}.lock"

    @contextmanager
    def acquired(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            BriefingError: if another process keeps it for long.
        """
        from whoosh.util.filelock import FileLock, try_for

        lock = FileLock(str(self._path))
        if not try_for(lock.acquire, timeout=_PATIENCE, delay=0.05):
            raise _busy()
        try:
            yield
        finally:
            lock.release()

    def held(self) -> bool:
        """Tell whether a process holds the lock."""
        from whoosh.util.filelock import FileLock

        if not self._path.exists():
            return False
        lock = FileLock(str(self._path))
        if not lock.acquire():
            return True
        lock.release()
        return False


def _busy() -> BriefingError:
    return BriefingError(
        "Another window or command is writing to the search index.", "Try again in a moment."
    )


class Store:
    """The Whoosh index in one folder.

    Args:
        place: the folder; made by `create`.
    """

    def __init__(self, place: Path) -> None:
        self._place = place

    def create(self) -> None:
        """Make an empty index."""
        from whoosh.index import create_in

        from briefing.search.schema import make_schema

        self._place.mkdir(mode=0o700)
        create_in(str(self._place), make_schema())

    def segments(self, table: str, files: SegmentFiles) -> list[Segment]:
        """Open all segments. Unpickles: the files must be known to be our own.

        Args:
            table: the file name of the table of contents.
            files: segments open already, by name; brought up to date.
        """
        from whoosh.filedb.filestore import FileStorage
        from whoosh.index import TOC

        from briefing.search.engine.codec import opened
        from briefing.search.schema import make_schema

        number = int(Path(table).stem.rsplit("_", 1)[1])
        read = TOC.read(FileStorage(str(self._place)), "MAIN", number, make_schema())
        fresh: SegmentFiles = dict(files)
        found = [opened(self._place, segment, fresh) for segment in read.segments]
        used = {id(segment.file) for segment in found}
        files.clear()
        files.update((name, file) for name, file in fresh.items() if id(file) in used)
        return found

    def clean(self, kept: Iterable[str]) -> None:
        """Remove what is not of the index: an earlier state, or a later one that was not finished.

        Args:
            kept: names of the files that are.
        """
        for name in {path.name for path in self._place.iterdir() if path.is_file()} - {*kept}:
            if name.endswith("LOCK"):
                continue
            try:
                (self._place / name).unlink(missing_ok=True)
            except OSError:
                log.info("%s is still in use; it is removed later", name)  # Windows, while mapped

    @contextmanager
    def batch(self, files: SegmentFiles | None = None) -> Iterator[Batch]:
        """Open the index for one batch of changes: all of them are kept by `commit`, or none.

        Args:
            files: segments that are open already, by name.

        Raises:
            BriefingError: if another process keeps writing.
        """
        from whoosh.index import LockError

        try:
            batch = Batch(self._place, {} if files is None else files)
        except LockError as error:
            raise _busy() from error
        try:
            yield batch
        except BaseException:
            batch.cancel()
            raise
        batch.cancel()


class Batch:
    """Changes to an index that are not yet kept.

    Args:
        place: the folder of the index.
        files: segments that are open already, by name.

    Raises:
        LockError: Whoosh's, if another process keeps writing.
    """

    def __init__(self, place: Path, files: SegmentFiles) -> None:
        self._place = place
        self._files = files
        self._vocabulary: Vocabulary | None = None
        self._writer: ArrayWriter | None = self._opened()
        self.committed: tuple[
            str, ...
        ] = ()  # names of the files of the index after the last commit

    @property
    def writer(self) -> ArrayWriter:
        """Whoosh's writer of the changes made so far."""
        if self._writer is None:
            self._writer = self._opened()
        return self._writer

    def remove(self, article: int) -> None:
        """Take out an article and its asks; not one added in this same batch."""
        from briefing.search.engine.codec import opened

        base = 0
        for segment in self.writer.segments:
            there = opened(self._place, segment, self._files)
            for entry in there.of_article(article):
                self.writer.delete_document(base + entry)
            base += there.entries

    def add(self, document: Searchable) -> None:
        """Put in an article and its asks."""
        for entry in entries(document):
            self.writer.add_document(entry=entry)

    def full(self) -> bool:
        """Tell whether so much was added that it should be kept before there is more."""
        return self.writer.draft.size > _MOST

    def merge_due(self) -> bool:
        """Make those segments one that should be; tell whether there were any."""
        from briefing.search.engine.merging import due

        group = due(self.writer.segments)
        if group:
            self._commit(group)
        return bool(group)

    def pack(self) -> None:
        """Make as few segments as there may be."""
        from briefing.search.engine.merging import bins

        self._vocabulary = None  # no text is read any more
        for group in bins(self.writer.segments):
            if len(group) > 1:
                self._commit(group)

    def commit(self) -> None:
        """Keep the changes."""
        self._commit([])

    def cancel(self) -> None:
        """Drop what was not committed; on a full disk Whoosh fails here too, which is only logged."""
        writer, self._writer = self._writer, None
        if writer is not None and not writer.is_closed:
            try:
                writer.cancel()
            except OSError:
                log.exception("Dropping the changes to the search index failed")

    def _opened(self) -> ArrayWriter:
        from briefing.search.engine.codec import ArrayWriter, Folder
        from briefing.search.schema import make_schema

        index = Folder(str(self._place)).open_index(schema=make_schema())
        return ArrayWriter(index, self._vocabulary, timeout=_PATIENCE)

    def _commit(self, joined: Sequence[ArraySegment]) -> None:
        from briefing.search.engine.codec import opened

        def policy(writer: ArrayWriter, segments: list[ArraySegment]) -> list[ArraySegment]:
            for segment in joined:
                if segment.doc_count():
                    writer.join(opened(self._place, segment, self._files))
            ids = {segment.segment_id() for segment in joined}
            # One whose every entry was replaced is dropped at once, and costs no search any time.
            return [s for s in segments if s.doc_count() and s.segment_id() not in ids]

        writer = self.writer
        known = writer.draft.vocabulary
        self._vocabulary = known if len(known) < _CHUNKS else None
        writer.commit(mergetype=policy)
        self.committed = writer.files
        self._writer = None
