"""One panel as a dock: a slim heading for its title bar, and a body that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QScrollArea, QWhatsThis, QWidget

from briefing.gui.panels.panel_head import PanelHead

_AREAS = (
    Qt.DockWidgetArea.LeftDockWidgetArea
    | Qt.DockWidgetArea.RightDockWidgetArea
    | Qt.DockWidgetArea.BottomDockWidgetArea
)
LEAST = 40  # pixels a body keeps, however many panels share the height


class PanelDock(QDockWidget):
    """Can be moved, floated, tabbed, folded and closed; tells when the user closed it."""

    closed = Signal()
    grew = Signal()  # what it holds needs more or less room

    def __init__(self, name: str, head: PanelHead, body: QWidget, whats_this: str) -> None:
        super().__init__(head.title)
        self.setObjectName(name)
        self.setAllowedAreas(_AREAS)
        self.setAccessibleName(head.title)
        self.setWhatsThis(whats_this)
        self.head = head
        self.body = body
        self.area = _scrolling(body)
        self.setTitleBarWidget(head)
        self.setWidget(self.area)
        self.folded = False
        body.installEventFilter(self)
        head.folded.connect(self._fold)
        head.counted.connect(self._count)
        head.float_wanted.connect(lambda: self.setFloating(not self.isFloating()))
        head.close_wanted.connect(self.close)
        head.help_wanted.connect(self._explain)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.grew.emit()
        return super().eventFilter(watched, event)

    def natural(self, width: int) -> int:
        """Return the height its heading and body would like at a width."""
        head = self.head.sizeHint().height()
        if self.folded:
            return head
        layout = self.body.layout()
        if layout is not None and layout.hasHeightForWidth():
            return head + layout.totalHeightForWidth(width)
        return head + self.body.sizeHint().height()

    def _fold(self, away: bool) -> None:
        self.folded = away
        self.area.setVisible(not away)
        self.setMaximumHeight(self.head.sizeHint().height() if away else 16_777_215)
        self.grew.emit()

    def _count(self, words: str) -> None:
        """Name the tab with its count, as screen readers do the panel."""
        title = self.head.title
        self.setWindowTitle(f"{title} · {words}" if words else title)
        self.setAccessibleName(f"{title}, {words}" if words else title)

    def _explain(self, place: QPoint) -> None:
        QWhatsThis.showText(place, self.whatsThis(), self)


def _scrolling(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("panelArea")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(LEAST)
    area.setWidget(body)
    return area
