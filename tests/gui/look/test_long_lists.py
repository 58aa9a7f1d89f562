"""Lists of thousands: laid out a part at a time, and still where one was."""

import pytest
from PySide6.QtCore import QStringListModel

from briefing.gui.look.long_list import LongList
from briefing.gui.sidebar.drops import AT_ONCE
from briefing.model import Hit, SearchResult
from tests.helpers import invented

MANY = 3 * AT_ONCE


@pytest.fixture
def crowded(open_window, workspace):
    for number in range(10, 10 + MANY):
        workspace.articles[number] = invented.article(
            number, title=f"Number {number} of the lake's long list of headlines", meetings=()
        )
    page = open_window(workspace)
    page.idle()
    return page


def seen(view, index):
    return view.viewport().rect().intersects(view.visualRect(index))


def test_the_open_article_comes_to_view_far_down_a_long_list(crowded):
    side, far = crowded.window.columns.sidebar, 10 + MANY - 5
    crowded.window.desk.read_article(far)
    crowded.until(lambda: seen(side, side.rows.index(side.rows.row_of("article", far), 0)))
    assert side.currentIndex().row() == side.rows.row_of("article", far)


def test_a_long_list_is_not_laid_out_all_at_once(crowded):
    side = crowded.window.columns.sidebar
    crowded.window.desk.read_article(10)
    last = side.rows.index(side.rows.rowCount() - 1, 0)
    assert not side.rectForIndex(last).isValid()
    crowded.until(lambda: side.rectForIndex(last).isValid())


def test_the_next_article_of_the_same_list_leaves_its_rows_alone(crowded, qtbot):
    side = crowded.window.columns.sidebar
    crowded.window.desk.read_article(10)
    with qtbot.assertNotEmitted(side.rows.modelReset):
        crowded.window.desk.read_article(11)
    assert side.currentIndex().row() == side.rows.row_of("article", 11)


def test_a_change_shows_in_the_rows(crowded, workspace):
    crowded.window.desk.read_article(10)
    workspace.articles[11] = invented.article(11, title="Renamed by hand", meetings=())
    crowded.window.desk.refresh()
    assert "Renamed by hand" in crowded.rows()


def test_many_hits_shown_anew_stay_where_one_was(window):
    results = window.window.columns.results
    many = tuple(
        Hit(
            kind="ask", article=1, ask=number, title=f"The lake asks for {number} boats", outlet="",
            published=None, meeting=1, snippet="Boats.", marks=(), start=0, end=5,
        )
        for number in range(500)
    )  # fmt: skip
    window.window.columns.show_page(results)
    results.show_list("Many", SearchResult(query="", hits=many, total=500))
    last = results.hits.index(499, 0)
    window.until(lambda: results.list.rectForIndex(last).isValid())
    results.list.setCurrentIndex(results.hits.index(300, 0))
    fewer = tuple(hit for hit in many if hit.ask != 300)
    results.show_list("Many", SearchResult(query="", hits=fewer, total=499))
    window.until(lambda: seen(results.list, results.hits.index(300, 0)))
    assert results.list.currentIndex().row() == 300


def test_a_smart_list_has_no_empty_column_beside_it(window):
    window.open_row("To review")
    window.idle()
    columns = window.window.columns
    assert columns.page() is columns.results
    assert not columns.right.isVisible()
    window.search("ferry")
    assert columns.right.isVisible()
    window.search("nobody has this word")
    assert not columns.right.isVisible()


def test_rows_are_measured_anew_when_their_list_is_narrower(qtbot):
    shown = LongList(20)
    qtbot.addWidget(shown)
    shown.setWordWrap(True)
    shown.setModel(QStringListModel(["ferries and tolls " * 20], shown))
    shown.resize(600, 400)
    shown.show()
    row = shown.model().index(0, 0)
    qtbot.waitUntil(lambda: shown.rectForIndex(row).isValid())
    wide = shown.rectForIndex(row).height()
    shown.resize(150, 400)
    qtbot.waitUntil(lambda: shown.rectForIndex(row).height() > wide)
