"""The files as they were imported, by SHA-256; written once, never changed."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from briefing.errors import LibraryDamaged, NotFound
from briefing.library import unfinished
from briefing.library.failures import plainly_files
from briefing.phrase import phrase

_NAME = re.compile(r"[0-9a-f]{64}")


class Originals:
    """The folder `originals/` of a library."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes, sha256: str) -> None:
        """Write a file's bytes, whole or not at all; bytes kept already are left as they are.

        Raises:
            ValueError: `sha256` is not the SHA-256 of the bytes.
            StorageFull: the disk has no room. ReadOnly: the folder may not be written.
        """
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError("The SHA-256 is not that of the bytes.")
        target = self.folder / sha256
        with plainly_files(self.folder):
            if target.exists() and target.stat().st_size == len(data):
                return
            self.folder.mkdir(mode=0o700, exist_ok=True)
            write_whole(target, data)

    def get(self, sha256: str) -> bytes:
        """Return a file's bytes.

        Raises:
            NotFound: no such file was kept, or it is gone.
            LibraryDamaged: the bytes are no longer those that were kept.
        """
        if not _NAME.fullmatch(sha256):
            raise NotFound(phrase("“{sha256}” names no original.", sha256=sha256))
        try:
            data = (self.folder / sha256).read_bytes()
        except FileNotFoundError as error:
            raise NotFound(
                phrase(
                    "The original {sha256} is not in {folder}.", sha256=sha256, folder=self.folder
                )
            ) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise LibraryDamaged(
                phrase("The original {sha256} has been changed.", sha256=self.folder / sha256)
            )
        return data

    @staticmethod
    def may_name(text: str) -> bool:
        """Return whether a text could be the name of an original: a SHA-256."""
        return _NAME.fullmatch(text) is not None

    def all(self) -> tuple[Path, ...]:
        """Return the files kept, in order of name."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(f for f in self.folder.iterdir() if _NAME.fullmatch(f.name)))


def write_whole(target: Path, data: bytes) -> None:
    """Write a file readable by its owner only, so that it is there whole or not at all.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    number, name = tempfile.mkstemp(prefix=unfinished.PREFIX, dir=target.parent)  # 0600 by itself
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)  # noqa: PTH105 - says that it is atomic
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlive a loss of power, where the system can do that."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
