"""What the child that reads strangers' files may not do: write, connect, start, look around.

Two layers. The operating system limits memory, and on POSIX the size of files (Windows:
`windows_job`). Python's audit hooks refuse sockets, programs, changes to files, and files outside
the program itself: the bytes to read come through a pipe, so no parser needs any other file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

MEMORY = 480 * 1024 * 1024
"""Bytes of address space; the program itself takes a tenth of it."""

_REFUSED = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn",
    "os.startfile", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
    "os.truncate", "os.chmod", "os.chown", "os.utime", "shutil.", "ftplib.", "http.", "urllib.",
    "smtplib.", "webbrowser.", "winreg.", "pickle.find_class",
)  # fmt: skip


class Refused(OSError):
    """Code of a parser tried what no reading of a file needs."""


def confine() -> None:
    """Take these rights from the process, for good."""
    sys.dont_write_bytecode = True
    _limit()
    roots = _roots()

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            _check_open(roots, *arguments)
        elif event.startswith(_REFUSED):
            raise Refused(f"{event} is not for a reader")

    sys.addaudithook(hook)


def _limit() -> None:
    try:
        import resource
    except ImportError:
        _limit_on_windows()
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, hard))


def _limit_on_windows() -> None:
    import ctypes

    from briefing.ingest.isolation.windows_job import confine_to_job

    if sys.platform == "win32":
        confine_to_job(ctypes.WinDLL("kernel32", use_last_error=True), MEMORY)


def _roots() -> tuple[str, ...]:
    places = [sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parents[2])]
    places += [place for place in sys.path if place and Path(place).is_absolute()]
    return tuple(sorted({os.path.realpath(place).rstrip(os.sep) + os.sep for place in places}))


def _check_open(roots: tuple[str, ...], path: Any, mode: Any, flags: Any) -> None:
    writing = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writing or (isinstance(mode, str) and set(mode) & set("wax+")):
        raise Refused("a reader writes no file")
    if isinstance(path, int):  # a stream that is open already
        return
    named = os.path.realpath(os.fsdecode(path))
    if not named.startswith(roots) and named != os.devnull:
        raise Refused("a reader opens no other file")
