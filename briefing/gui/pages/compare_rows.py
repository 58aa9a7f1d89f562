"""The issues of a comparison, a card each: made and measured some at a time, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import heading, plain
from briefing.gui.pages.compared_ask import ComparedAsk
from briefing.gui.words.language import tr
from briefing.workspace.briefs.comparing import Compared, Comparison, IssueRow

AT_ONCE = 24  # asks made or measured before other events have their turn: some ten milliseconds
_ISSUE, _LEAST = 110, 120  # pixels of the columns
_INSIDE, _DOWN, _GAP, _APART = 13, 7, 20, 8
_RIGHT, _BELOW = 4, 24
Wanted = Callable[[Compared], bool]


class IssueCard(QFrame):
    """What each side asks under one issue, the sides next to each other.

    A layout of Qt would measure every ask several times, and all of them at once.
    """

    def __init__(self, row: IssueRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("issueRow")
        self.row = row
        self.sides: list[list[ComparedAsk]] = [[] for _ in row.by_side]
        self._name = _within(self, plain(row.issue, wrap=True, strong=True))
        self._nothing = [
            None if asks else _within(self, plain("—", mute=True)) for asks in row.by_side
        ]
        self.tall = 0  # pixels, for the width settled for
        self.settled_for = 0

    def asks(self) -> list[ComparedAsk]:
        """Return the asks that are not filtered out, side by side."""
        return [ask for ask in chain.from_iterable(self.sides) if not ask.isHidden()]

    def sift(self, wanted: Wanted) -> None:
        """Show the asks that are wanted; without one, nothing of the issue."""
        for ask in chain.from_iterable(self.sides):
            ask.setVisible(wanted(ask.compared))
        self.settled_for = 0
        self.setVisible(bool(self.asks()))

    def settle(self, width: int) -> None:
        """Put everything in its place for a width."""
        first, others = columns(width, len(self.sides))
        self._name.setGeometry(_INSIDE, _DOWN + 5, first, self._name.heightForWidth(first))
        bottom, left = self._name.geometry().bottom() + 1, _INSIDE + first + _GAP
        for asks, nothing in zip(self.sides, self._nothing, strict=True):
            bottom = max(bottom, _stack(asks, nothing, left, others))
            left += others + _GAP
        self.tall, self.settled_for = bottom + _DOWN, width


class CompareRows(QWidget):
    """The cards below each other; what is in sight is right at once, the rest between events."""

    pressed = Signal(object)  # Ask

    def __init__(self, area: QScrollArea, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("compareBody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = area
        self._theme = theme
        self._then = ""
        self._heads: list[QLabel] = []
        self._cards: list[IssueCard] = []
        self._wanted: Wanted = _all
        self._to_make: Iterator[tuple[IssueCard, int, Compared]] = iter(())
        self._none = _within(self, plain("", mute=True, wrap=True))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)

    def show_found(self, found: Comparison | None, then: str) -> None:
        """Show a comparison, or nothing; `then` names the day of the earlier meeting."""
        for widget in (*self._heads, *self._cards):
            widget.hide()
            widget.deleteLater()
        self._then, self._wanted, self._cards = then, _all, []
        self._heads = self._headed(found.sides) if found is not None else []
        self._to_make = self._planned(found.rows if found is not None else ())
        told = tr("Neither meeting holds an ask that is sure enough.")
        self._none.setText(told if found is not None and not found.rows else "")
        self._area.verticalScrollBar().setValue(0)
        self._go_on()

    def show_only(self, wanted: Wanted) -> None:
        """Show the asks that are wanted, and the issues that have one."""
        self._wanted = wanted
        for card in self._cards:
            card.sift(wanted)
        self._arrange()

    def asks(self) -> list[ComparedAsk]:
        """Return the asks as shown, top to bottom, as far as they are made."""
        return [ask for card in self._cards if not card.isHidden() for ask in card.asks()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for card in self._cards:
                card.settled_for = 0
            self._later.start()

    def _headed(self, sides: Sequence[str]) -> list[QLabel]:
        heads = [_within(self, heading(tr("Issue")))]
        for number, side in enumerate(sides):
            label = heading(tr("{side} asks", side=side))
            label.setProperty("heading", False)
            label.setProperty("side", str(number % 2))
            heads.append(_within(self, label))
            label.setContentsMargins(4, 0, 0, 0)
        for label in heads:
            label.setWordWrap(True)
        return heads

    def _planned(self, rows: Sequence[IssueRow]) -> Iterator[tuple[IssueCard, int, Compared]]:
        for row in rows:
            card = IssueCard(row, self)
            self._cards.append(card)
            for side, asks in enumerate(row.by_side):
                yield from ((card, side, one) for one in asks)

    def _go_on(self) -> None:
        """Make some more asks, then put what there is in its place."""
        made = list(islice(self._to_make, AT_ONCE))
        for card, side, one in made:
            shown = ComparedAsk(one, self._then, self._theme, card)
            shown.clicked.connect(lambda _=False, ask=one.ask: self.pressed.emit(ask))
            card.sides[side].append(shown)
        for card in dict.fromkeys(card for card, _, _ in made):
            card.sift(self._wanted)
        self._arrange()
        if len(made) == AT_ONCE:
            self._later.start()

    def _arrange(self) -> None:
        """Put all below each other; what is out of sight is measured anew some at a time."""
        width, bar = self.width() - _RIGHT, self._area.verticalScrollBar()
        first, last = bar.value(), bar.value() + self._area.viewport().height()
        top, budget, later, moved = self._place_heads(width), AT_ONCE, False, 0
        for card in self._cards:
            if card.isHidden():
                continue
            before = card.geometry()
            if card.settled_for != width:
                if budget > 0 or (top < last and top + card.tall > first):
                    card.settle(width)
                    budget -= len(card.asks())
                else:
                    later = True
            card.setGeometry(0, top, width, card.tall)
            if before.top() <= first < before.bottom():
                moved = top - before.top()
            top += card.tall + _APART
        self.setMinimumHeight(top + _BELOW)
        if moved and first:
            bar.setValue(first + moved)
        if later:
            self._later.start()

    def _place_heads(self, width: int) -> int:
        """Place the headings of the columns; return where the cards begin."""
        column, others = columns(width, len(self._heads) - 1)
        left, bottom = _INSIDE, 0
        for label in self._heads:
            label.setGeometry(left, 4, column, label.heightForWidth(column))
            bottom = max(bottom, label.geometry().bottom() + 1)
            left, column = left + column + _GAP, others
        self._none.setGeometry(0, bottom + _APART, width, self._none.heightForWidth(width))
        return bottom + _APART


def columns(width: int, sides: int) -> tuple[int, int]:
    """Return the pixels of the column of issues, and of each of those of the sides."""
    if sides < 1:
        return width, 0
    room = width - 2 * _INSIDE - sides * _GAP
    first = max(_ISSUE, 2 * room // (2 + 5 * sides))
    return first, max(_LEAST, (room - first) // sides)


def _stack(asks: Sequence[ComparedAsk], nothing: QLabel | None, left: int, width: int) -> int:
    """Place the asks of a side below each other; return where they end."""
    top = _DOWN
    if nothing is not None:
        nothing.setGeometry(left + 4, top + 4, width, nothing.sizeHint().height())
        return nothing.geometry().bottom() + 1
    for ask in asks:
        if not ask.isHidden():
            ask.setGeometry(left, top, width, ask.heightForWidth(width))
            top += ask.height() + 4
    return max(top - 4, _DOWN)


def _within(parent: QWidget, label: QLabel) -> QLabel:
    label.setParent(parent)
    label.show()
    return label


def _all(_: Compared) -> bool:
    return True
