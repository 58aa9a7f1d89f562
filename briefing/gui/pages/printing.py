"""Prints the briefing as it is previewed, black on white whatever the theme."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from briefing.export.renderers.paper import paper
from briefing.gui.look.colours import LIGHT
from briefing.gui.pages.brief import style_of
from briefing.gui.pages.paged import paint
from briefing.gui.words.language import tr
from briefing.gui.words.wording import kept_together

_FONT_SIZE = re.compile(r"font-size:\s*(?P<pixels>[\d.]+)px")
_POINTS_A_PIXEL = 0.75  # of CSS: 72 points and 96 pixels to the inch


class Printing:
    """Shows the desktop's print dialog, or a preview; neither blocks the window."""

    def __init__(self, window: QWidget, sheet: Callable[[], str] = str) -> None:
        """Print for a window; `sheet` tells the paper preferred, "" for the one usual here."""
        self._window = window
        self._sheet = sheet
        self.dialog: QPrintDialog | QPrintPreviewDialog | None = None
        self._held: tuple[QPrinter, QTextDocument] | None = None

    def ask(self, html: str) -> None:
        """Ask where to print, then print."""
        printer = printer_for(self._sheet())
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: paint(document_of(html), printer))
        self._open(dialog)

    def preview(self, html: str) -> None:
        """Show the pages as they would be printed."""
        # the dialog keeps neither printer nor document: without them it crashes
        printer = printer_for(self._sheet())
        document = document_of(html)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.paintRequested.connect(lambda device: paint(document.clone(), device))
        self._held = printer, document
        dialog.setStyleSheet("QComboBox QLineEdit { padding: 0; border: none; min-height: 0; }")
        dialog.resize(900, 800)
        self._open(dialog)

    def _open(self, dialog: QPrintDialog | QPrintPreviewDialog) -> None:
        self.dialog = dialog
        dialog.setWindowTitle(tr("Print the briefing"))
        QDialog.open(dialog)


def document_of(html: str) -> QTextDocument:
    """Return a briefing as the document that is printed."""
    document = QTextDocument()
    font = document.defaultFont()  # of the window, in pixels: headings would keep to it
    font.setPointSizeF(10.5)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_FONT_SIZE.sub(_in_points, style_of(LIGHT, round)))
    document.setHtml(kept_together(html))
    return document


def _in_points(size: re.Match[str]) -> str:
    """Return a size of letters in points: pixels are those of the printer, 1,200 to the inch."""
    return f"font-size: {float(size['pixels']) * _POINTS_A_PIXEL:g}pt"


def printer_for(sheet: str) -> QPrinter:
    """Return a printer with a sheet of PAPERS, or for "" the one usual where the program runs."""
    size = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(size[paper(sheet).name]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    printer.setDocName(tr("Briefing"))
    return printer
