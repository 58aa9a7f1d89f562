"""The search index of a library: its state, its updates. Derived from the library, disposable."""

from __future__ import annotations

import errno
import shutil
import threading
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError, LibraryError, StorageFull
from briefing.model import Searchable
from briefing.phrase import phrase
from briefing.progress import QUIET, Progress
from briefing.search import manifest as manifests
from briefing.search.installation import check_installation, installed
from briefing.search.manifest import Manifest, Mismatch
from briefing.search.readers import NotReady, Readers
from briefing.search.storing import Batch, Lock, Store

if TYPE_CHECKING:
    from briefing.search.snapshot import Snapshot


class Index:
    """The search index of one library; safe from several threads, and beside other processes.

    Args:
        folder: where it is, or will be made; readable by the user alone.
        identity: the library's id; an index of another library is not opened.
        key: the user's, which nobody else knows; an index not sealed with it is not opened.
    """

    def __init__(self, folder: Path, identity: str, key: bytes = b"") -> None:
        self._folder = folder
        self._identity = identity
        self._key = key
        self._readers = Readers(folder, identity, key)
        self._one_writer = threading.Lock()
        self._checked = False  # the installation

    def state(self, generation: int) -> str:
        """Return `ready`, `behind`, `missing` or `damaged`; never raises.

        Args:
            generation: the library's; an index made for an earlier one is `behind`. One made for a
                later one, as after restoring a backup, is `damaged`: an update cannot mend it.
        """
        try:
            found = self._readers.generation()
        except NotReady as error:
            return error.state
        except (BriefingError, OSError):
            return "damaged"
        if found > generation:
            return "damaged"
        return "ready" if found == generation else "behind"

    def update(
        self, documents: Iterable[Searchable], removed: Iterable[int], generation: int
    ) -> None:
        """Replace the entries of these articles, take out the removed ones; all or nothing.

        Raises:
            NotReady: if the index is missing or damaged.
            StorageFull: if the disk is full; the index stays as it was.
            BriefingError: if another process keeps writing, or two Whoosh are installed.
        """
        with self._writing():
            former = self._readers.verified()
            with self._batch(former) as batch:
                for article in removed:
                    batch.remove(article)
                for document in documents:
                    batch.remove(document.article.id)
                    batch.add(document)
                batch.commit()
                self._show(former, batch.committed, generation)

    def tidy(self) -> None:
        """Make small segments one where there are many; for a moment when nobody waits.

        Raises:
            NotReady, StorageFull, BriefingError: as `update`.
        """
        with self._writing():
            former = self._readers.verified()
            with self._batch(former) as batch:
                while batch.merge_due():
                    self._show(former, batch.committed, former.generation)

    def check(self) -> None:
        """Read every byte of the index that this process has not read before.

        Raises:
            NotReady: if it is not as it was written.
        """
        self._readers.verified(thoroughly=True)

    def rebuild(
        self,
        documents: Iterable[Searchable],
        generation: int,
        progress: Progress = QUIET,
        total: int = 0,
    ) -> None:
        """Make the index anew beside the former one, which answers until this one is whole.

        Raises:
            Cancelled: if progress says so; the former index stays.
            StorageFull, BriefingError: as `update`.
        """
        with self._writing():
            former = self._former()
            self._sweep(former.folder if former else "")
            place = self._folder / f"whoosh-{uuid.uuid4().hex[:12]}"
            try:
                names = self._fill(Store(place), documents, progress, total)
                serial = former.serial if former else time.time_ns()
                fresh = Manifest(
                    manifests.FORMAT, self._identity, generation, place.name, serial, ()
                )
                self._show(fresh, names, generation)
            except BaseException:
                shutil.rmtree(place, ignore_errors=True)
                raise
            self._sweep(place.name)

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Wait for the turn to bring the index up to date; yield whether it came in time.

        Who has the turn reads the library only then, so that nobody puts older entries in place
        of newer ones. Without it the work is left to the process that has it.

        Raises:
            StorageFull, LibraryError: the folder cannot be written.
        """
        with ExitStack() as held:
            try:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                held.enter_context(Lock(self._folder, "turn").acquired())
            except OSError as error:
                raise self._sentence(error) from error
            except BriefingError:
                yield False
                return
            yield True

    def reading(self) -> AbstractContextManager[tuple[Snapshot, Manifest]]:
        """Lend the snapshot of the newest state, with the manifest of that state.

        Raises:
            NotReady: if the index is missing or damaged.
        """
        return self._readers.lent()

    def close(self) -> None:
        """Close all files; the index may be used again afterwards."""
        self._readers.close()

    def _batch(self, shown: Manifest) -> AbstractContextManager[Batch]:
        store = Store(self._folder / shown.folder)
        store.clean(file.name for file in shown.files)  # a later state that was not finished
        return store.batch(self._readers.files)

    def _former(self) -> Manifest | None:
        try:
            return manifests.read(self._folder, self._key)
        except Mismatch:
            return None  # what it was does not matter to an index made anew

    def _fill(
        self, store: Store, documents: Iterable[Searchable], progress: Progress, total: int
    ) -> tuple[str, ...]:
        store.create()
        with store.batch() as batch:
            for done, document in enumerate(documents):
                progress.step(done, max(total, done + 1), document.article.headline)
                batch.add(document)
                if batch.full():
                    batch.commit()
            batch.commit()
            batch.pack()
            return batch.committed

    def _show(self, former: Manifest, names: tuple[str, ...], generation: int) -> None:
        """Write the manifest of the state just committed; from here on it is what is read."""
        place = self._folder / former.folder
        files = manifests.describe(place, names, former.files)
        shown = replace(former, generation=generation, serial=former.serial + 1, files=files)
        with self._readers.guard:
            manifests.write(self._folder, shown, self._key)
            self._readers.forget_all_but(names)
            Store(place).clean(names)

    def _sweep(self, kept: str) -> None:
        for place in self._folder.glob("whoosh-*"):
            if place.name != kept:
                shutil.rmtree(place, ignore_errors=True)  # on Windows a reader may still hold it

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold both locks, and say errors of the disk in a sentence."""
        if not self._checked:
            check_installation(installed())
            self._checked = True
        with self._one_writer:
            try:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._folder.chmod(0o700)
                with Lock(self._folder).acquired():
                    yield
            except OSError as error:
                raise self._sentence(error) from error

    def _sentence(self, error: OSError) -> LibraryError:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return StorageFull(
                phrase(
                    "The disk is full: the search index in {folder} stays as it was.",
                    folder=self._folder,
                ),
                "Free some space.",
            )
        return LibraryError(
            phrase(
                "The search index in {folder} cannot be written: {error}.",
                folder=self._folder,
                error=error,
            )
        )
