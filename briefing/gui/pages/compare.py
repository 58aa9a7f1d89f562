"""A meeting against an earlier one of the same sides: side by side, issue by issue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import plain
from briefing.gui.pages.compare_rows import CompareRows
from briefing.gui.pages.compared_ask import ComparedAsk
from briefing.gui.words import panel_help, wording
from briefing.gui.words.language import tr
from briefing.model import Meeting, Person
from briefing.workspace.briefs.comparing import STATUSES, Comparison

_SAID = {
    "new": "{count} new",
    "continues": "{count} continue",
    "changed": "{count} changed",
    "not repeated": "{count} not repeated",
}
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
        self._shown: tuple[Comparison | None, str] = (None, "")
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
        self.rows = CompareRows(self.area, theme)
        self.rows.pressed.connect(lambda ask: self.sentence_requested.emit("ask", ask))
        self.area.setWidget(self.rows)
        self._meeting = 0
        self._put_together()
        theme.changed.connect(self.update)

    def show_waiting(self, meeting: Meeting) -> None:
        """Say that a meeting is being compared; the same one stays readable meanwhile."""
        if meeting.id == self._meeting:
            return
        self.show_nothing(meeting)
        self.facts.setText(tr("Comparing…"))

    def show_comparison(
        self, meeting: Meeting, earlier: Meeting, others: Sequence[Meeting], found: Comparison
    ) -> None:
        """Show a meeting against an earlier one; `others` can be chosen in its place."""
        self._meeting = meeting.id
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
        if self._show(found, _short(earlier)):
            for status, button in self.filters.items():
                number = found.count(status)
                button.setText(tr(_SAID[status], count=number))
                button.setVisible(bool(number))

    def show_nothing(self, meeting: Meeting) -> None:
        """Say that there is nothing to compare with."""
        self._meeting = meeting.id
        self.title.setText(_long(meeting))
        self.earlier.hide()
        self.facts.setText(tr(ALONE))
        self.people.hide()
        for button in self.filters.values():
            button.hide()
        self._show(None, "")

    def asks(self) -> list[ComparedAsk]:
        """Return the asks as shown, top to bottom."""
        return self.rows.asks()

    def _show(self, found: Comparison | None, then: str) -> bool:
        """Show a comparison with all its asks; return whether it is another than before."""
        if (found, then) == self._shown:
            return False
        self._shown = found, then
        self.rows.show_found(found, then)
        for button in self.filters.values():
            button.setChecked(False)
        return True

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
            button.toggled.connect(self._sift)
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

    def _sift(self) -> None:
        chosen = {status for status, button in self.filters.items() if button.isChecked()}
        self.rows.show_only(lambda one: not chosen or one.status in chosen)


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
