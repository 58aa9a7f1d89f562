"""Walk the hits in an article: those of a search, or of words typed here."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words.language import tr

Ranges = tuple[tuple[int, int], ...]


class FindBar(QFrame):
    """Says `3 of 17` and steps through the hits; knows nothing of the view that shows them."""

    hits_changed = Signal(object, int)  # ranges of the source text, current

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = ""
        self.is_shown: Callable[[int, int], bool] = lambda _start, _end: True
        self._hits: Ranges = ()
        self._current = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in this article"))
        self.field.setAccessibleName(tr("Find in this article"))
        self.field.setMaximumWidth(280)
        self.field.textEdited.connect(self._find)
        self.place = plain("", mute=True)
        self.previous = quiet_button("↑", lambda: self.step(-1), tr("Previous hit (Shift+F3)"))
        self.previous.setAccessibleName(tr("Previous hit"))
        self.next = quiet_button("↓", lambda: self.step(1), tr("Next hit (F3)"))
        self.next.setAccessibleName(tr("Next hit"))
        self.done = quiet_button("✕", self.close_bar, tr("Close (Esc)"))
        self.done.setAccessibleName(tr("Close find"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 10, 4)
        for widget in (self.field, self.place, self.previous, self.next):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.done)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with the field ready for typing."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and forget the hits."""
        self.field.clear()
        self.show_hits((), -1)
        self.hide()

    def set_text(self, text: str) -> None:
        """Take the text of the article that hits are looked for in."""
        self._text = text
        self.close_bar()

    def show_hits(self, hits: Ranges, current: int = 0) -> None:
        """Walk these hits, beginning with `current`."""
        self._hits = hits
        self._current = current if hits else -1
        if hits:
            self.show()
        self._tell()

    def step(self, by: int) -> None:
        """Go to the next hit (+1) or the one before (-1), around the end."""
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> None:
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        found = re.finditer(pattern, self._text, re.IGNORECASE) if pattern else ()
        self.show_hits(tuple(m.span() for m in found if self.is_shown(*m.span())))

    def _tell(self) -> None:
        number = len(self._hits)
        for button in (self.previous, self.next):
            button.setEnabled(number > 0)
        nothing = tr("no hits") if self.field.text() else ""
        self.place.setText(
            tr("{place} of {number}", place=self._current + 1, number=number) if number else nothing
        )
        self.hits_changed.emit(self._hits, self._current)
