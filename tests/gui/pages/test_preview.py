"""The brief on paper: its preview, its colours and sizes in any theme, its key."""

import gc
import re

import pytest
from PySide6.QtPrintSupport import QPrintPreviewDialog

from briefing.gui.pages.printing import document_of
from tests.helpers.part_pages import PreviewPage


def test_the_brief_is_printed_dark_on_white_in_any_theme(theme, fonts):
    theme.choose("dark")
    document = document_of("<h1>Briefing</h1><p>Tolls</p>")
    assert "Tolls" in document.toPlainText()
    assert "#1d1f23" in document.defaultStyleSheet()


@pytest.fixture
def previewed(window):
    """The preview of the open brief, opened by its key."""
    command = window.window.commands["print_preview"]
    assert [key.toString() for key in command.shortcuts()] == ["Ctrl+Alt+P"]
    window.do("print_preview")
    window.idle()
    dialog = window.window.preparing.printing.dialog
    yield PreviewPage(dialog)
    dialog.close()


def test_the_preview_shows_the_pages_of_the_brief(previewed):
    assert isinstance(previewed.dialog, QPrintPreviewDialog)
    assert previewed.dialog.windowTitle() == "Print the briefing"
    assert previewed.dialog.isVisible()
    gc.collect()  # what the pages are made of is held
    assert previewed.pages() == 1


def test_letters_are_printed_in_points_for_pixels_of_a_printer_cannot_be_read(theme, fonts):
    style = document_of("<h1>Briefing</h1>").defaultStyleSheet()
    assert not re.search(r"font-size:\s*[\d.]+px", style)
    sizes = [float(size) for size in re.findall(r"font-size:\s*([\d.]+)pt", style)]
    assert sizes
    assert min(sizes) >= 7


def test_printing_has_the_key_of_every_desktop(window):
    assert "Ctrl+P" in [key.toString() for key in window.window.commands["print"].shortcuts()]
