"""The window on a real library: from files to a briefing, as its user goes."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import open_workspace

pytestmark = [pytest.mark.end2end, pytest.mark.slow]


@pytest.fixture
def real(tmp_path):
    workspace = open_workspace(tmp_path / "lake", Paths.under(tmp_path / "own"), Settings())
    yield workspace
    workspace.close()


@pytest.fixture
def page(real, open_window):
    page = open_window(real)
    page.drop(*sorted(resources().joinpath("sample").glob("2023*.txt")))
    page.idle()
    return page


def sides(page):
    return page.window.desk.meeting.sides


def test_a_dropped_article_becomes_a_meeting_with_ministers_issues_and_asks(page):
    assert page.title() == "Canada – United States"
    assert page.window.desk.meeting.place == "Ottawa"
    records = page.window.desk.records
    assert len(records.people) >= 4
    assert len(records.issues) >= 4
    assert page.asks.texts("Canada")
    assert page.asks.texts("United States")


def test_every_ask_leads_to_its_own_words(page):
    text = page.window.columns.reader.article.text
    told = [ask for side in sides(page) for ask in page.asks.texts(side)]
    assert told
    for ask in told:
        page.asks.click(ask)
        assert all(quote in text for quote in page.reader.outlined())
        assert page.reader.outlined()


def test_a_decision_can_be_undone_and_done_again(page):
    ask = page.asks.texts("Canada")[0]
    page.asks.press(ask, Qt.Key.Key_A)
    page.idle()
    assert "✓ confirmed" in page.asks.chips(ask)
    page.do("undo")
    page.idle()
    assert "✓ confirmed" not in page.asks.chips(ask)
    page.do("redo")
    page.idle()
    assert "✓ confirmed" in page.asks.chips(ask)


def test_every_field_of_an_ask_can_be_corrected(page):
    ask = page.asks.texts("Canada")[0]
    page.asks.press(ask, Qt.Key.Key_E)
    form = page.form()
    form.write("text", "Room for its exporters")
    form.choose("kind", "offer")
    form.ok()
    page.idle()
    assert page.error() == ""
    assert "offer" in page.asks.chips("Room for its exporters")


def test_a_rejected_ask_stays_away_when_the_article_is_read_again(page):
    ask = page.asks.texts("Canada")[0]
    page.asks.press(ask, Qt.Key.Key_R)
    page.idle()
    page.do("extract_again")
    page.idle()
    assert ask not in page.asks.texts("Canada")


def test_words_of_the_article_are_found_and_opened_at_their_place(page):
    page.search("exporters")
    assert page.hits()
    page.press_in_search(Qt.Key.Key_Return)
    assert page.reader.find_place().startswith("1 of")


def test_a_broken_query_is_answered_with_a_sentence(page):
    page.search("side:")
    assert page.error() == ""
    assert page.window.columns.results.message.text() or page.hits()


def test_the_briefing_is_exported_as_previewed(page, tmp_path):
    page.do("view_brief")
    page.idle()
    assert "What we ask of them" in page.window.columns.brief.view.toPlainText()
    page.answers.folder = tmp_path / "out"
    page.answers.folder.mkdir()
    page.do("export_brief")
    dialog = page.window.preparing.exporting.dialog
    dialog.choose.click()
    dialog.export.click()
    page.idle()
    (written,) = page.answers.folder.glob("*.md")
    assert written.read_text(encoding="utf-8").lstrip("<>-! \n").strip()
    assert f"Exported {written.name}" in page.status()


def test_the_same_file_again_is_reported_as_a_duplicate(page):
    page.drop(*sorted(resources().joinpath("sample").glob("2023*.txt")))
    page.idle()
    assert "1 duplicate" in page.window.report.summary.text()
    assert len(page.window.desk.overview.articles) == 1


def test_a_file_that_is_no_text_is_named_with_the_reason(page, tmp_path):
    bad = tmp_path / "blob.txt"
    bad.write_bytes(bytes(range(256)) * 40)
    page.drop(bad)
    page.idle()
    assert "1 failed" in page.window.report.summary.text()


def test_an_article_without_a_date_asks_for_it_and_the_meeting_gets_its_day(page, tmp_path):
    undated = tmp_path / "undated.txt"
    undated.write_text(
        "Premier meets Chancellor\n\nPrime Minister Jonas Weir of Canada will meet President "
        "Carla Dunn of the United States in Boston on Tuesday. Canada wants the tolls lifted.\n"
    )
    page.drop(undated)
    page.idle()
    ((article, (field, button)),) = page.window.report.dates.items()
    field.show_day(dt.date(2025, 5, 5))
    button.click()
    page.idle()
    assert page.window.workspace.article(article).published == field.day()
    assert not page.window.columns.reader.prompt.isVisible()
