"""A briefing as a Word document: real styles, headings, tables and footnotes, by `python-docx`."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from briefing.export.language.languages import tongue
from briefing.export.markup.widths import shares
from briefing.export.outlines.outline import (
    Block,
    Bullets,
    Line,
    Outline,
    Run,
    Section,
    Table,
    Text,
    User,
)
from briefing.export.outlines.user_text import user_blocks, user_line
from briefing.export.renderers.facts import Facts
from briefing.export.renderers.paper import Paper
from briefing.export.renderers.word_notes import Footnotes
from briefing.export.renderers.word_styles import add_field, fit, new_numbering, set_up, shade

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_CLOSE = 0.92  # of the letters where all is to stand on one page
_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip file can hold


def to_docx(content: Outline, facts: Facts, sheet: Paper) -> bytes:
    """Return an outline as a Word document; the same outline gives the same bytes.

    A footnote stands on the page of its first use, or at the end where the main sections are to fit
    on one page; later uses refer to it by a field.

    Args:
        content: the outline.
        facts: title, marking and date, for running heads and the file's own properties.
        sheet: the paper it is laid out for.
    """
    import docx

    document = docx.Document()
    width = set_up(document, sheet, scale=_CLOSE if content.fit == 1 else 1.0)
    _properties(document, facts)
    _running_heads(document, facts, width)
    _Writer(document, content, width).write()
    data = io.BytesIO()
    document.save(data)
    return _settled(data.getvalue())


class _Writer:
    """Writes the parts of one outline into a document."""

    def __init__(self, document: Document, content: Outline, width: float) -> None:
        self._width = width
        self._document = document
        self._content = content
        self._speech = tongue(content.wording)
        self._notes = Footnotes(document, content.notes, content.wording, at_end=content.fit == 1)

    def write(self) -> None:
        self._document.add_paragraph(self._speech.set_out(self._content.title), style="Title")
        self._line(self._document.add_paragraph(style="Subtitle"), self._content.marking)
        annexes = [section for section in self._content.sections if section.annex]
        for section in self._content.sections:
            self._section(section, starts_page=section in annexes[:1])
        self._notes.close()

    def _section(self, section: Section, *, starts_page: bool) -> None:
        title = f"{section.number}. {section.title}" if section.number else section.title
        if section.annex:
            title = f"{self._content.annex_word} {title}"
        heading = self._document.add_heading(self._speech.set_out(title), level=1)
        if starts_page:
            heading.paragraph_format.page_break_before = True
        self._blocks(section.blocks)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for block, following in zip_longest(blocks, blocks[1:]):
            self._block(block, keep=isinstance(following, Bullets | Table))
            if isinstance(block, Table) and isinstance(following, Table | None):
                self._document.add_paragraph(style="Table Text")  # else two tables become one

    def _block(self, block: Block, *, keep: bool = False) -> None:
        match block:
            case Text(line):
                paragraph = self._document.add_paragraph(style="Body Text")
                paragraph.paragraph_format.keep_with_next = keep
                self._line(paragraph, line)
            case Bullets():
                self._bullets(block)
            case Table():
                self._table(block)
            case User():
                self._blocks(user_blocks(block))

    def _bullets(self, block: Bullets) -> None:
        numbering = new_numbering(self._document) if block.numbered else None
        for item in block.items:
            style = "List Number" if block.numbered else "List Bullet"
            paragraph = self._document.add_paragraph(style=style)
            if numbering is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                properties.get_or_add_numId().val = numbering
            self._line(paragraph, item)

    def _table(self, block: Table) -> None:
        from docx.shared import Cm

        headed = any(head.strip() for head in block.header)
        heads = [tuple((Run(head, "strong"),) for head in block.header)] if headed else []
        rows = [*heads, *block.rows]
        words = [["".join(run.text for run in cell) for cell in row] for row in rows]
        widths = shares(words)
        table = self._document.add_table(len(rows), len(widths), style="Table Grid")
        fit(table, [Cm(self._width * share) for share in widths])
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, line in zip(row.cells, cells, strict=False):
                cell.paragraphs[0].style = "Table Text"
                self._line(cell.paragraphs[0], line)
        shade(table, headed=headed)

    def _line(self, paragraph: Paragraph, line: Line) -> None:
        for run in line:
            if isinstance(run, User):
                self._line(paragraph, user_line(run))
                continue
            text = self._speech.quoted(run.text.strip()) if run.style == "quote" else run.text
            made = paragraph.add_run(self._speech.set_out(_writable(text)))
            made.bold = True if run.style == "strong" else None
            made.italic = True if run.style == "emphasis" else None
            self._notes.cite(paragraph, run.notes)


def _writable(text: str) -> str:
    """Return the words without the characters XML has no way to write."""
    from briefing.export.markup.escape import folded

    words = folded(text)
    bare = "".join(char for char in words if char not in "\ufffe\uffff")
    before = " " if text[:1].isspace() else ""
    after = " " if text[1:] and text[-1:].isspace() else ""
    return f"{before}{bare}{after}" if bare else before or after


def _properties(document: Document, facts: Facts) -> None:
    core = document.core_properties
    try:
        day = dt.datetime.fromisoformat(facts.prepared[:10])
    except ValueError:
        day = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - python-docx wants no time zone
    core.title, core.author, core.comments = _writable(facts.title)[:255], "", ""
    core.last_modified_by, core.language = "briefing", facts.language
    core.created = core.modified = day
    core.revision = 1
    core.keywords = _writable(facts.stamp)[:255]


def _running_heads(document: Document, facts: Facts, width: float) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    section = document.sections[0]
    above = section.header.paragraphs[0]
    above.text, above.style, above.alignment = _writable(facts.marking), "Header", 1
    below = section.footer.paragraphs[0]
    below.style = "Footer"
    below.paragraph_format.tab_stops.clear_all()
    below.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    below.add_run(f"{_writable(facts.title)}\t")
    add_field(below, "PAGE", "1")
    below.add_run(" / ")
    add_field(below, "NUMPAGES", "1")


def _settled(docx: bytes) -> bytes:
    """Return the archive with every file's time the same, so that the bytes are."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info: Any = zipfile.ZipInfo(name, _FIRST)
            new.writestr(info, old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
