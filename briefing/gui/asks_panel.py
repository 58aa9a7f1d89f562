"""Asks by side as cards; candidates in a drawer; pressure at home apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.gui import marks, wording
from briefing.gui.cards import Card, CardDelegate, Chip
from briefing.gui.faces import ASKS, PRESSURE
from briefing.gui.review_list import ReviewList
from briefing.gui.theme import Theme
from briefing.gui.widgets import heading, plain, quiet_button
from briefing.model import Ask, Pressure, Records

_UNNAMED = frozenset({"unnamed_official", "analyst", "reporter"})


class AsksPanel(QWidget):
    """Shows what each side of one meeting asks of the other."""

    sentence_requested = Signal(str, object)
    review_requested = Signal(str, str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sides: tuple[str, ...] = ()
        self._open = False
        self.columns: list[ReviewList] = []
        self._heads: list[QLabel] = []
        self._count = plain("", heading=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._empty = plain("No asks found yet.", mute=True)
        self.drawer = quiet_button("", self._toggle, "Weaker findings, kept out of the briefing")
        self.candidates = self._list("Candidates", "ask")
        self.candidates.hide()
        self._pressure_head = heading("Domestic pressure")
        self.pressure = self._list("Domestic pressure", "pressure")
        self._put_together()
        theme.changed.connect(self._paint_heads)

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, 6, 2)
        top.addWidget(heading("Asks"))
        top.addStretch()
        top.addWidget(self._count)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(top)
        body.addWidget(self._empty)
        body.addLayout(self._grid)
        body.addWidget(self.drawer, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.candidates, self._pressure_head, self.pressure):
            body.addWidget(widget)
        self._pressure_head.setContentsMargins(6, 8, 6, 2)

    def show_records(self, records: Records, sides: Sequence[str]) -> None:
        """Show the asks and the pressure of a meeting with these sides."""
        firm = tuple(ask for ask in records.asks if ask.band != "candidate")
        weak = tuple(ask for ask in records.asks if ask.band == "candidate")
        self._sides = marks.all_sides(Records(asks=firm), sides)
        if self._sides != tuple(shown.accessibleName() for shown in self.columns):
            self._make_columns()
        for head, shown in zip(self._heads, self.columns, strict=True):
            side = shown.accessibleName()
            asks = tuple(ask for ask in firm if ask.side == side)
            shown.show_records(asks)
            head.setText(f"{side} asks · {len(asks)}")
        self._show_rest(firm, weak, records.pressure)
        self._paint_heads()

    def select(self, ids: Iterable[int]) -> None:
        """Select the asks with these ids, and no others."""
        wanted = set(ids)
        for shown in (*self.columns, self.candidates):
            shown.clearSelection()
            for record in shown.records.records:
                if record.id in wanted:
                    shown.choose(record.id)
                    break

    def lists(self) -> list[ReviewList]:
        """Every list of the panel, in the order they stand."""
        return [*self.columns, self.candidates, self.pressure]

    def card_of(self, record: Ask | Pressure) -> Card:
        """Return what the card of an ask or a pressure shows."""
        if isinstance(record, Pressure):
            side = marks.place(record.on, self._sides)
            return Card(
                wording.sentence_case(record.text), f"{record.who}, on {record.on}", side=side
            )
        kind = (Chip(wording.ASK_KIND[record.kind]),) if record.kind != "ask" else ()
        weak = record.band == "candidate"
        side_chip = (Chip(record.side),) if weak else ()
        tone = "warning" if record.attribution in _UNNAMED else "plain"
        said = (Chip(wording.voiced(record), tone),)
        sources = (Chip(f"{len(record.outlets)} sources"),) if len(record.outlets) > 1 else ()
        status = wording.STATUS.get(record.status)
        return Card(
            text=wording.sentence_case(record.text),
            chips=(
                *side_chip, *kind, *(Chip(name) for name in record.issues[:2]), *said, *sources,
                *((Chip(status, "good"),) if status else ()),
                *((Chip("sources disagree", "warning"),) if record.conflicts else ()),
            ),
            side=marks.place(record.side, self._sides),
            starred=record.starred,
        )  # fmt: skip

    def _show_rest(
        self, firm: tuple[Ask, ...], weak: tuple[Ask, ...], pressure: tuple[Pressure, ...]
    ) -> None:
        self.candidates.show_records(weak)
        self.pressure.show_records(pressure)
        self._count.setText(str(len(firm)) if firm else "")
        self._empty.setVisible(not firm)
        self.drawer.setVisible(bool(weak))
        self.candidates.setVisible(bool(weak) and self._open)
        self._label_drawer()
        self._pressure_head.setVisible(bool(pressure))
        self.pressure.setVisible(bool(pressure))

    def _toggle(self) -> None:
        self._open = not self._open
        self.candidates.setVisible(self._open)
        self.candidates.fit()
        self._label_drawer()

    def _label_drawer(self) -> None:
        number = self.candidates.records.rowCount()
        self.drawer.setText(f"{'▾' if self._open else '▸'} {wording.counted(number, 'candidate')}")

    def _list(self, name: str, kind: str) -> ReviewList:
        shown = ReviewList(name, kind, PRESSURE if kind == "pressure" else ASKS, self)
        shown.setItemDelegate(CardDelegate(self._theme, self.card_of, shown))
        shown.sentence_requested.connect(self.sentence_requested)
        shown.review_requested.connect(self.review_requested)
        return shown

    def _make_columns(self) -> None:
        for old in (*self.columns, *self._heads):
            self._grid.removeWidget(old)
            old.deleteLater()
        self.columns, self._heads = [], []
        for number, side in enumerate(self._sides):
            head, shown = plain("", strong=True), self._list(side, "ask")
            row, column = 2 * (number // 2), number % 2
            self._grid.addWidget(head, row, column)
            self._grid.addWidget(shown, row + 1, column, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(column, 1)
            self._heads.append(head)
            self.columns.append(shown)

    def _paint_heads(self) -> None:
        for number, head in enumerate(self._heads):
            ink = self._theme.colours.side(number)[0]
            head.setStyleSheet(f"color: {ink}; font-size: 12px; padding: 0 2px 2px;")
