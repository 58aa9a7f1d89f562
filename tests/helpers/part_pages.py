"""Page objects of the parts of the window: the asks, the article, a form."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from briefing.gui.dialogs.forms import Form
from briefing.gui.panels.review_list import ReviewList
from briefing.gui.records.records_model import RECORD
from briefing.gui.window import Window


class AsksPage:
    """The asks as cards."""

    def __init__(self, window: Window, qtbot: Any) -> None:
        self._panel = window.columns.panels.asks
        self._window = window
        self._qtbot = qtbot

    def texts(self, side: str) -> list[str]:
        """Return the asks of a side, top to bottom."""
        return [record.text for record in self._column(side).records.records]

    def candidates(self) -> list[str]:
        """Return what lies in the drawer, if it is open."""
        shown = self._panel.candidates
        return [r.text for r in shown.records.records] if shown.isVisible() else []

    def open_drawer(self) -> None:
        """Open the drawer of candidates."""
        self._panel.drawer.click()

    def chips(self, text: str) -> list[str]:
        """Return the chips on the card of an ask."""
        shown, row = self._find(text)
        record = shown.records.records[row]
        return [chip.text for chip in self._panel.card_of(record).chips]

    def click(self, text: str) -> None:
        """Click the card of an ask."""
        shown, row = self._find(text)
        self._window.columns.panels.ensure_visible(shown)
        place = shown.visualRect(shown.records.index(row, 0)).center()
        self._qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press(self, text: str, key: Qt.Key) -> None:
        """Press a key on the card of an ask."""
        shown, row = self._find(text)
        shown.setCurrentIndex(shown.records.index(row, 0))
        self._qtbot.keyClick(shown, key)

    def selected(self) -> list[str]:
        """Return the asks whose cards are selected."""
        return [
            index.data(RECORD).text
            for shown in (*self._panel.lists(), *self._window.columns.panels.pressure.lists())
            for index in shown.selectedIndexes()
        ]

    def menu_words(self, text: str) -> list[str]:
        """Return what the menu of a card offers."""
        shown, row = self._find(text)
        shown.setCurrentIndex(shown.records.index(row, 0))
        menu = shown.menu()
        assert menu is not None
        return [a.text().partition("\t")[0] for a in menu.actions() if not a.isSeparator()]

    def tip(self, text: str) -> str:
        """Return the tooltip of a card."""
        shown, row = self._find(text)
        return str(shown.records.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))

    def _column(self, side: str) -> ReviewList:
        return next(c for c in self._panel.columns if c.accessibleName() == side)

    def _find(self, text: str) -> tuple[ReviewList, int]:
        for shown in (*self._panel.lists(), *self._window.columns.panels.pressure.lists()):
            for row, record in enumerate(shown.records.records):
                if record.text == text:
                    return shown, row
        raise AssertionError(f"There is no card “{text}”.")


class ReaderPageObject:
    """The article in the middle."""

    def __init__(self, window: Window, qtbot: Any) -> None:
        self._page = window.columns.reader
        self._qtbot = qtbot

    def lines(self) -> list[str]:
        """Return the lines of text as shown."""
        return self._page.view.toPlainText().split("\n")

    def outlined(self) -> list[str]:
        """Return the outlined stretches of the article."""
        article = self._page.article
        assert article is not None
        return [article.text[start:end] for start, end, _ in self._page.view.selected_ranges]

    def click(self, words: str) -> None:
        """Click on words of the article."""
        view = self._page.view
        assert self._page.article is not None
        start = self._page.article.text.index(words)
        view.scroll_to(start, start + len(words))
        area = view.area_of_source(start, start + len(words))[0].toRect()
        self._qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + QPoint(2, 6)
        )

    def select(self, words: str) -> None:
        """Select words of the article."""
        assert self._page.article is not None
        start = self._page.article.text.index(words)
        shown = self._page.view.shown_range(start, start + len(words))
        cursor = self._page.view.textCursor()
        cursor.setPosition(shown[0])
        cursor.setPosition(shown[1], cursor.MoveMode.KeepAnchor)
        self._page.view.setTextCursor(cursor)

    def find_place(self) -> str:
        """Return what the find bar says: `3 of 17`."""
        return self._page.finder.place.text() if self._page.finder.isVisible() else ""


class FormPage:
    """A form in its own window."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def write(self, name: str, value: str) -> None:
        """Write into a field."""
        widget = self.form.findChild(QWidget, name)
        if isinstance(widget, QLineEdit):
            widget.setText(value)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(value)
        elif isinstance(widget, QComboBox) and widget.isEditable():
            widget.setEditText(value)
        else:
            raise TypeError(f"There is no field “{name}” to write into.")

    def choose(self, name: str, value: str) -> None:
        """Choose a value of a field."""
        box = self.form.findChild(QComboBox, name)
        box.setCurrentIndex(box.findData(value))

    def press(self, words: str) -> None:
        """Press a button by its words."""
        next(b for b in self.form.findChildren(QPushButton) if b.text() == words).click()

    def problems(self) -> list[str]:
        """Return what the form says is wrong."""
        found = self.form.findChildren(QLabel)
        return [one.text() for one in found if one.property("problem") and one.isVisible()]

    def ok(self) -> None:
        """Press OK."""
        self.form.accept()


class PreviewPage:
    """The preview of what is printed."""

    def __init__(self, dialog: Any) -> None:
        self.dialog = dialog

    def pages(self) -> int:
        """Return how many pages it shows."""
        (shown,) = self.dialog.findChildren(QPrintPreviewWidget)
        return int(shown.pageCount())
