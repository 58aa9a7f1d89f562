"""What brings articles in beside files: pasted and dropped text, watched folders, bundles; and retries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from briefing.gui.lanes.folder_watch import FolderWatch
from briefing.gui.lanes.work import IMPORTING
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr, tr_count, tr_phrase
from briefing.model.changes import NOTHING

if TYPE_CHECKING:
    from briefing.gui.dialogs.choose_meetings import MeetingsSheet
    from briefing.gui.dialogs.paste_sheet import Pasted, PasteSheet
    from briefing.gui.dialogs.watch_sheet import WatchSheet
    from briefing.progress import Progress
    from briefing.workspace import ImportReport
    from briefing.workspace.importing.bundles import Merged

SHORTEST = 40  # characters of a dropped text that can be an article
BUNDLES = "*.briefing.zip *.zip"


class SourcesDeeds(QObject):
    """Carries these commands out on one window."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self.watch = FolderWatch(window.workspace, window.jobs, self)
        self.pasting: PasteSheet | None = None
        self.watching: WatchSheet | None = None
        self.choosing: MeetingsSheet | None = None
        self._connect()

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        return {
            "paste_article": self.paste,
            "watched_folders": self.show_watched,
            "export_bundle": self.export_bundle,
            "import_bundle": self.import_bundle,
        }

    def begin(self) -> None:
        """Look into the watched folders from now on, where the library can be written."""
        if not self._window.workspace.read_only:
            self.watch.begin()

    def paste(self, text: str = "") -> None:
        """Open the window for an article's text, with this one or that of the clipboard in it."""
        from briefing.gui.dialogs.paste_sheet import PasteSheet

        sheet = PasteSheet(text or QGuiApplication.clipboard().text(), self._window)
        self.pasting = sheet
        sheet.given.connect(self._import_text)
        sheet.destroyed.connect(self._forget_pasting)
        sheet.show()

    def take_dropped(self, mime: QMimeData) -> None:
        """Take text that was dropped; an address alone is not an article, and nothing is fetched."""
        text = mime.text().strip()
        if mime.hasUrls() or len(text) < SHORTEST:
            self._window.status.say(
                tr("Only an address was dropped, and nothing is fetched. Copy the article’s text "
                   "and paste it (Ctrl+Shift+V).")
            )  # fmt: skip
            return
        self.paste(text)

    def show_watched(self) -> None:
        """Open the list of watched folders."""
        from briefing.gui.dialogs.watch_sheet import WatchSheet

        sheet = WatchSheet(self._window)
        self.watching = sheet
        sheet.destroyed.connect(self._forget_watching)
        sheet.add_wanted.connect(self._add_folder)
        sheet.removal_wanted.connect(self.watch.remove)
        sheet.show_folders(self.watch.folders)
        sheet.show()

    def export_bundle(self) -> None:
        """Ask for meetings and a file, and write them into it."""
        from briefing.gui.dialogs.choose_meetings import MeetingsSheet

        meetings, here = self._window.desk.overview.meetings, self._window.desk.meeting
        if not meetings:
            self._window.status.say(tr("There is no meeting to pass on yet."))
            return
        told = tr(
            "Writes meetings into one file, with their articles, what was found and what you "
            "decided, to be imported into another library."
        )
        sheet = MeetingsSheet(
            tr("Pass meetings on"),
            told,
            meetings=meetings,
            ticked=[here.id] if here else [],
            parent=self._window,
        )
        self.choosing = sheet
        sheet.destroyed.connect(self._forget_choosing)
        sheet.given.connect(self._write_bundle)
        sheet.show()

    def import_bundle(self) -> None:
        """Ask for a file of meetings and merge it into the library."""
        path = self._window.dialogs.file(tr("Import meetings from a file"), BUNDLES)
        if path is not None:
            self._long(
                tr(IMPORTING),
                lambda _: self._window.workspace.import_bundle(path),
                self._tell_merged,
            )

    def _connect(self) -> None:
        window, work = self._window, self._window.actions_
        self.watch.ready.connect(self._import_watched)
        self.watch.failed.connect(window.notices.show_error)
        self.watch.folders_changed.connect(self._show_folders)
        window.report.retry_wanted.connect(work.import_paths)
        window.report.attachments_wanted.connect(work.import_attachments)
        window.report.undo_wanted.connect(self._undo_import)
        window.closed.connect(self.watch.stop)

    def _import_text(self, pasted: Pasted) -> None:
        workspace = self._window.workspace
        self._long(
            tr(IMPORTING),
            lambda _: workspace.import_text(
                pasted.text, title=pasted.title, published=pasted.published
            ),
            self._window.actions_.take_import,
        )

    def _import_watched(self) -> None:
        """Import what is complete; what is open stays open."""
        self._long(tr(IMPORTING), self._window.workspace.import_watched, self._tell_arrived)

    def _long(
        self, title: str, work: Callable[[Progress], Any], took: Callable[[Any], object]
    ) -> None:
        self._window.actions_.long(title, work, took)

    def _add_folder(self, what_is_there: bool) -> None:
        folder = self._window.dialogs.folder(tr("Folder to watch"))
        if folder is not None:
            self.watch.add(folder, what_is_there=what_is_there)

    def _show_folders(self, folders: Sequence[Path]) -> None:
        if self.watching is not None:
            self.watching.show_folders(folders)

    def _write_bundle(self, meetings: Sequence[int]) -> None:
        target = self._window.dialogs.save(tr("Pass meetings on"), "meetings.briefing.zip")
        if target is not None:
            self._long(
                tr("Exporting"),
                lambda _: self._window.workspace.export_bundle(meetings, target),
                lambda _: self._tell_bundled(target),
            )

    def _tell_arrived(self, report: ImportReport) -> None:
        self._window.actions_.settle(report.changes, "")
        if report.imported or report.failed:
            self._window.status.say(tr("Import: {summary}", summary=tr_phrase(report.summary())))
            self._window.report.show_report(report)

    def _tell_bundled(self, path: Path) -> None:
        self._window.actions_.settle(NOTHING, "")
        self._window.notices.show_message(
            tr("The meetings are in {name}.", name=path.name),
            offer=tr("Open folder"),
            taken=lambda: self._window.dialogs.show(path),
        )

    def _tell_merged(self, merged: Merged) -> None:
        self._window.actions_.settle(merged.changes, "")
        told = tr("Imported: {summary}.", summary=tr_phrase(merged.summary()))
        if merged.conflicts:
            told += " " + tr_count(
                len(merged.conflicts),
                "Where both differ, this library’s value stays (see Details).",
                "Where both differ, this library’s values stay (see Details).",
            )
        self._window.notices.show_message(told, "\n".join(map(tr_phrase, merged.conflicts)))

    def _undo_import(self) -> None:
        """Undo the import the report is of, where nothing was done since."""
        title = self._window.workspace.undo_status().undo
        if not title.startswith("Import"):
            self._window.status.say(
                tr("Something was done since: use the history (Ctrl+Shift+H) to go further back.")
            )
            return
        self._window.report.hide()
        self._window.actions_.undo()

    def _forget_pasting(self) -> None:
        self.pasting = None

    def _forget_watching(self) -> None:
        self.watching = None

    def _forget_choosing(self) -> None:
        self.choosing = None
