"""What the window does to the library: each is one use case, run as a job on the writing lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing.gui.jobs import READ, Jobs
from briefing.gui.lanes.emptied import cleared
from briefing.gui.lanes.work import IMPORTING, Work
from briefing.gui.words.language import tr, tr_phrase
from briefing.model import Changes
from briefing.model.changes import NOTHING

if TYPE_CHECKING:
    from briefing.export import Style
    from briefing.library import Backup
    from briefing.workspace import Diagnosis, ImportReport, Workspace


class Actions(Work):
    """Starts use cases; tells what they changed, how far long ones are, and what failed."""

    said = Signal(str)  # a sentence for the status line
    imported = Signal(object)  # ImportReport
    exported = Signal(object)  # tuple[Path, ...]
    reported = Signal(str, str)  # title, lines: of a check
    damaged = Signal(str)  # lines: what is wrong with the library
    backed_up = Signal(object)  # Backup, or None where none can be made

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._workspace = workspace

    # Reviewing.

    def accept(self, kind: str, ids: Sequence[int]) -> None:
        """Accept records."""
        self._change("Accept", lambda _: self._workspace.accept(kind, ids))

    def reject(self, kind: str, ids: Sequence[int]) -> None:
        """Reject records."""
        self._change("Reject", lambda _: self._workspace.reject(kind, ids))

    def edit(self, kind: str, record: int, fields: dict[str, Any]) -> None:
        """Set fields of a record."""
        self._change("Edit", lambda _: self._workspace.edit(kind, record, **fields))

    def star(self, kind: str, record: int, *, on: bool) -> None:
        """Star a record, or take its star away."""
        self._change("Star", lambda _: self._workspace.star(kind, record, on=on))

    def run(self, title: str, work: Callable[[], Changes]) -> None:
        """Do one use case that changes something."""
        self._change(title, lambda _: work())

    def add(self, kind: str, article: int, extent: tuple[int, int], fields: dict[str, Any]) -> None:
        """Add a record from selected text."""
        start, end = extent
        self._change(
            "Add",
            lambda _: self._workspace.add(kind, article=article, start=start, end=end, **fields),
        )

    # Articles and meetings.

    def set_article(self, article: int, fields: dict[str, Any]) -> None:
        """Set details of an article."""
        self._change(
            "Edit article", lambda _: self._workspace.set_article(article, **cleared(fields))
        )

    def hide(self, article: int, extent: tuple[int, int]) -> None:
        """Hide a stretch of an article."""
        self._change("Hide text", lambda _: self._workspace.hide(article, *extent))

    def show(self, article: int, start: int) -> None:
        """Put hidden text of an article back."""
        self._change("Show hidden text", lambda _: self._workspace.show(article, start))

    def remove_article(self, article: int) -> None:
        """Take an article out of the library; undo brings it back."""
        self._change("Delete article", lambda _: self._workspace.remove_article(article))

    def set_meeting(self, meeting: int, fields: dict[str, Any]) -> None:
        """Set facts of a meeting."""
        self._change(
            "Edit meeting", lambda _: self._workspace.set_meeting(meeting, **cleared(fields))
        )

    def new_meeting(self, fields: dict[str, Any], articles: Sequence[int] = ()) -> None:
        """Make a meeting, with articles."""
        given = {"sides": (), **fields}
        self._change(
            "New meeting", lambda _: self._workspace.new_meeting(**given, articles=articles)
        )

    def assign(self, article: int, meeting: int) -> None:
        """Put an article into a meeting."""
        self._change("Assign article", lambda _: self._workspace.assign(article, meeting))

    def unassign(self, article: int, meeting: int) -> None:
        """Take an article out of a meeting."""
        self._change("Unassign article", lambda _: self._workspace.unassign(article, meeting))

    def gather(self, articles: Sequence[int], meeting: int) -> None:
        """Put articles into a meeting."""
        self._change("Assign articles", lambda _: self._workspace.gather(articles, meeting))

    def part(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Take articles out of meetings, as pairs of both."""
        self._change("Unassign articles", lambda _: self._workspace.part(pairs))

    def merge_meetings(self, into: int, other: int) -> None:
        """Make two meetings one."""
        self._change("Merge meetings", lambda _: self._workspace.merge_meetings(into, other))

    def write(self, meeting: int, name: str, text: str) -> None:
        """Keep what the user wrote into a section of a briefing."""
        self._change(
            "Write in the briefing", lambda _: self._workspace.set_user_text(meeting, name, text)
        )

    def undo(self) -> None:
        """Take the last change back."""
        self._undoing(self._workspace.undo, lambda what: tr("Undo: {what}", what=what))

    def redo(self) -> None:
        """Make the change undone last again."""
        self._undoing(self._workspace.redo, lambda what: tr("Redo: {what}", what=what))

    def save_search(self, query: str) -> None:
        """Keep a query."""
        self._aside("Save search", lambda: self._workspace.save_search(query))

    def forget_search(self, query: str) -> None:
        """Drop a kept query."""
        self._aside("Forget search", lambda: self._workspace.forget_search(query))

    def remember_position(self, article: int, offset: int) -> None:
        """Remember how far the user read, where the library can be written."""
        if self._workspace.read_only:
            return
        self._jobs.start(
            "Remember position",
            lambda _: self._workspace.remember_position(article, offset),
            owner=self,
            failed=self.failed.emit,
        )

    # Long work.

    def import_paths(self, paths: Sequence[Path], meeting: int | None = None) -> None:
        """Import files and folders."""
        self.long(
            tr(IMPORTING),
            lambda p: self._workspace.import_paths(list(paths), meeting=meeting, progress=p),
            self.take_import,
        )

    def import_attachments(self, mails: Sequence[Path]) -> None:
        """Import mails with what is attached to them; those that are there already stay."""
        self.long(
            tr(IMPORTING),
            lambda p: self._workspace.import_paths(list(mails), attachments=True, progress=p),
            self.take_import,
        )

    def extract_again(self, articles: Sequence[int]) -> None:
        """Run extraction anew."""
        self.long(
            tr("Reading again"),
            lambda p: self._workspace.extract_again(articles, p),
            lambda changes: self.settle(changes, tr("Read again")),
        )

    def rebuild_index(self) -> None:
        """Make the search index anew."""
        self.long(
            tr("Indexing"),
            self._workspace.rebuild_index,
            lambda _: self.settle(NOTHING, tr("Index rebuilt")),
        )

    def look_at_index(self, told: Callable[[str], object]) -> None:
        """Tell how the search index stands, without keeping the window waiting."""
        self._jobs.start(
            "Index state",
            lambda _: self._workspace.index_state(),
            owner=self,
            lane=READ,
            succeeded=told,
            failed=self.failed.emit,
        )

    def catch_up_index(self) -> None:
        """Bring the search index up to date."""
        self.long(
            tr("Indexing"), self._workspace.catch_up_index, lambda _: self.settle(NOTHING, "")
        )

    def export(
        self, meetings: Sequence[int], folder: Path, *, formats: Sequence[str], style: Style
    ) -> None:
        """Write briefings into a folder."""
        self.long(
            tr("Exporting"),
            lambda p: self._workspace.export(meetings, folder, formats, p, style=style),
            self._take_export,
        )

    def back_up(self, target: Path) -> None:
        """Write a copy of the whole library into one file."""
        self.long(
            tr("Saving a copy"),
            lambda _: self._workspace.backup(target),
            lambda _: self.settle(NOTHING, tr("A copy is in {name}", name=target.name)),
        )

    def back_up_now(self) -> None:
        """Make a backup in the library's own folder."""

        def take(backup: Backup | None) -> None:
            self.finished.emit("")
            self.backed_up.emit(backup)

        self.long(tr("Backing up"), lambda _: self._workspace.back_up_now(), take)

    def check(self) -> None:
        """Check library and program, and report."""
        self.long(tr("Checking"), lambda _: self._checked(), self._take_check, lane=READ)

    def _checked(self) -> tuple[str, str]:
        """Return what is wrong with the library, and all that was looked at."""
        problems = "\n".join(f"✗ {tr_phrase(problem)}" for problem in self._workspace.verify())
        return problems, told(self._workspace.doctor())

    def _take_check(self, found: tuple[str, str]) -> None:
        problems, lines = found
        self.finished.emit("")
        if problems:
            self.damaged.emit(f"{problems}\n{lines}")
            return
        number = lines.count("✗")
        words = (
            tr("Library and program checked: {count} to look at.", count=number)
            if number
            else tr("Library and program checked: all is well.")
        )
        self.reported.emit(words, lines)

    def take_import(self, report: ImportReport) -> None:
        """Tell what became of an import."""
        self.settle(report.changes, "")
        self.imported.emit(report)

    def _take_export(self, paths: tuple[Path, ...]) -> None:
        self.finished.emit("")
        self.exported.emit(paths)

    def _undoing(self, work: Callable[[], Any], told: Callable[[str], str]) -> None:
        def take(undone: Any) -> None:
            if undone is not None:
                self.said.emit(told(tr_phrase(undone.title)))
                self.changed.emit(undone.changes)

        self._jobs.start(
            "Undo", lambda _: work(), owner=self, succeeded=take, failed=self.failed.emit
        )


def told(found: Sequence[Diagnosis]) -> str:
    """Return what was looked at, a line each, with what to do."""
    return "\n".join(line_of(one) for one in found)


def line_of(one: Diagnosis) -> str:
    """Return what was looked at as a line: whether it is well, what it is and what to do."""
    subject = tr("{subject}:", subject=tr_phrase(one.subject))
    words = ("✓" if one.well else "✗", subject, tr_phrase(one.report), tr_phrase(one.remedy))
    return " ".join(filter(None, words))
