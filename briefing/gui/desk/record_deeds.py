"""Carries out what the user decides about records, with a form where more than a word is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import NotFound
from briefing.gui.desk.desk import Desk
from briefing.gui.dialogs import forms, record_forms
from briefing.gui.dialogs.forms import Form
from briefing.gui.lanes.actions import Actions
from briefing.gui.records import verbs
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Changes, Span

if TYPE_CHECKING:
    from briefing.workspace import Workspace

_LISTS = {"person": "people", "issue": "issues", "ask": "asks", "pressure": "pressure"}


class RecordDeeds(QObject):
    """Turns verbs into use cases."""

    said = Signal(str)  # a sentence for the status line
    why_wanted = Signal(str, object)  # kind, record

    def __init__(
        self,
        workspace: Workspace,
        actions: Actions,
        *,
        desk: Desk,
        open_form: Callable[[Form, Callable[[dict[str, Any]], object]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._actions = actions
        self.failed = actions.failed  # Exception: of any change
        self._desk = desk
        self._open_form = open_form
        self._window = window
        self._deeds: dict[str, Callable[[str, Any], object]] = {
            verbs.ACCEPT: lambda kind, record: actions.accept(kind, [record.id]),
            verbs.REJECT: lambda kind, record: actions.reject(kind, [record.id]),
            verbs.ACCEPT_ALL: lambda kind, record: self._everywhere("accept", kind, record),
            verbs.REJECT_ALL: lambda kind, record: self._everywhere("reject", kind, record),
            verbs.EDIT: self._edit,
            verbs.MERGE: self._merge,
            verbs.SPLIT: self._split,
            verbs.NOTE: self._note,
            verbs.STAR: lambda kind, record: actions.star(kind, record.id, on=not record.starred),
            verbs.WHY: self.why_wanted.emit,
        }

    def review(self, verb: str, kind: str, record: Any) -> None:
        """Take a decision about one record; what is not for its kind is said to be so."""
        if verb not in {v.name for v in verbs.of_kind(kind, record)}:
            self.said.emit(tr("This cannot be done with it."))
            return
        self._deeds[verb](kind, record)

    def review_many(self, verb: str, kind: str, records: Sequence[Any]) -> None:
        """Accept or reject several records as one change."""
        ids = [record.id for record in records]
        if ids:
            deed = self._actions.accept if verb == verbs.ACCEPT else self._actions.reject
            deed(kind, ids)

    def source(self, span: Span) -> str:
        """Return where a place is: outlet, day and paragraph."""
        try:
            article = self._workspace.article(span.article)
        except NotFound:  # taken out a moment ago; the window is about to show it so
            return tr("no longer in the library")
        return wording.short_source(
            article.outlet, article.published, article.paragraph_at(span.start)
        )

    def _everywhere(self, action: str, kind: str, record: Any) -> None:
        def work() -> Changes:
            deed = self._workspace.accept if action == "accept" else self._workspace.reject
            return deed(kind, [record.id], everywhere=True)

        self._actions.run(
            tr("Accept everywhere" if action == "accept" else "Reject everywhere"), work
        )

    def _edit(self, kind: str, record: Any) -> None:
        countries = self._workspace.countries()
        form = forms.for_record(record, self._desk.sides, countries, self._window)
        self._open_form(form, lambda fields: self._actions.edit(kind, record.id, fields))

    def _merge(self, kind: str, record: Any) -> None:
        others = [r for r in getattr(self._desk.records, _LISTS[kind]) if r.id != record.id]
        if not others:
            self.said.emit(tr("There is no other to merge it with."))
            return

        def work(fields: dict[str, Any]) -> None:
            into = int(fields["into"])
            self._actions.run(tr("Merge"), lambda: self._workspace.merge(kind, into, record.id))

        self._open_form(record_forms.MergeForm(record, others, self._window), work)

    def _split(self, kind: str, record: Any) -> None:
        def work(fields: dict[str, Any]) -> None:
            places = fields.pop("places", [])
            self._actions.run(
                tr("Split"), lambda: self._workspace.split(kind, record.id, places, **fields)
            )

        self._open_form(record_forms.SplitForm(kind, record, self.source, self._window), work)

    def _note(self, kind: str, record: Any) -> None:
        def work(fields: dict[str, Any]) -> None:
            self._actions.run(
                tr("Note"), lambda: self._workspace.note(kind, record.id, fields["note"])
            )

        self._open_form(record_forms.for_note(record, self._window), work)
