"""PDF: the text of its pages, joined to paragraphs as far as its lines tell.

pypdf is used: pure Python, well kept, no code of its own to load, and errors for what it cannot
read. PyMuPDF is faster but under the AGPL; pdfminer.six is several times slower.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.errors import UnreadableFile
from briefing.ingest.document import Document
from briefing.ingest.fields import Fields
from briefing.model import Stated

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGE_LIMIT = 300
"""Pages a PDF may have; press files have few, and reading takes some hundredths of a second each."""

_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010]\n(?=[a-zà-ÿ])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def read_pdf(data: bytes, name: str) -> Document:
    """Return the text of a PDF, lines that repeat on its pages left in, pages one below another.

    Raises:
        UnreadableFile: it is no PDF, damaged, encrypted, too long, or holds pictures of text only.
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile(f"{name} is not a PDF document.")
    try:
        text, title = _read(data, name)
    except UnreadableFile:
        raise
    # A broken PDF makes pypdf raise whatever its code meets.
    except Exception as error:
        raise UnreadableFile(
            f"{name} is damaged: {_line(error)}.", "Get an undamaged copy."
        ) from error
    if not text.strip():
        raise UnreadableFile(
            f"{name} holds pictures of text and no text.",
            "Run it through a text recognition program first.",
        )
    return Document(text=text, kind="pdf", fields=_fields(title, text))


def _read(data: bytes, name: str) -> tuple[str, str]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens_without_password(reader):
        raise UnreadableFile(f"{name} is encrypted.", "Save it without a password.")
    if len(reader.pages) > PAGE_LIMIT:
        raise UnreadableFile(
            f"{name} has more than {PAGE_LIMIT} pages.", "Import only those you need."
        )
    pages = [_CONTROL.sub("", page.extract_text()) for page in reader.pages]
    title = reader.metadata.title if reader.metadata else None
    return "\n\n".join(_paragraphs(page) for page in pages).strip() + "\n", title or ""


def _opens_without_password(reader: PdfReader) -> bool:
    return bool(reader.decrypt(""))


def _paragraphs(page: str) -> str:
    """Join the lines of each paragraph: a line much shorter than most ends one."""
    lines = [line.rstrip() for line in page.splitlines()]
    lengths = Counter(len(line) // 10 * 10 for line in lines if len(line) > 30)
    usual = max(lengths, key=lambda length: (lengths[length], length), default=0)
    joined = "\n".join(line + "\n" * _ends_paragraph(line, usual) for line in lines)
    joined = _HYPHEN.sub("", joined)
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", joined)]
    return "\n\n".join(part for part in paragraphs if part)


def _ends_paragraph(line: str, usual: int) -> bool:
    ended = line.endswith((".", "!", "?", "”", '"', ":"))
    return len(line) < 0.75 * usual and (ended or len(line) < 30)


def _fields(title: str, text: str) -> Fields:
    """The title, where the document shows it too: what programs write there is often a file name."""
    words = " ".join(str(title).split())
    if len(words.split()) < 3 or words.lower() not in " ".join(text[:3000].split()).lower():
        return {}
    return {"title": Stated(words, "the document’s properties")}


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120].rstrip(".") or type(error).__name__
