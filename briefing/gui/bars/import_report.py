"""What became of each imported file: a bar below the columns that asks for dates not known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.look.date_field import DateField
from briefing.gui.look.widgets import plain, quiet_button
from briefing.gui.words.language import tr, tr_phrase

if TYPE_CHECKING:
    from briefing.workspace import ImportReport

HIGHEST = 190
MOST = 200  # articles listed; each is a button, and an import may bring ten thousand


class ImportReportBar(QFrame):
    """Lists imported, duplicate and failed files; stays until closed."""

    opened = Signal(int)  # article
    date_given = Signal(int, object)  # article, datetime.date
    retry_wanted = Signal(object)  # tuple of paths that failed
    undo_wanted = Signal()  # of the whole import
    attachments_wanted = Signal(object)  # tuple of mails to import with what is attached

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Import report"))
        self.summary = plain("", strong=True)
        self._again: tuple[Path, ...] = ()
        self.retry = quiet_button(tr("Try again"), self._retry, tr("Import what failed once more"))
        self.undo = quiet_button(
            tr("Undo import"), self.undo_wanted.emit, tr("Take the whole import back")
        )
        self.close_button = quiet_button("✕", self.hide, tr("Close the report"))
        self.close_button.setAccessibleName(tr("Close the report"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        for button in (self.retry, self.undo, self.close_button):
            top.addWidget(button)
        self.asking = plain(
            tr("When were these published? Enter sets a date and goes on."), mute=True
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 6, 10, 6)
        body.setSpacing(2)
        body.addLayout(top)
        body.addWidget(self.asking)
        body.addWidget(self._area)
        self.dates: dict[int, tuple[DateField, QPushButton]] = {}
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def show_report(self, report: ImportReport) -> None:
        """Show a report: failures first, then questions, then the rest."""
        self.dates = {}
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for failed in report.failed:
            column.addWidget(plain(_refusal(failed.path, failed.reason), wrap=True))
        asked = {one.article for one in report.needs_date}
        for mail in dict.fromkeys(one.file for one in report.attached):
            column.addWidget(self._offer(mail))
        for one in report.imported[:MOST]:
            row = self._question(one.article, one.title) if one.article in asked else None
            column.addWidget(row or self._link(f"✓ {one.title}", one.article))
        for same in report.duplicates[:MOST]:
            name = Path(same.path).name
            words = tr("= {name} is in the library already", name=name)
            column.addWidget(self._link(words, same.article))
        more = max(len(report.imported) - MOST, 0) + max(len(report.duplicates) - MOST, 0)
        if more:
            column.addWidget(plain(tr("… and {more} more", more=f"{more:,}"), mute=True))
        column.addStretch()
        self._again = tuple(report.retry)
        self.retry.setVisible(bool(self._again))
        self.undo.setVisible(bool(report.imported))
        self.summary.setText(tr("Import: {summary}", summary=tr_phrase(report.summary())))
        self.asking.setVisible(bool(asked))
        self._area.setWidget(rows)
        self._area.setFixedHeight(min(rows.sizeHint().height() + 4, HIGHEST))
        self.show()
        self._begin()

    def dated(self, article: int) -> None:
        """Take the question for an article's date away."""
        if article in self.dates:
            field, button = self.dates.pop(article)
            last = not self.dates and (field.hasFocus() or button.hasFocus())
            field.setEnabled(False)
            button.setEnabled(False)
            button.setText(tr("Set ✓"))
            if last:  # Space or Esc closes the report
                self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin(self) -> None:
        """Put the keyboard into the first date that is asked for, unless the user is typing."""
        typing = isinstance(
            QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QAbstractSpinBox
        )
        if self.dates and not typing:
            self._go_to(next(iter(self.dates)))

    def _go_to(self, article: int) -> None:
        field = self.dates[article][0]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()

    def _retry(self) -> None:
        self.hide()
        self.retry_wanted.emit(self._again)

    def _link(self, words: str, article: int) -> QWidget:
        return _left(quiet_button(words, lambda: self.opened.emit(article), tr("Open the article")))

    def _offer(self, mail: Path) -> QWidget:
        words = tr("+ Import what is attached to {name}", name=mail.name)
        tip = tr("Make articles of the files attached to this mail")
        return _left(quiet_button(words, lambda: self.attachments_wanted.emit((mail,)), tip))

    def _question(self, article: int, title: str) -> QWidget:
        field = DateField(tr("Date of {title}", title=title))
        button = QPushButton(tr("Set ✓"))
        button.setMinimumWidth(button.sizeHint().width())  # titles stay in line as dates are set
        button.setText(tr("Set"))
        button.setAccessibleName(tr("Set the date of {title}", title=title))
        button.clicked.connect(lambda: self._give(article, field))
        self.dates[article] = (field, button)
        field.entered.connect(lambda: self._set_and_go_on(article))
        link = quiet_button(f"✓ {title}", lambda: self.opened.emit(article), tr("Open the article"))
        return _left(field, button, link)

    def _give(self, article: int, field: DateField) -> None:
        day = field.day()
        if day is not None:  # Enter without a day goes on to the next article
            self.date_given.emit(article, day)

    def _set_and_go_on(self, article: int) -> None:
        """Enter in a date: set it, and on to the next article that lacks one."""
        order = list(self.dates)
        following = order[order.index(article) + 1 :] if article in order else []
        self.dates[article][1].click()
        if following:
            self._go_to(following[0])


def _left(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return holder


def _refusal(path: str, reason: str) -> str:
    return f"✗ {tr('{subject}:', subject=Path(path).name)} {tr_phrase(reason)}"
