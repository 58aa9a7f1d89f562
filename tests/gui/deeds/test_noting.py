"""Notes on articles and meetings, and preferences that hold at once."""

import pytest
from PySide6.QtWidgets import QComboBox

from briefing.gui.dialogs.preferences import Preferences
from briefing.settings import Settings


@pytest.fixture
def noting(window):
    return window.window.preparing.noting


@pytest.fixture
def preferences(window):
    window.do("preferences")
    return window.window.findChild(Preferences)


def test_a_note_on_the_article_is_written_and_stands_below_it(window, workspace, noting):
    window.do("note_article")
    form = window.form()
    form.write("note", "Ask the envoy.")
    form.ok()
    window.idle()
    assert ("note", "article", 1, "Ask the envoy.") in workspace.calls
    assert noting.strip.isVisible()
    assert noting.strip.words.text() == "✎ Ask the envoy."


def test_the_note_goes_with_its_article(window, workspace, noting):
    workspace.notes[1] = "Ask the envoy."
    window.window.desk.refresh()
    assert noting.strip.isVisible()
    window.window.desk.open_article(2)
    assert not noting.strip.isVisible()
    window.idle()


def test_a_note_on_the_meeting_is_written(window, workspace):
    window.do("note_meeting")
    form = window.form()
    form.write("note", "Bring the map.")
    form.ok()
    window.idle()
    assert workspace.meetings[1].note == "Bring the map."


def test_our_side_is_chosen_among_those_of_the_library_and_holds_at_once(
    window, workspace, preferences
):
    box = preferences.findChild(QComboBox, "our_side")
    offered = [box.itemText(number) for number in range(box.count())]
    assert offered == ["", "Freedonia", "Sylvania"]
    box.setCurrentText("Sylvania")
    box.lineEdit().editingFinished.emit()
    window.idle()
    assert workspace.preferred == ("Sylvania", "")
    window.window.notices.offer.click()
    window.idle()
    assert ("extract_again", (1, 2)) in workspace.calls


def test_the_paper_of_every_export_is_chosen_among_the_preferences(preferences, qtbot):
    box = preferences.findChild(QComboBox, "paper")
    assert [box.itemData(number) for number in range(box.count())] == ["", "a4", "letter"]
    box.setCurrentIndex(box.findData("letter"))
    with qtbot.waitSignal(preferences.changed) as told:
        box.activated.emit(box.currentIndex())
    assert told.args == [{"paper": "letter"}]


def test_a_model_that_is_not_installed_is_said_to_be_missing(window, workspace):
    window.window.settings_changed.emit(Settings(model="en_core_web_giant"))
    window.idle()
    assert window.error() == "The model en_core_web_giant is not installed; rules is used."


def test_other_preferences_leave_the_library_alone(window):
    window.window.settings_changed.emit(Settings(reading_size=20))
    window.idle()
    assert window.error() == ""


def test_everything_with_a_star_stands_in_one_list(window, workspace):
    records = workspace.found[1]
    window.do("star_article")
    window.do("star_meeting")
    for kind, found in (("person", records.people), ("issue", records.issues),
                        ("pressure", records.pressure)):  # fmt: skip
        window.window.records.review("star", kind, found[0])
    window.idle()
    window.open_row("Starred")
    window.idle()
    kinds = {hit.kind for hit in window.window.columns.results.hits.hits}
    assert kinds == {"meeting", "article", "person", "issue", "ask", "pressure"}
    count = window.window.columns.results.hits.rowCount()
    assert window.window.columns.results.total.text() == f"{count} with a star"


def test_a_starred_meeting_is_opened_from_the_list(window):
    window.window.desk.open_meeting(2)
    window.do("star_meeting")
    window.idle()
    window.open_row("Starred")
    window.idle()
    results = window.window.columns.results
    hit = next(hit for hit in results.hits.hits if hit.kind == "meeting")
    results.opened.emit(hit)
    window.idle()
    assert window.window.desk.place.meeting == 2
    assert any(row.startswith("★ ") for row in window.rows())
