"""The window in French: every word is there, values stand where they belong, keys do not clash."""

import re
import string
from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from briefing.errors import BadResource
from briefing.gui.deeds import commands
from briefing.gui.words import language
from briefing.gui.words.language import Tongue, language_of, table_of, tr, tr_count
from tests.helpers.window_words import window_words

FRENCH = table_of("fr")


@pytest.fixture
def french(qapp):
    tongue = Tongue(QApplication.instance(), "fr")
    yield
    tongue.choose("en")


def test_every_word_of_the_window_is_there_in_french():
    missing = {words: place for words, place in window_words().items() if words not in FRENCH}
    assert missing == {}


def test_the_same_values_stand_in_both_languages():
    def values(words):
        return Counter(name for _, name, _, _ in string.Formatter().parse(words) if name)

    wrong = [english for english, said in FRENCH.items() if values(english) != values(said)]
    assert wrong == []


@pytest.mark.parametrize("table", [{}, FRENCH], ids=["English", "French"])
def test_no_menu_has_a_letter_twice(table):
    clashes = []
    for title, entries in commands.MENUS:
        english = [one.words.partition("\t")[0] for one in entries if one is not None]
        words = [table.get(said, said) for said in english]
        letters = Counter(w[w.index("&") + 1].casefold() for w in words if "&" in w)
        clashes += [(title, letter) for letter, count in letters.items() if count > 1]
    assert clashes == []


def test_the_window_speaks_french(french, window):
    titles = [action.text().replace("&", "") for action in window.window.menuBar().actions()]
    assert titles[:3] == ["Fichier", "Bibliothèque", "Édition"]
    groups = dict(commands.shortcuts(window.window.commands))
    assert "Raccourcis clavier" in dict(groups["Aide"]).values()
    assert window.window.notices.copy.text() == "Copier"


def test_the_buttons_of_qt_speak_it_too(french, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Annuler"


def test_french_takes_the_plural_from_two_on(french):
    told = [tr_count(n, "{count} word", "{count} words").replace("\xa0", " ") for n in (0, 1, 2)]
    assert told == ["0 mot", "1 mot", "2 mots"]


def test_english_takes_it_for_none_too():
    told = [tr_count(number, "{count} word", "{count} words") for number in (0, 1, 2000)]
    assert told == ["0 words", "1 word", "2,000 words"]


def test_values_are_never_read_as_patterns(french):
    assert tr("Date of {title}", title="{count} {0}") == "Date de {count} {0}"


def test_a_language_there_is_not_gives_way_to_that_of_the_desktop_or_english():
    assert language_of("fr") == "fr"
    assert language_of("xx") in {"en", "fr"}


def test_a_broken_table_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "translations" / "fr"
    folder.mkdir(parents=True)
    (folder / "window.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr(language, "resources", lambda: tmp_path)
    with pytest.raises(BadResource, match=r"fr/window\.json"):
        table_of("fr")


def test_another_language_is_told_once(qapp):
    tongue = Tongue(QApplication.instance(), "en")
    assert tongue.choose("fr")
    assert not tongue.choose("fr")
    assert tongue.choose("en")


def test_no_french_sign_can_begin_a_line_of_its_own():
    loose = re.compile(r" [:;?!»%](?=[\s.,)…]|$)|« ")
    assert [said for said in FRENCH.values() if loose.search(said)] == []
