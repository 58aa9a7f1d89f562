"""Forms for what takes more than a word: merging, splitting and noting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from briefing.gui.dialogs.forms import Form
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Span

_NUMBER = Qt.ItemDataRole.UserRole


def said(record: Any) -> str:
    """Return what a record says: its text, name or label."""
    found = getattr(record, "text", "") or getattr(record, "name", "") or record.label
    return wording.sentence_case(str(found))


class MergeForm(Form):
    """Chooses the record that another is the same as; gives {"into": id}."""

    def __init__(self, record: Any, others: Sequence[Any], parent: QWidget) -> None:
        super().__init__(tr("Merge"), parent, new=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Filter"))
        self.field.setAccessibleName(tr("Words to filter by"))
        self.list = QListWidget()
        self.list.setMinimumHeight(220)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        for other in _likeliest(record, others):
            item = QListWidgetItem(wording.dotted((said(other), _side(other))))
            item.setData(_NUMBER, other.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.field.textChanged.connect(self._filter)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.add_wide(tr("“{said}” is the same as:", said=said(record)), self.field)
        self.add_field("into", tr("Merge into"), self.list, self._chosen)

    def _chosen(self) -> int | None:
        row = self.list.currentRow()
        return int(self.list.item(row).data(_NUMBER)) if row >= 0 else None

    def _filter(self, words: str) -> None:
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(word in item.text().casefold() for word in words.casefold().split())
            item.setHidden(not fits)
            first = row if fits and first < 0 else first
        self.list.setCurrentRow(first)


class SplitForm(Form):
    """Chooses the places that are another record, and what that one says; gives {"places": …}."""

    def __init__(
        self, kind: str, record: Any, source: Callable[[Span], str], parent: QWidget
    ) -> None:
        super().__init__(tr("Split"), parent, new=True)
        self.list = QListWidget()
        self.list.setMinimumHeight(220)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        for number, span in enumerate(record.spans):
            item = QListWidgetItem(f"“{_short(span.quote)}”\n{source(span)}")
            item.setData(_NUMBER, number)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        last = self.list.item(self.list.count() - 1)
        if last is not None:
            last.setCheckState(Qt.CheckState.Checked)
        self.add_wide(
            tr("Tick the places that are not “{short}”:", short=_short(said(record))), QWidget()
        )
        self.add_field("places", tr("Another one"), self.list, self._ticked)
        name = {"person": "name", "issue": "label"}.get(kind, "text")
        self.line(name, tr("It is"), said(record))

    def _ticked(self) -> list[int]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [i.data(_NUMBER) for i in items if i.checkState() == Qt.CheckState.Checked]


def for_note(record: Any, parent: QWidget) -> Form:
    """Return the form of the note on a record."""
    form = Form(tr("Note on “{short}”", short=_short(said(record))), parent)
    form.text("note", tr("Note"), record.note)
    return form


def _likeliest(record: Any, others: Sequence[Any]) -> list[Any]:
    """Return the others with those first that share most words and the side."""
    words = frozenset(said(record).casefold().split())

    def rank(other: Any) -> tuple[int, int]:
        shared = len(words & frozenset(said(other).casefold().split()))
        return -shared, int(_side(other) != _side(record))

    return sorted((one for one in others if one.id != record.id), key=rank)


def _side(record: Any) -> str:
    return str(getattr(record, "side", "") or "")


def _short(words: str) -> str:
    return words if len(words) <= 160 else f"{words[:158]}…"
