"""The window in French: every word of it is in the tables, and none is said past them."""

import ast
import json
import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from briefing.gui.language import Translation, table_of, tr, tr_count
from briefing.paths import resources
from tests.helpers import said

FOLDER = resources().joinpath("translations", "fr")
SAYING = frozenset(
    {
        "plain", "heading", "quiet_button", "QPushButton", "QCheckBox", "setText", "setToolTip",
        "setAccessibleName", "setPlaceholderText", "setWindowTitle", "addAction", "addMenu", "say",
        "show_message", "setWhatsThis", "addTab", "DateField", "PanelHead",
    }
)  # fmt: skip
NAMES = frozenset(
    {"Inter", "Ctrl K", "Briefing reader", "briefing-reader"}
)  # the same in every language


@pytest.fixture
def french(qapp):
    table = Translation("fr")
    qapp.installTranslator(table)
    yield table.table
    qapp.removeTranslator(table)


def test_every_word_of_the_window_has_its_french():
    table = table_of("fr")
    assert sorted((said.from_tables() | said.from_code()) - table.keys()) == []


def test_no_word_is_in_two_tables():
    keys = [key for file in FOLDER.iterdir() for key in json.loads(file.read_text("utf-8"))]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_values_are_put_where_the_english_puts_them():
    for english, french in table_of("fr").items():
        assert set(re.findall(r"{(\w+)}", french)) == set(re.findall(r"{(\w+)}", english)), english


def test_a_menu_entry_keeps_its_letter():
    for english, french in table_of("fr").items():
        if "&" in english:
            assert french.count("&") == 1, english


def test_nothing_is_said_past_the_tables():
    past = [
        f"{file.name}:{call.lineno} {argument.value!r}"
        for file in sorted(said.GUI.glob("*.py"))
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in SAYING
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and re.search(r"[A-Za-z]{2}", argument.value)
        and argument.value not in NAMES
    ]
    assert past == []


def test_french_takes_the_plural_from_two_on(french):
    assert tr_count(0, "{count} word", "{count} words") == "0\u00a0mot"
    assert tr_count(2, "{count} word", "{count} words") == "2\u00a0mots"


def test_what_no_table_holds_stays_english(french):
    assert tr("Nowhere to be found {n}", n=3) == "Nowhere to be found 3"


@pytest.mark.parametrize("view", ["Read", "Brief", "Compare", "Timeline"])
def test_nothing_in_view_is_english_where_there_is_french(french, open_window, workspace, view):
    page = open_window(workspace)
    page.idle()
    page.view(view)
    page.do("find")
    english = {e for e, f in french.items() if e != f} - set(french.values())
    seen = {words for w in page.window.findChildren(QWidget) for words in _words_of(w)}
    assert sorted(seen & english) == []


def _words_of(widget):
    yield widget.toolTip()
    yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
