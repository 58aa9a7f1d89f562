"""Files read ahead of the one who keeps them, in a thread of their own; neither waits long."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import UnreadableFile
from briefing.ingest import IsolatedReader, Known, Offered, Refused, read_articles
from briefing.model import ImportedText
from briefing.progress import Cancelled

AHEAD = 32
"""Articles that are read and not yet taken."""

BYTES_AHEAD = 32 * 1024 * 1024
"""Bytes of their files; one file may be larger than that alone."""

TICK = 0.1
"""Seconds after which somebody who waits for an article is told that there is none yet."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came out of one file, or the file's end.

    Attributes:
        number: which of the files it is, from 0.
        found: an article or what stands in its place; None where the file ends, or, with
            `waiting`, where nothing has come for a while.
    """

    number: int
    found: ImportedText | Refused | Known | Offered | UnreadableFile | None
    waiting: bool = False


@dataclass
class Arriving:
    """Reads files one after the other; what comes out of them is taken in that order.

    Attributes:
        reader: what reads files; no one else may use it meanwhile.
        known: whether a file of that SHA-256 need not be read again; called in the thread.
        attachments: whether what is attached to a mail is read too.
    """

    files: Sequence[Path]
    reader: IsolatedReader
    known: Callable[[str], bool]
    attachments: bool = False
    _ready: deque[tuple[Arrived, int]] = field(default_factory=deque, init=False)
    _bytes: int = field(default=0, init=False)
    _room: threading.Condition = field(default_factory=threading.Condition, init=False)
    _stopped: bool = field(default=False, init=False)
    _failure: BaseException | None = field(default=None, init=False)

    def take(self) -> Iterator[Arrived]:
        """Yield what arrives; where the caller stops taking, reading ends.

        Raises:
            Exception: whatever broke off the reading, but for what is wrong with a file.
        """
        thread = threading.Thread(target=self._read, name="reading ahead", daemon=True)
        thread.start()
        number = 0
        try:
            while number < len(self.files):
                arrived = self._next(number)
                yield arrived
                number = arrived.number + (arrived.found is None and not arrived.waiting)
        finally:
            self._stop()
            thread.join()

    def _next(self, number: int) -> Arrived:
        with self._room:
            if not self._ready:
                self._room.wait(TICK)
            if self._ready:
                arrived, size = self._ready.popleft()
                self._bytes -= size
                self._room.notify_all()
                return arrived
            if self._failure is not None:
                raise self._failure
        return Arrived(number, None, waiting=True)

    def _stop(self) -> None:
        with self._room:
            self._stopped = True
            self._room.notify_all()

    def _read(self) -> None:
        self.reader.check = self._check
        try:
            for number, path in enumerate(self.files):
                self._file(number, path)
        except Cancelled:
            return
        # Whatever it is, the taker should hear of it rather than wait for ever.
        except BaseException as error:  # noqa: BLE001
            with self._room:
                self._failure = error
                self._room.notify_all()

    def _file(self, number: int, path: Path) -> None:
        try:
            reading = read_articles(
                path, self.reader.articles_of, self.known, attachments=self.attachments
            )
            for found in reading:
                size = len(found.original) if isinstance(found, ImportedText) else 0
                self._put(Arrived(number, found), size)
        except UnreadableFile as error:
            self._put(Arrived(number, error), 0)
        self._put(Arrived(number, None), 0)

    def _put(self, arrived: Arrived, size: int) -> None:
        with self._room:
            while not self._stopped and self._is_full(size):
                self._room.wait()
            if self._stopped:
                raise Cancelled
            self._ready.append((arrived, size))
            self._bytes += size
            self._room.notify_all()

    def _is_full(self, size: int) -> bool:
        return len(self._ready) >= AHEAD or (self._bytes > 0 and self._bytes + size > BYTES_AHEAD)

    def _check(self) -> None:
        if self._stopped:
            raise Cancelled
