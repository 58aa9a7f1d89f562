"""What a PDF has besides its pages: bookmarks, title and date, and words that can be copied."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from briefing.export.renderers.facts import Facts

if TYPE_CHECKING:
    from pypdf import PdfWriter


_TARGETS = re.compile(rb"\[[^\]]*\]|(?<=> )<[0-9A-Fa-f]{4}>(?=\s*$)", re.MULTILINE)
_TAG = re.compile(rb"/([A-Z]{6})\+")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One heading: its level from 1, page from 0, and height in points above the paper's foot."""

    title: str
    level: int
    page: int
    top: float


def with_marks(pdf: bytes, bookmarks: tuple[Bookmark, ...], facts: Facts) -> bytes:
    """Return the PDF with bookmarks and properties written into it, and its words put right."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter()
    # The pages alone: Qt's own catalogue holds the time of day and a number drawn by chance.
    writer.append(PdfReader(io.BytesIO(_with_fixed_tags(pdf))), import_outline=False)
    writer.pdf_header = "%PDF-1.4"
    _write_bookmarks(writer, bookmarks)
    _write_spaces(writer)
    date = facts.prepared[:10].replace("-", "")
    stamp = f"D:{date}000000Z" if len(date) == 8 and date.isdecimal() else "D:19700101000000Z"
    writer.add_metadata(
        {
            "/Title": facts.title,
            "/Creator": "briefing",
            "/Keywords": facts.stamp,
            "/CreationDate": stamp,
            "/ModDate": stamp,
        }
    )
    writer.root_object[NameObject("/Lang")] = TextStringObject(facts.language)
    writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _with_fixed_tags(pdf: bytes) -> bytes:
    """Return the PDF with the six chance letters before each font's name made the same."""
    return _TAG.sub(rb"/BRIEFA+", pdf)


def _write_bookmarks(writer: PdfWriter, bookmarks: tuple[Bookmark, ...]) -> None:
    from pypdf.generic import Fit

    above = None
    for mark in bookmarks:
        fit = Fit.xyz(left=0, top=mark.top)
        parent = above if mark.level > 1 else None
        made = writer.add_outline_item(
            title=mark.title, page_number=mark.page, parent=parent, fit=fit
        )
        above = made if mark.level == 1 else above


def _write_spaces(writer: PdfWriter) -> None:
    """Let the sign between words be read as a space; Qt says that it is a tab."""
    fonts: list[Any] = [
        font.get_object()
        for page in writer.pages
        for font in cast("Any", page["/Resources"].get_object()).get("/Font", {}).values()
    ]
    for reference in {font.raw_get("/ToUnicode") for font in fonts if "/ToUnicode" in font}:
        stream = reference.get_object()
        stream.set_data(_TARGETS.sub(_with_plain_signs, stream.get_data()))


def _with_plain_signs(targets: re.Match[bytes]) -> bytes:
    found = targets.group()
    for odd, plain in ((b"<0009>", b"<0020>"), (b"<00A0>", b"<0020>"), (b"<00AD>", b"<002D>")):
        found = found.replace(odd, plain)
    return found
