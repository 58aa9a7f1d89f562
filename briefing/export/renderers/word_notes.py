"""Footnotes of a Word document, which `python-docx` does not make: part, notes, marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from briefing.export.language.languages import tongue
from briefing.export.markup.escape import folded
from briefing.export.outlines.citation import citation
from briefing.export.outlines.outline import Note, Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Footnotes:
    """The footnotes of one document, or its endnotes.

    Args:
        document: gets the part once `close` is called.
        notes: of the outline, by number. language: of their fixed words.
        at_end: whether they stand at the end of the document and not on the page of their use.
    """

    def __init__(
        self, document: Document, notes: Sequence[Note], language: str, *, at_end: bool = False
    ) -> None:
        from docx.oxml import parse_xml

        self._document = document
        self._notes = {note.number: note for note in notes}
        self._language = language
        self._kind = "endnote" if at_end else "footnote"
        self._root: Any = parse_xml(_separators(self._kind))
        self._placed: set[int] = set()

    def cite(self, paragraph: Paragraph, numbers: Sequence[int]) -> None:
        """Put the marks of these notes after a paragraph's last run, new notes on the page."""
        for at, number in enumerate(numbers):
            if at:
                paragraph.add_run(" ").font.superscript = True
            if number in self._placed:
                self._refer(paragraph, number)
            elif number in self._notes:
                self._place(paragraph, number)

    def close(self) -> None:
        """Give the document its part with the notes."""
        from docx.opc.oxml import serialize_part_xml
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        blob = serialize_part_xml(self._root)
        part = self._document.part
        name = PackURI(f"/word/{self._kind}s.xml")
        part.relate_to(
            Part(name, _TYPE.format(kind=self._kind), blob, part.package),
            _RELATION.format(kind=self._kind),
        )
        settings = self._document.settings.element
        properties = OxmlElement(f"w:{self._kind}Pr")
        if self._kind == "endnote":
            form = OxmlElement("w:numFmt")  # else endnotes are numbered i, ii, iii
            _set(form, "w:val", "decimal")
            properties.append(form)
        for number in ("-1", "0"):
            separator = OxmlElement(f"w:{self._kind}")
            separator.set(qn("w:id"), number)
            properties.append(separator)
        if self._kind == "endnote":
            self._number_in_figures()
        compat = settings.find(qn("w:compat"))
        if compat is None:
            settings.append(properties)
        else:
            compat.addprevious(properties)

    def _number_in_figures(self) -> None:
        """Number endnotes 1, 2, 3 in LibreOffice too, which looks for it in the section alone."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        properties = OxmlElement("w:endnotePr")
        form = OxmlElement("w:numFmt")
        _set(form, "w:val", "decimal")
        properties.append(form)
        section: Any = self._document.sections[0]._sectPr  # noqa: SLF001
        section.find(qn("w:pgSz")).addprevious(properties)

    def _place(self, paragraph: Paragraph, number: int) -> None:
        """Put a note's mark, inside a bookmark that later uses refer to."""
        from docx.oxml import OxmlElement

        self._placed.add(number)
        self._root.append(self._note(self._notes[number]))
        paragraph._p.append(_mark("w:bookmarkStart", number, name=f"_RefNote{number}"))  # noqa: SLF001
        run: Any = paragraph.add_run()
        run.style = "footnote reference"
        mark = OxmlElement(f"w:{self._kind}Reference")
        _set(mark, "w:id", str(number))
        run._r.append(mark)  # noqa: SLF001
        paragraph._p.append(_mark("w:bookmarkEnd", number))  # noqa: SLF001

    def _refer(self, paragraph: Paragraph, number: int) -> None:
        from briefing.export.renderers.word_styles import add_field

        add_field(
            paragraph, f"NOTEREF _RefNote{number} \\f \\h", str(number), style="footnote reference"
        )

    def _note(self, note: Note) -> Any:
        from docx.oxml import parse_xml
        from docx.text.paragraph import Paragraph as Made

        root = parse_xml(
            f'<w:{self._kind} xmlns:w="{_MAIN}" w:id="{note.number}"><w:p><w:pPr>'
            '<w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
            f'<w:rStyle w:val="FootnoteReference"/></w:rPr><w:{self._kind}Ref/></w:r></w:p></w:{self._kind}>'
        )
        paragraph: Any = Made(root[0], self._document.part)
        paragraph.add_run(" ")
        for run in citation(note, self._language):
            if isinstance(run, Run):
                made = paragraph.add_run(tongue(self._language).set_out(_bare(run.text)))
                made.italic = True if run.style == "emphasis" else None
        return root


def _separators(kind: str) -> str:
    """Return the part with the lines between text and notes; Word wants these numbers."""
    return (
        f'<w:{kind}s xmlns:w="{_MAIN}">'
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
        f"</w:r></w:p></w:{kind}></w:{kind}s>"
    )


def _bare(text: str) -> str:
    """Return the words without the characters XML has no way to write."""
    kept = folded(text).replace("\ufffe", "").replace("\uffff", "")
    return f"{' ' * text[:1].isspace()}{kept}"


def _mark(tag: str, number: int, *, name: str = "") -> Any:
    from docx.oxml import OxmlElement

    mark = OxmlElement(tag)
    _set(mark, "w:id", str(number))
    if name:
        _set(mark, "w:name", name)
    return mark


def _set(element: Any, key: str, value: str) -> None:
    from docx.oxml.ns import qn

    element.set(qn(key), value)
