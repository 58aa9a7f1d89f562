"""Fields look alike in every theme: spin boxes with buttons large enough, a calendar one can read."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QToolButton,
)

from briefing.gui.look.colours import contrast

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


@THEMES
def test_the_buttons_of_a_number_are_large_enough_to_hit(dressed, choice):
    box = dressed(QSpinBox(), choice)
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    parts = (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown)
    areas = [
        box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, box)
        for part in parts
    ]
    assert not areas[0].intersects(areas[1])
    assert min(min(area.width(), area.height()) for area in areas) >= 24


@THEMES
def test_a_number_stands_on_the_ground_other_fields_have(dressed, theme, choice):
    box, line = dressed(QSpinBox(), choice), dressed(QLineEdit(), choice)
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
