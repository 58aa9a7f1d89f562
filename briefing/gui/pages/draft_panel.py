"""The right column in Brief: the user's own sections to write in, the length, what changed."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from briefing.gui.look.length_meter import LengthMeter
from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import heading, plain
from briefing.gui.words import panel_help, wording
from briefing.gui.words.language import tr

if TYPE_CHECKING:
    from briefing.workspace.briefs.drafting import OwnSection, Written

PAUSE = 1200
SHORTEST, TALLEST = 38, 260
MOST_CHANGES = 12
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class SectionField(QPlainTextEdit):
    """One section to write in; tells its words once the user pauses or goes elsewhere."""

    written = Signal(str, str)  # name, text
    grew = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._kept = ""
        self.setTabChangesFocus(True)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.hand_in)
        self.textChanged.connect(self._typed)
        self.setFixedHeight(SHORTEST)

    def show_text(self, text: str) -> None:
        """Show what the library holds, but not over words not yet handed in."""
        if self._pending() or text == self._kept:
            return
        self._kept = text
        if text != self.toPlainText().strip():
            place = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(self.toPlainText())))
            self.setTextCursor(cursor)

    def hand_in(self) -> None:
        """Tell the words, if they are others than those told last."""
        text = self.take()
        if text is not None:
            self.written.emit(self.name, text)

    def take(self) -> str | None:
        """Return words not told yet without telling them; None where there are none."""
        self._timer.stop()
        text = self.toPlainText().strip()
        if text == self._kept:
            return None
        self._kept = text
        return text

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand_in()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _pending(self) -> bool:
        return self._timer.isActive()

    def _typed(self) -> None:
        self._fit()
        if self.toPlainText().strip() != self._kept:
            self._timer.start()
        else:
            self._timer.stop()

    def _fit(self) -> None:
        lines = self.document().size().height()  # a plain text document counts in lines
        if self.document().isEmpty():
            width = self.fontMetrics().horizontalAdvance(self.placeholderText())
            lines = 1 + width // max(self.viewport().width() - 12, 1)
        height = int(lines * self.fontMetrics().lineSpacing()) + 20
        height = min(max(height, SHORTEST), TALLEST)
        if height != self.height():
            self.setFixedHeight(height)
            self.grew.emit()


class DraftPanel(QScrollArea):
    """Holds a field for each section of the user's own."""

    written = Signal(int, str, str)  # meeting, name, text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draftPanel")
        self.setWhatsThis(panel_help.words_of("draft"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.meter = LengthMeter(theme)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self.fields: dict[str, SectionField] = {}
        self.changes = plain("", wrap=True, mute=True)
        self._changes_head = heading(tr("Since the last export"))
        self._meeting = 0
        self._names: list[str] = []
        self._body = QWidget()
        self._body.setObjectName("draftBody")
        self._column = QVBoxLayout(self._body)
        self._sections = QVBoxLayout()
        self.cut = plain("", wrap=True, mute=True)
        self._lay_out()
        self.setWidget(self._body)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(16, 14, 16, 20)
        self._column.setSpacing(4)
        self._sections.setSpacing(4)
        for widget in (heading(tr("Length")), self.meter, self.cut):
            self._column.addWidget(widget)
        self._column.addSpacing(10)
        self._column.addWidget(heading(tr("Your words")))
        self._column.addLayout(self._sections)
        self._column.addSpacing(10)
        self._column.addWidget(self._changes_head)
        self._column.addWidget(self.changes)
        self._column.addStretch()

    def show_written(self, written: Written) -> None:
        """Show the sections of a briefing; what is being typed stays."""
        sections = [s for s in written.sections if s.name != "marking"]
        sections += [s for s in written.sections if s.name == "marking"]
        names = [section.name for section in sections]
        if (written.meeting, names) != (self._meeting, self._names):
            self.hand_in()
            self._meeting, self._names = written.meeting, names
            self._make(sections)
        for section in sections:
            self.fields[section.name].show_text(section.text)
        self.meter.show_length(written.words, written.page)
        self.cut.setText(_cut_told(written))
        self._show_changes(written)
        self._later.start()

    def _settle(self) -> None:
        """Let the column scroll once its fields are taller than the panel: Qt does not see that."""
        tall = self._column.totalHeightForWidth(self.viewport().width())
        self._body.setMinimumHeight(max(tall, 0))  # -1 while no words wrap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def hand_in(self) -> None:
        """Tell what is not told yet: the user goes elsewhere."""
        for field in self.fields.values():
            field.hand_in()

    def take(self) -> list[tuple[int, str, str]]:
        """Return what is not told yet, as (meeting, section, text), without telling it."""
        taken = [(name, field.take()) for name, field in self.fields.items()]
        return [(self._meeting, name, text) for name, text in taken if text is not None]

    def _make(self, sections: list[OwnSection]) -> None:
        while (item := self._sections.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        meeting = self._meeting
        for section in sections:
            field = SectionField(section.name)
            field.setAccessibleName(section.title)
            field.grew.connect(self._later.start)
            field.setPlaceholderText(section.prompt.strip("*() "))
            field.written.connect(lambda name, text, to=meeting: self.written.emit(to, name, text))
            label = plain(section.title, wrap=True, strong=True)
            label.setContentsMargins(2, 8, 0, 0)
            label.setBuddy(field)
            self._sections.addWidget(label)
            self._sections.addWidget(field)
            self.fields[section.name] = field

    def _show_changes(self, written: Written) -> None:
        if not written.exported:
            told = tr("Not exported yet.")
        elif not written.changed:
            told = tr("Nothing changed since {exported}.", exported=day_told(written.exported))
        else:
            lines = [f"• {wording.sentence_case(line)}" for line in written.changed[:MOST_CHANGES]]
            more = len(written.changed) - MOST_CHANGES
            told = "\n".join([*lines, *([tr("and {count} more", count=more)] if more > 0 else [])])
        self.changes.setText(told)


def day_told(day: str) -> str:
    """Return the day of an export as the window writes days."""
    return wording.day(dt.date.fromisoformat(day)) if _ISO_DAY.fullmatch(day) else day


def _cut_told(written: Written) -> str:
    """Return what limits of one page and of two pages would shorten, a line each."""
    lines = []
    if written.words <= written.page:
        return tr("One page holds all of it.")
    if written.cut_to_one:
        lines.append(tr("One page would shorten: {sections}.", sections=_named(written.cut_to_one)))
    if written.words <= 2 * written.page:
        lines.append(tr("Two pages hold all of it."))
    elif written.cut:
        lines.append(tr("Two pages would shorten: {sections}.", sections=_named(written.cut)))
    return "\n".join(lines)


def _named(titles: tuple[str, ...]) -> str:
    return ", ".join(titles)
