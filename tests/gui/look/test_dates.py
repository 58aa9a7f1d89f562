"""Days as people type them, and a field that holds none until one is given."""

import datetime as dt

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt

from briefing.gui.look.date_field import DateField
from briefing.gui.words.language import Translation
from briefing.gui.words.typed_day import day_of

DAY = dt.date(2017, 2, 12)


@pytest.mark.parametrize(
    "typed",
    ["12 Feb 2017", "12 February 2017", "12feb2017", "Feb 12, 2017", "February 12 2017",
     "2017-02-12", "2017/2/12", "12-Feb-2017", " 12 FEB 2017 "],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(typed):
    assert day_of(typed) == DAY


@pytest.mark.parametrize("typed", ["", "12", "12 Feb", "12/02/2017", "31 Feb 2017", "12 Foo 2017"])
def test_what_is_no_day_or_could_be_two_is_none(typed):
    assert day_of(typed) is None


@pytest.fixture
def field(qtbot):
    made = DateField("Day")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_field_offers_no_day_of_its_own(field):
    assert field.day() is None
    assert field.text() == "no date yet"


def test_typing_and_enter_gives_the_day(field, qtbot):
    qtbot.keyClicks(field, "12 Feb 2017")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.day() == DAY


def test_a_slip_is_taken_back(field, qtbot):
    qtbot.keyClicks(field, "12 Feb 2018")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "7")
    assert field.day() == DAY


def test_half_a_day_is_none(field, qtbot):
    qtbot.keyClicks(field, "12 Feb")
    assert field.day() is None


def test_a_day_shown_can_be_stepped(field):
    field.show_day(DAY)
    field.setSelectedSection(DateField.Section.DaySection)
    field.stepBy(1)
    assert field.day() == dt.date(2017, 2, 13)


def test_the_field_and_its_calendar_speak_the_language_of_the_window(qapp, qtbot):
    table = Translation("fr")
    qapp.installTranslator(table)
    try:
        field = DateField("Jour", dt.date(2025, 10, 7))
        qtbot.addWidget(field)
        field.show()
        arrow = QPoint(field.width() - 6, field.height() // 2)
        qtbot.mousePress(field, Qt.MouseButton.LeftButton, pos=arrow)
        calendar = field.calendarWidget()
        assert field.text() == "7 oct. 2025"
        assert calendar.locale().language() == QLocale.Language.French
        assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
        calendar.window().hide()
    finally:
        qapp.removeTranslator(table)
