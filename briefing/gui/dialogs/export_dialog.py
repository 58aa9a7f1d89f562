"""How briefings are to be exported: which, as what, where to; and how long they get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from briefing.export import FORMATS, Style
from briefing.gui.dialogs.choose_meetings import MeetingList
from briefing.gui.dialogs.export_lengths import Lengths
from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.number_field import NumberField
from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words.language import LANGUAGES, tr
from briefing.model import Meeting

if TYPE_CHECKING:
    from briefing.workspace.briefs.measuring import Length

_MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants exported."""

    meetings: tuple[int, ...]
    folder: Path
    formats: tuple[str, ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Offered:
    """What the dialog starts with.

    Attributes:
        meetings: those of the library; ticked: ids of those to export.
        profiles: names of the kinds of briefing there are.
    """

    meetings: Sequence[Meeting]
    ticked: Sequence[int]
    profiles: Sequence[str]
    folder: str
    formats: Sequence[str]
    style: Style


class ExportDialog(Sheet):
    """Asks what to export; `wanted` carries it, and the window stays usable meanwhile."""

    wanted = Signal(object)  # Wanted
    check_wanted = Signal(object)  # Wanted
    changed = Signal(object)  # Wanted: something else was chosen, so the lengths are others
    template_wanted = Signal(str)  # name of the profile to copy
    folder_asked = Signal()

    def __init__(self, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export briefings"), parent)
        self.meetings = MeetingList(offered.meetings, offered.ticked)
        self.meetings.setAccessibleName(tr("Meetings to export"))
        self.profile = QComboBox()
        self.show_profiles(offered.profiles, offered.style.profile)
        self.language = QComboBox()
        for name, title in LANGUAGES.items():
            self.language.addItem(title, name)
        self.language.setCurrentIndex(max(0, self.language.findData(offered.style.language)))
        self.formats = {name: QCheckBox(name.upper()) for name in FORMATS}
        self.paper = QComboBox()
        papers = {"": tr("as in the preferences"), "a4": "A4", "letter": "Letter"}
        for name, title in papers.items():
            self.paper.addItem(title, name)
        self.paper.setCurrentIndex(max(0, self.paper.findData(offered.style.paper)))
        self.paper.setToolTip(tr("Of PDF and Word"))
        self.pages = NumberField(0, _MOST_PAGES)
        self.omit_empty = QCheckBox(tr("Leave out sections the sources say nothing of"))
        self.folder = QLineEdit(offered.folder)
        self.lengths = Lengths()
        self._begin(offered)
        self._lay_out()
        self._connect()

    def show_profiles(self, names: Sequence[str], chosen: str) -> None:
        """Offer these kinds of briefing."""
        self.profile.blockSignals(True)
        self.profile.clear()
        for name in names:
            self.profile.addItem(profile_title(name), name)
        self.profile.setCurrentIndex(max(0, self.profile.findData(chosen)))
        self.profile.blockSignals(False)

    def show_lengths(self, lengths: Sequence[Length]) -> None:
        """Show how long the briefings get."""
        self.lengths.show_lengths(lengths)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, such as a broken template; nothing can be exported then."""
        super().show_problem(sentence)
        self._show_ready()

    def choice(self) -> Wanted:
        """Return what is chosen."""
        style = Style(
            profile=str(self.profile.currentData()),
            language=str(self.language.currentData()),
            max_pages=self.pages.value() or None,
            omit_empty=self.omit_empty.isChecked(),
            paper=str(self.paper.currentData()),
        )
        formats = tuple(name for name, box in self.formats.items() if box.isChecked())
        return Wanted(self.meetings.ticked(), Path(self.folder.text()).expanduser(), formats, style)

    def tick(self, on: bool) -> None:
        """Tick all meetings, or none."""
        self.meetings.tick(on)

    def _begin(self, offered: Offered) -> None:
        for name, box in self.formats.items():
            box.setChecked(name in offered.formats)
        self.pages.setSpecialValueText(tr("as many as it takes"))
        self.pages.setValue(offered.style.max_pages or 0)
        self.omit_empty.setChecked(offered.style.omit_empty)
        self.export = self.add_button(tr("Export"), primary=True, first=True)
        self.check = self.add_button(tr("Check those there"))
        self.check.setToolTip(tr("Says which briefings in the folder are not up to date"))

    def _lay_out(self) -> None:
        all_ = quiet_button(tr("All"), lambda: self.tick(True))
        none = quiet_button(tr("None"), lambda: self.tick(False))
        self.copy = quiet_button(tr("Copy to edit…"), self._ask_template)
        self.copy.setToolTip(tr("Copies this kind’s templates, for you to change"))
        self.choose = QPushButton(tr("Choose…"))
        self.choose.setAutoDefault(False)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field, beside in (
            (tr("Kind"), self.profile, [self.profile, self.copy]),
            (tr("Language"), self.language, [self.language]),
            (tr("Formats"), self.formats["md"], list(self.formats.values())),
            (tr("Paper"), self.paper, [self.paper]),
            (tr("Pages at most"), self.pages, [self.pages]),
            (tr("Sections"), self.omit_empty, [self.omit_empty]),
            (tr("Folder"), self.folder, [self.folder, self.choose]),
        ):
            field.setAccessibleName(field.accessibleName() or words)
            form.addRow(plain(words), _beside(beside))
        self.body.addWidget(_beside([plain(tr("Meetings"), strong=True), all_, none], stretch=0))
        self.body.addWidget(self.meetings, 1)
        self.body.addLayout(form)
        self.body.addWidget(self.lengths)
        self.finish()
        self.resize(600, 620)

    def _connect(self) -> None:
        self.meetings.itemChanged.connect(self._tell)
        self.profile.currentIndexChanged.connect(self._tell)
        self.language.currentIndexChanged.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell)
        self.pages.valueChanged.connect(self._tell)
        for box in (*self.formats.values(), self.omit_empty):
            box.toggled.connect(self._tell)
        self.folder.textChanged.connect(self._show_ready)
        self.choose.clicked.connect(self.folder_asked)
        self.export.clicked.connect(self._give)
        self.check.clicked.connect(lambda: self.check_wanted.emit(self.choice()))
        self._show_ready()

    def _tell(self) -> None:
        self._show_ready()
        self.changed.emit(self.choice())

    def _show_ready(self) -> None:
        now = self.choice()
        ready = bool(now.meetings and now.formats and self.folder.text().strip())
        self.export.setEnabled(ready and self.problem.isHidden())
        self.check.setEnabled(ready and self.problem.isHidden())

    def _ask_template(self) -> None:
        self.template_wanted.emit(str(self.profile.currentData()))

    def _give(self) -> None:
        self.wanted.emit(self.choice())
        self.close()


def profile_title(name: str) -> str:
    """Return what a kind of briefing is called; one of the user's own by its name."""
    titles = {
        "leaders-meeting": tr("Leaders’ meeting"),
        "call": tr("Telephone call"),
        "issue-note": tr("Issue note"),
        "bcl": tr("Checklist"),
        "one-pager": tr("One-pager"),
    }
    return titles.get(name, name)


def _beside(widgets: Sequence[QWidget], stretch: int | None = None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, int(stretch is None and number == 0 and len(widgets) < 3))
    if stretch is not None or len(widgets) > 2:
        row.addStretch(1)
    return holder
