"""ZIP archives: each readable file in them, after all declared sizes have been added up.

Nothing is ever unpacked to disk; a member's name is shown and no more.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from briefing.errors import UnreadableFile
from briefing.ingest.files import SIZE_LIMIT
from briefing.ingest.formats.archives import member, open_archive
from briefing.ingest.text.document import Part
from briefing.ingest.text.signatures import printable
from briefing.phrase import phrase

KIND = "a ZIP archive"
INSIDE = frozenset({
    ".txt", ".text", ".html", ".htm", ".xhtml", ".docx", ".eml", ".mht", ".mhtml", ".md",
    ".markdown", ".pdf", ".rtf", ".odt", ".rss", ".atom", ".xml", ".mbox",
})  # fmt: skip
"""Suffixes of members that are read; pictures, styles and the like are passed over."""

_RATIO = 200
"""How many times its packed size a member of more than a megabyte may have."""


def split_zip(data: bytes, name: str) -> Iterator[Part]:
    """Yield the readable files of an archive, in order of their names.

    A member that is encrypted, a link, too large, or named to lead out of the archive comes with
    its refusal.

    Raises:
        UnreadableFile: it is no archive, damaged, would unpack to too much, or holds nothing to
            read.
    """
    with open_archive(data, name, KIND, encrypted_parts=True) as archive:
        if "bundle.json" in archive.namelist():
            raise UnreadableFile(
                phrase("{name} is a bundle of another library.", name=name),
                "Import it as a bundle, not as a file.",
            )
        members = [m for m in archive.infolist() if _wanted(m)]
        if not members:
            raise UnreadableFile(phrase("{name} holds no file that can be read.", name=name))
        for found in sorted(members, key=lambda m: m.filename):
            yield _part(archive, found, name)


def _wanted(found: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(found.filename.replace("\\", "/"))
    # Not `is_dir`, which fails on a member without a name.
    if found.filename.endswith("/") or path.name.startswith(".") or "__MACOSX" in path.parts:
        return False
    aside = any(part.endswith(("_files", ".files", "-filer")) for part in path.parts[:-1])
    return path.suffix.lower() in {*INSIDE, ".zip"} and not aside


def _part(archive: zipfile.ZipFile, found: zipfile.ZipInfo, name: str) -> Part:
    place = printable(found.filename)
    suffix = PurePosixPath(found.filename).suffix.lower()
    if refusal := _refusal(found):
        return Part(
            place,
            suffix,
            b"",
            phrase("{name} {refused}.", name=f"{name}, {place}", refused=refusal),
        )
    try:
        return Part(place, suffix, member(archive, found.filename, f"{name}, {place}", KIND))
    except UnreadableFile as error:
        return Part(place, suffix, b"", error.told)


def _refusal(found: zipfile.ZipInfo) -> str:
    windows = PureWindowsPath(found.filename)
    if windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        return phrase("is named to lead out of the archive")
    if stat.S_ISLNK(found.external_attr >> 16):
        return phrase("is a link")
    if found.flag_bits & 0x1:
        return phrase("is encrypted")
    if found.filename.lower().endswith(".zip"):
        return phrase("is an archive inside an archive")
    packed = max(found.compress_size, 1)
    if found.file_size > SIZE_LIMIT or (
        found.file_size > 1 << 20 and found.file_size > _RATIO * packed
    ):
        return phrase("would unpack to more than an article has")
    return ""
