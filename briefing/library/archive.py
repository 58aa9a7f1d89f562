"""What a backup is made of: a .zip file with a manifest, the database and the originals."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from briefing.errors import LibraryDamaged
from briefing.library import codec
from briefing.library.layout import DATABASE, ORIGINALS
from briefing.phrase import as_phrase, phrase

FORMAT = 1
MANIFEST = "manifest.json"
_LONGEST_MANIFEST = 64 << 20  # bytes; enough for half a million originals
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
        state: tells whether the library changed since; "" where the program that wrote it did
            not note it.
    """

    format: int
    identity: str
    files: tuple[Entry, ...]
    state: str = ""


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


def manifest_of(backup: Path) -> Manifest:
    """Return what a backup says it holds; nothing of that is proved.

    Raises:
        LibraryDamaged: it cannot be read, or is of another format.
    """
    try:
        with zipfile.ZipFile(backup) as archive:
            return manifest_in(backup, archive)
    except UNREADABLE as error:
        raise unsound(backup, f"it cannot be unpacked ({error})") from error


def manifest_in(backup: Path, archive: zipfile.ZipFile) -> Manifest:
    """Return what an opened backup says it holds.

    Raises:
        LibraryDamaged: its list is missing or cannot be read, or is of another format.
    """
    infos = {info.filename: info for info in archive.infolist()}
    if MANIFEST not in infos or infos[MANIFEST].file_size > _LONGEST_MANIFEST:
        raise unsound(backup, "it has no list of its files")
    try:
        manifest = codec.decode(Manifest, archive.read(MANIFEST).decode())
    except LibraryDamaged as error:
        raise unsound(backup, "its list of files cannot be read") from error
    if manifest.format != FORMAT:
        raise unsound(
            backup,
            phrase("it is of format {format}, not {known}", format=manifest.format, known=FORMAT),
        )
    return manifest


def unsound(backup: Path, why: str) -> LibraryDamaged:
    """Return the error for a file that is no sound backup."""
    return LibraryDamaged(
        phrase("{backup} is no sound backup: {why}.", backup=backup, why=as_phrase(why)),
        "Try an earlier one.",
    )


UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
"""What reading a damaged .zip file raises; RuntimeError: it is encrypted, or packed in a way this
Python does not know."""
