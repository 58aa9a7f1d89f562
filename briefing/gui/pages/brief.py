"""The briefing as it would be exported now, rendered in a view that loads nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QTextOption
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing.gui.look.colours import Colours
from briefing.gui.look.safe_browser import SafeBrowser
from briefing.gui.look.theme import READING_FAMILY, UI_FAMILY, Theme, scaled
from briefing.gui.look.widgets import plain
from briefing.gui.words import panel_help
from briefing.gui.words.language import tr
from briefing.gui.words.wording import kept_together

if TYPE_CHECKING:
    from briefing.workspace.briefs.drafting import Citation

ROUNDED = 2  # pixels a page may be wider than its view, for its tables are rounded up


class BriefPage(QWidget):
    """Shows the HTML of a briefing; a footnote leads to its sentence, other links go nowhere."""

    sentence_requested = Signal(int, int, int)  # article, start, end

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerPage")
        self.setWhatsThis(panel_help.words_of("brief"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._html = ""
        self._notes: Mapping[int, Citation] = {}
        self.state = plain("", mute=True)
        self.view = SafeBrowser()
        self.view.setObjectName("brief")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(tr("Briefing"))
        self.view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.view.anchorClicked.connect(self._jump)
        self.view.horizontalScrollBar().rangeChanged.connect(self._show_bar)
        body = QVBoxLayout(self)
        body.setContentsMargins(40, 12, 0, 0)
        body.addWidget(self.state)
        body.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        theme.changed.connect(self._render)

    def show_waiting(self) -> None:
        """Say that the briefing is being put together; the former one stays readable."""
        self.state.setText(tr("Putting the briefing together…"))
        self.state.show()

    def show_html(self, html: str, notes: Mapping[int, Citation] | None = None) -> None:
        """Show a rendered briefing; the place in it is kept.

        Args:
            html: as `to_preview` makes it.
            notes: where its footnotes lead, by number.
        """
        self.state.hide()
        self._notes = notes or {}
        if html != self._html:
            self._html = html
            self._render()

    def _render(self) -> None:
        place = self.view.verticalScrollBar().value()
        self.view.document().setDefaultStyleSheet(style_of(self._theme.colours))
        self.view.setHtml(kept_together(self._html))
        frame = self.view.document().rootFrame()
        made = frame.frameFormat()
        made.setRightMargin(40)
        made.setBottomMargin(60)
        frame.setFrameFormat(made)
        self.view.verticalScrollBar().setValue(place)

    def _show_bar(self, _least: int, most: int) -> None:
        """Offer to scroll sideways only where words would be missed: Qt rounds a table up."""
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if most > ROUNDED else policy.ScrollBarAlwaysOff
        if self.view.horizontalScrollBarPolicy() != wanted:
            self.view.setHorizontalScrollBarPolicy(wanted)

    def _jump(self, url: QUrl) -> None:
        if not url.isRelative() or not url.hasFragment():
            return
        name = url.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        number = name.removeprefix("fn:")
        note = self._notes.get(int(number)) if number.isdecimal() else None
        if note is not None:
            self.sentence_requested.emit(note.article, note.start, note.end)
        else:
            self.view.scrollToAnchor(name)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)


def style_of(colours: Colours, size: Callable[[float], int] = scaled) -> str:
    """Return the style sheet of a briefing in these colours; `size` makes pixels of its sizes."""
    return (
        f"body, p, li, td, th {{ color: {colours.ink}; font-family: '{UI_FAMILY}';"
        f" font-size: {size(14)}px; }}"
        "p, li { line-height: 145%; } td, th { vertical-align: middle; }"
        f"h1, h2, h3 {{ font-family: '{READING_FAMILY}'; color: {colours.ink}; }}"
        f"h1 {{ font-size: {size(24)}px; }}"
        f"h2 {{ font-size: {size(18)}px; margin-top: 20px; margin-bottom: 8px; }}"
        f"h3 {{ font-size: {size(15)}px; }}"
        f"a {{ color: {colours.accent}; text-decoration: none; }}"
        f"table {{ margin-top: 8px; border-collapse: collapse; border: 1px solid {colours.line}; }}"
        f"td, th {{ padding: 4px 8px; border: 1px solid {colours.line}; }}"
        f"th {{ background: {QColor(colours.track).name()}; font-weight: 600; }}"
        f"blockquote {{ color: {colours.mute}; }}"
    )
