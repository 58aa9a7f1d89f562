"""The newest state of an index folder, opened once for all threads of this process."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.search import manifest as manifests
from briefing.search.installation import check_installation, installed
from briefing.search.manifest import FORMAT, Checker, Manifest, Mismatch
from briefing.search.storing import Lock, Store

if TYPE_CHECKING:
    from briefing.search.engine.segment import SegmentFile
    from briefing.search.snapshot import Snapshot

_PATIENCE = 10.0  # seconds to wait for another process: longer than any commit takes
_MOMENT = 0.05


class NotReady(BriefingError):
    """There is no sound index to ask; it has to be rebuilt.

    Args:
        state: `missing` or `damaged`.
    """

    def __init__(self, message: str, state: str) -> None:
        super().__init__(message, "It has to be rebuilt.")
        self.state = state


class Readers:
    """Opens what its manifest vouches for, and nothing else.

    Args:
        folder: the index folder. identity: the library's id, which must be that of the manifest.
        key: what manifests are sealed with.
    """

    def __init__(self, folder: Path, identity: str, key: bytes = b"") -> None:
        self._folder = folder
        self._place = str(folder)
        self._manifest_path = str(folder / manifests.NAME)
        self._key = key
        self._identity = identity
        self._checker = Checker()
        self._checked = False  # the installation
        self.guard = (
            threading.RLock()
        )  # held while segments are opened, and while a commit is shown
        self.files: dict[str, SegmentFile] = {}  # open segments, by name
        self._shown: Manifest | None = None
        self._snapshot: Snapshot | None = None  # of the state that is shown
        self._read: tuple[tuple[int, int, int], Manifest | None] | None = None

    def verified(self, *, thoroughly: bool = False) -> Manifest:
        """Return the manifest of a folder that holds what it says.

        Args:
            thoroughly: whether every byte is read that this process has not read before.

        Raises:
            NotReady: naming what is missing or differs.
        """
        if not self._checked:
            check_installation(installed())
            self._checked = True
        try:
            found = self._manifest()
            if found is None or found.format != FORMAT:
                raise NotReady("There is no search index of this version yet.", "missing")
            if found.identity != self._identity:
                raise Mismatch("it belongs to another library")
            self._checker.check(self._place, found, thoroughly=thoroughly)
        except Mismatch as error:
            raise NotReady(f"The search index is damaged: {error}.", "damaged") from error
        return found

    def generation(self) -> int:
        """Return that of the library the newest state was made for.

        Opens nothing where nothing is open yet: a window that only reads needs no engine.

        Raises:
            NotReady: the index is missing, or not as its manifest says.
        """
        if self._snapshot is None:
            return self.verified().generation
        with self.lent() as (_, shown):
            return shown.generation

    @contextmanager
    def lent(self) -> Iterator[tuple[Snapshot, Manifest]]:
        """Give the snapshot of the newest state, and the manifest of that state.

        Raises:
            NotReady: also where damage shows only while reading.
        """
        snapshot, shown = self._take()
        try:
            yield snapshot, shown
        except BriefingError:
            raise
        except Exception:
            self._checker = Checker()  # look at every byte again: is it damage, or a bug of ours?
            self.verified(thoroughly=True)
            raise

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Let go of segments that are no longer of the index; where nobody searches, nothing else does."""
        for gone in self.files.keys() - {*names}:
            del self.files[gone]

    def close(self) -> None:
        """Let go of all files; those in use are closed when their last reader is done."""
        with self.guard:
            self.files.clear()
            self._snapshot = self._shown = self._read = None

    def _manifest(self) -> Manifest | None:
        """Return the manifest, read again only if it was replaced."""
        try:
            found = os.stat(self._manifest_path)  # noqa: PTH116 - of every key typed; it is quicker
        except OSError:
            return manifests.read(self._folder, self._key)
        seen = found.st_mtime_ns, found.st_ino, found.st_size
        known = self._read
        if known is None or known[0] != seen:
            known = self._read = seen, manifests.read(self._folder, self._key)
        return known[1]

    def _take(self) -> tuple[Snapshot, Manifest]:
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                with self.guard:
                    return self._opened()
            except NotReady:
                # Another process may have put a new state in place of the one being opened.
                if not self._is_changing() or time.monotonic() > deadline:
                    raise
            time.sleep(_MOMENT)

    def _is_changing(self) -> bool:
        tried = self._read
        try:
            self._manifest()
        except Mismatch:
            return False
        return self._read is not tried or Lock(self._folder).held()

    def _opened(self) -> tuple[Snapshot, Manifest]:
        found = self.verified()
        if self._snapshot is None or (found is not self._shown and found != self._shown):
            if self._shown is None or found.folder != self._shown.folder:
                self.files.clear()
            self._snapshot = self._open(found)
            self._shown = found
        return self._snapshot, found

    def _open(self, shown: Manifest) -> Snapshot:
        from briefing.search.engine.memory import keep_freed_memory
        from briefing.search.snapshot import Snapshot

        keep_freed_memory()
        store = Store(self._folder / shown.folder)
        try:
            return Snapshot(store.segments(shown.table, self.files))
        except Exception as error:  # damage that the manifest shares shows as any type of exception
            raise NotReady("The search index cannot be opened.", "damaged") from error
