"""What an index folder should hold: written after each commit, checked before anything is opened.

Opening a Whoosh index unpickles its table of contents, and a damaged one may answer with fewer
hits and no error. So nothing is opened whose bytes are not those of the manifest.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefing.search.analysis import VERSION
from briefing.search.fields import SCHEMA_VERSION

NAME = "manifest.json"
_LINE = 1 << 18  # bytes read to find the last line: enough for a thousand segments
_LONGEST = 1 << 22  # bytes from which on it begins anew: some thousand commits
FORMAT = f"schema {SCHEMA_VERSION}, words {VERSION}"


@dataclass(frozen=True, slots=True)
class File:
    """One file of the index.

    Attributes:
        name: in the folder. size: in bytes. written: when, in nanoseconds, as the disk has it.
    """

    name: str
    size: int
    sha256: str
    written: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of an index after a commit.

    Attributes:
        format: versions of fields and analysis. identity: the library's id.
        generation: the library's generation it answers for.
        folder: the sub-folder with the files of Whoosh. serial: grows with each commit.
        files: the table of contents, then the segments. What else lies there is not of the index.
    """

    format: str
    identity: str
    generation: int
    folder: str
    serial: int
    files: tuple[File, ...]

    @property
    def table(self) -> str:
        """The file name of the table of contents."""
        return self.files[0].name


class Mismatch(Exception):
    """The folder does not hold what its manifest says; the text says what differs."""


def read(folder: Path, key: bytes = b"") -> Manifest | None:
    """Return the manifest of an index folder, None where there is none.

    Args:
        folder: the index folder.
        key: what this user seals manifests with. Opening an index runs what its makers put into
            it, so one made by anybody else, and put into a library they passed on, is not opened.

    Raises:
        Mismatch: if it cannot be read as a manifest, or bears another seal.
    """
    try:
        found = json.loads(_last_line(folder / NAME))
        seal = str(found.pop("seal", ""))
        if key and not hmac.compare_digest(seal.encode(), _seal(found, key).encode()):
            raise Mismatch("it was not made by you on this computer")
        files = tuple(
            File(str(f["name"]), int(f["size"]), str(f["sha256"]), int(f["written"]))
            for f in found["files"]
        )
        place = str(found["folder"])
        if any(
            Path(name).name != name or name in ("", "..")
            for name in (place, *(f.name for f in files))
        ):
            raise Mismatch("the manifest names a file outside the index")
        if not files or not re.fullmatch(r"_MAIN_\d+\.toc", files[0].name):
            raise Mismatch("the manifest names no table of contents")
        return Manifest(
            format=str(found["format"]),
            identity=str(found["identity"]),
            generation=int(found["generation"]),
            folder=place,
            serial=int(found["serial"]),
            files=files,
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, OverflowError) as error:
        raise Mismatch(f"the manifest cannot be read: {error}") from error


def write(folder: Path, manifest: Manifest, key: bytes = b"") -> None:
    """Make this the manifest of a folder, sealed with a key: whole, or not at all.

    It is a line of its own; the last whole line counts. To put a file in place of another would make
    most disks wait until it is written, which nobody needs: what is written outlives the process, and
    if the machine loses power, files are not as the manifest says, and the index is made anew.
    """
    told = {**_told(manifest), "files": [_told(file) for file in manifest.files]}
    line = json.dumps(told | {"seal": _seal(told, key)} if key else told).encode() + b"\n"
    target = folder / NAME
    if _can_grow(target):
        with target.open("ab", buffering=0) as file:
            file.write(line)
        return
    draft = folder / f"{NAME}.new"
    draft.write_bytes(line)
    draft.replace(target)


def _can_grow(path: Path) -> bool:
    """Tell whether a manifest may go on: it has an end, and is not too long."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - 1, 0))
            return 0 < size < _LONGEST and file.read() == b"\n"
    except FileNotFoundError:
        return False


def _last_line(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(file.seek(0, os.SEEK_END) - _LINE, 0))
        whole, ended, rest = file.read().rpartition(b"\n")
    return whole.rpartition(b"\n")[2] if ended else rest


def describe(place: Path, names: Iterable[str], known: tuple[File, ...] = ()) -> tuple[File, ...]:
    """Return the files of an index by their names; those of `known` are not read again.

    A segment is never changed once it is written, so a known name means known bytes.
    """
    former = {file.name: file for file in known if not file.name.endswith(".toc")}
    return tuple(former.get(name) or _described(place / name) for name in names)


class Checker:
    """Tells whether a folder holds what its manifest says, reading only what it has not seen.

    A file of the size and time of the manifest is believed to be as it was written, so that an
    index of any size opens at once; `thoroughly` reads it, too. The table of contents always is.
    """

    def __init__(self) -> None:
        self._sound: dict[str, tuple[File, int]] = {}
        self._named: tuple[Manifest | None, list[tuple[str, File]]] = None, []

    def check(self, index: str, manifest: Manifest, *, thoroughly: bool = False) -> None:
        """Raise Mismatch at the first file that is missing, foreign or not as described.

        Args:
            index: the index folder.
            manifest: its own.
            thoroughly: whether every file is read.
        """
        if manifest.format != FORMAT:
            raise Mismatch(f"the index is of another version: {manifest.format}")
        of, named = self._named
        if of is not manifest:
            folder = Path(index, manifest.folder)
            named = [(str(folder / file.name), file) for file in manifest.files]
            self._named = manifest, named
        for name, file in named:
            self._check_file(name, file, thoroughly=thoroughly)

    def _check_file(self, name: str, file: File, *, thoroughly: bool) -> None:
        try:
            found = os.stat(name)  # noqa: PTH116 - of every key typed; it is quicker
            seen = found.st_mtime_ns
            same_size = found.st_size == file.size
            known = seen == file.written and not name.endswith(".toc")
            if same_size and known and not thoroughly:
                return
            if same_size and self._sound.get(name) == (file, seen):
                return
            if not same_size or _sha256(Path(name)) != file.sha256:
                raise Mismatch(f"{file.name} is not as it was written")
        except OSError as error:
            raise Mismatch(f"{file.name} cannot be read: {error}") from error
        self._sound[name] = file, seen


def _told(value: Manifest | File) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _described(path: Path) -> File:
    found = path.stat()
    return File(path.name, found.st_size, _sha256(path), found.st_mtime_ns)


def _seal(told: dict[str, Any], key: bytes) -> str:
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
