"""PDF: the text of its pages, in reading order, joined to paragraphs as far as its lines tell.

pypdf is used: pure Python, well kept, no code of its own to load, and errors for what it cannot
read. PyMuPDF is faster but under the AGPL; pdfminer.six is several times slower.
"""

from __future__ import annotations

import io
import logging
import re
from math import hypot
from typing import TYPE_CHECKING

from briefing.errors import UnreadableFile
from briefing.ingest.formats.pdf_layout import Piece, text_of
from briefing.ingest.text.document import Document
from briefing.ingest.text.fields import Fields
from briefing.ingest.text.signatures import said
from briefing.model import Stated
from briefing.phrase import phrase

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGE_LIMIT = 300
"""Pages a PDF may have; press files have few, and each takes some hundredths of a second."""

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def read_pdf(data: bytes, name: str) -> Document:
    """Return the text of a PDF without running heads, pages one below another.

    Raises:
        UnreadableFile: it is no PDF, damaged, encrypted, too long, or holds pictures of text only.
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile(phrase("{name} is not a PDF document.", name=name))
    try:
        text, title = _read(data, name)
    except UnreadableFile:
        raise
    # A broken PDF makes pypdf raise whatever its code meets.
    except Exception as error:
        raise UnreadableFile(
            phrase("{name} is damaged: {error}.", name=name, error=said(error)),
            "Get an undamaged copy.",
        ) from error
    if not text.strip():
        raise UnreadableFile(
            phrase("{name} holds pictures of text and no text.", name=name),
            "Run it through a text recognition program first.",
        )
    return Document(text=text, kind="pdf", fields=_fields(title, text))


def _read(data: bytes, name: str) -> tuple[str, str]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens_without_password(reader):
        raise UnreadableFile(
            phrase("{name} is encrypted.", name=name), "Save it without a password."
        )
    if len(reader.pages) > PAGE_LIMIT:
        raise UnreadableFile(
            phrase("{name} has more than {page_limit} pages.", name=name, page_limit=PAGE_LIMIT),
            "Import only those you need.",
        )
    pages = [_pieces(page) for page in reader.pages]
    title = reader.metadata.title if reader.metadata else None
    return text_of(pages).strip() + "\n", title or ""


def _opens_without_password(reader: PdfReader) -> bool:
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:  # a cipher that would need a further library
        return False


def _pieces(page: PageObject) -> list[Piece]:
    """The stretches of text of a page, in the order in which it tells them."""
    found: list[Piece] = []

    def take(text: str, place: list[float], own: list[float], _font: object, size: float) -> None:
        x, y, high = _placed(own, place, size)
        for number, line in enumerate(
            _CONTROL.sub("", text).translate(_LIGATURES).strip("\n").split("\n")
        ):
            if line.strip():
                found.append(Piece(line, x, y - 1.2 * high * number, high))

    page.extract_text(visitor_text=take)
    return found


def _placed(own: list[float], place: list[float], size: float) -> tuple[float, float, float]:
    """Where a stretch begins, and how high its letters are, as seen by who holds its lines level.

    Both are told by two matrices, one inside the other.
    """
    x = own[4] * place[0] + own[5] * place[2] + place[4]
    y = own[4] * place[1] + own[5] * place[3] + place[5]
    along = own[0] * place[0] + own[1] * place[2]
    upward = own[0] * place[1] + own[1] * place[3]
    if abs(upward) > abs(along):  # a page across the sheet
        x, y = (y, -x) if upward > 0 else (-y, x)
    elif along < 0:
        x, y = -x, -y
    high = hypot(own[2] * place[0] + own[3] * place[2], own[2] * place[1] + own[3] * place[3])
    return x, y, max(abs(size) * high, 1.0)


def _fields(title: str, text: str) -> Fields:
    """The title, where the document shows it too: programs often write a file name there."""
    words = " ".join(str(title).split())
    if len(words.split()) < 3 or words.lower() not in " ".join(text[:3000].split()).lower():
        return {}
    return {"title": Stated(words, "the document’s properties")}
