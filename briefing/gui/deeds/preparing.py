"""What the commands for preparing a meeting do: the views, printing, the timeline's picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.gui.bars.header import COMPARE, TIMELINE
from briefing.gui.deeds.export import ExportDeeds
from briefing.gui.deeds.handing_out import HandingOut
from briefing.gui.deeds.help import HelpDeeds
from briefing.gui.deeds.library import LibraryDeeds
from briefing.gui.deeds.note import NoteDeeds
from briefing.gui.deeds.preferring import Preferring
from briefing.gui.deeds.sources import SourcesDeeds
from briefing.gui.deeds.verify import VerifyDeeds
from briefing.gui.jobs import READ as READING
from briefing.gui.running.memory import Memory
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr

if TYPE_CHECKING:
    from briefing.gui.pages.printing import Printing
    from briefing.workspace import Workspace


class PreparingDeeds(QObject):
    """Carries these commands out on one window, and connects the pages they show."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self.memory = Memory(window.state.config, window.workspace.library_folder)
        self.exporting = ExportDeeds(window, self.memory)
        self.keeping = LibraryDeeds(window, self.memory)
        self.sources = SourcesDeeds(window)
        self.verifying = VerifyDeeds(window)
        self.helping = HelpDeeds(window)
        self.noting = NoteDeeds(window)
        self.handing_out = HandingOut(window)
        self.preferring = Preferring(window)
        self.printing: Printing | None = None
        self._connect()

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        desk = self._window.desk
        return {
            **self.exporting.table(),
            **self.keeping.table(),
            **self.sources.table(),
            **self.verifying.table(),
            **self.helping.table(),
            **self.noting.table(),
            "view_compare": lambda: desk.choose_view(COMPARE),
            "view_timeline": lambda: desk.choose_view(TIMELINE),
            "print": lambda: self._print(lambda html: self._printing().ask(html)),
            "print_preview": lambda: self._print(lambda html: self._printing().preview(html)),
        }

    def begin(self) -> None:
        """Bring the menus in step with what is remembered."""
        self.keeping.fill_recent()
        self.sources.begin()

    def _connect(self) -> None:
        window, columns = self._window, self._window.columns
        columns.sidebar.articles_dropped.connect(window.requests.drop_articles)
        window.requests.select_with(columns.sidebar.selected_articles)
        window.desk.refreshed.connect(self._suggest)
        window.export_wanted.connect(self.before_export)
        window.desk.suggestion_taken.connect(window.requests.take_suggestion)
        columns.panels.facts.confirm_wanted.connect(self._confirm)
        window.actions_.exported.connect(self._show_exported)
        columns.sidebar.show_recent(self.memory.searches())
        columns.results.opened.connect(self._remember_search)
        columns.compare.sentence_requested.connect(window.desk.show_sentence)
        columns.brief.sentence_requested.connect(window.desk.show_extent)
        columns.draft.written.connect(window.actions_.write)
        columns.timeline.meeting_opened.connect(window.desk.read_meeting)
        columns.timeline.article_opened.connect(window.desk.read_article)
        columns.timeline.picture_wanted.connect(self._save_picture)

    def _remember_search(self, hit: object) -> None:  # noqa: ARG002 - the signal's value
        query = self._window.header.search.text().strip()
        if query:
            self._window.columns.sidebar.show_recent(self.memory.add_search(query))

    def _confirm(self) -> None:
        meeting = self._window.desk.meeting
        if meeting is not None:
            self._window.requests.confirm_meeting(meeting.id)

    def _show_exported(self, paths: object) -> None:  # noqa: ARG002 - the signal's value
        self._window.desk.show_again()  # what changed since the last export is nothing now

    def _suggest(self, overview: object) -> None:  # noqa: ARG002 - the signal's value
        window = self._window
        window.jobs.start(
            "Suggestions",
            lambda _: window.workspace.suggestions(),
            owner=self,
            lane=READING,
            succeeded=window.columns.sidebar.show_suggestions,
            failed=window.notices.show_error,
        )

    def _printing(self) -> Printing:
        # Qt's printing is loaded for those who print
        from briefing.gui.pages.printing import Printing

        if self.printing is None:
            self.printing = Printing(self._window, lambda: self._window.workspace.paper)
        return self.printing

    def _print(self, how: Callable[[str], object]) -> None:
        meeting = self._window.desk.meeting
        if meeting is None:
            self._window.status.say(tr("Choose a meeting first."))
            return
        number = meeting.id
        self._window.columns.draft.hand_in()  # on the writing lane, so the print has it
        self._window.jobs.start(
            "Print",
            lambda _: _printable(self._window.workspace, number),
            owner=self,
            succeeded=how,
            failed=self._window.notices.show_error,
        )

    def before_export(self, meetings: list[int], folder: Path) -> None:
        """Hand in what is being written, and tell what was changed in a file as well."""
        window = self._window
        window.columns.draft.hand_in()

        window.jobs.start(
            "Look at the file",
            lambda _: window.workspace.both_changed(meetings, folder),
            owner=self,
            succeeded=self.exporting.note_both,
            failed=window.notices.show_error,
        )

    def _save_picture(self) -> None:
        target = self._window.dialogs.save(tr("Save the timeline as PNG or SVG"), "timeline.png")
        if target is None:
            return
        if self._window.columns.timeline.save_picture(target):
            self._window.status.say(tr("Saved {name}", name=target.name), target)
        else:
            self._window.notices.show_message(tr("{target} cannot be written.", target=target))


def _printable(workspace: Workspace, meeting: int) -> str:
    from briefing.export import to_preview

    return to_preview(workspace.written(meeting).markdown)
