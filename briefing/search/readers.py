"""The open readers of an index folder: each lent to one thread at a time, all of the newest state."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BriefingError
from briefing.search import manifest as manifests
from briefing.search.installation import check_installation, installed
from briefing.search.manifest import FORMAT, Checker, Manifest, Mismatch
from briefing.search.snapshot import Snapshot, Tables
from briefing.search.storing import Lock, Store

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
    """

    def __init__(self, folder: Path, identity: str) -> None:
        self._folder = folder
        self._identity = identity
        self._checker = Checker()
        self.guard = threading.RLock()  # held while readers are opened, and while a commit is shown
        self._idle: list[Snapshot] = []
        self._shown: Manifest | None = None  # whose state the idle snapshots and the tables are
        self._tables: Tables | None = None

    def verified(self) -> Manifest:
        """Return the manifest of a folder that holds what it says.

        Raises:
            NotReady: naming what is missing or differs.
        """
        if self._shown is None:
            check_installation(installed())
        try:
            found = manifests.read(self._folder)
            if found is None or found.format != FORMAT:
                raise NotReady("There is no search index of this version yet.", "missing")
            if found.identity != self._identity:
                raise Mismatch("it belongs to another library")
            self._checker.check(self._folder / found.folder, found)
        except Mismatch as error:
            raise NotReady(f"The search index is damaged: {error}.", "damaged") from error
        return found

    @contextmanager
    def lent(self) -> Iterator[tuple[Snapshot, Manifest]]:
        """Lend a snapshot of the newest state, and the manifest of that state.

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
            self.verified()
            raise
        finally:
            self._take_back(snapshot)

    def close(self) -> None:
        """Close what is not lent out."""
        with self.guard:
            while self._idle:
                self._idle.pop().close()
            self._tables = self._shown = None

    def _take(self) -> tuple[Snapshot, Manifest]:
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                with self.guard:
                    return self._opened()
            except NotReady:
                # Between the commit of another process and its manifest the two differ.
                if not Lock(self._folder).held() or time.monotonic() > deadline:
                    raise
            time.sleep(_MOMENT)

    def _opened(self) -> tuple[Snapshot, Manifest]:
        found = self.verified()
        if found != self._shown:
            self.close()
            self._shown = found
        if self._idle:
            return self._idle.pop(), found
        snapshot = self._open(Store(self._folder / found.folder))
        self._tables = snapshot.tables
        return snapshot, found

    def _open(self, store: Store) -> Snapshot:
        try:
            reader = store.reader()
        except Exception as error:  # damage that the manifest shares shows as any type of exception
            raise NotReady("The search index cannot be opened.", "damaged") from error
        try:
            return Snapshot(reader, self._tables)
        except Exception as error:
            reader.close()
            raise NotReady("The search index cannot be read.", "damaged") from error

    def _take_back(self, snapshot: Snapshot) -> None:
        with self.guard:
            if snapshot.tables is self._tables:
                self._idle.append(snapshot)
            else:
                snapshot.close()
