"""The way between findings and sentences, in both directions, and through the findings to review."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from briefing.gui.desk.columns import Columns
from briefing.gui.desk.desk import Desk
from briefing.gui.desk.record_deeds import RecordDeeds
from briefing.gui.desk.review_queue import ReviewQueue, waiting
from briefing.gui.records import marks, verbs
from briefing.gui.records.facets import facet_of
from briefing.gui.sidebar.rows import TO_REVIEW
from briefing.gui.words.language import tr
from briefing.model import Hit, Span

_LISTS = {"person": "people", "issue": "issues", "ask": "asks", "pressure": "pressure"}
_DECISIONS = frozenset({verbs.ACCEPT, verbs.REJECT, verbs.ACCEPT_ALL, verbs.REJECT_ALL})


class Evidence(QObject):
    """Keeps panels, the finding at hand and the outlined sentence in step."""

    said = Signal(str)

    def __init__(
        self, desk: Desk, columns: Columns, deeds: RecordDeeds, queue: ReviewQueue
    ) -> None:
        super().__init__(columns)
        self._desk = desk
        self._columns = columns
        self._detail = columns.panels.detail
        self._deeds = deeds
        self._queue = queue
        self.reviewing = False
        self._handed: set[int] = set()  # asks whose decision is being written
        deeds.failed.connect(lambda _: self._handed.clear())

    def show(self, kind: str, record: Any) -> None:
        """Go to the sentence of a record, in the open article first, and show the record."""
        here = self._desk.place.article
        number = next((n for n, s in enumerate(record.spans) if s.article == here), 0)
        self._detail.show_record(kind, record, number)
        self.show_place(kind, record, self._detail.span())

    def click(self, kind: str, record: Any) -> None:
        """Do what `show` does; an issue or person also narrows the asks, or widens them again."""
        self._columns.panels.toggle_facet(facet_of(kind, record, self._desk.records.asks))
        self.show(kind, record)

    def open_hit(self, hit: Hit) -> None:
        """Open a hit of a search at its sentence; one of the list to review begins the review."""
        listed = self._desk.place.smart == TO_REVIEW
        self._desk.open_hit(hit)
        ask = next((a for a in self._desk.records.asks if a.id == hit.ask), None)
        if ask is None:
            return
        self.reviewing = self.reviewing or listed
        here = [n for n, s in enumerate(ask.spans) if s.article == hit.article]
        self._detail.show_record("ask", ask, here[0] if here else 0)
        span = self._detail.span()
        self._detail.show_source(self._deeds.source(span) if span else "")
        self._tell(ask.id)

    def show_place(self, kind: str, record: Any, span: Span | None) -> None:
        """Go to one place of a record."""
        if span is None:
            self._detail.show_source(tr("no place in the text"))
            return
        self._desk.show_sentence(kind, record, span)
        self._detail.show_source(self._deeds.source(span))

    def explain(self, kind: str, record: Any) -> None:
        """Show why a record was found."""
        self.show(kind, record)
        self._detail.ask_why.setChecked(True)
        self._detail.toggle_why()

    def place_caret(self, offset: int) -> None:
        """Select in the panels what the sentence around an offset of the open article holds."""
        article = self._columns.reader.article
        if article is None:
            return
        extent = marks.sentence_around(article, offset)
        found = marks.records_in(self._desk.records, article.id, extent)
        self._columns.panels.select(found)
        asks = tuple(ask for ask in self._desk.records.asks if ask.id in found["ask"])
        self._columns.reader.select(asks, scroll=False)
        if asks and self._detail.record is not None:
            here = [n for n, s in enumerate(asks[0].spans) if s.article == article.id]
            self._detail.show_record("ask", asks[0], here[0] if here else 0)
            span = self._detail.span()
            self._detail.show_source(self._deeds.source(span) if span else "")

    def review(self, verb: str) -> None:
        """Take a decision on the finding at hand, or step to another one."""
        detail = self._detail
        if verb in {verbs.NEXT, verbs.PREVIOUS}:
            self.step(1 if verb == verbs.NEXT else -1)
        elif detail.record is None:
            self.said.emit(tr("Click a finding or a marked sentence first."))
        elif self.reviewing and detail.kind == "ask" and verb in _DECISIONS:
            self._decide(verb, detail.record)
        else:
            self._deeds.review(verb, detail.kind, detail.record)

    def _decide(self, verb: str, ask: Any) -> None:
        """Decide on an ask and go on at once: keys may come faster than the library writes."""
        if ask.id in self._handed:
            return  # the last one of its meeting, pressed twice
        following = self._queue.step(self._waiting(), ask.id, 1)
        self._deeds.review(verb, "ask", ask)
        if ask.status == "proposed":
            self._handed.add(ask.id)
            if following is not None:
                self.show("ask", following)
                self._tell(following.id)

    def begin_review(self) -> None:
        """Show the first ask to review, of the open meeting or else of the next that has any."""
        self._queue.begin()
        self.reviewing = True
        self._detail.record = None
        self.step(1)
        if self.reviewing:  # A, R, J and K are keys of the text; the sidebar has none of them
            self._columns.reader.setFocus()

    def step(self, by: int) -> None:
        """Go to the next ask to review (+1), or the one before."""
        desk = self._desk
        current = (
            self._detail.record.id if self._detail.record and self._detail.kind == "ask" else None
        )
        asks = self._waiting()
        ask = self._queue.step(asks, current, by)
        if ask is None:
            meeting = self._queue.next_meeting(
                desk.overview.meetings, desk.meeting.id if desk.meeting else None, by
            )
            if meeting is None:
                self._end()
                return
            self._detail.record = None  # what was at hand stays behind in its meeting
            desk.open_meeting(meeting)
            self._queue.begin()
            asks = self._waiting()
            if not asks:  # decided on a moment ago
                self._end()
                return
            ask = asks[0] if by > 0 else asks[-1]
        self.show("ask", ask)
        self._tell(ask.id)

    def refreshed(self) -> None:
        """Show the finding at hand as it is now; in a review, the next when it was decided on."""
        kind, known = self._detail.kind, self._detail.record
        waits = {ask.id for ask in self._desk.records.asks if ask.status == "proposed"}
        self._handed &= waits
        if known is None:
            return
        if self._left_behind(known):
            self.reviewing = False
            self._detail.leave()
            return
        now = next((r for r in self._records(kind) if r.id == known.id), None)
        decided = kind == "ask" and (now is None or now.status != "proposed")
        if self.reviewing and decided and known.status == "proposed":
            self._detail.record = now or known
            self.step(1)
        elif now is None:
            self._detail.leave()
        else:
            self._detail.show_record(kind, now, self._detail.number)
            if self.reviewing:
                self._tell(now.id)

    def _left_behind(self, record: Any) -> bool:
        """Tell whether the user opened another meeting than that of the finding at hand."""
        here = self._desk.meeting.id if self._desk.meeting else None
        return record.meeting is not None and here is not None and record.meeting != here

    def leave(self) -> None:
        """Put the finding at hand away, and end the review."""
        self.reviewing = False
        self._detail.leave()
        self._columns.panels.toggle_facet(None)
        self._columns.reader.view.select(())
        self._columns.reader.setFocus()

    def accept_firm(self) -> None:
        """Accept every ask of the high band that is shown and waits."""
        self._deeds.review_many(verbs.ACCEPT, "ask", self._columns.panels.asks.to_accept())

    def _end(self) -> None:
        self.reviewing = False
        self._detail.show_queue("")
        left = self._desk.overview.to_review
        self.said.emit(
            tr("No further ask to review this way.") if left else tr("All asks are decided on.")
        )

    def _tell(self, current: int) -> None:
        asks = self._waiting()
        place = next((n for n, ask in enumerate(asks, 1) if ask.id == current), 0)
        words = (
            tr("{place} of {count} to review", place=place, count=len(asks))
            if place
            else tr("{count} to review", count=len(asks))
        )
        self._detail.show_queue(words if self.reviewing else "")

    def _waiting(self) -> tuple[Any, ...]:
        meeting, article = self._desk.meeting, self._desk.place.article
        articles = meeting.articles if meeting else (article,) if article is not None else ()
        asks = waiting(self._desk.records, articles)
        return tuple(ask for ask in asks if ask.id not in self._handed)

    def _records(self, kind: str) -> tuple[Any, ...]:
        return tuple(getattr(self._desk.records, _LISTS[kind]))
