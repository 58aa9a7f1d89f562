"""From a path to its articles: the file opened, what is inside it followed, each refusal told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import UnreadableFile
from briefing.ingest import files
from briefing.ingest.reading import CONTAINERS, SUFFIXES, articles_of
from briefing.ingest.text.document import Part
from briefing.model import ImportedText
from briefing.phrase import phrase

Engine = Callable[[bytes, str, str], Iterator[ImportedText | Part]]
"""Reads bytes: `reading.articles_of` itself, or the same in a child process."""

DEPTH = 2
"""Files inside files inside a file are read; what is deeper is not."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a file inside one, that cannot be read, and why, as one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """A file, or a file inside one, whose bytes the caller has already."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A file attached to a mail, which is read where the caller asks for attachments."""

    path: str


Found = ImportedText | Refused | Known | Offered


def nothing_known(sha256: str) -> bool:
    """Tell that no file is known yet."""
    del sha256
    return False


def read_articles(
    path: Path,
    engine: Engine = articles_of,
    known: Callable[[str], bool] = nothing_known,
    *,
    attachments: bool = True,
) -> Iterator[Found]:
    """Yield the articles of a file, in order; what cannot be read inside it is told, not raised.

    Args:
        path: the file.
        engine: what reads bytes.
        known: whether a file of that SHA-256 need not be read again.
        attachments: whether what is attached to a mail is read too, rather than only told.

    Raises:
        UnreadableFile: the file itself cannot be read, or not to its end; the message says why.
    """
    name = files.shown(path)
    suffix = path.suffix.lower()
    if suffix and suffix not in SUFFIXES and not path.is_dir():
        kinds = ", ".join(sorted(SUFFIXES))
        raise UnreadableFile(
            phrase("{name} is of a kind that is not read.", name=name),
            phrase("Read are {kinds}.", kinds=kinds),
        )
    limit = files.CONTAINER_LIMIT if suffix in CONTAINERS else files.SIZE_LIMIT
    data = files.read_bytes(path, limit)
    yield from _Walk(engine, known, attachments).of(data, name, suffix, 0)


def read_file(path: Path, engine: Engine = articles_of) -> ImportedText:
    """Read a file that is one article.

    Args:
        path: the file.
        engine: what reads bytes; by default this very process, which is for files one trusts.

    Raises:
        UnreadableFile: it cannot be read as one article; the message says why and what to do.
    """
    found = read_articles(path, engine)
    first = next(found, None)
    if isinstance(first, Refused):
        raise UnreadableFile(first.reason)
    if not isinstance(first, ImportedText):
        raise UnreadableFile(phrase("{path} holds no article.", path=files.shown(path)))
    if next(found, None) is not None:
        raise UnreadableFile(
            phrase("{path} holds several articles.", path=files.shown(path)),
            "Import it to get each of them.",
        )
    return first


def files_in(path: Path, left_out: Callable[[Path], object] = files.forget) -> Iterator[Path]:
    """Yield a file itself, or all readable files of a folder and its subfolders, sorted by name.

    Hidden files are left out, and so are links that lead out of the folder, and the folders in
    which browsers keep what belongs to a saved page. A subfolder that cannot be opened is yielded
    itself, so that reading it tells why.

    Args:
        path: the file or folder.
        left_out: told of each file of a folder that is of a kind that is not read.

    Raises:
        UnreadableFile: there is nothing of that name.
    """
    return files.files_in(path, SUFFIXES, left_out)


@dataclass(frozen=True)
class _Walk:
    engine: Engine
    known: Callable[[str], bool]
    attachments: bool

    def of(self, data: bytes, name: str, suffix: str, depth: int) -> Iterator[Found]:
        sha256 = hashlib.sha256(data).hexdigest()
        # A mail that is known may have attachments that were not wanted then.
        if self.known(sha256) and not (self.attachments and suffix == ".eml"):
            yield Known(name, sha256)
            return
        parts: list[Part] = []
        for found in self.engine(data, name, suffix):
            if isinstance(found, Part):
                parts.append(found)
            else:
                yield found
        for part in parts:
            yield from self._inside(part, f"{name}, {part.place}", depth + 1)

    def _inside(self, part: Part, name: str, depth: int) -> Iterator[Found]:
        if part.attached and not self.attachments:
            yield Offered(name)
            return
        if part.refusal or depth > DEPTH:
            yield Refused(name, part.refusal or _too_deep(name))
            return
        try:
            yield from self.of(part.data, name, part.suffix, depth)
        except UnreadableFile as error:
            yield Refused(name, error.told)


def _too_deep(name: str) -> str:
    return phrase("{name} is nested too deep in other files.", name=name)
