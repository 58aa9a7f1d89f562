"""Reading an article beside what was found in it."""

from dataclasses import replace

from PySide6.QtCore import Qt, QUrl

from briefing.gui.look.safe_browser import SafeBrowser
from briefing.gui.records.marks import marks_of
from tests.helpers import invented
from tests.helpers.invented import FREEDONIA, SYLVANIA

TOLLS = "Tolls on the river bridge lifted by the autumn"
FERRY = "The ferry pact extended to the whole lake"


def test_the_window_opens_on_the_first_meeting_and_its_article(window):
    assert window.title() == "Freedonia – Sylvania"
    assert window.reader.lines()[0] == invented.TITLE
    assert "The Lake Courier · 21 March 2031" in window.reader.lines()[1]


def test_asks_stand_in_a_column_by_side(window):
    assert window.asks.texts(FREEDONIA) == [TOLLS, FERRY]
    assert len(window.asks.texts(SYLVANIA)) == 2


def test_a_card_tells_issue_source_kind_and_status(window):
    assert window.asks.chips(FERRY) == ["Ferries", "unnamed official", "✓ confirmed"]
    assert window.asks.chips("Fishing grounds stay off the table") == [
        "red line", "Fisheries", "Otto Lang",
    ]  # fmt: skip


def test_candidates_lie_in_a_drawer(window):
    assert window.asks.candidates() == []
    window.asks.open_drawer()
    assert window.asks.candidates() == ["Share the cranes of the two ports"]


def test_a_click_on_an_ask_outlines_its_clause(window):
    window.asks.click(FERRY)
    assert window.reader.outlined() == ["it wants the ferry pact extended to the whole lake"]


def test_a_click_in_a_sentence_selects_all_its_asks(window):
    window.reader.click("by the autumn")
    assert TOLLS in window.asks.selected()
    assert window.reader.outlined() == [
        "It wants the tolls on the river bridge lifted by the autumn",
        "it wants the ferry pact extended to the whole lake",
    ]


def test_a_click_in_a_sentence_without_asks_selects_none(window):
    window.asks.click(TOLLS)
    window.reader.click("Officials warn")
    assert window.asks.selected() == []
    assert window.reader.outlined() == []


def test_marks_tell_sides_and_kinds_apart():
    marks = marks_of(invented.records(), 1, (FREEDONIA, SYLVANIA))
    assert {(mark.kind, mark.side) for mark in marks} == {
        ("ask", 0), ("ask", 1), ("candidate", 0), ("person", 0), ("person", 1), ("person", -1),
        ("pressure", 0),
    }  # fmt: skip


def test_the_strip_shows_where_the_asks_stand(window):
    places = window.window.columns.reader.strip.places
    assert [side for _, side in places] == [0, 0, 1, 1]
    assert all(0 < place < 1 for place, _ in places)


def test_hidden_text_comes_back_as_a_line_on_demand(window):
    assert invented.MENU not in window.reader.lines()
    window.do("show_hidden")
    assert invented.MENU in window.reader.lines()


def test_zoom_makes_the_text_larger_and_is_kept_in_the_settings(window, qtbot):
    before = window.window.columns.reader.view.document().size().height()
    with qtbot.waitSignal(window.window.settings_changed) as told:
        window.do("zoom_in")
    assert told.args[0].reading_size == 14
    assert window.window.columns.reader.view.document().size().height() > before


def test_a_refresh_keeps_the_place_in_the_text(window):
    window.window.resize(900, 420)
    window.window.columns.reader.view.verticalScrollBar().setValue(120)
    window.asks.press(TOLLS, Qt.Key.Key_A)
    window.idle()
    assert window.window.columns.reader.view.verticalScrollBar().value() == 120


def test_the_place_read_to_is_remembered(open_window, workspace):
    text = "\n\n".join(f"Paragraph {n} of many." for n in range(200))
    workspace.articles[1] = replace(invented.article(), text=text, hidden=(), sentences=())
    workspace.found.clear()
    page = open_window(workspace)
    page.window.columns.reader.view.scroll_to(text.index("Paragraph 120"), len(text))
    page.window.close()
    assert 90 < text.count("\n\n", 0, workspace.positions[1]) < 120
    again = open_window(workspace)
    assert again.window.columns.reader.view.top_offset() == workspace.positions[1]


def test_next_and_previous_article_walk_the_whole_library(window):
    window.do("next_article")
    assert window.reader.lines()[0] == "The lake council meets again"
    window.do("previous_article")
    assert window.reader.lines()[0] == invented.TITLE
    window.do("back")
    assert window.reader.lines()[0] == "The lake council meets again"
    window.do("forward")
    assert window.reader.lines()[0] == invented.TITLE


def test_markup_in_an_article_is_shown_as_text(open_window, workspace):
    text = "<h1>Big</h1> <img src='file:///etc/passwd'> <a href='file:///etc/passwd'>here</a>"
    workspace.articles[1] = replace(
        invented.article(), text=text, title="", hidden=(), sentences=()
    )
    workspace.found.clear()
    page = open_window(workspace)
    assert page.reader.lines()[1] == text


def test_the_text_view_loads_nothing_and_goes_nowhere(qtbot, tmp_path, monkeypatch):
    asked = []
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    view = SafeBrowser()
    qtbot.addWidget(view)
    original = SafeBrowser.loadResource

    def watched(self, kind, name):
        asked.append(original(self, kind, name))
        return asked[-1]

    monkeypatch.setattr(SafeBrowser, "loadResource", watched)
    view.setHtml(f"<img src='{secret.as_uri()}'><a href='{secret.as_uri()}'>read</a>")
    view.resize(200, 100)
    view.grab()
    view.anchorClicked.emit(QUrl(secret.as_uri()))
    assert set(asked) <= {None}
    assert "secret words" not in view.toPlainText()
    assert not view.openLinks()
    assert not view.openExternalLinks()


def test_the_brief_is_shown_with_its_markup_made_harmless(window):
    window.do("view_brief")
    window.idle()
    text = window.window.columns.brief.view.toPlainText()
    assert "1. At a glance" in text
    assert "Vale – Lang" in text


def test_a_library_without_articles_offers_two_ways_to_begin(open_window, workspace):
    workspace.articles.clear()
    workspace.meetings.clear()
    workspace.found.clear()
    page = open_window(workspace)
    empty = page.window.columns.empty
    assert empty.isVisible()
    assert [b.text() for b in (empty.import_button, empty.sample_button) if b.isVisible()] == [
        "Import…", "Open the sample library",
    ]  # fmt: skip
