"""The heading of a panel: folds it, counts what it holds, and opens a field that filters it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing.gui.widgets import plain, quiet_button


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
    """Title, count and filter of one panel."""

    folded = Signal(bool)
    filtered = Signal(str)

    def __init__(self, title: str, aside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.fold = QPushButton(f"▾ {title.upper()}")
        self.fold.setProperty("fold", True)
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(title)
        self.fold.setToolTip(f"Fold {title} away")
        self.fold.toggled.connect(self._fold)
        self.aside = plain(aside.upper(), heading=True)
        self.count = plain("", heading=True)
        self.open_filter = quiet_button("⌕", self._toggle_filter, f"Filter {title.lower()}")
        self.open_filter.setAccessibleName(f"Filter {title}")
        self.open_filter.setProperty("icon", True)
        self.field = FilterField()
        self.field.setPlaceholderText(f"Filter {title.lower()}")
        self.field.setAccessibleName(f"Words to filter {title} by")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.filtered)
        self.field.left.connect(self._close_filter)
        self.field.hide()
        self._put_together()

    def words(self) -> str:
        """Return what the list is filtered by."""
        return self.field.text()

    def show_count(self, shown: int, every: int) -> None:
        """Show how many there are, and how many of them the filter lets through."""
        self.count.setText(f"{shown} of {every}" if shown != every else str(every or ""))

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.fold)
        row.addStretch()
        for widget in (self.aside, self.count, self.open_filter):
            row.addWidget(widget)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(row)
        body.addWidget(self.field)

    def _fold(self, away: bool) -> None:
        self.fold.setText(f"{'▸' if away else '▾'} {self._title.upper()}")
        self.fold.setToolTip(f"{'Show' if away else 'Fold away'} {self._title.lower()}")
        self.folded.emit(away)

    def _toggle_filter(self) -> None:
        if self.field.isVisible():
            self._close_filter()
            return
        self.fold.setChecked(False)
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_filter(self) -> None:
        self.field.clear()
        self.field.hide()
        self.open_filter.setFocus(Qt.FocusReason.OtherFocusReason)
