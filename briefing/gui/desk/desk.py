"""What lies open: which meeting and article, in which view; and the way to the sentence of a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing.errors import NotFound
from briefing.gui.bars.header import READ, TIMELINE, Header
from briefing.gui.desk import smart_lists
from briefing.gui.desk.at_hand import RecordsAtHand
from briefing.gui.desk.columns import Columns
from briefing.gui.desk.places import left_of
from briefing.gui.desk.starred_list import starred
from briefing.gui.desk.views import Views
from briefing.gui.jobs import READ as READING
from briefing.gui.jobs import Jobs
from briefing.gui.panels.panels import sides_of
from briefing.gui.sidebar import rows
from briefing.gui.sidebar.rows import Place, Row
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Article, ArticleLine, Ask, Hit, Meeting, Records, SearchResult, Span

if TYPE_CHECKING:
    from briefing.workspace import Overview, Workspace

_LISTS: dict[str, tuple[Callable[[int], str], Callable[[Any], SearchResult]]] = {
    rows.TO_REVIEW: (wording.asks_to_review, smart_lists.to_review),
    rows.STARRED: (lambda number: tr("{number} with a star", number=number), starred),
}


class Desk(QObject):
    """Shows one place of the library in the columns, and keeps it in step with changes."""

    failed = Signal(object)
    left = Signal(int, int)  # article, offset the user had read to
    refreshed = Signal(object)  # Overview
    query_wanted = Signal(str)
    suggestion_taken = Signal(object)  # Row

    def __init__(self, workspace: Workspace, jobs: Jobs, header: Header, columns: Columns) -> None:
        super().__init__(columns)
        self._workspace = workspace
        self._jobs = jobs
        self._header = header
        self._columns = columns
        self.view = READ  # or Brief, Compare, Timeline
        self.views = Views(workspace, jobs, columns)
        self.views.failed.connect(self.failed)
        self._trail: list[Place] = []
        self._ahead: list[Place] = []
        self.place = Place()
        self.overview: Overview = workspace.overview()
        self.meeting: Meeting | None = None
        self.records = Records()
        self._at_hand = RecordsAtHand(workspace)
        self.sides: tuple[str, ...] = ()

    def open_row(self, row: Row) -> None:
        """Open what a row of the left column stands for."""
        if row.kind == rows.MEETING:
            self.open_meeting(int(row.key))
        elif row.kind == rows.ARTICLE:
            self.view = READ
            self.open_article(int(row.key), self.place.meeting)
        elif row.kind == rows.SUGGESTION:
            self.suggestion_taken.emit(row)
        elif row.kind == rows.SEARCH:
            self.query_wanted.emit(str(row.key))
        elif row.key == rows.UNASSIGNED:
            loose = self.overview.unassigned
            self.go(Place(article=loose[0].id if loose else None, smart=rows.UNASSIGNED))
        else:
            self.view = READ
            self.go(Place(smart=str(row.key)))

    def open_meeting(self, meeting: int) -> None:
        """Open a meeting at its first article."""
        found = next((m for m in self.overview.meetings if m.id == meeting), None)
        if found is not None:
            self.go(Place(meeting, found.articles[0] if found.articles else None))

    def open_article(self, article: int, meeting: int | None = None) -> None:
        """Open an article, in that meeting if it belongs to it, else in its first."""
        line = next((one for one in self.overview.articles if one.id == article), None)
        if line is not None:
            home = meeting if meeting in line.meetings else next(iter(line.meetings), None)
            self.go(Place(home, article))

    def open_hit(self, hit: Hit) -> None:
        """Open the article of a search hit at its sentence; F3 walks the others."""
        self.view = READ
        if hit.kind == "meeting" and hit.meeting is not None:
            self.open_meeting(hit.meeting)
            return
        self.open_article(hit.article, hit.meeting)
        ask = next((a for a in self.records.asks if a.id == hit.ask), None)
        if ask is not None:
            self._select((ask,))
        else:
            self._columns.reader.show_range(hit.start, hit.end)
        self._columns.reader.show_hits(hit.spans)
        self._columns.reader.setFocus()

    def go(self, place: Place, *, back: bool = False) -> None:
        """Open a place, and remember the one left behind."""
        if place != self.place:
            self.leave()
            if not back and self.place != Place():
                self._trail.append(self.place)
                self._ahead.clear()
        self.place = place
        self._show(arrived=True)

    def back(self) -> None:
        """Open the place before."""
        if self._trail:
            self._ahead.append(self.place)
            self.go(self._trail.pop(), back=True)

    def forward(self) -> None:
        """Open the place one came back from."""
        if self._ahead:
            self._trail.append(self.place)
            self.go(self._ahead.pop(), back=True)

    def step_article(self, by: int) -> None:
        """Open the next article (+1) or the one before (-1), across meetings."""
        every: list[tuple[int | None, int | None]] = [
            (m.id, a) for m in self.overview.meetings for a in m.articles
        ]
        every += [(None, line.id) for line in self.overview.unassigned]
        here = (self.place.meeting, self.place.article)
        if every:
            at = every.index(here) + by if here in every else 0
            meeting, article = every[min(max(at, 0), len(every) - 1)]
            self.go(Place(meeting, article))

    def choose_view(self, view: str) -> None:
        """Show the article (Read), the briefing (Brief), or one of the other views."""
        self.view = view
        self._show(arrived=False)

    def show_sentence(self, kind: str, record: Any, span: Span | None = None) -> None:
        """Go to the sentence a record rests on (the one given, if it is), and outline it."""
        self.view = READ
        here = [one for one in record.spans if one.article == self.place.article]
        at = span or next(iter((*here, *record.spans)), None)
        if at is None:
            return
        reader = self._columns.reader
        if at.article != self.place.article or self._columns.page() is not reader:
            self.open_article(at.article, self.place.meeting)
        if kind == "ask":
            self._select((record,), first=at)
        else:
            reader.show_range(at.start, at.end)
            self._columns.panels.select({kind: (record.id,)})

    def show_extent(self, article: int, start: int, end: int) -> None:
        """Go to a stretch of an article, and outline it."""
        self.read_article(article)
        if self.place.article == article:
            self._columns.reader.show_range(start, end)

    def read_article(self, article: int) -> None:
        """Open an article in Read, in the meeting one is at if it belongs to it."""
        self.view = READ
        self.open_article(article, self.place.meeting)

    def read_meeting(self, meeting: int) -> None:
        """Open a meeting in Read."""
        self.view = READ
        self.open_meeting(meeting)

    def ask_of(self, hit: Hit) -> Ask | None:
        """Return the ask a hit stands for, as it is now."""
        home = {"article": hit.article} if hit.meeting is None else {"meeting": hit.meeting}
        asks = self._workspace.records(**home).asks
        return next((ask for ask in asks if ask.id == hit.ask), None)

    def meeting_of(self, meeting: int | None) -> Meeting | None:
        """Return a meeting, the open one if none is named."""
        return self.meeting if meeting is None else self._meeting(meeting)

    def article_of(self, article: int | None) -> Article | None:
        """Return an article, the open one if none is named; None where it is gone."""
        wanted = self.place.article if article is None else article
        try:
            return None if wanted is None else self._workspace.article(wanted)
        except NotFound:
            return None

    def refresh(self) -> None:
        """Read the library again and show the place one is at, or what is left of it."""
        self.overview = self._workspace.overview()
        self.place = left_of(self.place, self.overview)
        self._show(arrived=False)

    def show_again(self) -> None:
        """Return from the results of a search to what was open."""
        self._show(arrived=False)

    def _show(self, *, arrived: bool) -> None:
        try:
            self._fill(arrived=arrived)
        except NotFound:  # taken out of the library a moment ago
            self.refresh()

    def _fill(self, *, arrived: bool) -> None:
        place = self.place
        self.meeting = self._meeting(place.meeting)
        self.records = self._at_hand.of(self.overview, place)
        self.sides = sides_of(self.meeting, self.records)
        if self.meeting is None and self.view != TIMELINE:
            self.view = READ
        self._columns.sidebar.show_overview(self.overview, place)
        self._columns.panels.show_records(
            self.meeting, self.records, self.sides, self._articles_here()
        )
        title = wording.pair(self.meeting) if self.meeting else tr("Briefing reader")
        self._header.show_pair(title, exportable=self.meeting is not None)
        self._header.show_view(self.view)
        self._show_middle(arrived=arrived)
        self.refreshed.emit(self.overview)

    def _show_middle(self, *, arrived: bool) -> None:
        self.views.leave()
        if self.view != READ:
            self.views.show(self.view, self.meeting)
        elif self.place.smart in _LISTS:
            self._show_list()
        elif self.place.article is not None:
            self._show_article(self.place.article, arrived=arrived)
        else:
            self._columns.empty.show_state(has_articles=bool(self.overview.articles))
            self._columns.show_page(self._columns.empty)

    def _show_article(self, article: int, *, arrived: bool) -> None:
        reader = self._columns.reader
        other = reader.article is None or reader.article.id != article
        try:
            shown, twins = self._workspace.article(article), self._workspace.duplicates_of(article)
        except NotFound:  # removed a moment ago: the refresh after that shows another
            return
        reader.show_article(shown, self.records, self.sides, wording.prints_of(twins))
        self._columns.show_page(reader)
        if arrived and other:
            reader.view.go_to_top_offset(self._workspace.position(article))

    def _show_list(self) -> None:
        titled, make = _LISTS[self.place.smart]
        smart = self.place.smart

        def take(answer: SearchResult) -> None:
            if self.place.smart == smart:
                self._columns.results.show_list(titled(answer.total), answer)
                self._columns.show_page(self._columns.results, by_itself=True)

        self._jobs.start(
            "List", lambda _: make(self._workspace), owner=self, lane=READING,
            succeeded=take, failed=self.failed.emit,
        )  # fmt: skip

    def _articles_here(self) -> tuple[ArticleLine, ...]:
        """The articles the records shown rest on."""
        wanted = self.meeting.articles if self.meeting else (self.place.article,)
        return tuple(line for line in self.overview.articles if line.id in wanted)

    def _meeting(self, meeting: int | None) -> Meeting | None:
        return next((one for one in self.overview.meetings if one.id == meeting), None)

    def _select(self, asks: tuple[Ask, ...], first: Span | None = None) -> None:
        self._columns.reader.select(asks, first=first)
        self._columns.panels.select({"ask": tuple(ask.id for ask in asks)})

    def read_to(self) -> tuple[int, int] | None:
        """Return the open article and how far the user read in it."""
        reader = self._columns.reader
        if reader.article is None or reader.article.id != self.place.article:
            return None
        return reader.article.id, reader.view.top_offset()

    def leave(self) -> None:
        """Tell how far the user read in the open article."""
        if (read_to := self.read_to()) is not None:
            self.left.emit(*read_to)
