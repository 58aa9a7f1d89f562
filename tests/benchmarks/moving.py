"""Deeds a user does many of: other articles, turns of the wheel, a scroll bar dragged, words
typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit

Deed = Callable[[], object]


def turns(area: QAbstractScrollArea, times: int) -> Iterator[Deed]:
    """Turn the wheel down over a list, a notch at a time, and up again."""
    for number in range(times):
        yield partial(_turn, area, -120 if number < times * 2 // 3 else 120)


def drags(area: QAbstractScrollArea, times: int) -> Iterator[Deed]:
    """Drag the scroll bar from top to bottom in steps."""
    bar = area.verticalScrollBar()
    bar.setValue(0)
    bar.setSliderDown(True)
    for number in range(1, times + 1):
        yield partial(bar.setSliderPosition, bar.maximum() * number // times)
    bar.setSliderDown(False)


def letters(field: QLineEdit, words: str) -> Iterator[Deed]:
    """Type into a field, and take it back letter by letter."""
    for letter in words:
        yield partial(QTest.keyClicks, field, letter)
    for _ in words:
        yield partial(QTest.keyClick, field, Qt.Key.Key_Backspace)


def steps(area: QAbstractScrollArea, times: int) -> Iterator[Deed]:
    """Walk down a list with the arrow key."""
    for _ in range(times):
        yield partial(QTest.keyClick, area, Qt.Key.Key_Down)


def _turn(area: QAbstractScrollArea, by: int) -> None:
    shown = area.viewport()
    here = QPointF(shown.rect().center())
    event = QWheelEvent(
        here,
        QPointF(shown.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(shown, event)
