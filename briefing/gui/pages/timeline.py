"""The library over time: meetings and articles by date, and who asked what when."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.pages.timeline_chart import Timeline
from briefing.gui.words import panel_help, wording
from briefing.gui.words.language import tr
from briefing.workspace.briefs.chronicle import Chronicle


class TimelinePage(QWidget):
    """Holds the drawing, says what it leaves out, and saves it as a picture."""

    meeting_opened = Signal(int)
    article_opened = Signal(int)
    picture_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePage")
        self.setWhatsThis(panel_help.words_of("timeline"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.drawing = Timeline(theme)
        self.drawing.meeting_opened.connect(self.meeting_opened)
        self.drawing.article_opened.connect(self.article_opened)
        self.title = plain(tr("Timeline"))
        self.title.setObjectName("pageTitle")
        self.facts = plain("", mute=True, wrap=True)
        self.save = quiet_button(tr("Save picture…"), self.picture_wanted.emit, tr("As PNG or SVG"))
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.save)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.drawing)
        body = QVBoxLayout(self)
        body.setContentsMargins(34, 24, 34, 0)
        body.addLayout(top)
        body.addWidget(self.facts)
        body.addWidget(scroll, 1)
        self.setFocusProxy(self.drawing)

    def show_chronicle(self, found: Chronicle) -> None:
        """Show a library over time."""
        self.drawing.show_chronicle(found)
        self.save.setVisible(bool(found.meetings or found.articles))
        parts = [
            wording.counted(len(found.meetings), "meeting"),
            wording.counted(len(found.articles), "article"),
        ]
        lacking = [
            wording.counted(number, noun)
            for number, noun in (
                (found.undated_meetings, "meeting"), (found.undated_articles, "article")
            )
            if number
        ]  # fmt: skip
        if lacking:
            parts.append(
                tr("not placed for want of a date: {lacking}", lacking=tr(" and ").join(lacking))
            )
        self.facts.setText(wording.dotted(parts))

    def save_picture(self, target: Path) -> bool:
        """Write the drawing to a file, SVG by that suffix, else PNG; return whether it could be."""
        return self.drawing.save(target)
