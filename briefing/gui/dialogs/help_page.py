"""A page of the program's own help, with its pictures, which come from the program alone."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QFrame, QWidget

from briefing.gui.look.safe_browser import SafeBrowser
from briefing.paths import resources

WIDTH = 660  # pixels of a picture in the page
# The grey stands on a light page and on a dark one.
_LINES = "table { margin-top: 8px; border-collapse: collapse; } table, td, th { border: 1px solid #858b93; }"
_PICTURE = re.compile(r"^!\[([^\]]*)\]\(pictures/([a-z]+)-light\.png\)$", re.MULTILINE)


class HelpPage(SafeBrowser):
    """Shows Markdown of `resources/help/`; its pictures are those of `resources/help/pictures/`.

    A picture is named in a line of its own, as the light one; on a dark page the dark one is shown.
    """

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: frozenset[str] = frozenset(m[2] for m in _PICTURE.finditer(markdown))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(18)
        self.document().setDefaultStyleSheet(_LINES)
        self.setHtml(_with_pictures(markdown))

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002 - Qt's name
        """Return a picture of the program's own; nothing else is ever loaded."""
        asked = QUrl(name)
        known = asked.scheme() == "help" and asked.path() in self._pictures
        if type != QTextDocument.ResourceType.ImageResource.value or not known:
            return None
        theme = (
            "dark" if self.palette().color(QPalette.ColorRole.Base).lightness() < 128 else "light"
        )
        return _picture(f"{asked.path()}-{theme}.png", self.devicePixelRatioF())


def _picture(name: str, ratio: float) -> QImage:
    data = resources().joinpath("help", "pictures", name).read_bytes()
    image = QImage.fromData(data)
    image = image.convertToFormat(QImage.Format.Format_RGB32)  # smooth needs more than a palette
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaledToWidth(round(WIDTH * ratio), smooth)
    scaled.setDevicePixelRatio(ratio)
    return scaled


def _with_pictures(markdown: str) -> str:
    """Return the page as HTML; text and pictures follow each other as in the Markdown."""
    from briefing.export import to_preview

    parts = _PICTURE.split(markdown)
    html = to_preview(parts[0])
    for alt, name, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        html += f'<p><img src="help:{name}" width="{WIDTH}" alt="{_quoted(alt)}"></p>'
        html += to_preview(text)
    return html


def _quoted(text: str) -> str:
    from html import escape

    return escape(text, quote=True)
