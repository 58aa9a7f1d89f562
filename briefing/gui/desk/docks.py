"""The Read view: the article, and the panels docked around it; remembers how they stand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QTabBar, QTabWidget, QWidget

from briefing.gui.article.reader_page import ReaderPage
from briefing.gui.desk.dock_heights import heights
from briefing.gui.panels.panel_dock import PanelDock
from briefing.gui.panels.panels import Panels
from briefing.gui.words.language import tr

VERSION = 1
SHARE = 0.346  # of the width, as in the pictures: 404 of 1,168 pixels
STACK = ("meeting", "people", "issues", "asks")  # top to bottom
BEHIND = ("pressure", "gaps")  # tabs of the asks
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True, slots=True)
class Layout:
    """How the panels stand.

    Attributes:
        state: as Qt writes it.
        width: the share of the panels in the width, 0 where none is docked.
        heights: (panel, share of the height) where the user set them.
        closed: the panels the user closed.
    """

    state: bytes = b""
    width: float = SHARE
    heights: tuple[tuple[str, float], ...] = ()
    closed: frozenset[str] = frozenset()


class Docks(QMainWindow):
    """Holds the article in the middle and the panels at its sides."""

    closed_changed = Signal()

    def __init__(
        self, reader: ReaderPage, empty: QWidget, panels: Panels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("docks")
        options = QMainWindow.DockOption
        self.setDockOptions(
            options.AllowTabbedDocks | options.AllowNestedDocks | options.GroupedDragging
        )
        self.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setDocumentMode(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.reader = reader
        self.panels = panels
        self.middle = QStackedWidget()
        self.middle.addWidget(empty)
        self.middle.addWidget(reader)
        self.setCentralWidget(self.middle)
        self.setFocusProxy(reader)
        self._closed: set[str] = set()
        self._alone = self._bare = False
        self._share = SHARE
        self._set: dict[str, float] = {}  # shares of the height the user gave panels
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self._wide = True
        self._before: list[tuple[int, int]] = []  # sizes of the panels as a line was taken
        for dock in panels.docks.values():
            dock.closed.connect(self._note_closed)
            dock.topLevelChanged.connect(lambda _: self._later.start())
            dock.grew.connect(self._later.start)
        panels.detail.came.connect(self._show_finding)
        self.reset()

    def reset(self) -> None:
        """Put every panel where it stands at first."""
        self._closed, self._set, self._share = set(), {}, SHARE
        docks = self.panels.docks
        for name in STACK:
            docks[name].setFloating(False)
            self.addDockWidget(_RIGHT, docks[name], Qt.Orientation.Vertical)
        for name in BEHIND:
            docks[name].setFloating(False)
            self.addDockWidget(_RIGHT, docks[name])
            self.tabifyDockWidget(docks["asks"], docks[name])
        docks["finding"].setFloating(False)
        self.addDockWidget(_BOTTOM, docks["finding"])
        self._show()
        docks["asks"].raise_()
        self._wide = True
        self._later.start()
        self.closed_changed.emit()

    def set_alone(self, alone: bool) -> None:
        """Leave the article alone, or show the panels again."""
        self._alone = alone
        self._show()

    def show_page(self, page: QWidget) -> None:
        """Put the article or the empty page into the middle; panels that hold nothing go."""
        self.middle.setCurrentWidget(page)
        bare = page is not self.reader and not self.panels.any_meeting
        if bare != self._bare:
            self._bare = bare
            self._show()

    def page(self) -> QWidget:
        """Return what is in the middle: the article or the empty page."""
        return self.middle.currentWidget() or self.reader

    def is_closed(self, name: str) -> bool:
        """Tell whether the user closed a panel."""
        return name in self._closed

    def set_closed(self, name: str, closed: bool) -> None:
        """Close a panel, or open it again and bring it to the front."""
        self._closed = self._closed | {name} if closed else self._closed - {name}
        self._show()
        if not closed:
            self.panels.docks[name].raise_()
        self._later.start()
        self.closed_changed.emit()

    def state_of(self) -> Layout:
        """Return how the panels stand."""
        return Layout(
            bytes(self.saveState(VERSION).data()),
            self._share,
            tuple(self._set.items()),
            frozenset(self._closed),
        )

    def restore(self, layout: Layout) -> None:
        """Bring a layout back, as shares of the size there is; nothing ends up off screen."""
        if layout.state and not self.restoreState(QByteArray(layout.state), VERSION):
            return
        self._closed = set(layout.closed) & set(self.panels.docks)
        self._share = min(max(layout.width, 0.1), 0.8)
        self._set = dict(layout.heights)
        self._show()
        self._wide = True
        self._later.start()
        self.closed_changed.emit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.MouseButtonPress:  # only lines between panels get here
            self._before = self._sizes()
        elif event.type() == QEvent.Type.MouseButtonRelease and self._sizes() != self._before:
            self.note_sizes()
        return handled

    def _sizes(self) -> list[tuple[int, int]]:
        return [(dock.width(), dock.height()) for dock in self.panels.docks.values()]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wide = True  # beside another page, the panels were pressed together
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wide = True
        self._later.start()

    def _note_closed(self) -> None:
        """A panel was closed by its own sign: the finding alone comes back by itself."""
        dock = self.sender()
        if isinstance(dock, PanelDock) and dock.objectName() != "finding":
            self.set_closed(dock.objectName(), closed=True)

    def _show_finding(self, here: bool) -> None:
        self.panels.docks["finding"].setVisible(here and not self._alone)
        self._later.start()

    def _show(self) -> None:
        for name, dock in self.panels.docks.items():
            wanted = name not in self._closed and not self._alone and not self._bare
            if name == "finding":
                wanted = wanted and self.panels.detail.record is not None
            if wanted == dock.isHidden():
                dock.setVisible(wanted)

    def _settle(self) -> None:
        """Give the panels their share of the width, and heights that fit what they hold."""
        if not self.isVisible():
            return
        self._pull_in()
        self._tidy_tabs()
        right = self._docked()
        if right and self._wide:
            self._wide = False
            self.resizeDocks(
                [right[0]], [round(self._share * self.width())], Qt.Orientation.Horizontal
            )
            self._later.start()  # what words need in height follows from the width they get
        wanted = heights(right, self._set, sum(dock.height() for dock in right))
        if any(abs(dock.height() - wanted[dock.objectName()]) > 2 for dock in right):
            self.resizeDocks(right, list(wanted.values()), Qt.Orientation.Vertical)
        self._fit_finding()

    def _fit_finding(self) -> None:
        """Give the finding below the article the height it needs, at most half of what there is."""
        dock = self.panels.docks["finding"]
        if dock.isVisible() and not dock.isFloating() and self.dockWidgetArea(dock) == _BOTTOM:
            wanted = min(dock.natural(dock.width()), self.height() // 2)
            if abs(dock.height() - wanted) > 1:
                self.resizeDocks([dock], [wanted], Qt.Orientation.Vertical)

    def _tidy_tabs(self) -> None:
        """Let tabs be as wide as their words: Qt makes the bars anew as panels are moved."""
        for bar in self.findChildren(QTabBar, "", Qt.FindChildOption.FindDirectChildrenOnly):
            if bar.elideMode() != Qt.TextElideMode.ElideNone:
                bar.setElideMode(Qt.TextElideMode.ElideNone)
                bar.setExpanding(False)
                bar.setUsesScrollButtons(True)
                bar.setDrawBase(False)
                bar.setAccessibleName(tr("Panels"))

    def note_sizes(self) -> None:
        """Keep as shares what the user gave the panels by dragging a line between them."""
        right = self._docked()
        if right:
            self._share = right[0].width() / max(1, self.width())
        if not any(dock.folded for dock in right):
            tall = max(1, self.height())
            self._set = {dock.objectName(): dock.height() / tall for dock in right}

    def _docked(self) -> list[PanelDock]:
        """The panels in view one above the other at the right, top to bottom."""
        found = [
            dock
            for dock in self.panels.docks.values()
            if dock.isVisible()
            and not dock.isFloating()
            and self.dockWidgetArea(dock) == _RIGHT
            and not dock.visibleRegion().isEmpty()
        ]
        return sorted(found, key=lambda dock: dock.y())

    def _pull_in(self) -> None:
        """Bring floating panels back that are on no screen."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for dock in self.panels.docks.values():
            if dock.isVisible() and dock.isFloating():
                dock.move(inside(dock.frameGeometry(), screens).topLeft())


def inside(window: QRect, screens: list[QRect]) -> QRect:
    """Return where a window goes so that its heading can be reached: there, or on the first screen."""
    head = QRect(window.left(), window.top(), window.width(), 24)
    for screen in screens:
        seen = screen.intersected(head)
        if seen.width() >= min(80, window.width()) and seen.height() >= 12:
            return window
    if not screens:
        return window
    placed = QRect(window)
    placed.moveCenter(screens[0].center())
    return placed
