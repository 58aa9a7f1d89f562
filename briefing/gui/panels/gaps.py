"""The gaps of one meeting, by sort; a click leads to the finding, the article or the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.panels.panel_head import PanelHead
from briefing.gui.records import gaps
from briefing.gui.records.gaps import MEETING_DATE, Gap
from briefing.gui.words import wording
from briefing.gui.words.kept_words import kept_told
from briefing.gui.words.language import tr

SORTS = {
    gaps.ONE_SOURCE: "Asks resting on one unnamed source",
    gaps.ONE_SIDE: "Issues raised by one side only",
    gaps.NO_OFFICE: "Attendees of whom nothing is known",
    gaps.MEETING_DATE: "Date of the meeting inferred or not known",
    gaps.ARTICLE_DATE: "Articles without a date",
    gaps.NOT_REVIEWED: "Asks not reviewed",
}
MOST = 6  # of a sort; the rest is counted
_WORDS = 62


def words_of(sort: str) -> str:
    """Return how a sort of gap is headed."""
    return tr(SORTS[sort])


class GapsPanel(QWidget):
    """Shows what is thin, one-sided, inferred or not reviewed."""

    chosen = Signal(object)  # Gap

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section")
        self.head = PanelHead(tr("Gaps"), filters=False)
        self.gaps: tuple[Gap, ...] = ()  # as shown
        self._stale = True
        self._in_view = False
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 2, 14, 6)
        self._column.addWidget(self._rows)
        self._column.addStretch()

    def show_gaps(self, found: Sequence[Gap]) -> None:
        """Show these gaps."""
        if tuple(found) == self.gaps:
            return
        self.gaps = tuple(found)
        self.head.show_count(len(found), len(found))
        self._stale = True
        self.look(in_view=self._in_view)

    def look(self, *, in_view: bool) -> None:
        """Make the rows, which is put off while another tab hides them."""
        self._in_view = in_view
        if in_view:
            self._fill()

    def _fill(self) -> None:
        if not self._stale:
            return
        self._stale = False
        found = self.gaps
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        if not found:
            column.addWidget(plain(tr("No gaps: every finding is reviewed."), mute=True, wrap=True))
        for sort, members in groupby(found, key=lambda gap: gap.sort):
            self._add(column, sort, list(members))
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _add(self, column: QVBoxLayout, sort: str, members: list[Gap]) -> None:
        head = plain(f"{words_of(sort)} · {len(members)}", strong=True, wrap=True)
        head.setContentsMargins(6, 4, 6, 0)
        column.addWidget(head)
        for gap in members[:MOST]:
            column.addWidget(self._row(gap))
        more = len(members) - MOST
        if more > 0:
            column.addWidget(plain(tr("and {count} more", count=more), mute=True))

    def _row(self, gap: Gap) -> QPushButton:
        about = kept_told(gap.about) if gap.sort == MEETING_DATE else gap.about
        words = wording.sentence_case(" ".join((about or words_of(gap.sort)).split()))
        short = words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()}…"
        row = quiet_button(short.replace("&", "&&"), lambda: self.chosen.emit(gap), words)
        row.setProperty("gap", True)
        row.setAccessibleName(f"{tr('{subject}:', subject=words_of(gap.sort))} {words}")
        row.setMinimumWidth(40)
        return row
