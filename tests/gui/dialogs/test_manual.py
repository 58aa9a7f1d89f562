"""The manual beside the window, in both languages."""

import re

import pytest
from PySide6.QtWidgets import QTabWidget

from briefing.gui.deeds import commands
from briefing.gui.dialogs.manual import Manual
from briefing.gui.look.safe_browser import SafeBrowser
from briefing.gui.words.language import Translation, table_of
from briefing.paths import resource_text


@pytest.fixture
def pages(qtbot):
    manual = Manual()
    qtbot.addWidget(manual)
    tabs = manual.findChild(QTabWidget)
    yield {tabs.tabText(n): tabs.widget(n) for n in range(tabs.count())}
    manual.close()


def test_the_manual_tells_what_is_kept_where(pages):
    assert "originals/" in pages["Manual"].toPlainText()


def test_the_manual_is_laid_out_not_shown_as_source(pages):
    text = pages["Manual"].toPlainText()

    assert "## " not in text
    assert "| ask |" not in text


def test_what_is_new_stands_beside_it(pages):
    assert "0.1.0" in pages["What is new"].toPlainText()


def test_its_pages_load_nothing(pages):
    assert all(isinstance(page, SafeBrowser) for page in pages.values())


@pytest.fixture
def french(qapp):
    table = Translation("fr")
    qapp.installTranslator(table)
    yield table.table
    qapp.removeTranslator(table)


ENGLISH, FRENCH = resource_text("help/manual.md"), resource_text("help/manual.fr.md")


def shape(markdown):
    """Return what a page is made of: headings, pictures, items and rows of tables, in order."""
    found = re.findall(r"^(#+|!\[|\d\.|-|\|)", markdown, re.MULTILINE)
    pictures = re.findall(r"\(pictures/[a-z-]+\.png\)", markdown)
    return found, pictures


def test_the_french_manual_has_the_same_headings_pictures_items_and_rows():
    assert shape(FRENCH) == shape(ENGLISH)


def test_a_french_window_has_the_french_manual(french, pages):
    assert "Ce qui est gardé, et où" in pages["Manuel"].toPlainText()


def test_a_page_that_is_kept_in_english_says_so(french, pages):
    text = pages["Nouveautés"].toPlainText()
    assert text.startswith("Cette page est tenue en anglais.")
    assert "0.1.0" in text


def test_every_command_the_manual_names_is_named_as_the_french_menus_have_it():
    words = {bare(one.words) for _, entries in commands.MENUS for one in entries if one is not None}
    table = {bare(english): bare(said) for english, said in table_of("fr").items()}
    named = {bare(part) for bold in bolds(ENGLISH) for part in bold.split("›")} & words
    assert len(named) > 12
    missing = {
        one
        for one in named
        if table[one] not in {bare(p) for b in bolds(FRENCH) for p in b.split("›")}
    }
    assert missing == set()


def test_the_same_shell_commands_are_in_both():
    def commands_of(markdown):
        said = re.findall(r"`(briefing [a-z ]+?)(?: -| [A-Z]|`)", markdown)
        return sorted(said)

    assert commands_of(FRENCH) == commands_of(ENGLISH)


def test_french_signs_never_begin_a_line_of_their_own():
    prose = re.sub(r"`[^`]*`", "", FRENCH)
    assert re.findall(r".{12} [:;?!»].", prose) == []


def bolds(markdown):
    return [" ".join(found.split()) for found in re.findall(r"\*\*([^*]+)\*\*", markdown)]


def bare(words):
    return words.partition("\t")[0].replace("&", "").replace("\xa0", " ").strip(" ….").casefold()
