"""Styles, fields and lists of a Word document, beyond what `python-docx` sets up itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from briefing.export.renderers.paper import Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_FONT = "Georgia"
_INK, _SOFT = "1D2430", "5B6472"
_FILL, _LINE = "EEF1F5", "B4BAC4"
_MARGIN_CM = 2.0
# Name of a style, its size in points, bold, space before and after in points.
_SIZES = (
    ("Normal", 10.5, False, 0, 4),
    ("Body Text", 10.5, False, 4, 4),
    ("Title", 15.5, True, 0, 4),
    ("Subtitle", 9.5, False, 0, 6),
    ("Heading 1", 13, True, 12, 4),
    ("List Bullet", 10.5, False, 0, 2),
    ("List Number", 10.5, False, 0, 2),
    ("Header", 8.5, False, 0, 0),
    ("Footer", 8.5, False, 0, 0),
    ("Table Text", 9.5, False, 1, 1),
    ("footnote text", 8.5, False, 0, 1),
)


def set_up(document: Document, sheet: Paper, *, scale: float = 1.0) -> float:
    """Set paper and margins, give every style used one font, and return the text's width in cm.

    Args:
        document: to be set up.
        sheet: its paper.
        scale: of the letters.
    """
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(2.2)
    styles = document.styles
    for name in ("Table Text", "footnote text"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    reference: Any = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    styles["footnote text"].style_id = "FootnoteText"
    reference.style_id = "FootnoteReference"
    styles["Footer"].paragraph_format.tab_stops.clear_all()
    for row in _SIZES:
        _shape(styles[row[0]], row, scale)
    return sheet.width / 10 - 2 * _MARGIN_CM


def _shape(style: Any, row: tuple[str, float, bool, int, int], scale: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    name, size, bold, before, after = row
    style.font.name, style.font.size, style.font.bold = _FONT, Pt(round(2 * size * scale) / 2), bold
    style.font.italic = False
    quiet = name in ("Subtitle", "Header", "Footer", "footnote text")
    style.font.color.rgb = RGBColor.from_string(_SOFT if quiet else _INK)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in list(fonts.attrib):
        if "Theme" in kind:
            del fonts.attrib[kind]  # a theme's font would go before the one named
    for kind in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(kind), _FONT)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before * scale), Pt(after * scale)
    form.line_spacing = 1.1
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def add_field(paragraph: Paragraph, code: str, shown: str, style: str | None = None) -> None:
    """Add a field that an office program computes, with what is shown until it does."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def part(kind: str) -> Any:
        mark: Any = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        return mark

    instruction: Any = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    for element in (part("begin"), instruction, part("separate"), shown, part("end")):
        run: Any = paragraph.add_run(style=style)
        if isinstance(element, str):
            run.text = element
        else:
            run._r.append(element)  # noqa: SLF001 - fields are not known to python-docx


def new_numbering(document: Document) -> int:
    """Return the number of a new numbered list that starts at 1."""
    style: Any = document.styles["List Number"]
    used = style.element.pPr.numPr.numId.val
    numbering: Any = document.part.numbering_part.element
    abstract = numbering.num_having_numId(used).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def fit(table: Table, widths: Sequence[int]) -> None:
    """Set the columns of a table to these widths in EMU, once for Word and once for LibreOffice."""
    from docx.shared import Emu

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(width)


def _insert(properties: Any, borders: Any) -> None:
    """Put borders where the schema of Word wants them; it refuses a file in another order."""
    from docx.oxml.ns import qn

    later = [qn(f"w:{tag}") for tag in ("shd", "tblLayout", "tblCellMar", "tblLook")]
    following = next((child for child in properties if child.tag in later), None)
    if following is None:
        properties.append(borders)
    else:
        following.addprevious(borders)


def shade(table: Table, *, headed: bool) -> None:
    """Give a table thin grey lines; a head row is shaded and repeated on each page."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>' for side in sides
    )
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    _insert(table._tbl.tblPr, borders)  # noqa: SLF001
    for number, row in enumerate(table.rows):
        properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(OxmlElement("w:cantSplit"))
        if headed and number == 0:
            properties.append(OxmlElement("w:tblHeader"))
            for cell in row.cells:
                fill: Any = OxmlElement("w:shd")
                fill.set(qn("w:val"), "clear")
                fill.set(qn("w:fill"), _FILL)
                cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001
