"""From a file to an imported text: bytes, format, chrome, metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import UnreadableFile
from briefing.ingest import files
from briefing.ingest.chrome import hide_chrome
from briefing.ingest.document import Document, Reader, Readers
from briefing.ingest.evidence import Evidence
from briefing.ingest.fields import fields_of
from briefing.ingest.language import language_of
from briefing.ingest.lines import lines_of
from briefing.ingest.mail import read_mail
from briefing.ingest.markdown import read_markdown
from briefing.ingest.metadata import find_metadata
from briefing.ingest.open_document import read_open_document
from briefing.ingest.pages import read_page
from briefing.ingest.pdf import read_pdf
from briefing.ingest.plain import read_plain
from briefing.ingest.rich_text import read_rich_text
from briefing.ingest.word import read_word
from briefing.model import HiddenRange, ImportedText

READERS: Readers = {
    ".txt": read_plain,
    ".text": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".docx": read_word,
    ".eml": read_mail,
    ".mht": read_mail,
    ".mhtml": read_mail,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".pdf": read_pdf,
    ".rtf": read_rich_text,
    ".odt": read_open_document,
}
"""What reads each kind of file. A reader is a function of bytes alone, so that it can be run in a
child process with limits: nothing it returns or raises holds anything open."""

SUFFIXES = frozenset(READERS)
"""The suffixes of the files that can be read, in small letters."""

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")


def read_file(path: Path) -> ImportedText:
    """Read one file as an article, with its metadata and its chrome found.

    Raises:
        UnreadableFile: it cannot be read as an article; the message says why and what to do.
    """
    reader = _reader(path)
    data = files.read_bytes(path)
    name = files.shown(path)
    if not data:
        raise UnreadableFile(f"{name} is empty.")
    try:
        document = reader(data, name)
    except RecursionError as error:
        raise UnreadableFile(f"{name} is nested deeper than any article is.") from error
    if not _INVISIBLE.sub("", document.text):
        raise UnreadableFile(f"{name} holds no text, only blanks.")
    hidden = hide_chrome(document.text, document.hidden)
    if not _INVISIBLE.sub("", _shown(document.text, hidden)):
        raise UnreadableFile(f"{name} holds no article, only menus and the like of a web page.")
    return _imported(name, data, document, hidden)


def files_in(path: Path) -> Iterator[Path]:
    """Yield a file itself, or all readable files of a folder and its subfolders, sorted by name.

    Hidden files are left out, and so are links that lead out of the folder. A subfolder that
    cannot be opened is yielded itself, so that reading it tells why.

    Raises:
        UnreadableFile: there is nothing of that name.
    """
    return files.files_in(path, SUFFIXES)


def _reader(path: Path) -> Reader:
    suffix = path.suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    if not suffix or path.is_dir():
        return read_plain
    kinds = ", ".join(sorted(SUFFIXES))
    raise UnreadableFile(
        f"{files.shown(path)} is of a kind that is not read.", f"Read are {kinds}."
    )


def _imported(
    name: str, data: bytes, document: Document, hidden: tuple[HiddenRange, ...]
) -> ImportedText:
    text = document.text
    fields = {**fields_of(text, lines_of(text)), **document.fields}
    found = find_metadata(Evidence.of(text, hidden), fields)
    stated = fields.get("language")
    return ImportedText(
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        original=data,
        text=text,
        encoding=document.encoding,
        kind=document.kind,
        title=found.title,
        outlet=found.outlet,
        author=found.author,
        published=found.published,
        language="fr" if stated and stated.value.lower().startswith("fr") else language_of(text),
        hidden=hidden,
    )


def _shown(text: str, hidden: tuple[HiddenRange, ...]) -> str:
    pieces = []
    position = 0
    for item in hidden:
        pieces.append(text[position : item.start])
        position = item.end
    return "".join([*pieces, text[position:]])
