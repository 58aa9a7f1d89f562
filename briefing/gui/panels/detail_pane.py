"""The record at hand: where it stands, place by place, why it was found, and what can be decided."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing.gui.look.flow import Flow
from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.panels.panel_head import PanelHead
from briefing.gui.records import verbs
from briefing.gui.words import wording
from briefing.gui.words.kept_words import kept_told
from briefing.gui.words.language import tr
from briefing.model import Span

_NAMES = {"person": "Person", "issue": "Issue", "ask": "Ask", "pressure": "Domestic pressure"}
_BUTTONS = (
    verbs.ACCEPT, verbs.REJECT, verbs.EDIT, verbs.MERGE, verbs.SPLIT, verbs.NOTE, verbs.STAR,
)  # fmt: skip


class DetailPane(QFrame):
    """Shows one record below the panels; tells which place, and which decision, is wanted."""

    place_chosen = Signal(str, object, object)  # kind, record, Span
    review_requested = Signal(str, str, object)  # verb, kind, record
    stepped = Signal(int)  # to the next (+1) finding to review, or the one before
    left = Signal()
    came = Signal(bool)  # whether there is a finding at hand now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.head = PanelHead(tr("Finding at hand"), filters=False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("The finding at hand"))
        self.kind = ""
        self.record: Any | None = None
        self.number = 0
        self.caption = plain("", heading=True)
        self.text = plain("", strong=True, wrap=True)
        self.place = plain("", mute=True, wrap=True)
        self.facts = plain("", mute=True, wrap=True)
        self.note = plain("", wrap=True)
        self.why = plain("", mute=True, wrap=True)
        self.before = _icon("↑", lambda: self.step(-1), tr("Previous place (Left)"))
        self.after = _icon("↓", lambda: self.step(1), tr("Next place (Right)"))
        self.ask_why = quiet_button(tr("Why?"), self.toggle_why, tr("Show why it was found (W)"))
        self.ask_why.setCheckable(True)
        self.close_button = _icon("✕", self.left.emit, tr("Close (Esc)"))
        self.back = _icon("‹", lambda: self.stepped.emit(-1), tr("Previous to review (K)"))
        self.forth = _icon("›", lambda: self.stepped.emit(1), tr("Next to review (J)"))
        self.queue = plain("", mute=True)
        self.buttons = {name: self._button(name) for name in _BUTTONS}
        self._put_together()
        self.leave()

    def show_record(self, kind: str, record: Any, number: int = 0) -> None:
        """Show a record, at the place of that number."""
        other = self.record is None or (self.kind, self.record.id) != (kind, record.id)
        self.kind, self.record = kind, record
        self.number = min(number, max(0, len(record.spans) - 1))
        if other:
            self.ask_why.setChecked(False)
        self._fill()
        self.show()
        self.came.emit(True)

    def show_queue(self, words: str) -> None:
        """Say how far the review is; "" where none goes on."""
        self.queue.setText(words)
        for widget in (self.queue, self.back, self.forth):
            widget.setVisible(bool(words))

    def leave(self) -> None:
        """Show nothing."""
        self.record = None
        self.show_queue("")
        self.hide()
        self.came.emit(False)

    def span(self) -> Span | None:
        """Return the place shown."""
        return self.record.spans[self.number] if self.record and self.record.spans else None

    def show_source(self, words: str) -> None:
        """Say which outlet, day and paragraph the place shown is in."""
        count = len(self.record.spans) if self.record else 0
        which = tr("{number} of {count}", number=self.number + 1, count=count) if count > 1 else ""
        self.place.setText(wording.dotted((which, words)))

    def step(self, by: int) -> None:
        """Go to the next place (+1) or the one before (-1), around the end."""
        if self.record is not None and self.record.spans:
            self.number = (self.number + by) % len(self.record.spans)
            self.place_chosen.emit(self.kind, self.record, self.span())

    def toggle_why(self) -> None:
        """Show the reason, or fold it away."""
        self.why.setVisible(self.ask_why.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        record = self.record
        assert record is not None
        said = getattr(record, "text", "") or getattr(record, "name", "") or record.label
        status = wording.status(record.status) or tr("to review")
        self.caption.setText(wording.dotted((tr(_NAMES[self.kind]).upper(), status)))
        self.text.setText(wording.sentence_case(said))
        self.facts.setText(_facts(self.kind, record))
        self.facts.setVisible(bool(self.facts.text()))
        self.note.setText(f"✎ {record.note}" if record.note else "")
        self.note.setVisible(bool(record.note))
        conflicts = getattr(record, "conflicts", ())
        why = kept_told(record.why) or tr("No reason was kept.")
        self.why.setText("\n".join((*map(kept_told, conflicts), why)))
        self.ask_why.setChecked(self.ask_why.isChecked() or bool(conflicts))
        self.why.setVisible(self.ask_why.isChecked())
        several = len(record.spans) > 1
        self.before.setVisible(several)
        self.after.setVisible(several)
        can = {verb.name for verb in verbs.of_kind(self.kind, record)}
        for name, button in self.buttons.items():
            button.setVisible(name in can)
        starred = getattr(record, "starred", False)
        self.buttons[verbs.STAR].setText(tr("★ Starred") if starred else tr("☆ Star"))

    def _button(self, name: str) -> QPushButton:
        verb = next(v for v in verbs.VERBS if v.name == name)
        button = QPushButton(tr(verb.words).rstrip("…"))
        button.setProperty("small", True)
        button.setToolTip(f"{tr(verb.tip)} ({verb.key})")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: self._review(name))
        return button

    def _review(self, name: str) -> None:
        if self.record is not None:
            self.review_requested.emit(name, self.kind, self.record)

    def _put_together(self) -> None:
        self.head.take_title(self.caption)
        self.head.take_tools(self.queue, self.back, self.forth, self.close_button)
        places = QHBoxLayout()
        places.setSpacing(2)
        places.addWidget(self.before)
        places.addWidget(self.after)
        places.addWidget(self.place, 1)
        places.addWidget(self.ask_why)
        deeds = QWidget()
        flow = Flow(deeds, gap=6)
        for button in self.buttons.values():
            flow.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(20, 2, 12, 10)
        body.setSpacing(3)
        body.addWidget(self.text)
        body.addWidget(self.facts)
        body.addLayout(places)
        body.addWidget(self.note)
        body.addWidget(self.why)
        body.addWidget(deeds)


def _icon(text: str, clicked: Any, tip: str) -> QPushButton:
    button = quiet_button(text, clicked, tip)
    button.setProperty("icon", True)
    button.setMinimumSize(24, 24)
    button.setAccessibleName(tip.partition(" (")[0])
    return button


def _facts(kind: str, record: Any) -> str:
    if kind == "ask":
        of = tr("of {of}", of=record.of) if record.of else ""
        hedge = f"“{record.hedge}”" if record.hedge else ""
        said = (
            record.side,
            of,
            wording.voiced(record),
            hedge,
            tr("{band} confidence", band=tr(record.band)),
        )
        outlets = ", ".join(record.outlets) if len(record.outlets) > 1 else ""
        return wording.dotted((*said, outlets))
    if kind == "person":
        spelled = ", ".join(name for name in record.spelled if name != record.name)
        return wording.dotted((record.side or "", "; ".join(record.roles), spelled))
    if kind == "issue":
        counts = (f"{side} {number}" for side, number in record.by_side)
        return wording.dotted((record.parent or "", *counts))
    return wording.dotted((record.who, tr("on {on}", on=record.on)))
