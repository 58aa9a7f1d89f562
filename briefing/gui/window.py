"""The window: connects header, columns, menus and status line with each other and the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from briefing.gui.deeds import commands
from briefing.gui.deeds.preparing import PreparingDeeds
from briefing.gui.desk.narrowing import Narrowing
from briefing.gui.dialogs.dialogs import Dialogs
from briefing.gui.jobs import Jobs
from briefing.gui.lanes.work import IMPORTING
from briefing.gui.look.dropping import take_copy
from briefing.gui.look.theme import Theme
from briefing.gui.pages.counts_panel import narrowed
from briefing.gui.records.gaps import Gap
from briefing.gui.running.memory import Memory
from briefing.gui.running.session import Session
from briefing.gui.window_deeds import WindowDeeds
from briefing.gui.window_frame import WindowFrame
from briefing.gui.window_state import WindowState
from briefing.gui.words.language import tr, tr_phrase
from briefing.model import Changes, Count, SearchResult

if TYPE_CHECKING:
    from briefing.settings import Settings
    from briefing.workspace import ImportReport, Overview, Workspace


class Window(WindowFrame):
    """Shows one library; closing it ends its jobs."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        *,
        theme: Theme,
        settings: Settings,
        state: WindowState,
        dialogs: Callable[[QWidget], Dialogs],
    ) -> None:
        super().__init__(workspace, jobs, theme=theme, state=state, dialogs=dialogs)
        self.deeds = WindowDeeds(self, theme, settings)
        self.preparing = PreparingDeeds(self)
        deeds = {**self.deeds.table(), **self.preparing.table()}
        self.commands.update(commands.build(self, deeds))
        self.columns.reader.offer([self.commands[name] for name in commands.IN_TEXT])
        self.deeds.begin()
        self.preparing.begin()
        self.session = Session(self._seen, self._keep_now, self)
        self._connect_reading()
        self._connect_records()
        self._connect_searching()
        self._connect_work()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.stop()
        self.keep_last()
        self.searching.stop()
        unsaved = self.columns.draft.take()
        self.state.save(self, self.columns)
        read_to = self.desk.read_to()
        self.jobs.shut_down(lambda: self._keep_last(unsaved, read_to))
        self.closed.emit()
        super().closeEvent(event)

    def _keep_last(
        self, unsaved: list[tuple[int, str, str]], read_to: tuple[int, int] | None
    ) -> None:
        """Write what is left to write, on the writing lane, once nothing else is."""
        if self.workspace.read_only:
            return
        for meeting, name, text in unsaved:
            self.workspace.set_user_text(meeting, name, text)
        if read_to is not None:
            self.workspace.remember_position(*read_to)

    def _seen(self) -> tuple[object, ...]:
        return self.state.values(self, self.columns), self.opened(), self.desk.read_to()

    def _keep_now(self) -> None:
        """Keep what is open, off this thread: the disk may take its time."""
        values, opened = self.state.values(self, self.columns), self.opened()
        folder, read_to = self.workspace.library_folder, self.desk.read_to()

        def keep() -> None:
            self.state.save_aside(values)
            Memory(self.state.config, folder).keep_open(**opened)
            self._keep_last([], read_to)

        self.jobs.start("Keep what is open", lambda _: keep(), owner=self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) or event.mimeData().hasText():
            self.status.outcome.setText(tr("Drop to import"))
            self.status.outcome.show()
            take_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's signature
        self.status.outcome.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.status.outcome.hide()
        take_copy(event)
        if paths := _dropped(event):
            self.import_paths(paths)
        else:
            self.preparing.sources.take_dropped(event.mimeData())

    def _connect_reading(self) -> None:
        columns, desk, requests = self.columns, self.desk, self.requests
        columns.sidebar.chosen.connect(self._open_row)
        columns.sidebar.menu_wanted.connect(requests.open_row_menu)
        columns.sidebar.removal_wanted.connect(requests.remove_row)
        columns.sidebar.rename_wanted.connect(requests.rename_row)
        columns.reader.zoomed.connect(self.deeds.zoom)
        columns.reader.date_given.connect(self._date_article)
        columns.panels.facts.edit_wanted.connect(requests.edit_meeting)
        columns.panels.facts.date_given.connect(self._date_meeting)
        columns.empty.import_wanted.connect(self.deeds.import_files)
        columns.empty.sample_wanted.connect(self.deeds.open_sample)
        desk.left.connect(self.actions_.remember_position)
        desk.failed.connect(self.notices.show_error)
        desk.refreshed.connect(self._show_state)
        desk.query_wanted.connect(self.header.search.setText)
        requests.said.connect(self.status.say)

    def _connect_records(self) -> None:
        panels, reader = self.columns.panels, self.columns.reader
        evidence, records, detail = self.evidence, self.records, self.columns.panels.detail
        reader.placed.connect(evidence.place_caret)
        reader.article_wanted.connect(self.desk.open_article)
        reader.view.put_back.connect(self.requests.put_back)
        reader.view.left.connect(self._leave_step_by_step)
        reader.view.verb_pressed.connect(evidence.review)
        reader.view.reviewing = lambda: evidence.reviewing
        panels.sentence_requested.connect(evidence.click)
        panels.review_requested.connect(records.review)
        panels.many_requested.connect(records.review_many)
        panels.selection_dropped.connect(self.requests.add)
        panels.asks.bulk_wanted.connect(evidence.accept_firm)
        detail.place_chosen.connect(evidence.show_place)
        detail.stepped.connect(evidence.step)
        detail.left.connect(evidence.leave)
        panels.docks["finding"].closed.connect(evidence.leave)
        panels.gaps.chosen.connect(self._go_to_gap)
        self.requests.review_wanted.connect(records.review)
        self.desk.refreshed.connect(lambda _: evidence.refreshed())
        for speaker in (evidence, records):
            speaker.said.connect(self.status.say)
        records.why_wanted.connect(evidence.explain)

    def _connect_searching(self) -> None:
        field, results = self.header.search, self.columns.results
        field.entered.connect(self.searching.get_ready)
        field.textChanged.connect(self.searching.typed)
        field.returnPressed.connect(self._open_result)
        field.moved.connect(results.step)
        field.left.connect(self.leave_search)
        results.left.connect(self.leave_search)
        results.opened.connect(self.evidence.open_hit)
        results.review_wanted.connect(self.requests.review_hit)
        results.query_wanted.connect(field.setText)
        results.save_wanted.connect(self.actions_.save_search)
        self.searching.answered.connect(self._show_answer)
        self.searching.completed.connect(self._show_all)
        self.searching.cleared.connect(self.desk.show_again)
        self.searching.failed.connect(self.notices.show_error)
        self.columns.counts.narrowed.connect(self._narrow)
        self.narrowing = Narrowing(field, self.searching, self.columns)

    def _connect_work(self) -> None:
        work, status = self.actions_, self.status
        self.header.view_chosen.connect(self.desk.choose_view)
        self.header.import_wanted.connect(self.deeds.import_files)
        work.changed.connect(self._apply)
        work.failed.connect(self.notices.show_error)
        work.started.connect(status.begin)
        work.started.connect(self._show_begun)
        work.finished.connect(lambda _: self.columns.empty.show_import(on=False))
        work.progressed.connect(status.progress)
        work.finished.connect(status.finish)
        work.said.connect(status.say)
        work.imported.connect(self._show_import)
        work.exported.connect(self._show_export)
        work.reported.connect(self.notices.show_message)
        status.folder_wanted.connect(self.dialogs.show)
        self.report.opened.connect(self.desk.open_article)
        self.report.date_given.connect(self._date_imported)

    def _open_row(self, row: object) -> None:
        self.header.search.clear()
        self.desk.open_row(row)  # type: ignore[arg-type]

    def leave_search(self) -> None:
        """Empty the search field and go back to what was open."""
        self.header.search.clear()
        self.desk.show_again()
        self.columns.focus_pane(1)

    def _leave_step_by_step(self) -> None:
        """Close the find bar, and by the next Esc put the finding at hand away."""
        if self.columns.reader.finder.isVisible():
            self.columns.reader.finder.close_bar()
        else:
            self.evidence.leave()

    def _show_answer(self, answer: SearchResult) -> None:
        self.columns.results.show_answer(answer)
        if not self.narrowing.reading:
            self.columns.show_page(self.columns.results, by_itself=not answer.total)

    def _show_all(self, answer: SearchResult) -> None:
        self.columns.results.show_answer(answer)
        self.columns.counts.show_counts(answer.counts, answer.query)

    def _open_result(self) -> None:
        if self.columns.page() is self.columns.results:
            self.columns.results.open_current()
        else:
            self.narrowing.reading = False
            self.searching.now()

    def _narrow(self, count: Count) -> None:
        self.header.search.setText(narrowed(self.header.search.text(), count))

    def _apply(self, changes: Changes) -> None:  # noqa: ARG002 - a refresh reads what is shown
        self.desk.refresh()
        if self.header.search.text() and self.columns.page() is self.columns.results:
            self.searching.now()

    def _show_state(self, overview: Overview) -> None:
        self.status.show_overview(overview, self.workspace.backend())
        self.actions_.look_at_index(self.status.show_index)
        self.deeds.show_undo()
        self.deeds.reading.name_sides(self.commands)

    def _show_import(self, report: ImportReport) -> None:
        self.status.say(tr("Import: {summary}", summary=tr_phrase(report.summary())))
        self.report.show_report(report)
        if report.imported:
            self.desk.open_article(report.imported[0].article)

    def _show_begun(self, title: str, _: object) -> None:
        if title == tr(IMPORTING):
            self.columns.empty.show_import(on=True)

    def _show_export(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self.status.say(tr("Exported {name}", name=paths[0].name), paths[0])

    def _go_to_gap(self, gap: Gap) -> None:
        """Show the finding or the article a gap is about, or the form of the meeting."""
        if gap.kind == "article":
            self.desk.read_article(gap.record)
        elif gap.kind == "meeting":
            self.requests.edit_meeting()
        else:
            self.evidence.show(gap.kind, gap.record)

    def _date_article(self, date: object) -> None:
        article = self.columns.reader.article
        if article is not None:
            self.actions_.set_article(article.id, {"published": date})

    def _date_imported(self, article: int, date: object) -> None:
        self.actions_.set_article(article, {"published": date})
        self.report.dated(article)

    def _date_meeting(self, date: object) -> None:
        if self.desk.meeting is not None:
            self.actions_.set_meeting(self.desk.meeting.id, {"date": date})


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
