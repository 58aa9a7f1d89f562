"""Which library an exported file is of, and of which date: read back from the file itself."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

_FRONT = re.compile(rb"\A---\r?\n(?P<front>.*?)\r?\n---\r?\n", re.DOTALL)
_FIELD = rb'^\s*"?%s"?: "?(?P<value>[^"\r\n]*)"?,?\s*$'
_PHRASE = re.compile(rb"library (?P<library>\S+), prepared (?P<prepared>\d{4}-\d\d-\d\d)")
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The identity of a library and the ISO date a file was prepared; "" where it has none."""

    library: str = ""
    prepared: str = ""


def stamp(library: str, prepared: str) -> str:
    """Return the words by which a page, a PDF or a Word document says what it is of."""
    return f"library {library}, prepared {prepared}"


def read_stamp(data: bytes, suffix: str) -> Stamp:
    """Return the stamp of an exported file; an empty one where it has none.

    Args:
        data: the file.
        suffix: of its name: `.md`, `.json`, `.html`, `.pdf`, `.docx`.
    """
    if suffix == ".md":
        front = _FRONT.match(data)
        return _fields(front["front"]) if front else Stamp()
    if suffix == ".json":
        return _fields(data[: data.find(b'"sections"')])
    if suffix == ".docx":
        data = _properties(data)
    elif suffix == ".pdf":
        data = _OCTAL.sub(lambda match: bytes([int(match[1], 8)]), data)
    found = _PHRASE.search(data)
    return Stamp(found["library"].decode(), found["prepared"].decode()) if found else Stamp()


def _fields(text: bytes) -> Stamp:
    values = [re.search(_FIELD % key, text, re.MULTILINE) for key in (b"library", b"prepared")]
    library, prepared = (
        found["value"].decode("utf-8", "replace") if found else "" for found in values
    )
    return Stamp(library, prepared)


def _properties(docx: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            return archive.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError):
        return b""
