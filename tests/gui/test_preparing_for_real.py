"""Preparing a meeting on the sample library, as a new user goes: from the files to the briefing."""

import datetime as dt

import pytest
from PySide6.QtCore import QUrl

from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import open_workspace

pytestmark = [pytest.mark.end2end, pytest.mark.slow]
OCTOBER, MAY = dt.date(2025, 10, 7), dt.date(2025, 5, 6)


@pytest.fixture
def page(tmp_path, open_window):
    workspace = open_workspace(tmp_path / "lib", Paths.under(tmp_path / "own"), Settings())
    opened = open_window(workspace)
    opened.drop(*sorted(resources().joinpath("sample").glob("2025*.txt")))
    opened.idle()
    october = next(m for m in opened.window.desk.overview.meetings if m.date == OCTOBER)
    opened.window.desk.open_meeting(october.id)
    yield opened
    opened.window.close()
    workspace.close()


def exported(page, folder):
    """Export the open meeting into the folder through the dialog."""
    folder.mkdir(exist_ok=True)
    page.do("export_brief")
    dialog = page.window.preparing.exporting.dialog
    dialog.folder.setText(str(folder))
    dialog.export.click()
    page.idle()
    (file,) = folder.glob("*.md")
    return file


def test_a_meeting_is_prepared_from_comparing_to_the_exported_briefing(page, tmp_path):
    page.view("Compare")
    assert page.window.columns.compare.title.text() == "7 October 2025 against 6 May 2025"
    assert {"new", "not repeated"} <= set(page.compared().values())

    page.view("Brief")
    page.write("points", "- Open with the tariffs.\n- Then the review.")
    assert "Open with the tariffs." in page.brief()

    file = exported(page, tmp_path / "out")
    assert "- Open with the tariffs.\n- Then the review." in file.read_text(encoding="utf-8")
    assert page.window.columns.draft.changes.text().startswith("Nothing changed")


def test_words_changed_in_the_file_come_back_to_the_window(page, tmp_path):
    page.view("Brief")
    page.write("points", "- From the window.")
    file = exported(page, tmp_path / "out")
    file.write_text(file.read_text(encoding="utf-8").replace("From the window", "From the file"))
    exported(page, tmp_path / "out")
    assert page.written("points") == "- From the file."


def test_written_words_are_undone_like_any_change(page):
    page.view("Brief")
    page.write("press", "We talk on.")
    page.do("undo")
    page.idle()
    assert page.written("press") == ""
    assert "We talk on." not in page.brief()


def test_every_note_of_the_briefing_leads_to_its_sentence(page):
    page.view("Brief")
    notes = dict(page.window.columns.brief._notes)
    assert notes
    for number, note in notes.items():
        page.window.columns.brief.view.anchorClicked.emit(QUrl(f"#fn:{number}"))
        article = page.window.columns.reader.article
        assert article.id == note.article
        assert page.reader.outlined() == [article.text[note.start : note.end]]


def test_an_article_dragged_to_another_meeting_is_of_that_meeting(page):
    may = next(m for m in page.window.desk.overview.meetings if m.date == MAY)
    (article,) = page.window.desk.meeting.articles
    page.drag((article,), "meeting", may.id)
    page.idle()
    assert page.window.workspace.article(article).meetings == (may.id,)
    assert article in page.window.workspace.meeting(may.id).articles


def test_the_timeline_has_every_dated_meeting_and_article(page):
    page.view("Timeline")
    kinds = [spot.kind for spot in page.window.columns.timeline.drawing.spots()]
    assert kinds.count("article") == 3
    assert kinds.count("meeting") >= 2


def test_a_confirmed_meeting_keeps_its_facts(page):
    page.window.columns.panels.facts.confirm.click()
    page.idle()
    assert page.window.desk.meeting.confirmed >= {"sides", "date", "place"}
    page.do("undo")
    page.idle()
    assert not page.window.desk.meeting.confirmed
