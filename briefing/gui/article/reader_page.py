"""The middle column in Read: the article, the strip beside it, the question for its date, find."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from briefing.gui.article.article_text import ShownText
from briefing.gui.article.article_view import ArticleView
from briefing.gui.article.find_bar import FindBar, Ranges
from briefing.gui.article.overview_bar import OverviewBar
from briefing.gui.article.sentence_drag import SentenceDrag
from briefing.gui.article.typesetting import Reading
from briefing.gui.look.date_field import DateField
from briefing.gui.look.theme import Theme
from briefing.gui.look.widgets import plain
from briefing.gui.records.marks import extents_of, marks_of, place
from briefing.gui.words import panel_help, wording
from briefing.gui.words.language import tr
from briefing.model import Article, Ask, Records, Span


class DatePrompt(QFrame):
    """Asks when the article was published, where nothing tells."""

    given = Signal(object)  # datetime.date

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = DateField(tr("Publication date of the article"))
        self.button = QPushButton(tr("Set the date"))
        self.button.clicked.connect(self._give)
        self.field.entered.connect(self._give)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        words = tr(
            "When this article was published is not known: a word like “Tuesday” could mean any week’s."
        )
        row.addWidget(plain(words, wrap=True), 1)
        row.addWidget(self.field)
        row.addWidget(self.button)
        self.hide()

    def ask(self) -> None:
        """Show the question, with no answer offered: none is known."""
        self.field.show_day(None)
        self.show()

    def _give(self) -> None:
        day = self.field.day()
        if day is None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.given.emit(day)


class ReaderPage(QWidget):
    """Shows one article with the records that stand in it."""

    placed = Signal(int)
    zoomed = Signal(int)
    date_given = Signal(object)
    article_wanted = Signal(int)  # another print of the same report

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerPage")
        self.setWhatsThis(panel_help.words_of("article"))
        self.view = ArticleView(theme)
        self.strip = OverviewBar(theme, self.view.fractions)
        self.prompt = DatePrompt()
        self.finder = FindBar()
        self._article: Article | None = None
        self.sentences = SentenceDrag(self.view, lambda: self._article)
        self._sides: tuple[str, ...] = ()
        self._reading = Reading()
        self._with_hidden = False
        self._prints: tuple[tuple[str, str], ...] = ()
        self._records = Records()
        self._unmarked: frozenset[str | int] = frozenset()
        self._put_together()
        self.setFocusProxy(self.view)
        self.view.placed.connect(self.placed)
        self.view.zoomed.connect(self.zoomed)
        self.view.laid_out.connect(self.strip.look_again)
        self.strip.went.connect(self._go)
        self.finder.hits_changed.connect(self.view.show_hits)
        self.finder.is_shown = lambda start, end: self.view.shown_range(start, end) is not None
        self.view.anchorClicked.connect(self._follow)
        self.prompt.given.connect(self.date_given)

    def _put_together(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.prompt, 0, 0, 1, 2)
        grid.addWidget(self.view, 1, 0)
        grid.addWidget(self.strip, 1, 1)
        grid.addWidget(self.finder, 2, 0, 1, 2)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the article."""
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        grid.addWidget(widget, grid.rowCount(), 0, 1, 2)

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self._article

    def show_article(
        self,
        article: Article,
        records: Records,
        sides: tuple[str, ...],
        prints: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show an article; the place in it is kept if it is the one shown already.

        Args:
            article: the article.
            records: what was found in its meeting.
            sides: the sides of its meeting.
            prints: (words, address) of other articles with the same text.
        """
        same = self._article is not None and self._article.id == article.id
        unchanged = same and self._article == article and self._prints == tuple(prints)
        top = self.view.top_offset() if same else 0
        self._prints = tuple(prints)
        self._article, self._sides = article, sides
        if not unchanged:
            self._lay_out()
            self.view.go_to_top_offset(top)
        if not same:
            self.finder.set_text(article.text)
        if article.published is not None:
            self.prompt.hide()
        elif not same or self.prompt.isHidden():
            self.prompt.ask()
        self._records = records
        self._mark()

    def offer(self, actions: list[QAction]) -> None:
        """Put these into the menu of the article."""
        copy = QAction(tr("Copy"), self.view)
        copy.triggered.connect(self.view.copy)
        self.view.addActions([copy, *actions])
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def select(
        self, asks: tuple[Ask, ...], *, scroll: bool = True, first: Span | None = None
    ) -> None:
        """Outline these asks where they stand in the article; go to what stands in `first`."""
        assert self._article is not None
        ranges = [
            (span.start, span.end, place(ask.side, self._sides))
            for ask in asks
            for span in extents_of(ask, self._article.id)
        ]
        if first is not None:
            ranges.sort(key=lambda one: not first.start <= one[0] < first.end)
        self.view.select(tuple(ranges), scroll=scroll)

    def show_range(self, start: int, end: int) -> None:
        """Outline and go to a stretch of the source text."""
        self.view.select(((start, end, -1),))

    def show_hits(self, hits: Ranges, current: int = 0) -> None:
        """Mark search hits, to be walked with F3."""
        self.finder.show_hits(hits, current)

    def set_reading(self, reading: Reading) -> None:
        """Set the text otherwise: family, size, line length."""
        self._reading = reading
        self._again()

    def show_hidden(self, on: bool) -> None:
        """Show hidden chrome as greyed lines, or leave it out."""
        self._with_hidden = on
        self._again()

    def show_kind(self, kind: str, *, on: bool) -> None:
        """Show the marks of a kind, or leave them out."""
        self._unmarked = self._unmarked - {kind} if on else self._unmarked | {kind}
        self._mark()

    def show_side(self, side: int, *, on: bool) -> None:
        """Show the marks of a side (by its place among the sides), or leave them out."""
        self._unmarked = self._unmarked - {side} if on else self._unmarked | {side}
        self._mark()

    def _mark(self) -> None:
        if self._article is not None:
            marks = marks_of(self._records, self._article.id, self._sides)
            out = self._unmarked
            self.view.show_marks(tuple(m for m in marks if m.kind not in out and m.side not in out))

    def line_at(self, offset: int | None) -> tuple[int, int] | None:
        """Return the (start, end) of the paragraph that holds a source offset."""
        paragraphs = self._article.paragraphs if self._article and offset is not None else ()
        return next(
            ((p.start, p.end) for p in paragraphs if p.start <= (offset or 0) < p.end), None
        )

    def _again(self) -> None:
        if self._article is not None:
            top = self.view.top_offset()
            self._lay_out()
            self.view.go_to_top_offset(top)

    def _lay_out(self) -> None:
        assert self._article is not None
        meta = wording.article_meta(self._article)
        shown = ShownText(self._article, meta, with_hidden=self._with_hidden, prints=self._prints)
        self.view.show_text(shown, self._reading)

    def _follow(self, address: QUrl) -> None:
        if address.scheme() == "article" and address.path().isdigit():
            self.article_wanted.emit(int(address.path()))

    def _go(self, share: float) -> None:
        bar = self.view.verticalScrollBar()
        height = self.view.document().size().height()
        bar.setValue(int(share * height - self.view.viewport().height() / 2))
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
