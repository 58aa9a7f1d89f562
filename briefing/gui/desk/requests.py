"""Turns what the user asks for in panels and menus into actions, with a form where words are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.article.reader_page import ReaderPage
from briefing.gui.desk.desk import Desk
from briefing.gui.desk.row_menus import RowMenus, to_confirm
from briefing.gui.dialogs import forms
from briefing.gui.dialogs.forms import Form
from briefing.gui.lanes.actions import Actions
from briefing.gui.sidebar import rows
from briefing.gui.sidebar.rows import Row
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Hit


class Requests(QObject):
    """Opens forms and row menus; the forms stand beside the window and never block it."""

    said = Signal(str)  # a sentence for the status line
    review_wanted = Signal(str, str, object)  # verb, kind, record

    def __init__(
        self,
        actions: Actions,
        desk: Desk,
        reader: ReaderPage,
        window: QWidget,
        *,
        countries: Callable[[], Mapping[str, str]],
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._desk = desk
        self._reader = reader
        self._window = window
        self._countries = countries
        self.form: Form | None = None
        self.menus = RowMenus(self, actions, desk, window)
        self._selected_articles: Callable[[], tuple[int, ...]] = tuple

    def review(self, verb: str, kind: str, record: Any) -> None:
        """Pass on what is decided on a record."""
        self.review_wanted.emit(verb, kind, record)

    def review_hit(self, verb: str, hit: Hit) -> None:
        """Take a decision on an ask where it stands in a list of hits."""
        ask = self._desk.ask_of(hit)
        if ask is not None:
            self.review(verb, "ask", ask)

    def edit_meeting(self, meeting_id: int | None = None) -> None:
        """Open the form of a meeting, of the open one if none is named."""
        meeting = self._desk.meeting_of(meeting_id)
        if meeting is None:
            self.said.emit(tr("Choose a meeting first."))
            return
        form = forms.for_meeting(meeting, self._countries(), self._window)
        self.open_form(form, lambda fields: self._actions.set_meeting(meeting.id, fields))

    def edit_article(self, article_id: int | None = None) -> None:
        """Open the form of an article's details, of the open one if none is named."""
        article = self._desk.article_of(article_id)
        if article is None:
            self.said.emit(tr("Open an article first."))
            return
        form = forms.for_article(article, self._window)
        self.open_form(form, lambda fields: self._actions.set_article(article.id, fields))

    def new_meeting(self, articles: Sequence[int] = ()) -> None:
        """Open the form for a meeting of the user's own, of these articles or the selected ones."""
        articles = articles or self._selected_articles()
        sides = self._desk.meeting.sides if self._desk.meeting and articles else ()
        form = forms.for_new_meeting(self._window, self._countries(), sides)
        self.open_form(form, lambda fields: self._actions.new_meeting(fields, articles))

    def add(self, kind: str) -> None:
        """Open the form that makes a record of the selected text."""
        found = self._selection()
        if found is None:
            return
        article, extent, quote = found
        form = forms.for_selection(
            kind, quote, self._desk.sides, self._window, countries=self._countries()
        )
        self.open_form(form, lambda fields: self._actions.add(kind, article, extent, fields))

    def hide_selection(self) -> None:
        """Hide the selected text as web chrome."""
        found = self._selection()
        if found is not None:
            self._actions.hide(found[0], found[1])

    def put_back(self, offset: int | None = None) -> None:
        """Show hidden text again: at a source offset, or where the caret is."""
        at = self._reader.view.caret_offset() if offset is None else offset
        article = self._reader.article
        hidden = article.hidden if article is not None and at is not None else ()
        if article is None or not any(h.start <= (at or 0) < h.end for h in hidden):
            self.said.emit(tr("Put the cursor into hidden text first (Ctrl+H shows it)."))
            return
        self._actions.show(article.id, at or 0)

    def copy_citation(self) -> None:
        """Copy the selected words, or those outlined, with outlet, date and paragraph."""
        found = self._outlined() or self._selection()
        article = self._reader.article
        if found is None or article is None:
            return
        _, extent, quote = found
        source = wording.citation(
            article.outlet, article.published, article.paragraph_at(extent[0])
        )
        QGuiApplication.clipboard().setText(f"“{quote}” ({source})")
        self.said.emit(tr("Copied with its source."))

    def extract_again(self) -> None:
        """Run extraction on the open article anew."""
        if self._desk.place.article is not None:
            self._actions.extract_again([self._desk.place.article])

    def remove_article(self) -> None:
        """Take the open article out of the library."""
        if self._desk.place.article is not None:
            self._actions.remove_article(self._desk.place.article)

    def remove_row(self, row: Row) -> None:
        """Take what a row stands for out of the library, by Del; undo brings articles back."""
        if row.kind == rows.ARTICLE:
            self._actions.remove_article(int(row.key))
        elif row.kind == rows.SEARCH:
            self._actions.forget_search(str(row.key))

    def rename_row(self, row: Row) -> None:
        """Open the form of what a row stands for, by F2."""
        if row.kind == rows.ARTICLE:
            self.edit_article(int(row.key))
        elif row.kind == rows.MEETING:
            self.edit_meeting(int(row.key))

    def select_with(self, selected: Callable[[], tuple[int, ...]]) -> None:
        """Ask this for the articles selected in the left column."""
        self._selected_articles = selected

    def open_row_menu(self, row: Row, place: QPoint) -> None:
        """Open the menu of a row of the left column."""
        menu = self.row_menu(row)
        if not menu.isEmpty():
            menu.popup(place)

    def row_menu(self, row: Row) -> QMenu:
        """Return what can be done with a row of the left column."""
        return self.menus.menu(row, self._selected_articles())

    def confirm_meeting(self, meeting_id: int) -> None:
        """Confirm what is known of a meeting as it stands."""
        meeting = self._desk.meeting_of(meeting_id)
        if meeting is not None:
            self._actions.set_meeting(meeting_id, to_confirm(meeting))

    def take_suggestion(self, row: Row) -> None:
        """Put an article where it was suggested; undo takes it back."""
        article, meeting = str(row.key).split()
        self._actions.assign(int(article), int(meeting))

    def drop_articles(self, articles: tuple[int, ...], row: Row) -> None:
        """Put articles into the meeting they were dropped on, or out of all."""
        if row.kind == rows.MEETING:
            self._actions.gather(articles, int(row.key))
        else:
            lines = {line.id: line.meetings for line in self._desk.overview.articles}
            self._actions.part([(a, m) for a in articles for m in lines.get(a, ())])

    def _outlined(self) -> tuple[int, tuple[int, int], str] | None:
        """Return the first outlined stretch, where nothing is selected."""
        article, view = self._reader.article, self._reader.view
        if article is None or view.selected_source() is not None or not view.selected_ranges:
            return None
        start, end, _ = view.selected_ranges[0]
        return article.id, (start, end), " ".join(article.text[start:end].split())

    def _selection(self) -> tuple[int, tuple[int, int], str] | None:
        article = self._reader.article
        extent = self._reader.view.selected_source() if article else None
        if article is None or extent is None:
            self.said.emit(tr("Select some text of the article first."))
            return None
        quote = " ".join(article.text[extent[0] : extent[1]].split())
        return article.id, extent, quote

    def open_form(self, form: Form, given: Callable[[dict[str, Any]], object]) -> None:
        """Show a form, and hand what is given in it on."""
        form.given.connect(given)
        self.form = form
        form.finished.connect(self._closed)
        form.show()

    def _closed(self) -> None:
        if self.sender() is self.form:  # a form opened since stays the open one
            self.form = None
