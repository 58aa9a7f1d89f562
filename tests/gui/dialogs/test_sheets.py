"""Every dialog beside the window: named for screen readers, plain words, closed by Esc, not blocking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
)

COMMANDS = (
    "export_all", "backups", "delete_library", "paste_article", "watched_folders", "export_bundle",
    "verify", "palette", "check_installation", "about", "preferences", "note_article",
)  # fmt: skip


@pytest.fixture(params=COMMANDS)
def sheet(request, window):
    window.do(request.param)
    window.idle()
    (shown,) = [one for one in window.window.findChildren(QDialog) if one.isVisible()]
    return shown


def test_it_never_blocks_the_window(sheet):
    assert not sheet.isModal()


def test_every_control_has_a_name(sheet):
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    unnamed = [
        widget
        for kind in kinds
        for widget in sheet.findChildren(kind)
        if widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox)
        and type(widget.parent()).__name__ != "QTabBar"
    ]
    assert unnamed == []


def test_no_label_takes_data_for_markup(sheet):
    rich = [
        label.text()
        for label in sheet.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.text()
    ]
    assert rich == []


def test_escape_closes_it(sheet):
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_tab_goes_from_control_to_control(sheet):
    seen = set()
    widget = sheet.focusWidget() or sheet
    for _ in range(60):
        widget = widget.nextInFocusChain()
        if widget.window() is sheet and widget.isVisible():
            seen.add(widget)
    buttons = [b for b in sheet.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    reachable = [b for b in buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert set(reachable) <= seen


def test_a_long_title_is_seen_from_its_beginning(window):
    window.do("edit_article")
    field = window.window.requests.form.findChildren(QLineEdit)[0]
    assert field.cursorPosition() == 0


def test_boxes_to_tick_grow_with_the_words(theme, qtbot):
    box = QCheckBox("Known")
    qtbot.addWidget(box)
    box.show()
    usual = box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box)
    theme.resize(200)
    try:
        large = box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box)
    finally:
        theme.resize(100)
    assert large > 1.5 * usual
