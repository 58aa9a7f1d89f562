"""Opening what the user named without ever hanging, and finding the files of a folder."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.errors import UnreadableFile
from briefing.phrase import phrase

SIZE_LIMIT = 20 * 1024 * 1024
"""Bytes a file may have. The longest article is a hundredth of it; a whole book fits."""

CONTAINER_LIMIT = 100 * 1024 * 1024
"""Bytes a file that holds many others may have: an archive, a mailbox."""


def shown(path: Path) -> str:
    """Return the path as text that can be printed and stored, whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_bytes(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    Raises:
        UnreadableFile: it is missing, no regular file, too large, or may not be read.
    """
    try:
        _check(path, os.stat(path), limit)  # noqa: PTH116 - before opening: opening a FIFO waits
        # Not blocking, should the name have become a FIFO since.
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:  # noqa: PTH123
            _check(path, os.fstat(file.fileno()), limit)
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:
        raise UnreadableFile(
            phrase("{path} is no name a file can have.", path=repr(path))
        ) from error
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


def forget(file: Path) -> None:
    """Take no notice of a file that is left out."""
    del file


def files_in(
    path: Path, suffixes: frozenset[str], left_out: Callable[[Path], object] = forget
) -> Iterator[Path]:
    """Yield a file itself, or all files of a folder and its subfolders that have these suffixes.

    Sorted by name. Hidden files are left out, and so are links that lead out of the folder, and the
    folders in which browsers keep what belongs to a saved page. A subfolder that cannot be opened
    is yielded itself, so that reading it tells why.

    Args:
        path: the file or folder.
        suffixes: in small letters, with the dot.
        left_out: told of each file that is in sight but has another suffix.

    Raises:
        UnreadableFile: there is nothing of that name.
    """
    if not path.is_dir():
        if not os.path.lexists(path):
            raise _missing(path)
        yield path
        return
    inside = path.resolve()
    closed: list[Path] = []

    def remember(error: OSError) -> None:
        closed.append(Path(error.filename))

    for folder, folders, names in os.walk(path, onerror=remember):
        pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _of_page(f, pages))
        for name in sorted(names):
            file = Path(folder, name)
            if not _in_sight(file, inside):
                continue
            if file.suffix.lower() in suffixes:
                yield file
            else:
                left_out(file)
    yield from closed


def _of_page(folder: str, pages: set[str]) -> bool:
    """Whether it is the folder a browser made beside a page saved complete."""
    return any(folder.removesuffix(end) in pages for end in _PAGE_FOLDERS if folder.endswith(end))


_PAGE_FOLDERS = ("_files", ".files", "_fichiers", "-Dateien", "_archivos", "-filer", "_bestanden")
"""What browsers in several languages add to the name of the page."""


def _in_sight(file: Path, inside: Path) -> bool:
    hidden = file.name.startswith(".")
    return not hidden and file.is_file() and file.resolve().is_relative_to(inside)


def _check(path: Path, found: os.stat_result, limit: int) -> None:
    name, mode = shown(path), found.st_mode
    if stat.S_ISDIR(mode):
        os.listdir(path)  # noqa: PTH208 - a folder that may not be opened is told as such
        raise UnreadableFile(
            phrase("{name} is a folder.", name=name), "Import the folder to read the files in it."
        )
    for is_kind, kind in _SPECIAL:
        if is_kind(mode):
            raise UnreadableFile(
                phrase("{name} is {kind}, not a file with text.", name=name, kind=phrase(kind))
            )
    if found.st_size > limit:
        raise _too_large(path, found.st_size, limit)


_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def _too_large(path: Path, size: int, limit: int) -> UnreadableFile:
    most = limit // (1024 * 1024)
    return UnreadableFile(
        phrase(
            "{path} is larger than {most} MB ({size} MB).",
            path=shown(path),
            most=most,
            size=f"{size / (1024 * 1024):.1f}",
        ),
        "Split it, or import only the article you need.",
    )


def _missing(path: Path) -> UnreadableFile:
    return UnreadableFile(phrase("There is no file {path}.", path=shown(path)), "Check the name.")


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    name = shown(path)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        if path.is_symlink():
            return UnreadableFile(
                phrase("{name} is a link to a file that is not there.", name=name)
            )
        return _missing(path)
    if isinstance(error, PermissionError):
        return UnreadableFile(
            phrase("{name} may not be read by you.", name=name), "Change its permissions."
        )
    if error.errno == errno.ELOOP:
        return UnreadableFile(phrase("{name} is a link that leads back to itself.", name=name))
    return UnreadableFile(
        phrase("{name} cannot be read: {error}.", name=name, error=error.strerror or error)
    )
