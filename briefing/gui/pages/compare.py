"""A meeting against an earlier one of the same sides: side by side, issue by issue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import heading, plain
from briefing.gui.pages.compared_ask import ComparedAsk
from briefing.gui.words import panel_help, wording
from briefing.gui.words.language import tr
from briefing.model import Meeting, Person
from briefing.workspace.briefs.comparing import STATUSES, Comparison, IssueRow

_SAID = {
    "new": "{count} new",
    "continues": "{count} continue",
    "changed": "{count} changed",
    "not repeated": "{count} not repeated",
}
_ISSUE = 110
ALONE = (
    "No other meeting of these sides is in the library. Import articles on an earlier one, "
    "or correct its sides."
)


class ComparePage(QWidget):
    """Shows one comparison; an ask pressed asks for its sentence."""

    sentence_requested = Signal(str, object)
    earlier_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparePage")
        self.setWhatsThis(panel_help.words_of("compare"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._found: Comparison | None = None
        self._then = ""
        self.title = plain("", wrap=True)
        self.title.setObjectName("pageTitle")
        self.earlier = QComboBox()
        self.earlier.setAccessibleName(tr("Compare with"))
        self.earlier.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.earlier.setMinimumContentsLength(16)
        self.earlier.activated.connect(
            lambda row: self.earlier_chosen.emit(self.earlier.itemData(row))
        )
        self.facts = plain("", mute=True, wrap=True)
        self.people = plain("", mute=True, wrap=True)
        self.filters: dict[str, QPushButton] = {}
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.area)
        self._put_together()
        self._show_rows()
        theme.changed.connect(self.update)

    def show_comparison(
        self, meeting: Meeting, earlier: Meeting, others: Sequence[Meeting], found: Comparison
    ) -> None:
        """Show a meeting against an earlier one; `others` can be chosen in its place."""
        self._found = found
        self._then = _short(earlier)
        self.title.setText(tr("{now} against {then}", now=_long(meeting), then=_long(earlier)))
        self.earlier.clear()
        for other in others:
            words = wording.dotted((wording.days(other.date), wording.leaders(other), other.place))
            self.earlier.addItem(words, other.id)
        self.earlier.setCurrentIndex(self.earlier.findData(earlier.id))
        self.earlier.setVisible(len(others) > 1)
        self.facts.setText(_facts(meeting, earlier, found))
        self.people.setText(_attendance(found))
        self.people.setVisible(bool(self.people.text()))
        for status, button in self.filters.items():
            number = found.count(status)
            button.setText(tr(_SAID[status], count=number))
            button.setChecked(False)
            button.setVisible(bool(number))
        self._show_rows()

    def show_nothing(self, meeting: Meeting) -> None:
        """Say that there is nothing to compare with."""
        self._found = None
        self.title.setText(_long(meeting))
        self.earlier.hide()
        self.facts.setText(tr(ALONE))
        self.people.hide()
        for button in self.filters.values():
            button.hide()
        self._show_rows()

    def asks(self) -> list[ComparedAsk]:
        """Return the asks as shown, top to bottom."""
        shown = self.area.widget()
        return shown.findChildren(ComparedAsk) if shown is not None else []

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 2)
        top.addWidget(self.earlier, 1, Qt.AlignmentFlag.AlignTop)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for status in STATUSES:
            button = QPushButton()
            button.setProperty("pill", True)
            button.setCheckable(True)
            button.setToolTip(tr("Show these alone"))
            button.toggled.connect(self._show_rows)
            self.filters[status] = button
            chips.addWidget(button)
        chips.addStretch()
        body = QVBoxLayout(self)
        body.setContentsMargins(34, 24, 34, 0)
        body.setSpacing(6)
        body.addLayout(top)
        body.addWidget(self.facts)
        body.addWidget(self.people)
        body.addLayout(chips)
        body.addSpacing(4)
        body.addWidget(self.area, 1)

    def _show_rows(self) -> None:
        holder = QWidget()
        holder.setObjectName("compareBody")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 4, 24)
        column.setSpacing(8)
        if self._found is not None:
            column.addWidget(self._heads(self._found.sides))
            rows = [row for row in self._found.rows if any(map(self._wanted, row.by_side))]
            for row in rows:
                column.addWidget(self._row(row))
            if not rows:
                column.addWidget(
                    plain(tr("Neither meeting holds an ask that is sure enough."), mute=True)
                )
        column.addStretch()
        self.area.setWidget(holder)

    def _wanted(self, asks: Sequence[object]) -> list[object]:
        chosen = {status for status, button in self.filters.items() if button.isChecked()}
        return [one for one in asks if not chosen or one.status in chosen]  # type: ignore[attr-defined]

    def _heads(self, sides: Sequence[str]) -> QWidget:
        holder = QWidget()
        grid = _grid(holder, len(sides))
        grid.setContentsMargins(13, 4, 13, 0)
        grid.addWidget(heading(tr("Issue")), 0, 0)
        for number, side in enumerate(sides):
            label = heading(tr("{side} asks", side=side))
            label.setProperty("heading", False)
            label.setProperty("side", str(number % 2))
            label.setContentsMargins(4, 0, 0, 0)
            grid.addWidget(label, 0, number + 1)
        return holder

    def _row(self, row: IssueRow) -> QWidget:
        card = QFrame()
        card.setObjectName("issueRow")
        grid = _grid(card, len(row.by_side))
        name = plain(row.issue, wrap=True, strong=True)
        name.setContentsMargins(0, 5, 0, 0)
        grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        for number, compared in enumerate(row.by_side, start=1):
            cell = QVBoxLayout()
            cell.setSpacing(4)
            for one in self._wanted(compared):
                shown = ComparedAsk(one, self._then, self._theme)  # type: ignore[arg-type]
                shown.clicked.connect(
                    lambda _=False, ask=shown.compared.ask: self.sentence_requested.emit("ask", ask)
                )
                cell.addWidget(shown)
            if not compared:
                nothing = plain("—", mute=True)
                nothing.setContentsMargins(4, 4, 0, 0)
                cell.addWidget(nothing)
            cell.addStretch()
            grid.addLayout(cell, 0, number)
        return card


def _grid(holder: QWidget, sides: int) -> QGridLayout:
    grid = QGridLayout(holder)
    grid.setContentsMargins(12, 6, 12, 6)
    grid.setHorizontalSpacing(20)
    grid.setColumnMinimumWidth(0, _ISSUE)
    grid.setColumnStretch(0, 2)
    for number in range(1, sides + 1):
        grid.setColumnStretch(number, 5)
        grid.setColumnMinimumWidth(number, 120)
    return grid


def _long(meeting: Meeting) -> str:
    return wording.long_day(meeting.date) if meeting.date else wording.leaders(meeting)


def _short(meeting: Meeting) -> str:
    if meeting.date is None:
        return tr("then")
    return wording.day(meeting.date)


def _facts(meeting: Meeting, earlier: Meeting, found: Comparison) -> str:
    who = wording.leaders(meeting)
    if wording.leaders(earlier) != who:
        who = tr("{who}, then {leaders}", who=who, leaders=wording.leaders(earlier))
    where = meeting.place or tr("place not known")
    same = earlier.place == meeting.place
    place = (
        tr("{where}, both times", where=where)
        if same
        else tr("{where}, then {then}", where=where, then=earlier.place or tr("not known"))
    )
    now = sum(one.now is not None for one in found.all())
    then = sum(one.then is not None for one in found.all())
    return wording.dotted(
        (
            f"{who}, {place}",
            tr("{asks} now, {then} then", asks=wording.counted(now, "ask"), then=then),
        )
    )


def _attendance(found: Comparison) -> str:
    parts = []
    if found.joined:
        parts.append(tr("New at the table: ") + "; ".join(map(_person, found.joined)))
    if found.left:
        parts.append(tr("Not there again: ") + "; ".join(map(_person, found.left)))
    if found.roles:
        parts.append(
            tr("Other office: ")
            + "; ".join(
                tr(
                    "{name}, {office} (then {former})",
                    name=c.now.name,
                    office=c.now.roles[0],
                    former=c.then.roles[0],
                )
                for c in found.roles
            )
        )
    return " · ".join(parts)


def _person(person: Person) -> str:
    return f"{person.name} ({person.roles[0]})" if person.roles else person.name
