"""What the commands for exporting do: the dialog, its lengths, the files, and whether they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from briefing.errors import BriefingError
from briefing.gui.jobs import READ
from briefing.gui.running.memory import Memory
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr, tr_count, tr_phrase

if TYPE_CHECKING:
    from briefing.gui.dialogs.export_dialog import ExportDialog, Wanted
    from briefing.progress import Progress
    from briefing.workspace import Workspace
    from briefing.workspace.briefs.measuring import Length

AFTER = 3_000  # milliseconds: by then the window stands and has shown what was open
MOST_LENGTHS = 20  # briefings whose length is shown beforehand


class ExportDeeds(QObject):
    """Carries these commands out on one window; the dialog is shown once."""

    def __init__(self, window: WindowFrame, memory: Memory) -> None:
        super().__init__(window)
        self._window = window
        self._memory = memory
        self._asked = 0
        self._both: tuple[str, ...] = ()
        self.dialog: ExportDialog | None = None
        window.header.export_wanted.connect(self.export_brief)
        window.actions_.exported.connect(self._tell_exported)
        self.later = QTimer(self, singleShot=True, interval=AFTER)
        self.later.timeout.connect(self._get_ready)
        window.closed.connect(self.later.stop)
        self.later.start()

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        return {"export_brief": self.export_brief, "export_all": self.export_all}

    def export_brief(self) -> None:
        """Open the dialog for the open meeting, or for all where none is open."""
        meeting = self._window.desk.meeting
        if meeting is None:
            self.export_all()
            return
        self._open([meeting.id])

    def export_all(self) -> None:
        """Open the dialog with every meeting ticked."""
        self._open([meeting.id for meeting in self._window.desk.overview.meetings])

    def _get_ready(self) -> None:
        """Load on a lane what the dialog needs: a tenth of a second the first one waits no more."""
        if self._window.jobs.busy:
            self.later.start()
            return
        self._window.jobs.start(
            "Get the export ready",
            lambda _: import_module("briefing.export"),
            owner=self,
            lane=READ,
            failed=self._window.notices.show_error,
        )

    def _open(self, ticked: Sequence[int]) -> None:
        from briefing.export import FORMATS, Style  # a window opens without them
        from briefing.gui.dialogs.export_dialog import ExportDialog, Offered

        meetings = self._window.desk.overview.meetings
        if not meetings:
            self._window.status.say(tr("There is no meeting to write about yet."))
            return
        if self.dialog is not None:
            self.dialog.close()
        self._window.columns.draft.hand_in()
        memory = self._memory
        formats = [name for name in memory.choice("formats", "md").split() if name in FORMATS]
        style = Style(
            profile=memory.choice("profile", Style().profile),
            language=memory.choice("language", "en"),
            max_pages=int(memory.choice("pages", "0") or 0) or None,
            paper=memory.choice("paper", ""),
        )
        profiles = self._window.workspace.profiles()
        folder = memory.choice("folder", _documents())
        dialog = ExportDialog(
            Offered(meetings, ticked, profiles, folder, formats, style), self._window
        )
        self.dialog = dialog
        dialog.wanted.connect(self._export)
        dialog.check_wanted.connect(self._check)
        dialog.changed.connect(self._measure)
        dialog.template_wanted.connect(self._copy_template)
        dialog.folder_asked.connect(self._ask_folder)
        dialog.destroyed.connect(partial(self._forget, dialog))
        dialog.show()
        self._measure(dialog.choice())

    def _forget(self, dialog: ExportDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _ask_folder(self) -> None:
        folder = self._window.dialogs.new_folder(tr("Folder for the briefings"))
        if folder is not None and self.dialog is not None:
            self.dialog.folder.setText(str(folder))

    def _measure(self, wanted: Wanted) -> None:
        """Show how long the briefings get; of several questions the last one is answered."""
        self._asked += 1
        number, workspace = self._asked, self._window.workspace

        def take(lengths: Sequence[Length]) -> None:
            if number == self._asked and self.dialog is not None:
                self.dialog.show_lengths(lengths)

        def fail(error: Exception) -> None:
            if number == self._asked and self.dialog is not None:
                self.dialog.show_problem(_sentence(error))

        self._window.jobs.start(
            "Length",
            lambda progress: _lengths(workspace, wanted, progress),
            owner=self,
            lane=READ,
            succeeded=take,
            failed=fail,
        )

    def _export(self, wanted: Wanted) -> None:
        for name, value in (
            ("folder", str(wanted.folder)),
            ("formats", " ".join(wanted.formats)),
            ("profile", wanted.style.profile),
            ("language", wanted.style.language),
            ("pages", str(wanted.style.max_pages or 0)),
            ("paper", wanted.style.paper),
        ):
            self._memory.keep_choice(name, value)
        self._window.export_wanted.emit(list(wanted.meetings), wanted.folder)
        self._window.actions_.export(
            wanted.meetings, wanted.folder, formats=wanted.formats, style=wanted.style
        )

    def note_both(self, titles: tuple[str, ...]) -> None:
        """Remember what was changed in a file and here, to be told with the export."""
        self._both = titles

    def _tell_exported(self, paths: tuple[Path, ...]) -> None:
        both, self._both = self._both, ()
        if not paths:
            return
        told = tr_count(
            len(paths), "{count} file written into {folder}.", "{count} files written into {folder}.",
            folder=paths[0].parent,
        )  # fmt: skip
        if both:
            told += " " + tr(
                "{titles}: changed in the file and here. Both are kept, the file’s words first.",
                titles=", ".join(both),
            )
        self._window.notices.show_message(
            told,
            "\n".join(path.name for path in paths),
            offer=tr("Open folder"),
            taken=lambda: self._window.dialogs.show(paths[0]),
        )

    def _check(self, wanted: Wanted) -> None:
        workspace = self._window.workspace

        def take(stale: tuple[str, ...]) -> None:
            if stale:
                told = tr_count(
                    len(stale), "{count} file is not up to date.", "{count} files are not up to date."
                )  # fmt: skip
            else:
                told = tr("The briefings in {folder} are up to date.", folder=wanted.folder)
            self._window.notices.show_message(told, "\n".join(map(tr_phrase, stale)))

        self._window.jobs.start(
            "Check exports",
            lambda _: workspace.stale(wanted.meetings, wanted.folder, wanted.formats, wanted.style),
            owner=self,
            succeeded=take,
            failed=self._window.notices.show_error,
        )

    def _copy_template(self, name: str) -> None:
        """Copy a profile's templates for the user to change, and show where they are."""
        from briefing.gui.dialogs.export_dialog import profile_title

        def take(paths: tuple[Path, ...]) -> None:
            self._window.notices.show_message(
                tr("The templates of “{name}” are in {folder}; what you change there holds at once.",
                   name=profile_title(name), folder=paths[0].parent),
                "\n".join(str(path) for path in paths),
                offer=tr("Open folder"),
                taken=lambda: self._window.dialogs.show(paths[0]),
            )  # fmt: skip

        self._window.jobs.start(
            "Copy template",
            lambda _: self._window.workspace.copy_template(name),
            owner=self,
            succeeded=take,
            failed=self._window.notices.show_error,
        )


def _lengths(workspace: Workspace, wanted: Wanted, progress: Progress) -> list[Length]:
    """Return the lengths; without a meeting the profile alone is looked at, for its mistakes."""
    workspace.check_profile(wanted.style.profile)
    lengths = []
    for number, meeting in enumerate(wanted.meetings[:MOST_LENGTHS]):
        progress.step(number, len(wanted.meetings))
        lengths.append(workspace.length(meeting, wanted.style))
    return lengths


def _documents() -> str:
    """Return where this desktop keeps documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _sentence(error: Exception) -> str:
    if isinstance(error, BriefingError):
        return tr_phrase(error.told)
    return tr("The length cannot be told ({name}).", name=type(error).__name__)
