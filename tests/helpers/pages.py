"""Page objects: the window as its user sees it, so that tests read in the user's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QWidget

from briefing.gui.dialogs.dialogs import Dialogs
from briefing.gui.jobs import Jobs
from briefing.gui.sidebar.rows import Row
from briefing.gui.window import Window
from briefing.gui.window_state import WindowState
from briefing.settings import Settings
from tests.helpers.part_pages import AsksPage, FormPage, ReaderPageObject


@dataclass
class Answers:
    """What the user will answer when asked for a place on disk, and what was shown to them."""

    files: list[Path] = field(default_factory=list)
    file: Path | None = None
    folder: Path | None = None
    save: Path | None = None
    shown: list[Path] = field(default_factory=list)

    def dialogs(self, _: QWidget) -> Dialogs:
        """Return dialogs that give these answers."""
        return Dialogs(
            lambda: self.files,
            lambda _title, _patterns: self.file,
            lambda _title: self.folder,
            lambda _title: self.folder,
            lambda _title, _name: self.save,
            self.shown.append,
        )


class WindowPage:
    """The whole window on a workspace."""

    def __init__(self, window: Window, answers: Answers, qtbot: Any) -> None:
        self.window = window
        self.answers = answers
        self.asks = AsksPage(window, qtbot)
        self.reader = ReaderPageObject(window, qtbot)
        self._qtbot = qtbot

    def idle(self) -> None:
        """Wait until no work is left."""
        self._qtbot.waitUntil(lambda: not self.window.jobs.busy, timeout=60_000)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(true, timeout=60_000)

    def rows(self) -> list[str]:
        """Return the words of the left column, top to bottom."""
        return [row.text for row in self.window.columns.sidebar.rows.rows]

    def open_row(self, text: str) -> None:
        """Click a row of the left column."""
        side = self.window.columns.sidebar
        number = self.rows().index(text)
        place = side.visualRect(side.rows.index(number, 0)).center()
        self._qtbot.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def panels_in_view(self) -> list[str]:
        """Return the panels one sees, those behind other tabs left out."""
        docks = self.window.columns.panels.docks
        return [n for n, d in docks.items() if d.isVisible() and not d.visibleRegion().isEmpty()]

    def title(self) -> str:
        """Return what the header names."""
        return self.window.header.pair.text()

    def search(self, query: str) -> None:
        """Type into the search field and wait for the answer."""
        field = self.window.header.search
        field.clear()
        with self._qtbot.waitSignal(self.window.searching.completed, timeout=10_000):
            self._qtbot.keyClicks(field, query)

    def press_in_search(self, key: Qt.Key) -> None:
        """Press a key in the search field."""
        self._qtbot.keyClick(self.window.header.search, key)

    def hits(self) -> list[str]:
        """Return the titles of the hits, if they are shown."""
        results = self.window.columns.results
        return [hit.title for hit in results.hits.hits] if results.isVisible() else []

    def do(self, command: str) -> None:
        """Choose a command from the menus."""
        action = self.window.commands[command]
        assert action.isEnabled(), f"{command} is greyed out"
        action.trigger()

    def form(self) -> FormPage:
        """Return the form that is open."""
        form = self.window.requests.form
        assert form is not None, "no form is open"
        return FormPage(form)

    def drop(self, *paths: Path) -> None:
        """Drop files onto the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, mime, left, none)
        self.window.dropEvent(event)

    def view(self, name: str) -> None:
        """Press a segment of the header and wait until the view is put together."""
        self.window.header.segment(name).click()
        self.idle()

    def compared(self) -> dict[str, str]:
        """Return what became of each ask on the page that compares, by its words."""
        return {one.words: one.compared.status for one in self.window.columns.compare.asks()}

    def write(self, section: str, text: str) -> None:
        """Write into a section of the briefing and go elsewhere."""
        field = self.window.columns.draft.fields[section]
        field.setFocus()
        field.setPlainText(text)
        field.hand_in()
        self.idle()

    def written(self, section: str) -> str:
        """Return what stands in a section's field."""
        return self.window.columns.draft.fields[section].toPlainText()

    def brief(self) -> str:
        """Return the briefing as shown."""
        return self.window.columns.brief.view.toPlainText()

    def drag(self, articles: tuple[int, ...], kind: str, key: int | str) -> None:
        """Drag articles onto a row of the left column, named as `Row` names it."""
        side = self.window.columns.sidebar
        numbers = [side.rows.row_of("article", one) for one in articles]
        mime = side.rows.mimeData([side.rows.index(number, 0) for number in numbers])
        at = side.visualRect(side.rows.index(side.rows.row_of(kind, key), 0)).center()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        side.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, left, none))

    def menu_of(self, row: Row) -> dict[str, QAction]:
        """Return what the menu of a row offers."""
        return {action.text(): action for action in self.window.requests.row_menu(row).actions()}

    def error(self) -> str:
        """Return the message at the top, if there is one."""
        notices = self.window.notices
        return notices.message.text() if notices.isVisible() else ""

    def status(self) -> str:
        """Return the words of the status line."""
        status = self.window.status
        shown = (status.counts, status.index, status.outcome, status.backend, status.offline)
        return " | ".join(label.text() for label in shown if label.isVisible())


def window_on(
    workspace: Any, *, theme: Any, config: Path, qtbot: Any, settings: Settings | None = None
) -> WindowPage:
    """Open the window on a workspace, as the program does."""
    answers = Answers()
    window = Window(
        workspace,
        Jobs(),
        theme=theme,
        settings=settings or Settings(),
        state=WindowState(config),
        dialogs=answers.dialogs,
    )
    window.state.restore(window, window.columns)
    window.open_last()
    window.show()
    qtbot.waitExposed(window)
    return WindowPage(window, answers, qtbot)
