"""Sets the lines of an article as a Qt document: fonts, line height, line length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from briefing.gui.article.article_text import Line
from briefing.gui.look.colours import Colours
from briefing.gui.look.theme import reading_font, scaled, ui_font

_TOP, _BOTTOM, _LEAST_LEFT, _LEAST_RIGHT = 30, 80, 44.0, 24.0


@dataclass(frozen=True, slots=True)
class Reading:
    """How the text is set: family ("" for the bundled one), size in pixels, characters a line."""

    family: str = ""
    pixels: float = 16.5
    characters: int = 72


def fill(
    document: QTextDocument, lines: Iterable[Line], reading: Reading, colours: Colours
) -> None:
    """Put the lines into an empty document, one block each."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock()
        look = _characters(line, reading, colours)
        cursor.setBlockFormat(_block(line))
        cursor.setBlockCharFormat(look)
        _insert(cursor, line, look, colours)
    cursor.endEditBlock()


def _insert(cursor: QTextCursor, line: Line, look: QTextCharFormat, colours: Colours) -> None:
    units = line.text.encode("utf-16-le", "surrogatepass")
    at = 0
    for start, end, address in line.links:
        cursor.insertText(_words(units[2 * at : 2 * start]), look)
        link = QTextCharFormat(look)
        link.setAnchor(True)
        link.setAnchorHref(address)
        link.setForeground(QColor(colours.accent))
        link.setFontUnderline(True)
        cursor.insertText(_words(units[2 * start : 2 * end]), link)
        at = end
    cursor.insertText(_words(units[2 * at :]), look)


def _words(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")


# Its letters are as frequent as in any text; a font's own mean counts capitals as often as an e.
_PROSE = (
    "In the evening both sides spoke of the ferry, and of what the ports would need next year. "
)


def centre(document: QTextDocument, reading: Reading, width: float) -> None:
    """Give the text its line length, in the middle of `width` pixels."""
    font = reading_font(reading.pixels, family=reading.family)
    wanted = QFontMetricsF(font).horizontalAdvance(_PROSE) / len(_PROSE) * reading.characters
    side = max(scaled(_LEAST_LEFT), (width - wanted) / 2)
    frame = document.rootFrame()
    made = QTextFrameFormat(frame.frameFormat())
    if abs(made.leftMargin() - side) >= 1:
        made.setLeftMargin(side)
        made.setRightMargin(max(_LEAST_RIGHT, side if side > scaled(_LEAST_LEFT) else _LEAST_RIGHT))
        made.setTopMargin(_TOP)
        made.setBottomMargin(_BOTTOM)
        frame.setFrameFormat(made)


def _characters(line: Line, reading: Reading, colours: Colours) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(
        QColor(colours.mute if line.kind in {"meta", "prints", "hidden"} else colours.ink)
    )
    if line.kind in {"meta", "prints"}:
        made.setFont(ui_font(13))
    elif line.kind == "title":
        made.setFont(reading_font(reading.pixels * 1.75, bold=True, family=reading.family))
    else:
        made.setFont(reading_font(reading.pixels, family=reading.family))
    return made


def _block(line: Line) -> QTextBlockFormat:
    made = QTextBlockFormat()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    if line.kind == "title":
        made.setLineHeight(94, proportional)
        made.setBottomMargin(8)
    elif line.kind in {"meta", "prints"}:
        made.setBottomMargin(18)
    else:
        made.setLineHeight(122, proportional)
        made.setBottomMargin(14)
    return made
