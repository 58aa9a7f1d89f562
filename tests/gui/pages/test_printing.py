"""A printed briefing: rows of tables stay whole, each page has its number."""

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QTextCursor, QTextTable
from PySide6.QtPrintSupport import QPrinter

from briefing.gui.pages.paged import lay_out, paint
from briefing.gui.pages.printing import document_of, printer_for

ROW = "<tr><td>{number}</td><td>The harbour gets a crane and the ferries run at night. {more}</td></tr>"
MORE = "Tolls on lamp oil end. " * 9


@pytest.fixture
def printer(tmp_path, fonts):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "brief.pdf"))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    made.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    return made


@pytest.fixture
def document(fonts):
    rows = "".join(ROW.format(number=number, more=MORE) for number in range(30))
    return document_of(f"<h1>Briefing</h1><p>Tolls</p><table>{rows}</table>")


def torn(document, height):
    """The rows whose words stand on two pages."""
    layout = document.documentLayout()
    (table,) = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    found = []
    for row in range(table.rows()):
        cell = table.cellAt(row, 1)
        box = layout.blockBoundingRect(cell.firstCursorPosition().block())
        if int(box.top() // height) != int((box.bottom() - 1) // height):
            found.append(row)
    return found


def test_no_row_of_a_table_stands_on_two_pages(document, printer):
    page = lay_out(document, printer)
    assert document.pageCount() > 2
    assert torn(document, page.height) == []


def test_rows_would_be_torn_if_nothing_were_done(document, printer):
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    document.documentLayout().setPaintDevice(printer)
    document.setPageSize(QSizeF(area.width(), area.height()))
    assert torn(document, area.height())


def test_only_the_pages_asked_for_are_printed(document, printer, tmp_path):
    printer.setFromTo(2, 3)
    paint(document, printer)
    pdf = (tmp_path / "brief.pdf").read_bytes()
    assert pdf.count(b"/Type /Page\n") == 2


def test_words_are_printed_dark_on_white_in_a_dark_theme(theme, document, printer):
    theme.choose("dark")
    paint(document, printer)
    assert "#1d1f23" in document.defaultStyleSheet()
    assert QTextCursor(document).charFormat().foreground().color().name() == "#1d1f23"


@pytest.mark.parametrize(
    ("wanted", "locale", "size"),
    [
        ("a4", "en_CA.UTF-8", QPageSize.PageSizeId.A4),
        ("letter", "fr_FR.UTF-8", QPageSize.PageSizeId.Letter),
        ("", "fr_FR.UTF-8", QPageSize.PageSizeId.A4),
        ("", "en_CA.UTF-8", QPageSize.PageSizeId.Letter),
    ],
)
def test_a_brief_is_printed_on_the_paper_of_the_preferences_or_of_the_region(
    fonts, monkeypatch, *, wanted, locale, size
):
    monkeypatch.setenv("LC_ALL", locale)
    assert printer_for(wanted).pageLayout().pageSize().id() == size


def test_no_printed_line_begins_with_a_middle_dot(fonts):
    words = document_of("<p><b>Prepared:</b> 7 October · <b>Sources:</b> 3</p>").toRawText()
    assert "October\N{NO-BREAK SPACE}·" in words
