"""Opening the ZIP archive that an office document is, after its size unpacked has been added up."""

from __future__ import annotations

import io
import zipfile

from briefing.errors import UnreadableFile
from briefing.ingest.text.signatures import said
from briefing.phrase import phrase

UNPACKED_LIMIT = 100 * 1024 * 1024
"""Bytes all members of an archive may have together; 300 MB were once packed into 326 KB."""

MEMBER_LIMIT = 5_000
"""Members an archive may have; a long document with a picture a page has some hundreds."""


def open_archive(
    data: bytes, name: str, kind: str, *, encrypted_parts: bool = False
) -> zipfile.ZipFile:
    """Return the archive, its declared sizes checked; nothing is unpacked yet.

    Args:
        data: the bytes of the file.
        name: the file, as it is named in messages.
        kind: what it should be (`a Word document`), for messages.
        encrypted_parts: whether single members may be encrypted.

    Raises:
        UnreadableFile: it is no archive, damaged, encrypted, or would unpack to too much.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(
            phrase("{name} is encrypted or in the old binary format of Office.", name=name),
            "Open it in an office program and save it as .docx without a password.",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFile(
            phrase("{name} is not {kind}, or it is damaged.", name=name, kind=phrase(kind)),
            "Get an undamaged copy.",
        ) from error
    members = archive.infolist()
    if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > UNPACKED_LIMIT:
        limit = UNPACKED_LIMIT // (1024 * 1024)
        raise UnreadableFile(
            phrase(
                "{name} would unpack to more than {limit} MB, so it is not opened.",
                name=name,
                limit=limit,
            )
        )
    if not encrypted_parts and any(member.flag_bits & 0x1 for member in members):
        raise UnreadableFile(
            phrase("{name} is encrypted.", name=name), "Save it without a password."
        )
    return archive


def member(archive: zipfile.ZipFile, path: str, name: str, kind: str) -> bytes:
    """Return the bytes of one member, read no further than it declares.

    Raises:
        UnreadableFile: there is no such member, or it is damaged.
    """
    try:
        with archive.open(path) as file:
            return file.read(archive.getinfo(path).file_size)
    except KeyError as error:
        raise UnreadableFile(
            phrase("{name} is not {kind}.", name=name, kind=phrase(kind))
        ) from error
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        RuntimeError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise UnreadableFile(
            phrase("{name} is damaged: {error}.", name=name, error=said(error)),
            "Get an undamaged copy.",
        ) from error
    except Exception as error:
        # zlib, lzma and bz2 raise errors without a common parent.
        if type(error).__module__ in {"zlib", "_lzma", "lzma", "bz2"}:
            raise UnreadableFile(
                phrase("{name} is damaged: {error}.", name=name, error=said(error)),
                "Get an undamaged copy.",
            ) from error
        raise
