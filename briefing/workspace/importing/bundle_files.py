"""The file a bundle is: a ZIP of one JSON text and the original files, and nothing else.

A bundle comes from another person, so every name in it must be one we write ourselves, links and
encrypted members are refused, sizes are added up before anything is read, and nothing is unpacked
to disk.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError, NotFound
from briefing.phrase import as_phrase, phrase

CONTENT = "bundle.json"
FORMAT = "briefing bundle"
VERSION = 1
CONTENT_LIMIT = 300 * 1024 * 1024
TOTAL_LIMIT = 4 * 1024 * 1024 * 1024
ORIGINAL_LIMIT = 100 * 1024 * 1024
_ORIGINAL = re.compile(r"originals/(?P<sha>[0-9a-f]{64})")


def write_bundle(target: Path, content: Mapping[str, Any], originals: Iterator[bytes]) -> None:
    """Write a bundle, whole or not at all.

    Raises:
        BriefingError: it cannot be written.
    """
    part = target.with_name(f".{target.name}.part")
    told = {"format": FORMAT, "version": VERSION, **content}
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(CONTENT, json.dumps(told, ensure_ascii=False, indent=1))
            for data in originals:
                archive.writestr(f"originals/{hashlib.sha256(data).hexdigest()}", data)
        part.replace(target)
    except BaseException as error:
        if part.exists():  # else it could not even be begun
            part.unlink()
        if not isinstance(error, OSError):
            raise
        raise BriefingError(
            phrase(
                "{target} cannot be written: {error}.", target=target, error=error.strerror or error
            ),
            "Choose another folder.",
        ) from error


@dataclass(frozen=True)
class BundleFile:
    """A bundle opened for reading; its members are checked."""

    content: Mapping[str, Any]
    name: str
    archive: zipfile.ZipFile

    def original(self, sha256: str) -> bytes:
        """Return the original file with that SHA-256.

        Raises:
            BriefingError: it is missing, damaged, or another file.
        """
        try:
            data = self.archive.read(f"originals/{sha256}")
        except Exception as error:  # zlib, zipfile and others raise errors without a common parent
            raise damaged(self.name, "an original file is missing or cannot be read") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged(self.name, "an original file is not the one it is named as")
        return data


@contextmanager
def open_bundle(path: Path) -> Iterator[BundleFile]:
    """Open a bundle for reading.

    Raises:
        NotFound: there is no such file.
        BriefingError: it is no bundle, damaged, of a newer version, or holds what no bundle has.
    """
    with _archive(path) as archive:
        _check(archive, path.name)
        yield BundleFile(_content(archive, path.name), path.name, archive)


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise NotFound(phrase("There is no file {path}.", path=path), "Check the name.") from error
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise BriefingError(
            phrase("{name} is not a bundle, or it is damaged.", name=path.name),
            "Ask for it to be sent again.",
        ) from error


def damaged(name: str, why: str) -> BriefingError:
    """Return the error for a bundle that cannot be believed."""
    return BriefingError(
        phrase("The bundle {name} is not imported: {why}.", name=name, why=as_phrase(why)),
        "Ask for it to be sent again.",
    )


def _check(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if sum(member.file_size for member in members) > TOTAL_LIMIT:
        raise damaged(name, "it would unpack to more than 4 GB")
    if len({member.filename for member in members}) != len(members):
        raise damaged(name, "it holds a name twice")
    if CONTENT not in archive.namelist():
        raise BriefingError(
            phrase("{name} is no bundle of this program.", name=name),
            "A backup is restored, and articles are imported.",
        )
    for member in members:
        limit = CONTENT_LIMIT if member.filename == CONTENT else ORIGINAL_LIMIT
        if member.filename != CONTENT and not _ORIGINAL.fullmatch(member.filename):
            what = ascii(member.filename)[1:-1][:60]
            raise damaged(name, phrase("it holds “{what}”, which no bundle has", what=what))
        if (
            member.file_size > limit
            or stat.S_ISLNK(member.external_attr >> 16)
            or member.flag_bits & 1
        ):
            raise damaged(name, "it holds a link, an encrypted file or one that is too large")


def _content(archive: zipfile.ZipFile, name: str) -> Mapping[str, Any]:
    try:
        told = json.loads(archive.read(CONTENT))
    except Exception as error:  # zlib, zipfile, json and others: see `original`
        raise damaged(name, "its list of contents cannot be read") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise damaged(name, "its list of contents is none")
    if not isinstance(told.get("version"), int) or told["version"] > VERSION:
        raise BriefingError(
            phrase("A newer version of this program made the bundle {name}.", name=name),
            "Update the program.",
        )
    return told
