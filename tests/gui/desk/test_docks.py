"""The panels as docks: closed, floated, tabbed, given other sizes, and as one left them."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from briefing.gui.desk.dock_heights import heights
from briefing.gui.desk.docks import inside

SCREEN = QRect(0, 0, 800, 600)


class Panel:
    def __init__(self, name, natural):
        self._name, self._natural = name, natural

    def objectName(self):  # noqa: N802 - Qt's name
        return self._name

    def width(self):
        return 400

    def natural(self, _width):
        return self._natural


def docks(window):
    return window.window.columns.docks


def dock(window, name):
    return window.window.columns.panels.docks[name]


def test_every_panel_has_its_place_at_first(window):
    window.until(lambda: len(window.panels_in_view()) > 3)
    assert window.panels_in_view() == ["meeting", "people", "issues", "asks"]
    assert set(docks(window).tabifiedDockWidgets(dock(window, "asks"))) == {
        dock(window, "pressure"), dock(window, "gaps"),
    }  # fmt: skip


def test_a_panel_closed_by_its_menu_is_opened_again_by_the_view_menu(window):
    menu = dock(window, "issues").head.menu()
    next(a for a in menu.actions() if a.text() == "Close the panel").trigger()
    assert dock(window, "issues").isHidden()
    assert not window.window.commands["panel_issues"].isChecked()
    window.do("panel_issues")
    assert dock(window, "issues").isVisible()


def test_a_panel_floats_and_comes_back(window):
    people = dock(window, "people")
    people.head.float_wanted.emit()
    assert people.isFloating()
    people.head.float_wanted.emit()
    assert not people.isFloating()


def test_a_panel_behind_others_comes_to_the_front_when_it_is_opened(window):
    window.do("panel_gaps")
    window.do("panel_gaps")
    window.until(lambda: "gaps" in window.panels_in_view())
    assert "asks" not in window.panels_in_view()


def test_the_tab_of_a_panel_counts_what_it_holds(window):
    assert dock(window, "asks").windowTitle() == "Asks · 4"
    assert dock(window, "asks").accessibleName() == "Asks, 4"


def test_the_left_column_is_closed_and_opened_by_the_menu(window):
    window.do("panel_library")
    assert not window.window.columns.sidebar.isVisible()
    window.do("panel_library")
    assert window.window.columns.sidebar.isVisible()


def test_reset_layout_brings_every_panel_back(window):
    for name in ("people", "issues", "asks", "gaps"):
        docks(window).set_closed(name, closed=True)
    dock(window, "meeting").setFloating(True)
    window.do("reset_layout")
    window.until(lambda: window.panels_in_view() == ["meeting", "people", "issues", "asks"])
    assert not dock(window, "meeting").isFloating()
    assert window.window.commands["panel_asks"].isChecked()


def test_the_panels_stand_as_one_left_them(open_window, workspace):
    first = open_window(workspace)
    docks(first).set_closed("issues", closed=True)
    docks(first).addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock(first, "people"))
    first.idle()
    first.window.close()
    second = open_window(workspace)
    second.until(lambda: dock(second, "people").isVisible())
    assert dock(second, "issues").isHidden()
    assert docks(second).dockWidgetArea(dock(second, "people")) == (
        Qt.DockWidgetArea.LeftDockWidgetArea
    )


def test_a_width_is_kept_as_a_share_of_the_window(open_window, workspace):
    first = open_window(workspace)
    first.window.resize(796, 600)
    first.idle()
    wide = docks(first).width()
    docks(first).resizeDocks([dock(first, "asks")], [int(wide * 0.45)], Qt.Orientation.Horizontal)
    docks(first).note_sizes()
    share = docks(first).state_of().width
    first.window.close()
    second = open_window(workspace)
    second.until(lambda: abs(docks(second).state_of().width - share) < 0.02)


def test_after_a_smaller_window_the_panels_are_as_they_were(window):
    window.window.resize(1300, 860)
    window.until(lambda: dock(window, "meeting").width() > 300)
    columns, wide = window.window.columns.sizes(), dock(window, "meeting").width()
    for size in ((700, 420), (1000, 500), (500, 300), (1300, 860)):
        window.window.resize(*size)
        window.idle()
    window.until(lambda: abs(dock(window, "meeting").width() - wide) <= 2)
    assert window.window.columns.sizes() == columns


def test_after_a_resize_the_facts_have_the_height_that_fits_their_width(window):
    facts = dock(window, "meeting")
    for size in ((1300, 860), (560, 420), (1300, 860)):
        window.window.resize(*size)
        window.idle()
    window.until(lambda: abs(facts.height() - facts.natural(facts.width())) <= 4)


def test_a_press_on_a_line_that_moves_nothing_sets_no_sizes(window, qtbot):
    before = docks(window).state_of()
    qtbot.mouseClick(docks(window), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert docks(window).state_of().heights == before.heights == ()


def test_what_the_user_closed_is_no_matter_of_the_view(window):
    docks(window).set_closed("issues", closed=True)
    window.view("Brief")
    window.view("Read")
    assert dock(window, "issues").isHidden()
    assert dock(window, "asks").isVisible()


@pytest.mark.parametrize(
    ("window", "stays"),
    [
        (QRect(10, 10, 300, 200), True),
        (QRect(780, 10, 300, 200), False),
        (QRect(-5000, 300, 300, 200), False),
        (QRect(100, 590, 300, 200), False),
        (QRect(100, -100, 300, 200), False),
    ],
)
def test_nothing_is_left_off_every_screen(window, stays):
    placed = inside(window, [SCREEN])
    assert (placed == window) == stays
    assert SCREEN.contains(placed.topLeft())


def test_the_asks_get_what_the_other_panels_leave():
    panels = [Panel("people", 100), Panel("issues", 120), Panel("asks", 2000)]
    assert heights(panels, {}, 700) == {"people": 100, "issues": 120, "asks": 480}


def test_where_there_is_little_room_the_asks_keep_their_least():
    panels = [Panel("people", 400), Panel("issues", 400), Panel("asks", 2000)]
    found = heights(panels, {}, 400)
    assert found["asks"] >= 200
    assert min(found.values()) >= 72


def test_the_facts_of_the_meeting_are_not_cut_where_lists_can_give_way():
    panels = [Panel("meeting", 110), Panel("people", 400), Panel("issues", 400), Panel("asks", 900)]
    found = heights(panels, {}, 700)
    assert found["meeting"] == 110
    assert found["asks"] >= 200
    assert sum(found.values()) <= 700


def test_heights_the_user_set_are_shares():
    panels = [Panel("people", 100), Panel("asks", 100)]
    assert heights(panels, {"people": 0.5, "asks": 0.25}, 900) == {"people": 600, "asks": 300}


def test_each_panel_says_what_it_is(window):
    assert all(len(one.whatsThis()) > 60 for one in window.window.columns.panels.docks.values())


def test_every_page_and_column_says_what_it_is_too(window):
    columns, header = window.window.columns, window.window.header
    parts = (
        columns.sidebar, columns.reader, columns.results, columns.counts, columns.brief,
        columns.draft, columns.compare, columns.timeline, header.search,
    )  # fmt: skip
    told = [one.whatsThis() for one in parts]
    assert min(len(words) for words in told) > 60
    assert len(set(told)) == len(parts)
