"""What the panels of people, issues and asks have in common: a heading, a filter, a place to drop on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing.gui.look.dropping import take_copy
from briefing.gui.look.theme import scaled
from briefing.gui.panels.panel_head import PanelHead
from briefing.gui.panels.review_list import ReviewList
from briefing.gui.words.language import tr

NARROW = 300  # pixels: below, the sides stand one below the other


class Section(QWidget):
    """The body of one panel; text dropped on it asks for a new record of its kind."""

    sentence_requested = Signal(str, object)  # kind, record
    review_requested = Signal(str, str, object)  # verb, kind, record
    many_requested = Signal(str, str, object)  # verb, kind, records
    selection_dropped = Signal(str)  # kind
    side_chosen = Signal(str)

    def __init__(
        self, title: str, kind: str, aside: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setObjectName("section")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setProperty("dropping", False)
        self.head = PanelHead(title, aside)  # the dock shows it as its title bar
        self.head.offers = self._offers
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 2, 14, 6)
        column.setSpacing(4)
        column.addWidget(self.head.field)
        column.addLayout(self.body)
        column.addStretch()

    def lists(self) -> list[ReviewList]:
        """Return every list of the panel, in the order they stand."""
        raise NotImplementedError

    def select(self, ids: Iterable[int]) -> None:
        """Select the records with these ids, and no others."""
        wanted = frozenset(ids)
        for shown in self.lists():
            shown.choose_all(wanted)

    def pass_on(self, shown: ReviewList) -> ReviewList:
        """Connect a list of this panel, and return it."""
        shown.sentence_requested.connect(self.sentence_requested)
        shown.review_requested.connect(self.review_requested)
        shown.many_requested.connect(self.many_requested)
        return shown

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText() and not event.mimeData().hasUrls():
            self._light(on=True)
            take_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(on=False)
        take_copy(event)
        self.selection_dropped.emit(self.kind)

    def side_head(self, side: str) -> SideHead:
        """Return the heading of a side's column, which chooses the side when it is pressed."""
        head = SideHead(side)
        head.chosen.connect(self.side_chosen)
        return head

    def _offers(self) -> list[tuple[str, Callable[[], object]]]:
        heads = (head for head in self.findChildren(SideHead) if not head.isHidden())
        sides = dict.fromkeys(head.side for head in heads)
        return [
            (
                tr("In a search, narrow it to {side}", side=side),
                partial(self.side_chosen.emit, side),
            )
            for side in sides
        ]

    def _light(self, *, on: bool) -> None:
        self.setProperty("dropping", on)
        self.style().unpolish(self)
        self.style().polish(self)


class SideHead(QLabel):
    """The name of a side above its column; pressed, it chooses the side."""

    chosen = Signal(str)

    def __init__(self, side: str) -> None:
        super().__init__()
        self.side = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("strong", True)
        self.name(side)

    def name(self, side: str) -> None:
        """Stand for a side."""
        if side != self.side:
            self.side = side
            self.setText(side)
            self.setToolTip(tr("In a search, narrow it to {side}", side=side))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release goes to the panel

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.side)


def colour_head(head: QLabel, ink: str) -> None:
    """Give the heading of a column the colour of its side; costly, so only where it is another."""
    style = f"color: {ink}; font-size: {scaled(12)}px; padding: 0 2px 2px;"
    if head.styleSheet() != style:
        head.setStyleSheet(style)


def letting_through(records: Sequence[Any], words: str) -> tuple[Any, ...]:
    """Return the records that hold each of the words, in what is said or known of them."""
    wanted = words.casefold().split()
    return tuple(r for r in records if all(word in _said(r) for word in wanted))


def _said(record: Any) -> str:
    single = ("name", "label", "text", "side", "of", "who", "on", "voiced_by", "note", "kind")
    several = ("roles", "issues", "aliases", "outlets", "spelled")
    parts = [str(getattr(record, name, "") or "") for name in single]
    for name in several:
        parts += getattr(record, name, ())
    return " ".join(parts).casefold().replace("_", " ")
