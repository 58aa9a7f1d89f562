"""The export dialog: what is asked, how long it gets, what is told afterwards."""

import datetime as dt
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.export import Style
from briefing.gui.deeds import export
from briefing.gui.dialogs.choose_meetings import MeetingList
from tests.helpers import invented


@pytest.fixture
def dialog(window, tmp_path, qtbot):
    qtbot.mouseClick(window.window.header.export_button, Qt.MouseButton.LeftButton)
    window.idle()
    opened = window.window.preparing.exporting.dialog
    opened.folder.setText(str(tmp_path))
    return opened


def test_the_open_meeting_is_ticked_and_its_length_told(dialog):
    assert dialog.choice().meetings == (1,)
    assert dialog.lengths.toPlainText() == "Vale – Lang, Lakeport: 1,200 words, about 2½ pages"


def test_a_meeting_of_two_days_is_named_with_both(qapp):
    first, *_ = invented.meetings()
    long = replace(first, date=dt.date(2023, 3, 23), end_date=dt.date(2023, 3, 24))
    assert "23–24 Mar 2023" in MeetingList([long], []).item(0).text()


def test_enter_exports_as_chosen_and_a_bar_leads_to_the_folder(window, dialog, workspace, tmp_path):
    dialog.formats["pdf"].setChecked(True)
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.profile.setCurrentIndex(dialog.profile.findData("call"))
    dialog.pages.setValue(2)
    QTest.keyClick(dialog.pages, Qt.Key.Key_Return)
    window.idle()
    assert ("export", (1,), tmp_path) in workspace.calls
    style = Style(profile="call", language="fr", max_pages=2)
    assert workspace.exported == [(("md", "pdf"), style)]
    assert "Exported vale-lang.md" in window.status()
    assert "1 file written into" in window.error()
    window.window.notices.offer.click()
    assert window.answers.shown == [tmp_path / "vale-lang.md"]


def test_the_paper_is_chosen_for_one_export_and_offered_again(window, dialog, workspace):
    assert [dialog.paper.itemText(at) for at in range(3)] == [
        "as in the preferences",
        "A4",
        "Letter",
    ]
    assert not dialog.choice().style.paper
    dialog.paper.setCurrentIndex(dialog.paper.findData("letter"))
    dialog.export.click()
    window.idle()
    assert workspace.exported == [(("md",), Style(paper="letter"))]
    window.do("export_all")
    assert window.window.preparing.exporting.dialog.choice().style.paper == "letter"
    window.idle()


def test_several_meetings_are_exported_in_one_go(window, dialog, workspace, tmp_path):
    dialog.tick(True)
    dialog.export.click()
    window.idle()
    assert ("export", tuple(m.id for m in invented.meetings()), tmp_path) in workspace.calls


def test_a_limit_of_pages_shows_what_it_shortens(window, dialog):
    dialog.pages.setValue(1)
    window.idle()
    assert "500 words, about 1 page · shortened: Background" in dialog.lengths.toPlainText()


def test_a_broken_template_is_named_with_its_line_and_nothing_can_be_exported(window, dialog):
    dialog.profile.setCurrentIndex(dialog.profile.findData("mine"))
    window.idle()
    assert dialog.problem.text() == "mine.yaml, line 3: a list is not closed."
    assert not dialog.export.isEnabled()
    dialog.profile.setCurrentIndex(dialog.profile.findData("call"))
    window.idle()
    assert dialog.export.isEnabled()


@pytest.mark.parametrize("missing", ["meetings", "formats", "folder"])
def test_without_meeting_format_or_folder_nothing_can_be_exported(dialog, missing):
    if missing == "meetings":
        dialog.tick(False)
    elif missing == "formats":
        dialog.formats["md"].setChecked(False)
    else:
        dialog.folder.setText(" ")
    assert not dialog.export.isEnabled()


def test_the_choices_are_there_again_the_next_time(window, dialog, tmp_path):
    dialog.formats["docx"].setChecked(True)
    dialog.export.click()
    window.idle()
    window.do("export_all")
    again = window.window.preparing.exporting.dialog
    assert again.folder.text() == str(tmp_path)
    assert again.choice().formats == ("md", "docx")
    assert len(again.choice().meetings) == 2
    window.idle()


def test_the_folder_is_chosen_with_the_desktop(window, dialog, tmp_path):
    window.answers.folder = tmp_path / "elsewhere"
    dialog.choose.click()
    assert dialog.folder.text() == str(tmp_path / "elsewhere")


def test_briefings_that_are_not_up_to_date_are_listed(window, dialog):
    dialog.check.click()
    window.idle()
    assert window.error() == "1 file is not up to date."
    assert "1 new among the asks" in window.window.notices.details.toPlainText()


def test_a_template_is_copied_for_the_user_and_shown_where_it_is(window, dialog, workspace):
    dialog.copy.click()
    window.idle()
    assert ("copy_template", "leaders-meeting") in workspace.calls
    assert "“Leaders’ meeting”" in window.error()


def test_without_a_meeting_there_is_nothing_to_export(open_window, workspace):
    workspace.meetings.clear()
    page = open_window(workspace)
    page.do("export_all")
    assert "no meeting" in page.status()
    page.idle()


def test_what_the_dialog_needs_is_loaded_beside_the_window_once_nothing_else_is_done(
    window, monkeypatch
):
    loaded = []
    monkeypatch.setattr(
        export, "import_module", lambda name: loaded.append((name, threading.current_thread()))
    )
    deeds = window.window.preparing.exporting
    window.idle()
    deeds.later.timeout.emit()
    window.idle()
    ((name, thread),) = loaded
    assert name == "briefing.export"
    assert thread is not threading.main_thread()


def test_a_closed_window_loads_nothing_more(window):
    window.window.close()
    assert not window.window.preparing.exporting.later.isActive()
