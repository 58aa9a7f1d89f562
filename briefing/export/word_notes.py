"""Footnotes of a Word document, which `python-docx` does not make: the part, its notes, the marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from briefing.export.citation import citation
from briefing.export.escape import folded
from briefing.export.languages import tongue
from briefing.export.outline import Note, Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The lines between text and notes; Word wants them under these numbers.
_SEPARATORS = (
    f'<w:footnotes xmlns:w="{_MAIN}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)


class Footnotes:
    """The footnotes of one document.

    Args:
        document: gets the part once `close` is called.
        notes: of the outline, by number. language: of their fixed words.
    """

    def __init__(self, document: Document, notes: Sequence[Note], language: str) -> None:
        from docx.oxml import parse_xml

        self._document = document
        self._notes = {note.number: note for note in notes}
        self._language = language
        self._root: Any = parse_xml(_SEPARATORS)
        self._placed: set[int] = set()

    def cite(self, paragraph: Paragraph, numbers: Sequence[int]) -> None:
        """Put the marks of these notes after a paragraph's last run, and the new notes on the page."""
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
        name = PackURI("/word/footnotes.xml")
        part.relate_to(Part(name, _TYPE, blob, part.package), _RELATION)
        settings = self._document.settings.element
        properties = OxmlElement("w:footnotePr")
        for number in ("-1", "0"):
            separator = OxmlElement("w:footnote")
            separator.set(qn("w:id"), number)
            properties.append(separator)
        compat = settings.find(qn("w:compat"))
        if compat is None:
            settings.append(properties)
        else:
            compat.addprevious(properties)

    def _place(self, paragraph: Paragraph, number: int) -> None:
        """Put a note's mark, inside a bookmark that later uses refer to."""
        from docx.oxml import OxmlElement

        self._placed.add(number)
        self._root.append(self._note(self._notes[number]))
        paragraph._p.append(_mark("w:bookmarkStart", number, name=f"_RefNote{number}"))  # noqa: SLF001
        run: Any = paragraph.add_run()
        run.style = "footnote reference"
        mark = OxmlElement("w:footnoteReference")
        _set(mark, "w:id", str(number))
        run._r.append(mark)  # noqa: SLF001
        paragraph._p.append(_mark("w:bookmarkEnd", number))  # noqa: SLF001

    def _refer(self, paragraph: Paragraph, number: int) -> None:
        from briefing.export.word_styles import add_field

        add_field(
            paragraph, f"NOTEREF _RefNote{number} \\f \\h", str(number), style="footnote reference"
        )

    def _note(self, note: Note) -> Any:
        from docx.oxml import parse_xml
        from docx.text.paragraph import Paragraph as Made

        root = parse_xml(
            f'<w:footnote xmlns:w="{_MAIN}" w:id="{note.number}"><w:p><w:pPr>'
            '<w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
            '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>'
        )
        paragraph: Any = Made(root[0], self._document.part)
        paragraph.add_run(" ")
        for run in citation(note, self._language):
            if isinstance(run, Run):
                made = paragraph.add_run(tongue(self._language).set_out(_bare(run.text)))
                made.italic = True if run.style == "emphasis" else None
        return root


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
