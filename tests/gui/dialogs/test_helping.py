"""Verifying words and files, the commands by their words, the installation, and about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from briefing.errors import BriefingError
from briefing.gui.deeds import commands
from briefing.gui.dialogs.licences import components
from tests.helpers import invented


@pytest.fixture
def helping(window):
    return window.window.preparing.helping


@pytest.fixture
def sheet(window):
    window.do("verify")
    return window.window.preparing.verifying.sheet


def lines(sheet):
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_pasted_words_lead_to_the_sentence_they_stand_in(window, sheet):
    words = next(line for line in invented.TEXT.splitlines() if line.endswith("."))[:40].strip()
    sheet.text.setPlainText(words)
    sheet.look.click()
    window.idle()
    assert lines(sheet) == [f"✓ Word for word: “{words}” · The Lake Courier, ¶ 2"]
    assert "word for word" in sheet.summary.text()
    sheet.list.itemActivated.emit(sheet.list.item(0))
    assert window.reader.outlined() == [words]


def test_what_is_selected_in_the_article_is_there_to_be_looked_for(window):
    words = next(line for line in invented.TEXT.splitlines() if line.endswith("."))[:30].strip()
    window.reader.select(words)
    window.do("verify")
    assert window.window.preparing.verifying.sheet.text.toPlainText() == words


def test_words_that_stand_nowhere_are_named(window, sheet):
    sheet.text.setPlainText("Nobody ever said this.")
    sheet.look.click()
    window.idle()
    assert lines(sheet) == ["✗ Not in the library: “Nobody ever said this.”"]


def test_an_answer_goes_to_the_sheet_that_asked(window, sheet):
    sheet.text.setPlainText("Nobody ever said this.")
    sheet.look.click()
    window.do("verify")
    window.idle()
    assert lines(sheet) == ["✗ Not in the library: “Nobody ever said this.”"]
    assert lines(window.window.preparing.verifying.sheet) == []


def test_a_sheet_does_not_wait_on_for_what_failed(window, workspace, sheet, monkeypatch):
    def fail(*_):
        raise BriefingError("The disk went away.")

    monkeypatch.setattr(workspace, "trace", fail)
    sheet.text.setPlainText("Nobody ever said this.")
    sheet.look.click()
    assert not sheet.look.isEnabled()
    window.idle()
    assert sheet.summary.text() == ""
    assert sheet.look.isEnabled()
    assert "The disk went away." in window.error()


def test_a_briefing_file_is_held_against_its_sources(window, workspace, sheet, tmp_path):
    window.answers.file = tmp_path / "lake.md"
    sheet.file.click()
    window.idle()
    assert ("verify_files", (tmp_path / "lake.md",)) in workspace.calls
    assert lines(sheet)[0].startswith("✗ line 7: “tolls gone”")
    assert "lake.md: 1 not borne out" in sheet.summary.text()


def test_without_words_nothing_can_be_looked_for(sheet):
    assert not sheet.look.isEnabled()


def test_a_command_is_found_by_its_words_and_done_by_enter(window, helping):
    window.do("palette")
    QTest.keyClicks(helping.palette.field, "dark theme")
    assert helping.palette.shown() == ["View › Dark theme"]
    QTest.keyClick(helping.palette, Qt.Key.Key_Return)
    assert window.window.commands["theme_dark"].isChecked()


def test_the_palette_says_where_no_command_fits(window, helping):
    window.do("palette")
    palette = helping.palette
    QTest.keyClicks(palette.field, "xyzzy")
    assert palette.shown() == []
    assert palette.nothing.isVisible()
    assert palette.nothing.text() == "No command fits “xyzzy”."
    palette.field.setText("dark")
    assert not palette.nothing.isVisible()


def test_the_arrows_walk_the_commands_found(helping, window):
    window.do("palette")
    palette = helping.palette
    QTest.keyClicks(palette.field, "export")
    first = palette.list.currentItem().text()
    QTest.keyClick(palette, Qt.Key.Key_Down)
    assert palette.list.currentItem().text() != first
    QTest.keyClick(palette, Qt.Key.Key_Up)
    assert palette.list.currentItem().text() == first


def test_every_command_that_can_be_used_is_in_the_palette(helping, window):
    window.do("palette")
    usable = [
        name
        for _, name in commands.names()
        if window.window.commands[name].isEnabled() and name not in {"palette", "open_recent"}
    ]
    assert len(helping.palette.shown()) == len(usable)


def test_the_installation_is_checked_and_the_findings_can_be_copied(window, helping):
    window.do("check_installation")
    window.idle()
    sheet = helping.checking
    assert sheet.summary.text() == "1 thing to look at."
    assert sheet.text.toPlainText().startswith("✗ language model: none Install it.")
    sheet.copy.click()
    assert "offscreen" in QGuiApplication.clipboard().text()


def test_about_shows_the_licence_of_every_part(window, helping):
    window.do("about")
    about = helping.about
    window.until(lambda: about.names.count() > 0)
    names = [about.names.item(row).text() for row in range(about.names.count())]
    assert any(name.startswith("PySide6_Essentials") or "PySide6" in name for name in names)
    about.names.setCurrentRow(next(n for n, name in enumerate(names) if "Markdown" in name))
    assert "Markdown" in about.text.toPlainText()
    assert "BSD" in about.text.toPlainText()


def test_the_parts_are_those_the_program_needs_and_nothing_of_its_tests():
    names = {one.name.casefold() for one in components()}
    assert {"spacy", "jinja2", "whoosh3"} <= names
    assert not {"pytest", "mypy", "briefing"} & names


def test_the_changelog_opens_at_its_own_page(window, helping):
    from briefing.gui.dialogs.manual import Manual

    window.do("whats_new")
    manual = window.window.findChild(Manual)
    assert manual.tabs.currentIndex() == 1
