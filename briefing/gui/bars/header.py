"""The bar at the top: which meeting, which view, the search field, import and export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from briefing.gui.look.theme import scaled
from briefing.gui.look.widgets import plain
from briefing.gui.words import panel_help
from briefing.gui.words.language import tr

READ, BRIEF, COMPARE, TIMELINE = "Read", "Brief", "Compare", "Timeline"
VIEWS = (READ, BRIEF, COMPARE, TIMELINE)
ROOMY = 420  # pixels
_HINTS = (  # the longest that has room
    "Search articles, people, asks…   tariff AND side:canada",
    "Search articles, people, asks…",
    "Search…",
)
_LEAST_SEARCH = 150


class SearchField(QLineEdit):
    """The search field; arrow keys and F3 go to the results while one types."""

    left = Signal()  # Esc
    moved = Signal(int)  # +1 down, -1 up
    entered = Signal()  # by the user: clicked, or by its key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setWhatsThis(panel_help.words_of("search"))
        self.setAccessibleName(tr("Search the library"))
        self.setToolTip(tr("Search the library (Ctrl+K)"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(620)
        self._hint = plain("Ctrl K")
        self._hint.setParent(self)
        self._hint.setObjectName("hint")
        self.textChanged.connect(self._show_hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.entered.emit()

    def _show_hint(self) -> None:
        """Say in an empty field what can be typed, and the key, as far as there is room."""
        roomy = self.width() >= scaled(ROOMY)
        self._hint.setVisible(not self.text() and roomy)
        room = self.width() - scaled(36) - (self._hint.sizeHint().width() + 12 if roomy else 0)
        hints = [tr(words) for words in _HINTS]
        width = self.fontMetrics().horizontalAdvance
        self.setPlaceholderText(next((one for one in hints if width(one) <= room), hints[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()
        size = self._hint.sizeHint()
        self._hint.setGeometry(
            self.width() - size.width() - 12,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )


class Header(QFrame):
    """Holds the controls one reaches for most."""

    view_chosen = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.pair = plain("", strong=True)
        self.pair.setObjectName("pair")
        self.pair.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.search = SearchField()
        self.import_button = _button(tr("Import…"), tr("Import articles (Ctrl+O)"))
        self.export_button = _button(
            tr("Export brief"), tr("Export the briefing (Ctrl+E)"), primary=True
        )
        self.import_button.clicked.connect(self.import_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self._views = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(self.pair)
        self._row_of_views = self._segments()
        row.addWidget(self._row_of_views)
        row.addStretch(1)
        row.addWidget(self.search, 8)
        row.addStretch(1)
        row.addWidget(self.import_button)
        row.addWidget(self.export_button)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, scaled(34) + 18)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(34) + 18)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out, where there is no room, what the menus and the title of the window say too."""
        super().resizeEvent(event)
        room = (
            self.width()
            - 2 * 16
            - 14
            - scaled(_LEAST_SEARCH)
            - self._row_of_views.sizeHint().width()
        )
        for widget in (self.export_button, self.pair, self.import_button):
            room -= widget.sizeHint().width() + 14
            widget.setVisible(room >= 0)

    def show_pair(self, text: str, *, exportable: bool) -> None:
        """Name the meeting; without one there is no briefing to export."""
        self.pair.setText(text)
        self.export_button.setEnabled(exportable)
        for view in (BRIEF, COMPARE):
            self.segment(view).setEnabled(exportable)

    def show_view(self, name: str) -> None:
        """Press the segment of a view without telling anybody."""
        self.segment(name).setChecked(True)

    def segment(self, name: str) -> QPushButton:
        """Return the segment of that name."""
        found = next(b for b in self._views.buttons() if b.objectName() == name)
        assert isinstance(found, QPushButton)
        return found

    def _segments(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, name in enumerate(VIEWS, start=1):
            button = _button(
                tr(name), tr("{name} view (Ctrl+Alt+{number})", name=tr(name), number=number)
            )
            button.setObjectName(name)
            button.setCheckable(True)
            button.setProperty("segment", {1: "first", len(VIEWS): "last"}.get(number, "only"))
            button.clicked.connect(lambda _=False, view=name: self.view_chosen.emit(view))
            self._views.addButton(button)
            row.addWidget(button)
        self.segment(READ).setChecked(True)
        return holder


def _button(text: str, tip: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setProperty("primary", primary)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
