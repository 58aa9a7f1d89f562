"""The middle column while searching: how many, a hint where there is none, and the hits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from briefing.gui.look.dragging import KeptIn
from briefing.gui.look.long_list import LongList
from briefing.gui.look.theme import Theme, scaled
from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.pages.hits import HitDelegate, HitsModel
from briefing.gui.pages.query_filters import QueryFilters, arranged, order_box
from briefing.gui.records.records_model import RECORD
from briefing.gui.words import panel_help, wording
from briefing.gui.words.language import tr, tr_phrase
from briefing.model import Hit, SearchResult

HELP = "F3 next hit · Enter opens at the sentence · “quotes” for exact words · NEAR/5 · person: issue: date:2025"
REVIEW_HELP = "Enter reviews from here, one by one · A accept · R reject · E edit · * star"
AT_ONCE = 60  # hits laid out in one go: more than an answer has
ROOMY = 560  # pixels: below, the filters stand on a line of their own
_VERBS = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_R: "reject",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_Asterisk: "star",
}


class HitList(LongList):
    """The hits; asks among them can be reviewed where they stand."""

    review_wanted = Signal(str, object)  # verb, Hit
    left = Signal()
    taker: QWidget | None = None  # where hits may be dropped inside the program

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag an article: inside the program onto meetings alone, or out of it as its file."""
        with KeptIn(self.taker or self.viewport()):
            super().startDrag(actions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hit = self.currentIndex().data(RECORD)
        verb = _VERBS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif verb and hit is not None and hit.kind == "ask" and not event.modifiers():
            self.review_wanted.emit(verb, hit)
        else:
            super().keyPressEvent(event)


class ResultsPage(QWidget):
    """Shows the answer to a query, or a list of asks or articles, hit by hit."""

    opened = Signal(object)  # Hit
    review_wanted = Signal(str, object)
    query_wanted = Signal(str)
    save_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsPage")
        self.setWhatsThis(panel_help.words_of("results"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._query = ""
        self._suggested = ""
        self.total = plain("", strong=True)
        self.time = plain("", mute=True)
        self.save = quiet_button(tr("Save search"), lambda: self.save_wanted.emit(self._query))
        self.filters = QueryFilters()
        self.filters.query_wanted.connect(self.query_wanted)
        self.order = order_box()
        self.order.activated.connect(lambda _: self._arrange())
        self._answer = SearchResult(query="")
        self.message = plain("", wrap=True)
        self.suggestion = quiet_button("", self._take_suggestion)
        self.help = plain("", mute=True, wrap=True)
        self.hits = HitsModel(self)
        self.list = self._make_list(theme)
        self._narrow = False
        self._put_together()
        theme.changed.connect(self.list.viewport().update)

    def _put_together(self) -> None:
        top = self._top = QHBoxLayout()
        top.setSpacing(10)
        for widget in (self.total, self.time, self.filters):
            top.addWidget(widget)
        top.addStretch()
        top.addWidget(self.order)
        top.addWidget(self.save)
        body = self._body = QVBoxLayout(self)
        body.setContentsMargins(34, 20, 34, 16)
        body.setSpacing(8)
        body.addLayout(top)
        self._second = QHBoxLayout()
        self._second.addStretch()
        body.addLayout(self._second)
        body.addWidget(self.message)
        body.addWidget(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.list, 1)
        body.addWidget(self.help)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_top()

    def _fit_top(self) -> None:
        """Put the filters below where one line does not hold everything."""
        shown = (self.total, self.time, self.filters, self.order, self.save)
        wanted = sum(one.sizeHint().width() + 10 for one in shown if not one.isHidden())
        narrow = self.width() < scaled(ROOMY) or wanted > self.width() - 68
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.save.setText(tr("Save") if self.width() < scaled(ROOMY) else tr("Save search"))
        if narrow:
            self._body.insertWidget(1, self.filters)  # as many lines as they need
            self._second.addWidget(self.order)
        else:
            self._top.insertWidget(2, self.filters)
            self._top.insertWidget(4, self.order)

    def show_answer(self, answer: SearchResult) -> None:
        """Show what a search found."""
        self._query, self._suggested = answer.query, answer.suggestion
        self._show(wording.counted(answer.total, "result"), answer, tr(HELP))
        self.time.setText(
            tr("in {milliseconds} ms", milliseconds=max(1, round(answer.seconds * 1000)))
            if answer.seconds
            else ""
        )
        self.save.setVisible(bool(answer.query))
        self.filters.show_query(answer.query)
        self.order.setVisible(len(answer.hits) > 1)
        self._fit_top()

    def show_list(self, title: str, answer: SearchResult) -> None:
        """Show a smart list."""
        self._query, self._suggested = "", ""
        self._show(title, answer, tr(REVIEW_HELP))
        self.time.setText("")
        self.save.hide()
        self.filters.show_query("")
        self.order.hide()

    def open_current(self) -> None:
        """Open the selected hit, or the first."""
        index = self.list.currentIndex()
        if not index.isValid():
            index = self.hits.index(0, 0)
        self._open(index)

    def step(self, step: int) -> None:
        """Select the next (+1) or the hit before (-1)."""
        last = self.hits.rowCount() - 1
        row = min(max(self.list.currentIndex().row() + step, 0), last)
        if last >= 0:
            self.list.setCurrentIndex(self.hits.index(row, 0))

    def _show(self, title: str, answer: SearchResult, help_line: str) -> None:
        row = self.list.currentIndex().row()
        self.total.setText(title)
        self.message.setText(tr_phrase(answer.message))
        self.message.setVisible(bool(answer.message))
        self.suggestion.setText(
            tr("Search for {suggestion}", suggestion=answer.suggestion) if answer.suggestion else ""
        )
        self.suggestion.setVisible(bool(answer.suggestion))
        self._answer = answer
        self._arrange()
        self.help.setText(help_line)
        if answer.hits:
            place = min(max(row, 0), len(answer.hits) - 1)
            self.list.setCurrentIndex(self.hits.index(place, 0))
        self.list.arrive(self.list.verticalScrollBar().value())

    def _arrange(self) -> None:
        """Show the hits in the order chosen; smart lists have their own."""
        answer = self._answer
        self.hits.show(arranged(answer.hits, self.order.currentData() if answer.query else ""))

    def _make_list(self, theme: Theme) -> HitList:
        shown = HitList(AT_ONCE)
        shown.setObjectName("results")
        shown.setAccessibleName(tr("Results"))
        shown.setFrameShape(QFrame.Shape.NoFrame)
        shown.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setModel(self.hits)
        shown.setDragEnabled(True)
        shown.setItemDelegate(HitDelegate(theme, shown))
        shown.clicked.connect(self._open)
        shown.activated.connect(self._open)
        shown.review_wanted.connect(self.review_wanted)
        shown.left.connect(self.left)
        return shown

    def _open(self, index: QModelIndex) -> None:
        hit: Hit | None = index.data(RECORD)
        if hit is not None:
            self.opened.emit(hit)

    def _take_suggestion(self) -> None:
        self.query_wanted.emit(self._suggested)
