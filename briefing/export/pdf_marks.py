"""What a PDF has besides its pages: bookmarks, links between places, title and date."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.export.facts import Facts

if TYPE_CHECKING:
    from pypdf import PdfWriter


_TAG = re.compile(rb"/([A-Z]{6})\+")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One heading: its level from 1, page from 0, and height in points above the paper's foot."""

    title: str
    level: int
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Jump:
    """A box (left, bottom, right, top in points) of a page that leads to a height of another."""

    page: int
    box: tuple[float, float, float, float]
    target: int
    top: float


def with_marks(
    pdf: bytes, bookmarks: tuple[Bookmark, ...], jumps: tuple[Jump, ...], facts: Facts
) -> bytes:
    """Return the PDF with bookmarks, links and properties written into it."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter()
    # The pages alone: Qt's own catalogue holds the time of day and a number drawn by chance.
    writer.append(PdfReader(io.BytesIO(_with_fixed_tags(pdf))), import_outline=False)
    writer.pdf_header = "%PDF-1.4"
    _write_bookmarks(writer, bookmarks)
    _write_jumps(writer, jumps)
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
    """Return the PDF with the six letters before each font's name, drawn by chance, made the same."""
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


def _write_jumps(writer: PdfWriter, jumps: tuple[Jump, ...]) -> None:
    from pypdf.annotations import Link
    from pypdf.generic import Fit, RectangleObject

    for jump in jumps:
        fit = Fit.xyz(left=0, top=jump.top)
        link = Link(
            rect=RectangleObject(jump.box), target_page_index=jump.target, fit=fit, border=[0, 0, 0]
        )
        writer.add_annotation(jump.page, link)
