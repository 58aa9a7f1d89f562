"""Articles kept in lots: their files written side by side, their changes committed together.

An article costs three waits for the disk (its file, the file's name, the commit); a lot shares the
last and overlaps the others with work. It is short enough to be no matter to another writer.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from briefing.errors import BriefingError
from briefing.library import Library, Session, Together

LONGEST = 0.3
"""Seconds after which a lot is committed at the next occasion."""

MOST = 50
"""Articles in a lot."""


@dataclass
class Lot:
    """The operations not yet committed; none is begun before the first is wanted."""

    library: Library
    _disk: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(4, thread_name_prefix="keeping files"),
        init=False,
    )
    _stack: ExitStack | None = field(default=None, init=False)
    _together: Together | None = field(default=None, init=False)
    _files: list[Future[None]] = field(default_factory=list, init=False)
    _began: float = field(default=0.0, init=False)

    def keep_original(self, data: bytes, sha256: str) -> None:
        """Begin to write a file; it is there for sure before the lot is committed."""
        self._files.append(self._disk.submit(self.library.keep_original, data, sha256))

    @contextmanager
    def operation(self, title: str, *, batch: int | None) -> Iterator[Session]:
        """Give a session for one operation of the lot.

        Raises:
            BriefingError: this operation alone cannot be done.
            StorageFull, ReadOnly, LibraryDamaged, LibraryError: nothing of the lot was kept.
        """
        together = self._together or self._begin()
        try:
            with together.operation(title, batch=batch) as session:
                yield session
        except BriefingError:
            raise
        except BaseException:
            self._give_up()
            raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees what is kept, and what is about to be."""
        if self._together is not None:
            yield self._together.session
            return
        with self.library.reading() as session:
            yield session

    @property
    def due(self) -> bool:
        """Whether it has been open long enough, or holds enough."""
        age = time.monotonic() - self._began
        return self._stack is not None and (age > LONGEST or len(self._files) >= MOST)

    def end(self) -> None:
        """Commit it, once its files are written.

        Raises:
            StorageFull, ReadOnly, LibraryDamaged, LibraryError: nothing of it was kept.
        """
        if self._stack is None:
            return
        try:
            for written in self._files:
                written.result()
        except BaseException:
            self._give_up()
            raise
        stack = self._emptied()
        stack.close()

    def close(self) -> None:
        """Give up what is not committed."""
        if self._stack is not None:
            self._roll_back()
        self._disk.shutdown()

    def _begin(self) -> Together:
        stack = ExitStack()
        self._together = stack.enter_context(self.library.together())
        self._stack = stack
        self._began = time.monotonic()
        return self._together

    def _emptied(self) -> ExitStack:
        stack = self._stack
        assert stack is not None
        self._stack = self._together = None
        self._files = []
        return stack

    def _give_up(self) -> None:
        """Roll back; what the library makes of the error at hand is raised in its place."""
        self._emptied().__exit__(*sys.exc_info())

    def _roll_back(self) -> None:
        self._emptied().__exit__(_NotWanted, _NotWanted(), None)


class _NotWanted(Exception):
    """Nothing of a lot is to be kept."""
