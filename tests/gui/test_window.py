"""The window as a whole: keyboard, names, themes, layout."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit

from briefing.gui.deeds import commands
from briefing.gui.dialogs.shortcut_sheet import ShortcutSheet
from briefing.gui.look.colours import DARK
from tests.helpers import invented


def test_the_status_line_says_what_the_library_holds_and_that_nothing_leaves_it(window):
    assert window.status() == (
        "2\u00a0articles · 2\u00a0meetings · 4\u00a0asks, 3 to review | Index up to date | rules "
        "| Offline · lake.briefing"
    )


def test_the_meeting_one_is_in_shows_its_articles(window):
    assert window.rows()[:4] == ["Meetings", "Vale – Lang", invented.TITLE, "Vale – Lang"]
    window.window.desk.open_meeting(2)
    assert invented.TITLE not in window.rows()


def test_every_key_is_bound_once():
    keys = [
        key if isinstance(key, str) else key.name
        for _, entries in commands.MENUS
        for command in entries
        if command
        for key in command.keys
    ]
    assert len(keys) == len(set(keys))


def test_every_control_has_a_name_for_screen_readers(window):
    unnamed = [
        widget
        for kind in (QAbstractButton, QAbstractItemView, QLineEdit)
        for widget in window.window.findChildren(kind)
        if widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and widget.objectName() != "qt_spinbox_lineedit"
        and not widget.objectName().startswith("qt_")
        and type(widget.parent()).__name__ != "SearchField"
    ]
    assert unnamed == []


def test_no_label_takes_data_for_markup(window):
    rich = [
        label.text()
        for label in window.window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []


def test_ctrl_k_goes_to_the_search_field(window):
    window.do("search")
    assert window.window.focusWidget() is window.window.header.search


def test_f6_walks_the_columns(window):
    seen = []
    for _ in range(3):
        window.do("next_pane")
        seen.append(window.window.columns.focused_pane())
    assert sorted(seen) == [0, 1, 2]


def test_letters_typed_into_the_search_field_are_no_commands(window, qtbot):
    window.do("search")
    qtbot.keyClicks(window.window.focusWidget(), "jk/")
    assert window.window.header.search.text() == "jk/"
    window.idle()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_theme_chosen_is_applied_and_kept(window, theme, qtbot, name):
    with qtbot.waitSignal(window.window.settings_changed) as told:
        window.do(f"theme_{name}")
    assert told.args[0].theme == name
    assert (theme.colours == DARK) == (name == "dark")
    ground = window.window.grab().toImage().pixelColor(700, 700).lightness()
    assert (ground < 80) == (name == "dark")


def test_reading_mode_leaves_the_article_alone(window):
    window.do("reading_mode")
    assert not window.window.columns.sidebar.isVisible()
    assert window.panels_in_view() == []
    window.do("reading_mode")
    assert window.window.columns.sidebar.isVisible()
    assert "asks" in window.panels_in_view()


def test_the_columns_and_the_article_are_as_one_left_them(open_window, workspace):
    first = open_window(workspace)
    first.window.resize(796, 600)  # the screen of the offscreen platform is 800 pixels wide
    first.window.columns.moveSplitter(188, 1)  # as by the mouse
    wanted = first.window.columns.sizes()
    first.window.desk.open_article(2)
    first.idle()
    first.window.close()
    second = open_window(workspace)
    assert second.window.columns.sizes() == wanted
    assert second.reader.lines()[0] == "The lake council meets again"


def test_the_list_of_shortcuts_names_every_command_with_a_key(window):
    window.do("shortcuts")
    sheet = window.window.findChild(ShortcutSheet)
    named = {words for _, words in sheet.lines()}
    keyed = {c.words for _, entries in commands.MENUS for c in entries if c and c.keys}
    assert {words.replace("&", "") for words in keyed} <= named


def test_the_shortcuts_can_be_filtered_and_say_where_nothing_fits(window):
    window.do("shortcuts")
    sheet = window.window.findChild(ShortcutSheet)
    sheet.field.setText("full screen")
    assert sheet.lines() == [("F11", "Full screen")]
    assert not sheet.nothing.isVisible()
    sheet.field.setText("xyzzy")
    assert sheet.lines() == []
    assert sheet.nothing.isVisible()


def test_no_line_of_the_shortcuts_is_cut_or_wrapped(window, theme):
    window.do("shortcuts")
    table = window.window.findChild(ShortcutSheet).table
    width = table.fontMetrics().horizontalAdvance
    longest = [
        max(width(line[column]) for line in window.window.findChild(ShortcutSheet).lines())
        for column in (0, 1)
    ]
    assert table.columnWidth(0) >= longest[0]
    assert table.columnWidth(1) >= longest[1]


def test_deleting_an_article_needs_no_question_and_closes_it(window, workspace):
    window.do("remove_article")
    window.idle()
    assert ("remove_article", 1) in workspace.calls
    assert invented.TITLE not in window.rows()


def test_an_article_is_put_into_a_meeting_by_its_menu(window, workspace):
    window.open_row("Unassigned articles")
    row = next(
        r for r in window.window.columns.sidebar.rows.rows if r.key == 2 and r.kind == "article"
    )
    menu = window.window.requests.row_menu(row)
    into = next(a.menu() for a in menu.actions() if a.text() == "Put into meeting")
    into.actions()[0].trigger()
    window.idle()
    assert ("assign", 2, 1) in workspace.calls
    assert window.title() == "Freedonia – Sylvania"


def test_large_words_do_not_widen_the_window(theme, open_window, workspace):
    theme.resize(200)
    try:
        page = open_window(workspace)
        page.idle()
        page.window.resize(1000, 700)
        assert page.window.width() == 1000
        assert page.window.status.counts.isVisible()
    finally:
        theme.resize(100)
