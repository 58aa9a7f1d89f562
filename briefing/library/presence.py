"""Who has a library open: an unclean end is noticed, and nothing is replaced under anybody."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import LibraryError
from briefing.phrase import phrase

PREFIX = ".briefing-open-"
_DOUBT = b"found damaged\n"


class Presence:
    """One program that has a library open for writing, as others see it.

    It holds a shared lock on the folder, and a locked file in it that goes when the library is
    closed. A file of that kind which nobody holds was left by a program that did not end well.
    The system takes the locks back when a program ends, however it ends.

    Attributes:
        unclean: whether a program that had the library open before ended without closing it, and
            the library was not looked over since.
        in_doubt: whether damage was seen when it was open before.
    """

    def __init__(self, folder: Path) -> None:
        """Take part in the library in `folder`.

        Raises:
            LibraryError: it is being restored or repaired at this moment.
            OSError: the folder cannot be written.
        """
        self._folder_lock = _lock_folder(folder, alone=False)
        if self._folder_lock is None:
            raise LibraryError(
                phrase(
                    "The library in {folder} is being restored, repaired or deleted.", folder=folder
                ),
                "Wait until that has finished.",
            )
        try:
            left = _sweep(folder)
            self.unclean, self.in_doubt = bool(left), _DOUBT in left
            self._mark = folder / f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}"
            self._held = os.open(self._mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except BaseException:
            _close(self._folder_lock)
            raise
        _lock(self._held, alone=True)

    def doubt(self) -> None:
        """Say, to whoever opens the library next, that it is damaged."""
        os.write(self._held, _DOUBT)

    def leave(self, *, looked_over: bool = True) -> None:
        """Say that the library was closed well.

        Args:
            looked_over: whether it is known to be sound after the unclean end before; without
                that the mark stays, and the next to open it looks it over.
        """
        if looked_over:
            self._mark.unlink(missing_ok=True)
        _close(self._held)
        _close(self._folder_lock or 0)


def left_open(folder: Path) -> bool:
    """Return whether a program ended without closing the library, and none has opened it since."""
    return any(not _is_held(mark) for mark in folder.glob(PREFIX + "*"))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others out of a library while its files are replaced.

    Raises:
        LibraryError: another program has it open.
    """
    held = _lock_folder(folder, alone=True)
    if held is None:
        raise LibraryError(
            phrase("The library in {folder} is open in another window or command.", folder=folder),
            "Close it there first.",
        )
    try:
        yield
    finally:
        _close(held)


def _sweep(folder: Path) -> list[bytes]:
    """Remove the marks nobody holds; return what they say."""
    found = []
    for mark in folder.glob(PREFIX + "*"):
        if _is_held(mark):
            continue
        try:
            said = mark.read_bytes()
            mark.unlink()
        except FileNotFoundError:  # another program was quicker
            said = b""
        except PermissionError:  # Windows, where a file that is open cannot be removed
            continue
        found.append(said)
    return found


def _is_held(mark: Path) -> bool:
    try:
        number = os.open(mark, os.O_RDONLY)
    except FileNotFoundError:  # its program has just closed the library
        return True
    try:
        return not _lock(number, alone=True)
    finally:
        os.close(number)


def _lock_folder(folder: Path, *, alone: bool) -> int | None:
    """Return the number of the locked folder, -1 where folders cannot be locked, None if it is."""
    if os.name != "posix":
        return -1  # Windows does not let a file be replaced that somebody has open
    number = os.open(folder, os.O_RDONLY)
    if _lock(number, alone=alone):
        return number
    os.close(number)
    return None


def _lock(number: int, *, alone: bool) -> bool:
    """Lock an open file without waiting; True also where the file system knows no locks."""
    if os.name != "posix":
        return True
    import fcntl

    try:
        fcntl.flock(number, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a network disk without locks, which `doctor` tells of
        return True
    return True


def _close(number: int) -> None:
    if number >= 0:
        os.close(number)
