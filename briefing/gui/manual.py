"""The manual and the changelog, shown beside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from briefing.gui.help_page import HelpPage
from briefing.gui.language import tr
from briefing.paths import resource_text

PAGES = (("Manual", "help/manual.md"), ("What is new", "help/changelog.md"))


class Manual(QDialog):
    """Shows the pages of `resources/help/`; the window stays usable beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Briefing: the manual"))
        self.tabs = QTabWidget(self)
        for title, name in PAGES:
            self.tabs.addTab(_page(tr(title), name), tr(title))
        QVBoxLayout(self).addWidget(self.tabs)
        self.resize(760, 720)


def _page(title: str, name: str) -> HelpPage:
    page = HelpPage(resource_text(name))
    page.setAccessibleName(title)
    return page
