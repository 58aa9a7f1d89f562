"""Writing an index with Whoosh, and opening it: with `snapshot` all that knows how it is kept."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.model import Searchable
from briefing.search.entries import entries

if TYPE_CHECKING:
    from whoosh.reading import IndexReader
    from whoosh.writing import IndexWriter

log = logging.getLogger(__name__)
_PATIENCE = (
    5.0  # seconds to wait for another writer; an update of a few articles takes less than one
)


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

    def reader(self) -> IndexReader:
        """Open the index for reading. Unpickles: the files must be known to be our own."""
        from whoosh.index import open_dir

        from briefing.search.schema import make_schema

        index = open_dir(str(self._place), schema=make_schema())
        reader: IndexReader = index.reader()  # type: ignore[no-untyped-call, unused-ignore]
        return reader

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """Open the index for one batch of changes: all of them are kept by `commit`, or none.

        Raises:
            BriefingError: if another process keeps writing.
        """
        from whoosh.index import LockError, open_dir

        from briefing.search.schema import make_schema

        index = open_dir(str(self._place), schema=make_schema())
        try:
            writer = index.writer(timeout=_PATIENCE)
        except LockError as error:
            raise _busy() from error
        batch = Batch(writer)
        try:
            yield batch
        except BaseException:
            batch.cancel()
            raise
        batch.cancel()


class Batch:
    """Changes to an index that are not yet kept."""

    def __init__(self, writer: IndexWriter) -> None:
        self._writer = writer
        self._open = True

    def remove(self, article: int) -> None:
        """Take out an article and its asks."""
        from whoosh.query.terms import Term

        self._writer.delete_by_query(Term("article_id", str(article)))

    def add(self, document: Searchable) -> None:
        """Put in an article and its asks."""
        from briefing.search.schema import as_document

        for entry in entries(document):
            self._writer.add_document(**as_document(entry))

    def commit(self) -> None:
        """Keep the changes."""
        self._writer.commit()
        self._open = False

    def cancel(self) -> None:
        """Drop what was not committed; on a full disk Whoosh fails here too, which is only logged."""
        if self._open:
            self._open = False
            try:
                self._writer.cancel()
            except OSError:
                log.exception("Dropping the changes to the search index failed")
