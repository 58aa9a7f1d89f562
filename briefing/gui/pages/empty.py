"""What the middle column says while there is nothing to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from briefing.gui.look.widgets import plain
from briefing.gui.words.language import tr


class EmptyPage(QWidget):
    """Offers the two ways to begin, and says when an import has begun."""

    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._has_articles = self._importing = False
        self.title = plain("")
        self.title.setObjectName("emptyTitle")
        self.words = plain("", mute=True, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setFixedWidth(430)
        self.words.setMinimumHeight(40)
        self.import_button = QPushButton(tr("Import…"))
        self.import_button.setProperty("primary", True)
        self.import_button.clicked.connect(self.import_wanted)
        self.sample_button = QPushButton(tr("Open the sample library"))
        self.sample_button.clicked.connect(self.sample_wanted)
        body = QVBoxLayout(self)
        body.setSpacing(12)
        body.addStretch(2)
        for widget in (self.title, self.words, self.import_button, self.sample_button):
            body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(3)
        self.show_state(has_articles=False)

    def show_state(self, *, has_articles: bool) -> None:
        """Say what can be done: begin, or choose an article."""
        self._has_articles = has_articles
        if has_articles:
            self._say(tr("Nothing chosen"), tr("Choose a meeting or an article on the left."))
        elif self._importing:
            self._say(tr("Importing…"), tr("The first article opens as soon as it is read."))
        else:
            words = tr(
                "Import press articles, or drop files and folders onto this window. "
                "Nothing leaves this computer."
            )
            self._say(tr("No articles yet"), words)
        self.import_button.setVisible(has_articles or not self._importing)
        self.sample_button.setVisible(not has_articles and not self._importing)

    def show_import(self, *, on: bool) -> None:
        """Say that the first articles are being imported, or that this has ended."""
        self._importing = on
        self.show_state(has_articles=self._has_articles)

    def _say(self, title: str, words: str) -> None:
        self.title.setText(title)
        self.words.setText(words)
