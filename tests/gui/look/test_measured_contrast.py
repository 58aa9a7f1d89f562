"""The words of the window as they are painted, measured in every theme: WCAG AA, AAA in high contrast."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit

from briefing.gui.look.colours import contrast

TIMES = 2  # enlarged, so that the strokes of letters have pixels of their colour alone
SORTS = (QLabel, QAbstractButton, QLineEdit)


def painted(widget):
    """A widget as it is painted, enlarged."""
    image = QImage(widget.size() * TIMES, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(TIMES)
    widget.render(image, QPoint())
    return image


def measured(image, widget, within):
    """The contrast of a widget's words with what is behind them."""
    corner = widget.mapTo(within, QPoint()) * TIMES
    area = image.copy(corner.x(), corner.y(), widget.width() * TIMES, widget.height() * TIMES)
    pixels = Counter(memoryview(area.constBits()).cast("B").cast("I"))
    ground = _name(pixels.most_common(1)[0][0])
    return max(contrast(_name(pixel), ground) for pixel in pixels)


def _name(pixel):
    return f"#{pixel & 0xFFFFFF:06x}"


def worded(top):
    return [
        widget
        for sort in SORTS
        for widget in top.findChildren(sort)
        if widget.isVisible()
        and (widget.text() or getattr(widget, "placeholderText", str)())
        and widget.isEnabled()
        and widget.visibleRegion().boundingRect() == widget.rect()
    ]


def poor(top, least):
    image, found = painted(top), []
    shown = worded(top)
    assert shown
    for widget in shown:
        value = measured(image, widget, top)
        if value < least:
            found.append((widget.text() or widget.placeholderText(), round(value, 2)))
    return found


THEMES = pytest.mark.parametrize(
    ("choice", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7)]
)
DIALOGS = ("preferences", "edit_meeting", "export_brief", "watched_folders", "paste_article")


@THEMES
def test_every_word_of_the_window_can_be_read(window, theme, choice, least):
    theme.choose(choice)
    window.window.notices.show_message("Ferries run again.", "Since noon.")
    for view in ("Read", "Brief", "Compare", "Timeline"):
        window.view(view)
        assert poor(window.window, least) == []


@THEMES
def test_every_word_of_a_dialog_can_be_read(window, theme, choice, least):
    theme.choose(choice)
    for deed in DIALOGS:
        window.do(deed)
        window.idle()
        opened = [one for one in window.window.findChildren(QDialog) if one.isVisible()]
        assert opened, deed
        for dialog in opened:
            assert poor(dialog, least) == [], deed
            dialog.close()
