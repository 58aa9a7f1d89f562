"""What “Verify…” does: words and briefings held against the stored sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from briefing.gui.dialogs.verify_sheet import VerifySheet
from briefing.gui.jobs import READ
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr, tr_phrase
from briefing.progress import Progress


class VerifyDeeds(QObject):
    """Carries this command out on one window."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self.sheet: VerifySheet | None = None

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        return {"verify": self.open_sheet}

    def open_sheet(self) -> None:
        """Open the window that takes words or a file, with what is selected in the article."""
        sheet = VerifySheet(self._window)
        selected = self._window.columns.reader.view.textCursor().selectedText()
        sheet.text.setPlainText(selected.replace("\u2029", "\n"))  # Qt's own end of a paragraph
        self.sheet = sheet
        sheet.destroyed.connect(partial(self._forget, sheet))
        sheet.words_given.connect(partial(self._trace, sheet))
        sheet.file_wanted.connect(partial(self._verify_file, sheet))
        sheet.place_wanted.connect(self._window.desk.show_extent)
        sheet.show()

    def _trace(self, sheet: VerifySheet, words: str) -> None:
        workspace = self._window.workspace
        self._work(sheet, lambda progress: workspace.trace(words, progress), sheet.show_traced)

    def _verify_file(self, sheet: VerifySheet) -> None:
        path = self._window.dialogs.file(tr("Exported briefing"), "*.md")
        if path is None:
            return
        workspace = self._window.workspace
        self._work(
            sheet,
            lambda _: workspace.verify_files([path]),
            lambda problems: sheet.show_problems(
                path.name, [tr_phrase(problem).removeprefix(f"{path}, ") for problem in problems]
            ),
        )

    def _work(
        self, sheet: VerifySheet, work: Callable[[Progress], Any], show: Callable[[Any], object]
    ) -> None:
        """Look, and answer in the sheet that asked; another may have been opened meanwhile."""
        sheet.show_waiting()

        def take(found: object) -> None:
            self._window.actions_.finished.emit("")
            if isValid(sheet):
                show(found)

        def give_up() -> None:
            if isValid(sheet):
                sheet.show_nothing()

        self._window.actions_.long(tr("Verifying"), work, take, lane=READ, given_up=give_up)

    def _forget(self, sheet: VerifySheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
