"""Demands on their own government, by opposition, provinces, experts or business: never asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import plain
from briefing.gui.panels.ask_cards import pressure_card
from briefing.gui.panels.cards import Card, CardDelegate
from briefing.gui.panels.faces import PRESSURE
from briefing.gui.panels.review_list import ReviewList
from briefing.gui.panels.section import Section, letting_through
from briefing.gui.words.language import tr
from briefing.model import Pressure


class PressurePanel(Section):
    """Shows the domestic pressure of one meeting, a card a demand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = tr("Domestic pressure")
        super().__init__(title, "pressure", parent=parent)
        self._sides: tuple[str, ...] = ()
        self._pressure: tuple[Pressure, ...] = ()
        self._empty = plain("", mute=True, wrap=True)
        self.list = self.pass_on(ReviewList(title, "pressure", PRESSURE, self))
        self.list.setItemDelegate(CardDelegate(theme, self.card_of, self.list))
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list)
        self.setAcceptDrops(False)  # pressure is never added by hand
        self.head.filtered.connect(lambda _: self._show())
        theme.changed.connect(self.list.viewport().update)

    def show_records(self, pressure: Sequence[Pressure], sides: Sequence[str]) -> None:
        """Show the pressure at a meeting of these sides."""
        self._pressure, self._sides = tuple(pressure), tuple(sides)
        self._show()

    def lists(self) -> list[ReviewList]:
        """The one list there is."""
        return [self.list]

    def card_of(self, pressure: Pressure) -> Card:
        """Return what the card of a demand shows."""
        return pressure_card(pressure, self._sides)

    def _show(self) -> None:
        found = letting_through(self._pressure, self.head.words())
        self.list.show_records(found)
        self.head.show_count(len(found), len(self._pressure))
        some = tr("No demand has these words.")
        self._empty.setText(some if self._pressure else tr("No domestic pressure found yet."))
        self._empty.setVisible(not found)
