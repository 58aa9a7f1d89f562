"""The rows of the left column: meetings and their articles, smart lists, saved searches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from briefing.gui.look.dragging import ARTICLES_MIME, ArticlesMime, HandOut
from briefing.gui.records.records_model import RECORD, plain_tip
from briefing.gui.words import wording
from briefing.gui.words.language import tr, tr_phrase
from briefing.model import ArticleLine

if TYPE_CHECKING:
    from briefing.workspace import Overview
    from briefing.workspace.briefs.suggesting import Suggestion

Index = QModelIndex | QPersistentModelIndex
_Shape = tuple["Overview", int | None, bool, "tuple[Suggestion, ...]", tuple[str, ...]]
HEADING, MEETING, ARTICLE, SMART, SEARCH = "heading", "meeting", "article", "smart", "search"
SUGGESTION = "suggestion"
TO_REVIEW, UNASSIGNED, STARRED = "to review", "unassigned", "starred"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its kind, what it stands for (an id, a list's name, a query) and its words.

    Attributes:
        open: whether it is the meeting or list whose articles stand below it.
    """

    kind: str
    key: int | str
    text: str
    detail: str = ""
    count: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: a meeting (or the unassigned articles) and an article of it."""

    meeting: int | None = None
    article: int | None = None
    smart: str = ""


class Rows(Sequence[Row]):
    """The rows in order; that of an article gets its words when it is first looked at.

    Ten thousand articles are worded in 25 milliseconds, of which a window shows twenty.
    """

    def __init__(
        self,
        kept: Sequence[Row | ArticleLine] = (),
        worded: Callable[[ArticleLine], Row] | None = None,
    ) -> None:
        self._kept = kept
        self._worded = worded or _article

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        kept = self._kept[at]
        return kept if isinstance(kept, Row) else self._worded(kept)

    def places(self) -> dict[tuple[str, int | str], int]:
        """Return at which place the row of each kind and key stands, the first where it is twice."""
        found: dict[tuple[str, int | str], int] = {}
        for number, kept in enumerate(self._kept):
            key = (kept.kind, kept.key) if isinstance(kept, Row) else (ARTICLE, kept.id)
            found.setdefault(key, number)
        return found


class SidebarModel(QAbstractListModel):
    """Lists the library; the articles of the meeting one is in stand below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = Rows()
        self._places: dict[tuple[str, int | str], int] = {}
        self._shape: _Shape | None = None
        self._articles: dict[int, tuple[ArticleLine, Row]] = {}  # made before: few of them change
        self.hand_out: HandOut = lambda _: ()  # copies of the original files, for other programs

    def show(
        self,
        overview: Overview,
        place: Place,
        suggested: Sequence[Suggestion] = (),
        recent: Sequence[str] = (),
    ) -> None:
        """Replace every row; suggestions stand below their articles, recent searches last.

        Where only another article of the same list is open, the rows are as they were.
        """
        shape = overview, place.meeting, _loose_open(place), tuple(suggested), tuple(recent)
        if self._shape is not None and self._shape[0] is overview and self._shape[1:] == shape[1:]:
            return
        self._shape = shape
        self.beginResetModel()
        shown = _with_suggestions(_rows(overview, place), overview, suggested)
        self._rows = Rows((*shown, *_recent(overview, recent)), self._article)
        self._places = self._rows.places()
        self.endResetModel()

    def mimeTypes(self) -> list[str]:
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = [self._rows[i.row()] for i in sorted(indexes, key=lambda index: index.row())]
        return ArticlesMime([int(row.key) for row in dragged if row.kind == ARTICLE], self.hand_out)

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @property
    def rows(self) -> Rows:
        """The rows as shown."""
        return self._rows

    def row_of(self, kind: str, key: int | str | None) -> int:
        """Return the number of a row, -1 where there is none."""
        return -1 if key is None else self._places.get((kind, key), -1)

    def _article(self, line: ArticleLine) -> Row:
        known = self._articles.get(line.id)
        if known is None or (known[0] is not line and known[0] != line):
            known = self._articles[line.id] = line, _article(line)
        return known[1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(filter(None, (row.text, row.detail))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.text, row.detail, row.count)))
        return row if role == RECORD else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].kind == HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and self._rows[index.row()].kind == ARTICLE:
            return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled
        return super().flags(index)


def _rows(overview: Overview, place: Place) -> Iterator[Row | ArticleLine]:
    yield Row(HEADING, "meetings", tr("Meetings"), count=str(len(overview.meetings)))
    lines = {line.id: line for line in overview.articles}
    for meeting in overview.meetings:
        yield Row(
            MEETING,
            meeting.id,
            ("★ " if meeting.starred else "") + wording.leaders(meeting),
            wording.meeting_line(meeting),
            open=meeting.id == place.meeting,
        )
        if meeting.id == place.meeting:
            yield from (lines[one] for one in meeting.articles if one in lines)
    loose = overview.unassigned
    yield Row(HEADING, "lists", tr("Smart lists"))
    yield Row(SMART, TO_REVIEW, tr("To review"), count=str(overview.to_review))
    yield Row(SMART, UNASSIGNED, tr("Unassigned articles"), count=str(len(loose)))
    if _loose_open(place):
        yield from loose
    yield Row(SMART, STARRED, tr("Starred"), count=str(overview.starred))
    if overview.searches:
        yield Row(HEADING, "searches", tr("Saved searches"))
        yield from (Row(SEARCH, query, query) for query in overview.searches)


def _loose_open(place: Place) -> bool:
    """Tell whether the articles of no meeting stand in the list."""
    return place.meeting is None and (place.smart == UNASSIGNED or place.article is not None)


def _with_suggestions(
    shown: Iterator[Row | ArticleLine], overview: Overview, suggested: Sequence[Suggestion]
) -> Iterator[Row | ArticleLine]:
    meetings = {meeting.id: meeting for meeting in overview.meetings}
    by_article: dict[int, list[Suggestion]] = {}
    for one in suggested:
        by_article.setdefault(one.article, []).append(one)
    for row in shown:
        yield row
        for one in () if isinstance(row, Row) else by_article.get(row.id, ()):
            meeting = meetings.get(one.meeting)
            if meeting is not None:
                name = wording.dotted((wording.leaders(meeting), wording.days(meeting.date)))
                key, why = f"{one.article} {one.meeting}", tr_phrase(one.reason)
                yield Row(SUGGESTION, key, tr("Could belong to {name}", name=name), why)


def _recent(overview: Overview, queries: Sequence[str]) -> Iterator[Row]:
    others = [query for query in queries if query not in overview.searches]
    if others:
        yield Row(HEADING, "recent", tr("Recent searches"))
        yield from (Row(SEARCH, query, query) for query in others)


def _article(line: ArticleLine) -> Row:
    star = "★ " if line.starred else ""
    return Row(ARTICLE, line.id, star + line.headline, wording.article_line(line))
