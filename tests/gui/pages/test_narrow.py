"""Words twice as large in a small window: nothing beside the results is cut without a sign."""

import pytest
from PySide6.QtWidgets import QWidget

from briefing.gui.pages.counts_panel import CountsPanel, Elided
from briefing.gui.pages.results import ResultsPage
from briefing.model import Count, SearchResult

QUERY = "ferry side:freedonia person:brook issue:tolls"


@pytest.fixture
def large(theme):
    theme.resize(200)
    yield theme
    theme.resize(100)


@pytest.fixture
def results(large, qtbot):
    page = ResultsPage(large)
    qtbot.addWidget(page)
    page.resize(430, 700)
    page.show()
    page.show_answer(SearchResult(query=QUERY, total=3, seconds=0.32))
    qtbot.waitUntil(lambda: page.filters.height() > 0)
    return page


def test_each_filter_of_a_query_is_shown_in_full(results, qtbot):
    pills = results.filters.pills
    qtbot.waitUntil(lambda: pills[-1].y() > pills[0].y())
    for pill in pills:
        assert pill.width() >= pill.sizeHint().width()
        assert results.filters.rect().contains(pill.geometry())


def test_the_head_of_the_results_stays_inside_the_page(results):
    shown = [
        w for w in (results.total, results.time, results.save, results.filters) if w.isVisible()
    ]
    assert shown
    for widget in shown:
        assert widget.geometry().right() <= results.width()
        assert widget.width() >= min(widget.minimumSizeHint().width(), results.width())


def test_a_very_long_filter_is_cut_short_and_told_in_its_tooltip(results):
    value = "deputy-minister-of-bridges-and-ferries"
    results.filters.show_query(f"person:{value}")
    (pill,) = results.filters.pills
    assert pill.text().endswith("…  ✕")
    assert value in pill.toolTip()
    assert value in pill.accessibleName()


def test_a_count_without_room_ends_in_dots_and_keeps_its_words_in_the_tooltip(large, qtbot):
    panel = CountsPanel()
    qtbot.addWidget(panel)
    panel.resize(230, 400)
    panel.show()
    words = "Ferries, bridges and the customs shed"
    panel.show_counts([Count("issue", words, 12, f'issue:"{words}"')], "")
    label = panel.findChild(Elided)
    qtbot.waitUntil(lambda: label.text().endswith("…"))
    assert label.toolTip() == words
    assert isinstance(label, QWidget)


def test_no_command_of_the_palette_is_cut(large, window):
    window.do("palette")
    palette = window.window.preparing.helping.palette
    window.until(lambda: palette.list.count() > 0 and palette.isVisible())
    assert palette.list.horizontalScrollBar().maximum() == 0
