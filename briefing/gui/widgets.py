"""Small pieces several panels are made of: headings, plain labels, quiet buttons, lists that fit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QPushButton, QSizePolicy, QWidget


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


class FittedList(QListView):
    """A list as high as its rows: the panel around it scrolls, the list does not."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
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
        self.setFixedHeight(self.contentsSize().height() if self.model().rowCount() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._later.start()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 0)
