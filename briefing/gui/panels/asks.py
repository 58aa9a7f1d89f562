"""Asks by side as cards; candidates in a drawer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing.gui.look.theme import Theme, scaled
from briefing.gui.look.widgets import Drawer, plain
from briefing.gui.panels.ask_cards import ask_card
from briefing.gui.panels.cards import Card, CardDelegate
from briefing.gui.panels.faces import ASKS
from briefing.gui.panels.review_list import ReviewList
from briefing.gui.panels.section import NARROW, Section, colour_head, letting_through
from briefing.gui.panels.side_columns import SideColumns
from briefing.gui.records import marks
from briefing.gui.records.facets import Facet
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Ask, Records


class AsksPanel(Section):
    """Shows what each side of one meeting asks of the other."""

    facet_left = Signal()
    bulk_wanted = Signal()  # accept every ask of the high band that is to review

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Asks"), "ask", parent=parent)
        self._theme = theme
        self._sides: tuple[str, ...] = ()
        self._records = Records()
        self._cards: dict[int, tuple[Ask, Card]] = {}
        self._facet: Facet | None = None
        self._open = False
        self._sided = SideColumns(self.side_head, self._list)
        self._empty = plain("", mute=True, wrap=True)
        self.facet = Drawer(self.facet_left.emit, tr("Show all asks again"))
        self.bulk = Drawer(
            self.bulk_wanted.emit,
            tr("Accept every ask found with high confidence (undo: Ctrl+Z)"),
        )
        self.drawer = Drawer(self._toggle, tr("Weaker findings, kept out of the briefing"))
        self.candidates = self._list(tr("Candidates"))
        self.candidates.hide()
        self._put_together()
        self.head.filtered.connect(lambda _: self._show())
        theme.changed.connect(self._paint_heads)

    @property
    def columns(self) -> list[ReviewList]:
        """The lists of the sides."""
        return self._sided.lists

    def _put_together(self) -> None:
        self.body.addWidget(self.facet, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._sided)
        tools = QHBoxLayout()
        tools.addWidget(self.drawer)
        tools.addStretch()
        tools.addWidget(self.bulk)
        self.body.addLayout(tools)
        self.body.addWidget(self.candidates)

    def show_records(self, records: Records, sides: Sequence[str]) -> None:
        """Show the asks of a meeting with these sides."""
        self._records = records
        self._cards.clear()
        firm = Records(asks=tuple(ask for ask in records.asks if ask.band != "candidate"))
        self._sides = marks.all_sides(firm, sides)
        if self._sides != self._sided.names():
            self._sided.show_sides(self._sides)
        self._show()

    def show_facet(self, facet: Facet | None) -> None:
        """Show only the asks of an issue or a person; None shows all."""
        if facet != self._facet:
            self._facet = facet
            self._show()

    def to_accept(self) -> tuple[Ask, ...]:
        """Return the asks of the high band that wait for a decision and are shown."""
        return tuple(
            ask
            for ask in self._let_through(self._records.asks)
            if ask.band == "high" and ask.status == "proposed"
        )

    def lists(self) -> list[ReviewList]:
        """Every list of the panel, in the order they stand."""
        return [*self.columns, self.candidates]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the sides one below the other where there is no room for two columns."""
        super().resizeEvent(event)
        abreast = 2 if self.width() >= scaled(NARROW) else 1
        if abreast != self._sided.abreast:
            self._sided.set_abreast(abreast)

    def card_of(self, ask: Ask) -> Card:
        """Return what the card of an ask shows; each is made once, and measured and painted often."""
        known = self._cards.get(ask.id)
        if known is None or known[0] is not ask:
            known = self._cards[ask.id] = ask, ask_card(ask, self._sides)
        return known[1]

    def _let_through(self, asks: Sequence[Ask]) -> tuple[Ask, ...]:
        found = letting_through(asks, self.head.words())
        return tuple(ask for ask in found if self._facet is None or self._facet.holds(ask))

    def _show(self) -> None:
        shown = self._let_through(self._records.asks)
        firm = tuple(ask for ask in shown if ask.band != "candidate")
        weak = tuple(ask for ask in shown if ask.band == "candidate")
        for head, column in zip(self._sided.heads, self.columns, strict=True):
            side = column.accessibleName()
            asks = tuple(ask for ask in firm if ask.side == side)
            column.show_records(asks)
            head.setText(tr("{side} asks · {count}", side=side, count=len(asks)))
        self._show_rest(firm, weak)
        self._paint_heads()

    def _show_rest(self, firm: tuple[Ask, ...], weak: tuple[Ask, ...]) -> None:
        self.candidates.show_records(weak)
        every = sum(ask.band != "candidate" for ask in self._records.asks)
        self.head.show_count(len(firm), every)
        self._empty.setText(tr("No ask has these words.") if every else tr("No asks found yet."))
        self._empty.setVisible(not firm)
        self.drawer.setVisible(bool(weak))
        self.candidates.setVisible(bool(weak) and self._open)
        self._label_drawer()
        self.facet.setVisible(self._facet is not None)
        self.facet.setText(f"✕ {self._facet.words}" if self._facet else "")
        waiting = len(self.to_accept())
        self.bulk.setVisible(waiting > 1)
        self.bulk.setText(tr("Accept {waiting} of high confidence", waiting=waiting))

    def _toggle(self) -> None:
        self._open = not self._open
        self.candidates.setVisible(self._open)
        self.candidates.fit()
        self._label_drawer()

    def _label_drawer(self) -> None:
        number = self.candidates.records.rowCount()
        self.drawer.setText(f"{'▾' if self._open else '▸'} {wording.counted(number, 'candidate')}")

    def _list(self, name: str) -> ReviewList:
        shown = ReviewList(name, "ask", ASKS, self)
        shown.setItemDelegate(CardDelegate(self._theme, self.card_of, shown))
        return self.pass_on(shown)

    def _paint_heads(self) -> None:
        for number, head in enumerate(self._sided.heads):
            ink = self._theme.colours.side(number)[0]
            colour_head(head, ink)
