"""The pages of a printed briefing: no row of a table cut in two, a number at the foot of each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from briefing.export.language.headings import headings
from briefing.export.renderers.pdf_flow import Page, settle
from briefing.gui.look.colours import LIGHT
from briefing.gui.words.language import language_spoken

_FOOT_MM = 9.0  # from the text down to the number


def lay_out(document: QTextDocument, printer: QPrinter) -> Page:
    """Lay a document out on the paper of a printer; rows and headings stay whole."""
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    page = Page(area.width(), area.height(), area.left(), area.top(), printer.resolution())
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(printer)
    document.setPageSize(QSizeF(page.width, page.height))
    document.pageCount()  # lays out to the end; a change before that leaves the rest out of place
    settle(document, page, headings(language_spoken()).annex)
    return page


def paint(document: QTextDocument, printer: QPrinter) -> None:
    """Print a document: the pages asked for, as often as asked for."""
    page = lay_out(document, printer)
    count = document.pageCount()
    first, last = max(printer.fromPage(), 1), min(printer.toPage() or count, count)
    numbers = list(range(first, last + 1))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    painter = QPainter(printer)
    for place, number in enumerate(numbers * times):
        if place:
            printer.newPage()
        _paint_page(painter, document, page, number)
        _paint_number(painter, document, page, f"{number} / {count}")
    painter.end()


def _paint_page(painter: QPainter, document: QTextDocument, page: Page, number: int) -> None:
    painter.save()
    painter.translate(0, -(number - 1) * page.height)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, (number - 1) * page.height, page.width, page.height)
    context.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_number(painter: QPainter, document: QTextDocument, page: Page, words: str) -> None:
    font = document.defaultFont()
    font.setPointSizeF(8)
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.mute))
    foot = QRectF(0, page.height, page.width, _FOOT_MM * page.dpi / 25.4)
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    painter.drawText(foot, int(end), words)
