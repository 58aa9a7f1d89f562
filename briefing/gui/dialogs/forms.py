"""Forms in their own small windows, beside the main one: they never block it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.sheet import without_pictures
from briefing.gui.dialogs.side_field import SideField, SidesField
from briefing.gui.look.date_field import DateField
from briefing.gui.look.theme import scaled
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr
from briefing.model import Article, Ask, Issue, Meeting, Person, Pressure
from briefing.model.finding import ASK_KINDS, ATTRIBUTIONS, BANDS, PARTICIPATIONS, PERSON_KINDS

Fields = dict[str, Any]


class Words(QPlainTextEdit):
    """A field of several lines whose words are one paragraph: Enter is for the form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Form(QDialog):
    """A form of named fields; `given` carries those that were changed, or all for a new thing."""

    given = Signal(object)  # dict of fields

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        new: bool = False,
        countries: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._new = new
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(scaled(500), self.screen().availableSize().width() * 9 // 10))
        self._readers: dict[str, tuple[Callable[[], Any], Any]] = {}
        self._checks: list[Callable[[], bool]] = []
        self._countries = countries or {}
        self._rows = QFormLayout()
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        without_pictures(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(18, 16, 18, 14)
        self._body.addLayout(self._rows)
        self.accepted.connect(self._give)

    def setVisible(self, visible: bool) -> None:
        """Show or hide; the buttons come in last, so that the keyboard begins at the first field."""
        if self.buttons.parent() is None:
            self._body.addWidget(self.buttons)
        super().setVisible(visible)

    def line(self, name: str, label: str, value: str, hint: str = "") -> QLineEdit:
        """Add a field of one line."""
        field = QLineEdit(value)
        field.setCursorPosition(0)  # words longer than the field are seen from their beginning
        field.setPlaceholderText(hint)
        self._add(name, label, field, lambda: field.text().strip())
        return field

    def words(self, name: str, label: str, values: Sequence[str]) -> QLineEdit:
        """Add a field of several values, parted by semicolons."""
        field = QLineEdit("; ".join(values))
        field.setPlaceholderText(tr("parted by semicolons"))
        self._add(
            name, label, field, lambda: [w.strip() for w in field.text().split(";") if w.strip()]
        )
        return field

    def text(self, name: str, label: str, value: str) -> QPlainTextEdit:
        """Add a field of several lines."""
        field = Words(value)
        field.setTabChangesFocus(True)
        field.setFixedHeight(86)
        self._add(name, label, field, lambda: " ".join(field.toPlainText().split()))
        return field

    def choice(self, name: str, label: str, values: Sequence[str], value: str) -> QComboBox:
        """Add a choice of fixed values."""
        field = QComboBox()
        for one in values:
            field.addItem(tr(one.replace("_", " ")), one)
        field.setCurrentIndex(max(0, field.findData(value)))
        self._add(name, label, field, field.currentData)
        return field

    def side(self, name: str, label: str, sides: Sequence[str], value: str) -> SideField:
        """Add a side: one of these, or any country known."""
        field = SideField(sides, value, self._countries)
        self._add(name, label, field.box, field.value, holder=field)
        self._checks.append(field.is_right)
        return field

    def sides(self, name: str, label: str, values: Sequence[str]) -> SidesField:
        """Add several sides, parted by semicolons."""
        field = SidesField(values, self._countries)
        self._add(name, label, field.line, field.value, holder=field)
        self._checks.append(field.is_right)
        return field

    def accept(self) -> None:
        """Give what was filled in; stay open where a field asks about it."""
        right = [check() for check in self._checks]  # every field has its say
        if all(right):
            super().accept()
            return
        self.adjustSize()  # room for what is asked

    def date(self, name: str, label: str, value: dt.date | None) -> DateField:
        """Add a day; a box says whether it is known."""
        field = DateField(label, value)
        known = QCheckBox(tr("known:"))
        known.setAccessibleName(tr("{label} is known", label=label))
        known.setChecked(value is not None)
        field.setEnabled(value is not None)
        known.toggled.connect(field.setEnabled)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(known)
        row.addWidget(field, 1)
        self._add(name, label, holder, lambda: field.day() if known.isChecked() else None)
        return field

    def add_field(self, name: str, label: str, field: QWidget, read: Callable[[], Any]) -> None:
        """Add a field of another make, and how it is read."""
        self._add(name, label, field, read)

    def add_wide(self, words: str, field: QWidget) -> None:
        """Add a sentence, and below it a field that is not part of the answer."""
        self._rows.addRow(plain(words, wrap=True))
        self._rows.addRow(field)

    def changed(self) -> Fields:
        """Return the fields whose value is another now."""
        now = {name: read() for name, (read, _) in self._readers.items()}
        return {name: value for name, value in now.items() if value != self._readers[name][1]}

    def everything(self) -> Fields:
        """Return all fields that are not empty, changed or not."""
        now = {name: read() for name, (read, _) in self._readers.items()}
        return {name: value for name, value in now.items() if value}

    def _add(
        self,
        name: str,
        label: str,
        field: QWidget,
        read: Callable[[], Any],
        *,
        holder: QWidget | None = None,
    ) -> None:
        field.setObjectName(name)
        field.setAccessibleName(label)
        self._readers[name] = (read, read())
        self._rows.addRow(plain(label), holder or field)

    def _give(self) -> None:
        fields = self.everything() if self._new else self.changed()
        if fields:
            self.given.emit(fields)


def for_meeting(meeting: Meeting, countries: Mapping[str, str], parent: QWidget) -> Form:
    """Return the form of a meeting's facts."""
    form = Form(tr("Edit meeting"), parent, countries=countries)
    form.line("title", tr("Title"), meeting.title)
    form.sides("sides", tr("Sides"), meeting.sides)
    form.date("date", tr("Date"), meeting.date)
    form.date("end_date", tr("Last day"), meeting.end_date)
    form.line("place", tr("Place"), meeting.place)
    form.side("host", tr("Host"), ["", *meeting.sides], meeting.host or "")
    form.text("note", tr("Note"), meeting.note)
    return form


def for_new_meeting(
    parent: QWidget, countries: Mapping[str, str], sides: Sequence[str] = ()
) -> Form:
    """Return the form for a meeting of the user's own."""
    form = Form(tr("New meeting"), parent, new=True, countries=countries)
    form.sides("sides", tr("Sides"), sides)
    form.date("date", tr("Date"), None)
    form.line("place", tr("Place"), "")
    return form


def for_article(article: Article, parent: QWidget) -> Form:
    """Return the form of an article's details."""
    form = Form(tr("Edit article details"), parent)
    form.line("title", tr("Title"), article.title)
    form.line("outlet", tr("Outlet"), article.outlet)
    form.line("author", tr("Author"), article.author)
    form.date("published", tr("Published"), article.published)
    return form


def for_record(
    record: Person | Issue | Ask | Pressure,
    sides: Sequence[str],
    countries: Mapping[str, str],
    parent: QWidget,
) -> Form:
    """Return the form that corrects a record."""
    if isinstance(record, Person):
        form = Form(tr("Edit person"), parent, countries=countries)
        form.line("name", tr("Name"), record.name)
        form.side("side", tr("Side"), ["", *sides], record.side or "")
        form.words("roles", tr("Offices"), record.roles)
        form.choice("kind", tr("Kind"), PERSON_KINDS, record.kind)
        form.choice("participation", tr("Takes part"), PARTICIPATIONS, record.participation)
    elif isinstance(record, Issue):
        form = Form(tr("Edit issue"), parent)
        form.line("label", tr("Name"), record.label)
        form.line("parent", tr("Part of"), record.parent or "")
    elif isinstance(record, Pressure):
        form = Form(tr("Edit domestic pressure"), parent, countries=countries)
        form.line("who", tr("Who"), record.who)
        form.side("on", tr("On"), sides, record.on)
        form.text("text", tr("What"), record.text)
    else:
        form = _for_ask(record, sides, countries, parent)
    return form


def _for_ask(ask: Ask, sides: Sequence[str], countries: Mapping[str, str], parent: QWidget) -> Form:
    form = Form(tr("Edit ask"), parent, countries=countries)
    form.text("text", tr("Ask"), ask.text)
    form.side("side", tr("Side"), sides, ask.side)
    form.side("of", tr("Of"), ["", *sides], ask.of or "")
    form.choice("kind", tr("Kind"), ASK_KINDS, ask.kind)
    form.words("issues", tr("Issues"), ask.issues)
    form.line("voiced_by", tr("Voiced by"), ask.voiced_by or "", tr("nobody named"))
    form.choice("attribution", tr("Source"), ATTRIBUTIONS, ask.attribution)
    form.choice("band", tr("Confidence"), BANDS, ask.band)
    return form


def for_selection(
    kind: str, quote: str, sides: Sequence[str], parent: QWidget, *, countries: Mapping[str, str]
) -> Form:
    """Return the form that makes a record from selected text."""
    form = Form(
        tr("Add {kind} from the selected text", kind=kind), parent, new=True, countries=countries
    )
    if kind == "person":
        form.line("name", tr("Name"), quote)
        form.side("side", tr("Side"), ["", *sides], sides[0] if sides else "")
        form.words("roles", tr("Offices"), ())
        form.choice("kind", tr("Kind"), PERSON_KINDS, "minister")
        form.choice("participation", tr("Takes part"), PARTICIPATIONS, "mentioned")
    elif kind == "issue":
        form.line("label", tr("Name"), quote)
    else:
        form.text("text", tr("Ask"), quote)
        form.side("side", tr("Side"), sides, sides[0] if sides else "")
        form.side("of", tr("Of"), ["", *sides], sides[1] if len(sides) > 1 else "")
        form.choice("kind", tr("Kind"), ASK_KINDS, "ask")
        form.words("issues", tr("Issues"), ())
    return form
