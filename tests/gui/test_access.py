"""The reader by keyboard, by ear, and for hands that do not hit small targets."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
)

from briefing.gui.look.widgets import Drawer
from tests.helpers.invented import FREEDONIA

SMALLEST = 24  # pixels, WCAG 2.2
NARROWEST = 394  # pixels of a panel in a window of 1,440


def mine(window):
    columns = window.window.columns
    return (columns.docks,)


def in_view(window, *kinds):
    found = [w for part in mine(window) for kind in kinds for w in part.findChildren(kind)]
    return [w for w in found if w.isVisible() and w.objectName() != "qt_spinbox_lineedit"]


@pytest.fixture
def full(window):
    """Return the window with every tool of reader and panels open."""
    window.do("review")
    window.do("find")
    for section in window.window.columns.panels.sections():
        section.head.open_filter.click()
    window.asks.open_drawer()
    return window


def test_every_control_has_a_name(full):
    controls = in_view(full, QAbstractButton, QLineEdit, QAbstractItemView, QTextEdit, QComboBox)
    unnamed = [
        w
        for w in controls
        if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())
        and w.objectName() != "qt_clear_action" and not isinstance(w.parent(), QLineEdit)
    ]  # fmt: skip
    assert len(controls) > 20
    assert unnamed == []


def test_no_button_is_named_by_a_sign_alone(full):
    signs = [
        b.text()
        for b in in_view(full, QAbstractButton)
        if b.text() and not any(c.isalpha() for c in b.text()) and not b.accessibleName()
    ]
    assert signs == []


def test_every_target_is_large_enough(full):
    small = [
        (b.text() or b.accessibleName(), b.width(), b.height())
        for b in in_view(full, QAbstractButton)
        if not isinstance(b.parent(), QLineEdit) and min(b.width(), b.height()) < SMALLEST
    ]
    assert small == []


def test_every_row_of_the_lists_is_large_enough(full):
    lists = full.window.columns.panels.lists()
    assert any(shown.records.rowCount() for shown in lists)
    for shown in lists:
        for row in range(shown.records.rowCount()):
            assert shown.sizeHintForIndex(shown.records.index(row, 0)).height() >= SMALLEST


def test_every_tool_is_reached_with_the_tab_key(full, qtbot):
    wanted = [w for w in in_view(full, QAbstractButton, QLineEdit) if w.isEnabled()]
    wanted = [w for w in wanted if not isinstance(w.parent(), QLineEdit)]
    walked, widget = set(), full.window
    for _ in range(400):
        widget = widget.nextInFocusChain()
        walked.add(widget)
        if widget is full.window:
            break
    assert all(w in walked and w.focusPolicy() & Qt.FocusPolicy.TabFocus for w in wanted)


@pytest.mark.parametrize("size", [(1440, 900), (960, 540), (800, 480)])
def test_no_words_are_cut_off_in_a_small_window(full, size):
    full.window.resize(*size)
    full.idle()
    panels = full.window.columns.panels
    cut = [
        label.text()
        for label in panels.detail.findChildren(QLabel)
        if label.isVisible() and label.wordWrap()
        and label.heightForWidth(label.width()) > label.height() + 1
    ]  # fmt: skip
    wide = [
        b.text()
        for b in panels.findChildren(QAbstractButton)
        if b.isVisible() and b.text() and b.sizeHint().width() > b.width() + 1
    ]
    assert (cut, wide) == ([], [])


def test_a_card_is_read_aloud_with_side_source_and_status(window):
    column = window.window.columns.panels.asks.columns[0]
    aloud = column.records.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith(f"{FREEDONIA} ask of Sylvania: Tolls")
    assert aloud.endswith("to review")


@pytest.mark.parametrize("percent", [100, 200])
def test_no_panel_asks_for_more_width_than_its_column_has(theme, open_window, workspace, percent):
    theme.resize(percent)
    try:
        page = open_window(workspace)
        page.idle()
        panels = page.window.columns.panels
        panels.asks.drawer.click()
        wanted = {name: d.body.minimumSizeHint().width() for name, d in panels.docks.items()}
        assert {name: width for name, width in wanted.items() if width > NARROWEST} == {}
    finally:
        theme.resize(100)


def test_words_cut_on_a_drawer_stand_in_its_tip(window, qtbot):
    drawer = Drawer(lambda: None, "Opens the rest")
    qtbot.addWidget(drawer)
    drawer.setText("A long line about everything that is in this drawer")
    drawer.resize(80, 30)
    QTest.mouseMove(drawer)
    drawer.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), drawer.mapToGlobal(QPoint(3, 3))))
    assert drawer.toolTip().splitlines() == [drawer.text(), "Opens the rest"]
    drawer.resize(drawer.sizeHint())
    drawer.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), drawer.mapToGlobal(QPoint(3, 3))))
    assert drawer.toolTip() == "Opens the rest"


@pytest.mark.parametrize("width", [160, 300, 430, 620])
def test_what_the_search_field_says_is_not_cut(window, width):
    field = window.window.header.search
    field.resize(width, field.height())
    said = field.fontMetrics().horizontalAdvance(field.placeholderText())
    assert said + 24 + (field._hint.width() if field._hint.isVisible() else 0) <= width
