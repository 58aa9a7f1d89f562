"""Fields for sides: chosen or typed; a name nobody knows is asked about before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words.language import tr
from briefing.workspace.records.countries import SideNames


class Question(QWidget):
    """Asks below a field about a name nobody knows; hidden while there is nothing to ask."""

    def __init__(self, replace: Callable[[str, str], object]) -> None:
        super().__init__()
        self.kept: set[str] = set()  # names the user means as they are
        self._replace = replace
        self._typed = self._near = ""
        self.words = plain("", wrap=True, problem=True)
        self.take = quiet_button("", self._take)
        self.keep = quiet_button("", self._keep)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.keep)
        row.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 3, 0, 0)
        body.setSpacing(2)
        body.addWidget(self.words)
        body.addLayout(row)
        self.hide()

    def ask(self, typed: str, near: str) -> None:
        """Ask about a name.

        Args:
            typed: the name nobody knows.
            near: the one most like it, or "".
        """
        self._typed, self._near = typed, near
        if near:
            said = tr(
                "No country is called “{typed}”; did you mean “{near}”?", typed=typed, near=near
            )
        else:
            said = tr("No country is called “{typed}”: choose one, or keep it.", typed=typed)
        self.words.setText(said)
        self.take.setText(tr("Take “{name}”", name=_button(near)))
        self.take.setVisible(bool(near))
        self.keep.setText(tr("Keep “{name}”", name=_button(typed)))
        self.show()

    def _take(self) -> None:
        self.hide()
        self._replace(self._typed, self._near)

    def _keep(self) -> None:
        self.kept.add(self._typed)
        self.hide()


class SideField(QWidget):
    """One side, or none: the meeting's first, then all countries."""

    def __init__(self, sides: Sequence[str], value: str, countries: Mapping[str, str]) -> None:
        super().__init__()
        self._names = SideNames([*sides, value], countries)
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.addItems([*([""] if "" in sides else []), *self._names.all])
        self.box.setCurrentText(value)
        _ease(self.box.completer())
        self.question = Question(lambda _, near: self.box.setCurrentText(near))
        self.box.editTextChanged.connect(self.question.hide)
        _lay_out(self, self.box, self.question)

    def value(self) -> str:
        """Return the side as it is called, else what was typed."""
        typed = " ".join(self.box.currentText().split())
        return self._names.known(typed) or typed

    def is_right(self) -> bool:
        """Return whether the side is known or meant; ask about it if not."""
        return _settled([self.value()], self._names, self.question)


class SidesField(QWidget):
    """Several sides, parted by semicolons."""

    def __init__(self, sides: Sequence[str], countries: Mapping[str, str]) -> None:
        super().__init__()
        self._names = SideNames(sides, countries)
        self.line = QLineEdit("; ".join(sides))
        self.line.setPlaceholderText(tr("parted by semicolons"))
        self.line.setCompleter(_LastWord(self._names.all, self.line))
        self.question = Question(self._replace)
        self.line.textEdited.connect(self.question.hide)
        _lay_out(self, self.line, self.question)

    def value(self) -> list[str]:
        """Return the sides as they are called, else as they were typed."""
        typed = (" ".join(word.split()) for word in self.line.text().split(";"))
        return [self._names.known(word) or word for word in typed if word]

    def is_right(self) -> bool:
        """Return whether all sides are known or meant; ask about the first that is not."""
        return _settled(self.value(), self._names, self.question)

    def _replace(self, typed: str, near: str) -> None:
        self.line.setText("; ".join(near if one == typed else one for one in self.value()))


class _LastWord(QCompleter):
    """Completes what stands behind the last semicolon."""

    def __init__(self, words: Sequence[str], field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self.setModel(QStringListModel(list(words), self))
        _ease(self)

    def splitPath(self, path: str) -> list[str]:
        """Return the word to complete."""
        return [path.rpartition(";")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole line with a word chosen."""
        before = [word.strip() for word in self._field.text().split(";")[:-1]]
        return "; ".join([*before, str(index.data())])


def _settled(sides: Sequence[str], names: SideNames, question: Question) -> bool:
    unknown = [one for one in sides if one and not names.known(one) and one not in question.kept]
    if unknown:
        question.ask(unknown[0], names.likest(unknown[0]))
    return not unknown


def _ease(completer: QCompleter | None) -> None:
    """Let a list of matches come up, whatever the case and wherever in the name."""
    assert completer is not None  # an editable field has one
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)


def _lay_out(holder: QWidget, field: QWidget, question: Question) -> None:
    body = QVBoxLayout(holder)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(0)
    body.addWidget(field)
    body.addWidget(question)
    holder.setFocusProxy(field)


def _button(name: str) -> str:
    """Return a name as a button says it: no letter of it is a key."""
    return name.replace("&", "&&")
