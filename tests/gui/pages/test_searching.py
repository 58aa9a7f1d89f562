"""Search as one types."""

import pytest
from PySide6.QtCore import Qt

from briefing.gui.pages.counts_panel import narrowed
from briefing.gui.panels.section import SideHead
from briefing.model import Count
from tests.helpers import invented


def test_hits_are_shown_as_one_types(window):
    window.search("ferry")
    assert window.hits() == [invented.TITLE]
    assert window.window.columns.results.total.text() == "1\u00a0result"


def test_the_first_hits_come_before_all_of_them_are_counted(window, workspace, qtbot):
    searching, counts = window.window.searching, window.window.columns.counts
    with qtbot.waitSignal(searching.answered):
        qtbot.keyClicks(window.window.header.search, "fe")
    assert window.hits() == [invented.TITLE]
    assert counts.buttons == []
    with qtbot.waitSignal(searching.completed):
        pass
    assert counts.buttons


def test_hits_that_go_on_leave_those_shown_where_they_are(window, qtbot):
    window.search("ferry")
    hits = window.window.columns.results.hits
    (hit,) = hits.hits
    resets, inserted = [], []
    hits.modelReset.connect(lambda: resets.append(1))
    hits.rowsInserted.connect(lambda *_: inserted.append(1))
    hits.show((hit, hit))
    hits.show((hit, hit))

    assert (resets, inserted, hits.rowCount()) == ([], [1], 2)
    hits.show((hit,))
    assert (resets, hits.rowCount()) == ([1], 1)


def test_one_letter_asks_nothing(window, workspace, qtbot):
    qtbot.keyClicks(window.window.header.search, "f")
    window.idle()
    assert not [call for call in workspace.calls if call[0] == "search"]


def test_entering_the_field_opens_the_index_before_the_first_key(window, workspace):
    window.window.header.search.entered.emit()
    window.window.header.search.entered.emit()
    window.idle()
    assert [call[1] for call in workspace.calls if call[0] == "search"] == [""]


def test_only_the_last_query_is_answered(window, workspace, qtbot):
    window.search("ferry")
    queries = [call[1] for call in workspace.calls if call[0] == "search"]
    assert queries[-1] == "ferry"
    assert window.window.columns.results.hits.hits[0].snippet.startswith("ferry")


def test_enter_opens_the_article_with_its_hits_to_walk(window):
    window.search("lake")
    window.press_in_search(Qt.Key.Key_Return)
    total = invented.TEXT.lower().count("lake")
    assert window.reader.find_place() == f"1 of {total}"
    window.do("find_next")
    assert window.reader.find_place() == f"2 of {total}"
    window.do("find_previous")
    window.do("find_previous")
    assert window.reader.find_place() == f"{total} of {total}"


def test_find_next_walks_the_results_while_they_are_in_view(window):
    window.search("ferry")
    results = window.window.columns.results
    (hit,) = results.hits.hits
    results.hits.show((hit, hit))
    window.do("find_next")
    assert results.list.currentIndex().row() == 1
    window.do("find_previous")
    assert results.list.currentIndex().row() == 0


def test_escape_returns_to_what_was_open(window):
    window.search("ferry")
    window.press_in_search(Qt.Key.Key_Escape)
    assert window.hits() == []
    assert window.window.columns.reader.isVisible()
    assert window.window.header.search.text() == ""


def test_nothing_found_is_said_in_a_sentence(window):
    window.search("zebra")
    assert window.hits() == []
    assert window.window.columns.results.message.text() == "Nothing holds “zebra”."


def test_a_query_that_cannot_be_read_offers_one_that_can(window, workspace, qtbot):
    window.search('"ferry')
    results = window.window.columns.results
    assert results.message.text() == "A quotation mark is not closed."
    with qtbot.waitSignal(window.window.searching.answered):
        results.suggestion.click()
    assert window.window.header.search.text() == '"ferry"'


def test_a_count_narrows_the_query_and_widens_it_again(window, qtbot):
    window.search("ferry")
    counts = window.window.columns.counts
    assert counts.buttons[0].accessibleName() == "Side: Freedonia, 1"
    with qtbot.waitSignal(window.window.searching.answered):
        counts.buttons[0].click()
    assert window.window.header.search.text() == 'ferry side:"Freedonia"'
    assert window.window.columns.counts.buttons[0].isChecked()


def test_a_filter_taken_away_leaves_the_words():
    count = Count("side", "Freedonia", 1, 'side:"Freedonia"')
    assert narrowed('ferry side:"Freedonia" toll', count) == "ferry toll"


def test_a_search_can_be_saved_and_forgotten(window, workspace):
    window.search("ferry")
    window.window.columns.results.save.click()
    window.idle()
    assert window.rows()[-1] == "ferry"
    row = window.window.columns.sidebar.rows.rows[-1]
    window.window.requests.remove_row(row)
    window.idle()
    assert "ferry" not in window.rows()


def test_a_saved_search_searches_again(window, qtbot):
    with qtbot.waitSignal(window.window.searching.answered):
        window.open_row("missile defence")
    assert window.window.header.search.text() == "missile defence"


def test_find_in_the_article_counts_the_places(window, qtbot):
    window.do("find")
    qtbot.keyClicks(window.window.columns.reader.finder.field, "the ferry")
    assert window.reader.find_place() == "1 of 1"
    qtbot.keyClick(window.window.columns.reader.finder.field, Qt.Key.Key_Escape)
    assert window.reader.find_place() == ""


def test_going_elsewhere_ends_the_search(window):
    window.search("ferry")
    window.open_row("Unassigned articles")
    window.idle()
    assert window.hits() == []
    assert window.window.header.search.text() == ""


def test_a_search_whose_result_was_opened_stands_among_the_recent_ones(window):
    assert "Recent searches" not in window.rows()
    window.search("toll")
    window.press_in_search(Qt.Key.Key_Return)
    window.idle()
    assert window.rows()[-2:] == ["Recent searches", "toll"]
    window.search("ferry")
    assert window.rows()[-1] == "toll"  # only what led somewhere is kept
    window.open_row("toll")
    assert window.window.header.search.text() == "toll"


@pytest.fixture
def found(window):
    """The article of the one hit, open while its search goes on."""
    window.search("ferry")
    window.press_in_search(Qt.Key.Key_Return)
    window.idle()
    return window


def chips(window):
    """Return the filters that can be taken off beside the article."""
    strip = window.window.narrowing.strip
    return {pill.text().split("  ✕")[0]: pill for pill in strip.filters.pills if strip.isVisible()}


def choose(window, kind, record):
    window.window.columns.panels.sentence_requested.emit(kind, record)
    window.idle()


def test_an_issue_chosen_in_its_panel_narrows_the_search_and_the_article_stays(found, workspace):
    (ferries,) = [one for one in invented.issues() if one.label == "Ferries"]
    with found._qtbot.waitSignal(found.window.searching.completed):
        choose(found, "issue", ferries)
    assert ("search", 'ferry issue:"Ferries"') in workspace.calls
    assert found.window.columns.reader.isVisible()
    assert found.window.narrowing.strip.back.text() == "‹ 1\u00a0result"
    found.window.narrowing.strip.back.click()
    assert found.hits() == [invented.TITLE]
    assert [p.text() for p in found.window.columns.results.filters.pills] == ["issue: Ferries  ✕"]


def test_the_filter_of_a_panel_is_taken_off_beside_the_article(found):
    (ferries,) = [one for one in invented.issues() if one.label == "Ferries"]
    choose(found, "issue", ferries)
    chips(found)["issue: Ferries"].click()
    found.idle()
    assert found.window.header.search.text() == "ferry"
    assert chips(found) == {}
    assert found.window.columns.reader.isVisible()


def test_a_side_chosen_above_its_column_narrows_the_search(found, qtbot):
    asks = found.window.columns.panels.asks
    head = asks.findChildren(SideHead)[0]
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    assert found.window.header.search.text() == f'ferry side:"{head.side}"'
    words = [action.text() for action in asks.head.menu().actions()]
    assert f"In a search, narrow it to {head.side}" in words
    found.idle()


def test_without_a_search_a_panel_starts_none(window):
    (ferries,) = [one for one in invented.issues() if one.label == "Ferries"]
    choose(window, "issue", ferries)
    assert window.window.header.search.text() == ""
    assert not window.window.narrowing.strip.isVisible()
