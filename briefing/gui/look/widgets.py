"""Small pieces several panels are made of: headings, plain labels, quiet buttons, lists that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

AT_ONCE = 40  # rows of a fitted list: the window waits three milliseconds for these


def plain(text: str = "", *, wrap: bool = False, **properties: bool) -> QLabel:
    """Return a label that never takes its text for HTML."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    for name, value in properties.items():
        label.setProperty(name, value)
    return label


def heading(text: str) -> QLabel:
    """Return the small capital heading of a section."""
    label = plain(text.upper(), heading=True, wrap=True)
    font = QFont(label.font())
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    label.setFont(font)
    return label


def quiet_button(text: str, clicked: Callable[[], object], tip: str = "") -> QPushButton:
    """Return a button without a frame, for what is done seldom."""
    button = QPushButton(text)
    button.setProperty("quiet", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(tip)
    button.clicked.connect(lambda _=False: clicked())
    return button


class Drawer(QPushButton):
    """A button that opens and says what is in it, cut where there is no room: its panel stays as wide."""

    def __init__(self, clicked: Callable[[], object], tip: str = "") -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tip = tip
        self.clicked.connect(lambda _=False: clicked())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:  # words that are cut stand there whole
            cut = self.width() < self.sizeHint().width()
            self.setToolTip("\n".join(filter(None, (self.text() if cut else "", self._tip))))
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_PushButtonContents
        room: Any = self.style().subElementRect(part, option, self)
        words: Any = option
        words.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


class FittedList(QListView):
    """A list as high as its rows: the panel around it scrolls, the list does not.

    Of many rows, the first are laid out at once and the others between events; it grows meanwhile.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setMouseTracking(True)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                changed.connect(self.fit)

    def fit(self) -> None:
        """Take the height of all rows."""
        self.doItemsLayout()
        self._take_height()

    def lay_out_all(self) -> None:
        """Lay out what is left at once, as where a row far down is to be shown."""
        if not self._laid_out():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.fit()
            self.setLayoutMode(QListView.LayoutMode.Batched)

    def updateGeometries(self) -> None:
        """Grow by the rows that were laid out."""
        super().updateGeometries()
        self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._later.start()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 0)

    def _take_height(self) -> None:
        """Take the height of the rows laid out; while some are left, no less than there is."""
        wanted = self.contentsSize().height() if self._rows() else 0
        if not self._laid_out():
            wanted = max(wanted, self.minimumHeight())
        if wanted != self.minimumHeight() or wanted != self.maximumHeight():
            self.setFixedHeight(wanted)

    def _laid_out(self) -> bool:
        last = self._rows() - 1
        return last < 0 or self.rectForIndex(self.model().index(last, 0)).isValid()

    def _rows(self) -> int:
        model: QAbstractItemModel | None = self.model()
        return 0 if model is None else model.rowCount()
