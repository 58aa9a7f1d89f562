"""Is it in the library, and where: pasted words, and the quotations of a briefing, proved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr

if TYPE_CHECKING:
    from briefing.workspace.briefs.tracing import Trace, Traced

_PLACE = Qt.ItemDataRole.UserRole
_PASSAGE = 120  # characters of a passage shown in a row


class VerifySheet(Sheet):
    """Takes words or a file, and lists what stands where; a row leads to its sentence."""

    words_given = Signal(str)
    file_wanted = Signal()
    place_wanted = Signal(int, int, int)  # article, start, end

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Verify"), parent)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Words to look for"))
        self.text.setPlaceholderText(tr("Paste a quotation, or a paragraph of a text"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(110)
        self.summary = plain("", wrap=True, strong=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was found"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self._waiting = False
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.look = self.add_button(tr("Is it in my library?"), primary=True, first=True)
        self.file = self.add_button(tr("A briefing file…"))
        self.look.clicked.connect(lambda: self.words_given.emit(self.text.toPlainText()))
        self.file.clicked.connect(self.file_wanted)
        self.text.textChanged.connect(self._show_ready)
        told = tr(
            "Looks word for word for what you paste, or for every quotation and footnote of an "
            "exported briefing."
        )
        for widget in (plain(told, wrap=True), self.text, self.summary, self.list):
            self.body.addWidget(widget)
        self.finish()
        self.resize(620, 560)
        self._show_ready()

    def show_waiting(self) -> None:
        """Say that it is being looked for; one question is answered before the next is asked."""
        self.summary.setText(tr("Looking…"))
        self.list.clear()
        self._waiting = True
        self._show_ready()

    def show_nothing(self) -> None:
        """Wait no longer: the search was cancelled, or failed, which the window tells."""
        self._say("")

    def show_traced(self, found: Sequence[Traced]) -> None:
        """Show where each passage stands."""
        self.list.clear()
        for traced in found:
            for place in traced.places or (None,):
                self._add(_told(traced, place), place)
        verbatim = sum(one.verbatim for one in found)
        if not found:
            self._say(tr("There are no words to look for."))
        elif verbatim == len(found):
            self._say(tr("All of it stands in the library, word for word."))
        else:
            self._say(
                tr("{verbatim} of {count} passages stand in the library word for word.",
                   verbatim=verbatim, count=len(found))
            )  # fmt: skip

    def show_problems(self, name: str, problems: Sequence[str]) -> None:
        """Show what the sources do not bear out of a briefing."""
        self.list.clear()
        for problem in problems:
            self._add(f"✗ {problem}", None)
        if problems:
            told = tr(
                "{name}: {count} not borne out by the sources.", name=name, count=len(problems)
            )
        else:
            told = tr("{name}: every quotation and footnote is what its source says.", name=name)
        self._say(told)

    def _say(self, told: str) -> None:
        self.summary.setText(told)
        self._waiting = False
        self._show_ready()

    def _add(self, words: str, place: Trace | None) -> None:
        item = QListWidgetItem(words)
        item.setData(_PLACE, place)
        if place is not None:
            item.setToolTip(tr("Show the sentence"))
        self.list.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        place: Trace | None = item.data(_PLACE)
        if place is not None:
            self.place_wanted.emit(place.article, place.start, place.end)

    def _show_ready(self) -> None:
        self.look.setEnabled(not self._waiting and bool(self.text.toPlainText().strip()))
        self.file.setEnabled(not self._waiting)


def _told(traced: Traced, place: Trace | None) -> str:
    passage = _short(traced.passage)
    if place is None:
        return tr("✗ Not in the library: “{passage}”", passage=passage)
    where = f"{place.outlet or place.headline}, ¶ {place.paragraph}"
    if place.verbatim:
        return tr("✓ Word for word: “{passage}” · {where}", passage=passage, where=where)
    return tr(
        "≈ Altered: “{passage}” · {where} has “{words}”",
        passage=passage, where=where, words=_short(place.words),
    )  # fmt: skip


def _short(words: str) -> str:
    return words if len(words) <= _PASSAGE else f"{words[: _PASSAGE - 1]}…"
