"""The slim title bar of a panel: folds it, counts what it holds, opens its filter and its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words.language import tr


class FilterField(QLineEdit):
    """A field that is left by Esc, emptied."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class PanelHead(QWidget):
    """Title, count and filter of one panel; what is empty between them is held to drag it."""

    folded = Signal(bool)
    filtered = Signal(str)
    counted = Signal(str)  # `7`, `2 of 7`, ""
    float_wanted = Signal()
    close_wanted = Signal()
    help_wanted = Signal(QPoint)

    def __init__(
        self, title: str, aside: str = "", *, filters: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panelHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = title
        self.fold = QPushButton(title.upper())
        self.fold.setProperty("fold", True)
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(title)
        self.fold.setToolTip(tr("Fold {title} away", title=title))
        self.fold.toggled.connect(self._fold)
        self.aside = plain(aside.upper(), heading=True)
        self.count = plain("", heading=True)
        self.open_filter = quiet_button(
            "⌕", self._toggle_filter, tr("Filter {title}", title=title.lower())
        )
        self.open_filter.setAccessibleName(tr("Filter {title}", title=title))
        self.open_menu = quiet_button("⋯", self._open_menu, tr("More about this panel"))
        self.open_menu.setAccessibleName(tr("Menu of {title}", title=title))
        for button in (self.open_filter, self.open_menu):
            button.setProperty("icon", True)
        self.open_filter.setVisible(filters)
        self.field = self._field()
        self.offers: Callable[[], Sequence[tuple[str, Callable[[], object]]]] = tuple
        self._put_together()

    def words(self) -> str:
        """Return what the list is filtered by."""
        return self.field.text()

    def show_count(self, shown: int, every: int) -> None:
        """Show how many there are, and how many of them the filter lets through."""
        words = tr("{shown} of {every}", shown=shown, every=every)
        self.count.setText(words if shown != every else str(every or ""))
        self.fold.setAccessibleName(", ".join(filter(None, (self.title, self.count.text()))))
        self.counted.emit(self.count.text())

    def take_title(self, label: QWidget) -> None:
        """Show this in place of the title; the panel cannot be folded then."""
        self.fold.hide()
        self._row.insertWidget(0, label)

    def take_tools(self, *tools: QWidget) -> None:
        """Show these before the menu."""
        for tool in tools:
            self._row.insertWidget(self._row.count() - 1, tool)

    def menu(self) -> QMenu:
        """Return what can be done with the panel as a whole."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = self.mapToGlobal(QPoint(0, self.height()))
        menu.addAction(tr("What is this?"), lambda: self.help_wanted.emit(place))
        menu.addSeparator()
        for words, deed in self.offers():
            menu.addAction(words, deed)
        if self.offers():
            menu.addSeparator()
        menu.addAction(tr("Float or put back"), self.float_wanted.emit)
        menu.addAction(tr("Close the panel"), self.close_wanted.emit)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.aside.setVisible(bool(self.aside.text()) and self._roomy())

    def _roomy(self) -> bool:
        """Whether the words aside would fit beside the rest, were they shown."""
        words = (
            0 if not self.aside.isHidden() else self.aside.sizeHint().width() + self._row.spacing()
        )
        return self.width() >= self._row.sizeHint().width() + words

    def _open_menu(self) -> None:
        corner = QPoint(self.open_menu.width(), self.open_menu.height())
        menu = self.menu()
        place = self.open_menu.mapToGlobal(corner)
        menu.popup(place - QPoint(menu.sizeHint().width(), 0))

    def _field(self) -> FilterField:
        field = FilterField(self)  # where no panel takes it, it ends with this bar
        field.setPlaceholderText(tr("Filter {title}", title=self.title.lower()))
        field.setAccessibleName(tr("Words to filter {title} by", title=self.title))
        field.textChanged.connect(self.filtered)
        field.left.connect(self._close_filter)
        field.hide()
        return field

    def _put_together(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.fold)
        row.addStretch()
        for widget in (self.aside, self.count, self.open_filter, self.open_menu):
            row.addWidget(widget)

    def _fold(self, away: bool) -> None:
        self.fold.setText(f"{'▸ ' if away else ''}{self.title.upper()}")
        tip = tr("Show {title}", title=self.title)
        self.fold.setToolTip(tip if away else tr("Fold {title} away", title=self.title))
        self.folded.emit(away)

    def _toggle_filter(self) -> None:
        if self.field.isVisible():
            self._close_filter()
            return
        self.fold.setChecked(False)
        self.field.setClearButtonEnabled(True)  # costs 5 ms, and few panels are ever filtered
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_filter(self) -> None:
        self.field.clear()
        self.field.hide()
        self.open_filter.setFocus(Qt.FocusReason.OtherFocusReason)
