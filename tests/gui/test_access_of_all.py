"""Every view and every sheet by ear and for hands that do not hit small targets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

SMALLEST = 24  # pixels, WCAG 2.2
SHEETS = (
    "export_brief", "preferences", "about", "manual", "shortcuts", "palette", "check_installation",
    "verify", "history", "watched_folders", "paste_article", "edit_meeting", "edit_article",
    "new_meeting", "note_article", "note_meeting", "whats_new",
)  # fmt: skip
KINDS = (
    QAbstractButton, QLineEdit, QAbstractItemView, QTextEdit, QPlainTextEdit, QComboBox,
    QAbstractSpinBox,
)  # fmt: skip


@pytest.fixture(params=SHEETS)
def sheet(request, window):
    window.do(request.param)
    window.idle()
    return next(w for w in window.window.findChildren(QDialog) if w.isVisible())


@pytest.fixture(params=["Read", "Brief", "Compare", "Timeline", "search"])
def view(request, window):
    if request.param == "search":
        window.search("toll")
    else:
        window.view(request.param)
    return window.window


def controls(part, *kinds):
    found = {w for kind in kinds or KINDS for w in part.findChildren(kind)}
    inside = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView)
    return [
        w
        for w in found
        if w.isVisible()
        and not isinstance(w.parent(), inside)
        and not w.objectName().startswith("qt_")
    ]


def unnamed(part):
    return [
        (type(w).__name__, w.objectName())
        for w in controls(part)
        if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())
    ]


def small(part):
    found = controls(part, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    return [
        (type(w).__name__, w.accessibleName() or getattr(w, "text", str)(), w.width(), w.height())
        for w in found
        if min(w.width(), w.height()) < SMALLEST
    ]


def unreachable(part):
    found = controls(part)
    return [
        (type(w).__name__, w.accessibleName())
        for w in found
        if w.isEnabled() and not w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(w, QAbstractItemView)
    ]  # fmt: skip


def test_every_control_of_a_sheet_has_a_name(sheet):
    assert unnamed(sheet) == []


def test_every_control_of_a_sheet_is_large_enough(sheet):
    assert small(sheet) == []


def test_every_control_of_a_sheet_takes_the_tab_key(sheet):
    assert unreachable(sheet) == []


def test_every_control_of_a_view_has_a_name(view):
    assert unnamed(view) == []


def test_every_control_of_a_view_is_large_enough(view):
    assert small(view) == []
