"""The window in French: every word of it is in the tables, and none is said past them."""

import ast
import json
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from briefing.errors import BadResource, BriefingError, UnreadableFile
from briefing.export import user_sections
from briefing.export.parts.plan import PlanReader
from briefing.extract import load_tables
from briefing.gui.bars.notices import NoticeBar
from briefing.gui.pages.counts_panel import words_of
from briefing.gui.words.language import Translation, table_of, tr_phrase
from briefing.ingest import IsolatedReader, read_file
from briefing.model import Count, SearchResult
from briefing.paths import resources
from briefing.search.parsing import parse
from tests.helpers import invented, said
from tests.helpers.said_below import from_below

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


def test_every_sentence_said_below_the_window_has_its_french():
    assert sorted(from_below() - table_of("fr").keys()) == []


def test_a_search_that_went_wrong_says_so_in_french(french, window):
    message = parse("(roof AND").message
    window.window.columns.results.show_answer(SearchResult(query="(roof AND", message=message))
    shown = window.window.columns.results.message.text().replace("\xa0", " ")
    assert shown.startswith("Une parenthèse fermante manque")


def test_a_file_that_was_refused_in_the_child_is_refused_in_french(french, tmp_path):
    file = tmp_path / "picture.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(80))
    with IsolatedReader() as reader, pytest.raises(UnreadableFile) as raised:
        read_file(file, reader.articles_of)
    assert str(raised.value).startswith(f"{file} is a PNG picture, not a text file.")
    assert tr_phrase(raised.value.told) == (
        f"{file} est une image PNG, non un fichier de texte. "
        "Exportez-en le texte et importez ce texte."
    )


def test_the_day_of_a_meeting_beside_the_results_is_in_french(french):
    told = words_of(Count("meeting", "Brook – Lang, 6 May 2025", 2))
    assert told == "Brook – Lang, 6 mai 2025"


def test_a_filter_is_named_in_french_and_stays_as_it_is_in_the_query(french, window):
    filters = window.window.columns.results.filters
    filters.show_query('ferry issue:"Ferries" side:Freedonia')
    shown = [pill.text().replace("\xa0", " ").rstrip(" ✕") for pill in filters.pills]
    assert shown == ["enjeu : Ferries", "partie : Freedonia"]
    asked = []
    filters.query_wanted.connect(asked.append)
    filters.pills[1].click()
    assert asked == ['ferry issue:"Ferries"']


def test_a_mistake_in_a_table_of_the_user_is_told_in_french(french, tmp_path):
    (tmp_path / "issues.yaml").write_text("Ferries:\n  synonyms: [ferry]\n  colour: blue\n")
    with pytest.raises(BadResource) as raised:
        load_tables(tmp_path)
    told = tr_phrase(raised.value.told).replace("\xa0", " ")
    assert told.startswith(
        f"{tmp_path / 'issues.yaml'}, ligne 3 : clé inconnue 'colour' ; les clés"
    )


def test_a_mistake_in_a_template_of_the_user_is_told_in_french(french, tmp_path):
    with pytest.raises(BadResource) as raised:
        PlanReader("mine", "mine.yaml", parts=("glance",), limits=None).read("sections: [moon]")
    told = tr_phrase(raised.value.told).replace("\xa0", " ")
    assert told == "mine.yaml, ligne 1 : il n’y a pas de section 'moon'. Prenez glance."


def test_what_was_undone_is_said_in_french(french, window):
    window.asks.press(invented.asks()[0].text, Qt.Key.Key_A)
    window.idle()
    window.do("undo")
    window.idle()
    assert "Annulé\xa0: Accepter la demande" in window.status()


def test_an_error_is_shown_in_french(french, qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_error(UnreadableFile("{name} {refused}.", "Check the name."))
    assert bar.message.text() == "{name} {refused}. Vérifiez le nom."


def test_no_word_is_in_two_tables():
    files = [file for file in FOLDER.iterdir() if file.name != "qt.json"]  # Qt shares words with us
    keys = [key for file in files for key in json.loads(file.read_text("utf-8"))]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_nothing_is_said_past_the_tables():
    past = [
        f"{file.name}:{call.lineno} {argument.value!r}"
        for file in sorted(said.GUI.rglob("*.py"))
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


def test_a_user_section_that_is_not_closed_is_told_in_french(french):
    with pytest.raises(BriefingError) as told:
        user_sections("One.\n<!-- user:points -->\nwords")
    words = tr_phrase(told.value.told)
    assert words.startswith("Ligne 2")
    assert "la section 'points' n’est pas fermée" in words
    assert words.endswith("Fermez-la par <!-- /user -->.")
