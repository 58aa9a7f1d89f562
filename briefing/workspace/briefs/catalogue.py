"""An index page for readers and a manifest for programs, beside several briefings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from briefing.errors import BriefingError
from briefing.export import Outline, Style, read_stamp, write_file
from briefing.export.language.headings import headings
from briefing.model import Briefing
from briefing.phrase import phrase

_PAGE, _MANIFEST = "briefings.html", "briefings.json"


@dataclass(frozen=True)
class Entry:
    """One briefing that was written.

    Attributes:
        files: SHA-256 by file name.
    """

    briefing: Briefing
    content: Outline
    style: Style
    files: Mapping[str, str]


def write_catalogue(folder: Path, library: str, entries: Sequence[Entry]) -> None:
    """Write `briefings.html` and `briefings.json` into the folder of the briefings.

    Raises:
        BriefingError: a file of that name is not of this library; it is left as it is.
    """
    prepared = entries[0].briefing.prepared
    pages = {
        _PAGE: _page(library, prepared, entries),
        _MANIFEST: _manifest(library, prepared, entries),
    }
    for name, text in pages.items():
        path = folder / name
        if path.exists() and read_stamp(path.read_bytes(), path.suffix).library != library:
            raise BriefingError(
                phrase("{path} is not of this library.", path=path),
                "Move it or choose another folder.",
            )
        write_file(path, text)


def _manifest(library: str, prepared: str, entries: Sequence[Entry]) -> str:
    found = {
        "format": 1,
        "library": library,
        "prepared": prepared,
        "sections": [],
        "briefings": [_described(entry) for entry in entries],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _described(entry: Entry) -> dict[str, object]:
    meeting = entry.briefing.meeting
    return {
        "meeting": meeting.id,
        "title": entry.content.title,
        "date": meeting.date.isoformat() if meeting.date else None,
        "place": meeting.place,
        "sides": list(meeting.sides),
        "profile": entry.style.profile,
        "language": entry.style.language,
        "words": entry.content.words,
        "files": [{"name": name, "sha256": digest} for name, digest in entry.files.items()],
    }


def _page(library: str, prepared: str, entries: Sequence[Entry]) -> str:
    rows = "\n".join(_row(entry) for entry in entries)
    words = headings(entries[0].style.language)
    title, day = (
        escape(words.index),
        escape(f"{words.labels['prepared']} {words.stated(prepared)}."),
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="keywords" content="library {escape(library)}, prepared {escape(prepared)}">\n'
        f"<title>{title}</title>\n<style>"
        "body { font: 12pt/1.5 Georgia, serif; max-width: 46rem; "
        "margin: 2.5rem auto; padding: 0 1.25rem; } li { margin: .4rem 0; }</style>\n</head>\n"
        f"<body>\n<h1>{title}</h1>\n<p>{day}</p>\n<ol>\n{rows}\n</ol>\n"
        "</body>\n</html>\n"
    )


def _row(entry: Entry) -> str:
    links = ", ".join(
        f'<a href="{escape(name)}">{escape(name.rpartition(".")[2])}</a>' for name in entry.files
    )
    return f"<li>{escape(entry.content.title)}: {links}</li>"
