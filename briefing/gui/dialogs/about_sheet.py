"""About the program: version, where things are, and the licences of all it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QSplitter, QTabWidget, QWidget

from briefing.gui.dialogs.licences import Component
from briefing.gui.dialogs.sheet import Sheet
from briefing.gui.words.language import tr


class AboutSheet(Sheet):
    """Shows what the program is, and each part's licence."""

    def __init__(
        self,
        facts: Sequence[tuple[str, str]],
        notice: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("About Briefing"), parent)
        self._components: Sequence[Component] = ()
        self.facts = _page(
            "\n".join(f"{tr('{subject}:', subject=name)} {value}" for name, value in facts),
            tr("About"),
        )
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Parts of the program"))
        self.text = _page("", tr("Licence"))
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.names)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.facts, tr("About"))
        self.tabs.addTab(parts, tr("Licences"))
        self.tabs.addTab(_page(notice, tr("Tables and fonts")), tr("Tables and fonts"))
        self.names.currentRowChanged.connect(self._show)
        self.body.addWidget(self.tabs)
        self.finish()
        self.resize(680, 480)

    def take(self, components: Sequence[Component]) -> None:
        """Show these parts; to find them takes longer than a window may wait."""
        self._components = components
        self.names.clear()
        self.names.addItems([f"{one.name} {one.version}" for one in components])
        self.names.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        one = self._components[row]
        told = one.text or tr("The package brings no text of its licence.")
        self.text.setPlainText(f"{one.name} {one.version}\n{one.licence}\n\n{told}")


def _page(text: str, name: str) -> QPlainTextEdit:
    page = QPlainTextEdit(text, readOnly=True)
    page.setAccessibleName(name)
    page.setTabChangesFocus(True)
    return page
