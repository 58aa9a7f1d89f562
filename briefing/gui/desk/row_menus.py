"""What can be done with a row of the left column, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefing.gui.desk.desk import Desk
from briefing.gui.lanes.actions import Actions
from briefing.gui.sidebar import rows
from briefing.gui.sidebar.rows import Row
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Meeting


class Asked(Protocol):
    """What the entries of these menus ask for; `Requests` does it."""

    def confirm_meeting(self, meeting_id: int) -> None:
        """Confirm the facts of a meeting as they stand."""

    def edit_article(self, article_id: int | None = None) -> None:
        """Open the form of an article's details."""

    def edit_meeting(self, meeting_id: int | None = None) -> None:
        """Open the form of a meeting's facts."""

    def new_meeting(self, articles: Sequence[int] = ()) -> None:
        """Open the form of a new meeting for these articles."""

    def remove_row(self, row: Row) -> None:
        """Remove what a row stands for."""

    def take_suggestion(self, row: Row) -> None:
        """Put an article where it is suggested."""


class RowMenus:
    """Makes the menus of meetings, articles, suggestions and saved searches."""

    def __init__(self, requests: Asked, actions: Actions, desk: Desk, window: QWidget) -> None:
        self._requests = requests
        self._actions = actions
        self._desk = desk
        self._window = window

    def menu(self, row: Row, articles: Sequence[int] = ()) -> QMenu:
        """Return the menu of a row.

        Args:
            row: where it was asked for.
            articles: all articles selected, where the row is one of several.
        """
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.kind == rows.ARTICLE and len(articles) > 1:
            self._fill_several(menu, tuple(articles))
        elif row.kind == rows.ARTICLE:
            self._fill_article(menu, int(row.key))
        elif row.kind == rows.MEETING:
            self._fill_meeting(menu, int(row.key))
        elif row.kind == rows.SUGGESTION:
            menu.addAction(tr("Put it there"), lambda: self._requests.take_suggestion(row))
        elif row.kind == rows.SEARCH:
            menu.addAction(tr("Forget this search"), lambda: self._requests.remove_row(row))
        return menu

    def _fill_several(self, menu: QMenu, articles: tuple[int, ...]) -> None:
        number = wording.counted(len(articles), "article")
        menu.addAction(
            tr("New meeting from these {number}…", number=number),
            lambda: self._requests.new_meeting(articles),
        )
        into = menu.addMenu(tr("Put into meeting"))
        self._offer_meetings(into, self._meetings(), lambda m: self._actions.gather(articles, m))

    def _fill_article(self, menu: QMenu, article: int) -> None:
        menu.addAction(tr("Edit details…"), lambda: self._requests.edit_article(article))
        into = menu.addMenu(tr("Put into meeting"))
        others = [m for m in self._meetings() if article not in m.articles]
        self._offer_meetings(into, others, lambda m: self._actions.assign(article, m))
        into.addAction(tr("New meeting…"), lambda: self._requests.new_meeting((article,)))
        here = self._desk.place.meeting
        if here is not None:
            menu.addAction(
                tr("Split off into a new meeting…"), lambda: self._requests.new_meeting((article,))
            )
            menu.addAction(
                tr("Take out of this meeting"), lambda: self._actions.unassign(article, here)
            )
        self._offer_star(menu, "article", article, self._starred(article))
        menu.addSeparator()
        menu.addAction(tr("Read again"), lambda: self._actions.extract_again([article]))
        menu.addAction(tr("Delete"), lambda: self._actions.remove_article(article))

    def _fill_meeting(self, menu: QMenu, meeting: int) -> None:
        menu.addAction(tr("Edit…"), lambda: self._requests.edit_meeting(meeting))
        known = self._desk.meeting_of(meeting)
        confirm = menu.addAction(
            tr("Confirm sides, date and place"), lambda: self._requests.confirm_meeting(meeting)
        )
        confirm.setEnabled(known is not None and bool(to_confirm(known)))
        self._offer_star(menu, "meeting", meeting, known is not None and known.starred)
        others = [one for one in self._meetings() if one.id != meeting]
        into = menu.addMenu(tr("Merge into"))
        into.setEnabled(bool(others))
        self._offer_meetings(into, others, lambda m: self._actions.merge_meetings(m, meeting))

    def _offer_star(self, menu: QMenu, kind: str, number: int, starred: bool) -> None:
        words = tr("Remove star") if starred else tr("Star")
        menu.addAction(words, lambda: self._actions.star(kind, number, on=not starred))

    def _starred(self, article: int) -> bool:
        lines = self._desk.overview.articles
        return next((line.starred for line in lines if line.id == article), False)

    def _offer_meetings(
        self, menu: QMenu, meetings: Sequence[Meeting], chosen: Callable[[int], object]
    ) -> None:
        for meeting in meetings:
            words = wording.dotted((wording.leaders(meeting), wording.days(meeting.date)))
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, to=meeting.id: chosen(to))

    def _meetings(self) -> Sequence[Meeting]:
        return self._desk.overview.meetings


def to_confirm(meeting: Meeting) -> dict[str, object]:
    """Return the facts of a meeting that are known and not confirmed yet."""
    facts = {"sides": list(meeting.sides), "date": meeting.date, "place": meeting.place}
    return {n: v for n, v in facts.items() if v and n not in meeting.confirmed}
