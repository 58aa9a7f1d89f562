"""What the menu commands do: a table of name and deed, and the preferences they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWhatsThis

from briefing.gui.article.typesetting import Reading
from briefing.gui.bars.header import BRIEF, READ
from briefing.gui.deeds import commands
from briefing.gui.deeds.panel import PanelDeeds
from briefing.gui.deeds.reading import ReadingDeeds
from briefing.gui.look.theme import Theme
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr, tr_phrase

if TYPE_CHECKING:
    from briefing.settings import Settings

SMALLEST, LARGEST = 8, 32
PIXELS_A_POINT = 16.5 / 13


class WindowDeeds(QObject):
    """Carries out menu commands on one window."""

    def __init__(self, window: WindowFrame, theme: Theme, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._usual = 13
        self.panels = PanelDeeds(window)
        self.reading = ReadingDeeds(window)
        self.reading.setting_wanted.connect(self._set_look)

    def begin(self) -> None:
        """Bring window and menus in step with the preferences."""
        self._window.commands[f"theme_{self._theme.choice}"].setChecked(True)
        self.reading.begin(self._window.commands)
        self.panels.begin(self._window.commands)
        self._set_reading()

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        deeds = {**self._file(), **self._edit(), **self._view(), **self._go(), **self._help()}
        return {**deeds, **self.reading.table()}

    def show_undo(self) -> None:
        """Name what undo and redo would do."""
        status = self._window.workspace.undo_status()
        for name, title in (("undo", status.undo), ("redo", status.redo)):
            action = self._window.commands[name]
            action.setEnabled(bool(title))
            words = tr("&Undo") if name == "undo" else tr("&Redo")
            action.setText(f"{words}: {tr_phrase(title)}" if title else words)

    def import_files(self) -> None:
        """Ask for files and import them."""
        self._window.import_paths(self._window.dialogs.files())

    def open_sample(self) -> None:
        """Open the library made for trying the program."""
        self._window.library_wanted.emit("sample", None)

    def zoom(self, by: int) -> None:
        """Make the article's text larger (+1), smaller (-1) or as usual (0)."""
        size = self._settings.reading_size + by if by else self._usual
        self._change(reading_size=min(max(size, SMALLEST), LARGEST))
        self._set_reading()

    def _file(self) -> dict[str, Callable[..., object]]:
        return {
            "import_files": self.import_files,
            "import_folder": self._import_folder,
            "new_library": lambda: self._other_library("new", tr("Folder for the new library")),
            "open_library": lambda: self._other_library("open", tr("Folder of the library")),
            "open_sample": self.open_sample,
            "quit": self._window.close,
        }

    def _edit(self) -> dict[str, Callable[..., object]]:
        requests, find = self._window.requests, self._window.columns.reader.finder
        return {
            "undo": self._window.actions_.undo,
            "redo": self._window.actions_.redo,
            "copy_citation": requests.copy_citation,
            "find": find.open_bar,
            "find_next": lambda: self._step(1),
            "find_previous": lambda: self._step(-1),
            "add_ask": lambda: requests.add("ask"),
            "add_issue": lambda: requests.add("issue"),
            "add_person": lambda: requests.add("person"),
            "hide_selection": requests.hide_selection,
            "edit_meeting": requests.edit_meeting,
            "edit_article": requests.edit_article,
            "new_meeting": requests.new_meeting,
            "extract_again": requests.extract_again,
            "remove_article": requests.remove_article,
            "preferences": self.show_preferences,
        }

    def _step(self, by: int) -> None:
        """Go to the next hit: among the results where they are in view, else in the article."""
        columns = self._window.columns
        shown = columns.results if columns.page() is columns.results else columns.reader.finder
        shown.step(by)

    def _view(self) -> dict[str, Callable[..., object]]:
        window = self._window
        return {
            "view_read": lambda: window.desk.choose_view(READ),
            "view_brief": lambda: window.desk.choose_view(BRIEF),
            "zoom_in": lambda: self.zoom(1),
            "zoom_out": lambda: self.zoom(-1),
            "zoom_reset": lambda: self.zoom(0),
            "show_hidden": window.columns.reader.show_hidden,
            "theme_system": lambda _: self._choose_theme("system"),
            "theme_light": lambda _: self._choose_theme("light"),
            "theme_dark": lambda _: self._choose_theme("dark"),
            "theme_contrast": lambda _: self._choose_theme("contrast"),
            "reading_mode": window.columns.set_reading_mode,
            "full_screen": self._full_screen,
            "reset_layout": self._reset_layout,
            **self.panels.table(),
        }

    def _go(self) -> dict[str, Callable[..., object]]:
        desk, columns = self._window.desk, self._window.columns
        return {
            "search": self._search,
            "next_article": lambda: desk.step_article(1),
            "previous_article": lambda: desk.step_article(-1),
            "back": desk.back,
            "forward": desk.forward,
            "next_pane": lambda: columns.focus_pane(columns.focused_pane() + 1),
            "previous_pane": lambda: columns.focus_pane(columns.focused_pane() - 1),
            "pane_1": lambda: columns.focus_pane(0),
            "pane_2": lambda: columns.focus_pane(1),
            "pane_3": lambda: columns.focus_pane(2),
        }

    def _help(self) -> dict[str, Callable[..., object]]:
        return {
            "whats_this": QWhatsThis.enterWhatsThisMode,
            "manual": self._show_manual,
            "shortcuts": self._show_shortcuts,
            "rebuild_index": self._window.actions_.rebuild_index,
        }

    def _import_folder(self) -> None:
        folder = self._window.dialogs.folder(tr("Import a folder"))
        if folder is not None:
            self._window.import_paths([folder])

    def _other_library(self, how: str, title: str) -> None:
        dialogs = self._window.dialogs
        folder = dialogs.new_folder(title) if how == "new" else dialogs.folder(title)
        if folder is not None:
            self._window.library_wanted.emit(how, folder)

    def _search(self) -> None:
        field = self._window.header.search
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _choose_theme(self, choice: str) -> None:
        self._theme.choose(choice)
        self._change(theme=choice)

    def _full_screen(self, on: bool) -> None:
        self._window.showFullScreen() if on else self._window.showNormal()

    def _reset_layout(self) -> None:
        self._window.state.forget()
        self._window.columns.reset()

    def _set_look(self, name: str, value: object) -> None:
        self._change(**{name: value})
        self._set_reading()

    def _set_reading(self) -> None:
        settings = self._settings
        self.reading.show_settings(settings, self._window.commands)
        self._window.columns.reader.set_reading(
            Reading(
                settings.reading_font, settings.reading_size * PIXELS_A_POINT, settings.line_length
            )
        )

    def _change(self, **values: object) -> None:
        self._settings = self._settings.with_(**values)
        self._window.settings_changed.emit(self._settings)

    def show_preferences(self) -> None:
        """Open the preferences beside the window."""
        meetings = self._window.desk.overview.meetings
        sides = sorted({side for meeting in meetings for side in meeting.sides})
        from briefing.gui.dialogs.preferences import Preferences

        panel = Preferences(self._settings, self._window, sides)
        panel.changed.connect(self._prefer)
        panel.show()

    def _prefer(self, values: dict[str, object]) -> None:
        self._change(**values)
        if "interface_size" in values:
            self._theme.resize(self._settings.interface_size)
        if "theme" in values:
            self._theme.choose(str(values["theme"]))
            self._window.commands[f"theme_{values['theme']}"].setChecked(True)
        self._set_reading()

    def _show_manual(self) -> None:
        from briefing.gui.dialogs.manual import Manual

        Manual(self._window).show()

    def _show_shortcuts(self) -> None:
        from briefing.gui.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(commands.shortcuts(self._window.commands), self._window).show()
