"""Fields look alike in every theme: spin boxes with buttons large enough, a calendar one can read."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QStyle,
    QStyleOptionSpinBox,
    QToolButton,
)

from briefing.gui.look.colours import contrast
from briefing.gui.look.number_field import NumberField

THEMES = pytest.mark.parametrize("choice", ["light", "dark", "contrast"])


@pytest.fixture
def dressed(theme, qtbot):
    def make(widget, choice):
        theme.choose(choice)
        qtbot.addWidget(widget)
        widget.resize(300, widget.sizeHint().height())
        widget.show()
        return widget

    return make


def _buttons(box):
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    parts = (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown)
    sort = QStyle.ComplexControl.CC_SpinBox
    return [box.style().subControlRect(sort, option, part, box) for part in parts]


@THEMES
def test_the_buttons_of_a_number_are_large_enough_to_hit(dressed, choice):
    areas = _buttons(dressed(NumberField(8, 32), choice))
    assert not areas[0].intersects(areas[1])
    assert min(min(area.width(), area.height()) for area in areas) >= 24


@THEMES
def test_a_number_stands_on_the_ground_other_fields_have(dressed, theme, choice):
    box, line = dressed(NumberField(8, 32), choice), dressed(QLineEdit(), choice)
    grounds = [w.grab().toImage().pixelColor(w.width() // 2, 4).name() for w in (box, line)]
    assert grounds == [theme.colours.card] * 2


@THEMES
def test_the_month_of_a_calendar_can_be_read(dressed, theme, choice):
    calendar = dressed(QCalendarWidget(), choice)
    month = calendar.findChild(QToolButton, "qt_calendar_monthbutton")
    ink = month.palette().color(QPalette.ColorRole.ButtonText).name()
    picture = calendar.grab().toImage()
    ground = picture.pixelColor(month.mapTo(calendar, month.rect().topLeft())).name()
    assert contrast(ink, ground) >= 4.5
    assert ground == theme.colours.panel


@THEMES
def test_digits_begin_where_words_of_other_fields_begin(dressed, choice):
    box, line = dressed(NumberField(8, 32, " pt"), choice), dressed(QLineEdit("13 pt"), choice)
    inner = box.lineEdit()
    inner.setCursorPosition(0)
    line.setCursorPosition(0)
    begun = inner.mapTo(box, inner.cursorRect().center()).x()
    assert abs(begun - line.cursorRect().center().x()) <= 3


def test_the_buttons_of_a_number_grow_with_the_words(dressed, theme):
    small = _buttons(dressed(NumberField(8, 32), "light"))
    theme.resize(200)
    try:
        large = _buttons(dressed(NumberField(8, 32), "light"))
    finally:
        theme.resize(100)
    assert large[0].width() >= 1.9 * small[0].width()
    assert large[0].height() >= 1.9 * 24
    assert not large[0].intersects(large[1])
