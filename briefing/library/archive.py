"""What a backup is made of: a .zip file with a manifest, the database and the originals."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import IO

from briefing.library.opening import DATABASE, ORIGINALS

FORMAT = 1
MANIFEST = "manifest.json"
_PIECE = 1 << 20  # bytes read at a time
_ALLOWED = re.compile(rf"{re.escape(DATABASE)}|{ORIGINALS}/[0-9a-f]{{64}}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a backup: its name in it, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    Attributes:
        format: FORMAT of the program that wrote it.
        identity: the library's.
    """

    format: int
    identity: str
    files: tuple[Entry, ...]


def may_hold(name: str) -> bool:
    """Return whether a file of that name belongs in a backup: no path leads out of the folder."""
    return _ALLOWED.fullmatch(name) is not None


def pour(source: IO[bytes], target: IO[bytes] | None, limit: int) -> tuple[int, str]:
    """Copy bytes, at most one more than `limit`; return how many, and their SHA-256.

    Args:
        source: what is read.
        target: what is written; None to count and hash only.
        limit: how many bytes are expected, so that a lie about a size does no harm.
    """
    digest, size = hashlib.sha256(), 0
    while size <= limit and (piece := source.read(min(_PIECE, limit + 1 - size))):
        digest.update(piece)
        size += len(piece)
        if target is not None:
            target.write(piece)
    return size, digest.hexdigest()
