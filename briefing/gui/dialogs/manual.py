"""The manual and the changelog, shown beside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from briefing.gui.dialogs.help_page import HelpPage
from briefing.gui.words.language import language_spoken, tr
from briefing.paths import resource_text, resources

PAGES = (("Manual", "help/manual"), ("What is new", "help/changelog"))


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
    page = HelpPage(_in_own_language(name))
    page.setAccessibleName(title)
    return page


def _in_own_language(name: str) -> str:
    """Return a page in the window's language; where there is none, in English, which is said."""
    language = language_spoken()
    if language == "en":
        return resource_text(f"{name}.md")
    if resources().joinpath(f"{name}.{language}.md").is_file():
        return resource_text(f"{name}.{language}.md")
    return f"*{tr('This page is kept in English.')}*\n\n{resource_text(f'{name}.md')}"
