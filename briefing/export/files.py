"""The exported file: a name safe on every system, and a write that is whole or not at all."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import secrets
import time
import unicodedata
from contextlib import suppress
from pathlib import Path

from briefing.errors import BadValue, BriefingError, StorageFull
from briefing.model import Briefing
from briefing.phrase import phrase

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_UNFINISHED = ".briefing-unfinished-"
_ABANDONED = 3600.0  # seconds after which no program is still writing a file
_LONGEST = 100  # characters before the number; every file system takes 255 bytes


def file_name(
    briefing: Briefing, end: str = ".md", *, profile: str = "", language: str = "en"
) -> str:
    """Return `2031-03-03-norvia-esteria-sund-7.md`: date, sides, place and number of the meeting.

    Lower-case ASCII letters, digits and hyphens alone, at most 120 characters; the number keeps
    two meetings of a library apart.

    Args:
        briefing: of the meeting.
        end: what follows: `.md`, `-asks.csv`.
        profile: named before the end, but for that of leaders' meetings.
        language: named too, but for English.
    """
    kind = "" if profile == "leaders-meeting" else _slug(profile)[:40]
    tongue = "" if language == "en" else _slug(language)
    meeting = briefing.meeting
    day = meeting.date.isoformat() if meeting.date else "undated"
    sides = meeting.sides or (meeting.title,)
    words = _slug(" ".join([*sides, meeting.place]))[:_LONGEST].strip("-")
    parts = (day, words, str(meeting.id), kind, tongue)
    return "-".join(part for part in parts if part) + end


def write_file(path: Path, text: str | bytes) -> None:
    """Write text in UTF-8, or bytes, so that `path` holds the old content or the new, never a part.

    Raises:
        StorageFull: the disk has no room; nothing of the text was kept.
        BriefingError: the file cannot be written there.
    """
    beside = path.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
    try:
        _sweep(path.parent)
        _write(beside, text.encode("utf-8") if isinstance(text, str) else text)
        os.replace(beside, path)  # noqa: PTH105 - Path.replace says nothing of being atomic
        _settle(path.parent)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _explained(path, error) from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def prepared_on() -> str:
    """Return the ISO date to name as prepared: that of `SOURCE_DATE_EPOCH` if set, else today.

    Raises:
        BadValue: `SOURCE_DATE_EPOCH` is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now().astimezone().date().isoformat()
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise BadValue(
            phrase("SOURCE_DATE_EPOCH is {epoch}, not a number of seconds.", epoch=repr(epoch))
        ) from error


def _sweep(folder: Path) -> None:
    """Remove what a program that was killed while it wrote has left."""
    now = time.time()
    for rest in folder.glob(_UNFINISHED + "*"):
        with suppress(FileNotFoundError):  # another program was quicker
            if rest.is_file() and now - rest.stat().st_mtime > _ABANDONED:
                rest.unlink()


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _write(path: Path, data: bytes) -> None:
    # 0o666 less the umask: an exported file is the user's, as any other program would save it.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name last over a power cut, on systems that can open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks cannot
            raise
    finally:
        os.close(handle)


def _explained(path: Path, error: OSError) -> BriefingError:
    if error.errno in _FULL:
        return StorageFull(
            phrase("There is no room on the disk for {path}.", path=path),
            "Free some and try again.",
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    return BriefingError(
        phrase("{path} cannot be written: {reason}.", path=path, reason=reason),
        "Choose another folder.",
    )
