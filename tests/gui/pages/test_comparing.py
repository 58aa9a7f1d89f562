"""A comparison of hundreds of asks is made and measured some at a time, and stands as it should."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from briefing.gui.pages.compare_rows import AT_ONCE, CompareRows, columns
from briefing.workspace.briefs.comparing import NEW, Compared, Comparison, IssueRow
from tests.helpers import invented

MANY = 5 * AT_ONCE + 3


def compared(count):
    asks = [replace(invented.asks()[0], id=n, key=f"ask {n}", text=f"wants berth {n} kept free for "
                    "ships of the coast guard, winter and summer") for n in range(count)]  # fmt: skip
    found = [Compared(NEW, ask, None) for ask in asks]
    rows = [IssueRow(f"Berths {n}", (tuple(found[n : n + 10]), ())) for n in range(0, count, 10)]
    return Comparison(sides=("Arland", "Bellmark"), rows=tuple(rows))


@pytest.fixture
def rows(qtbot, theme):
    area = QScrollArea(widgetResizable=True)
    shown = CompareRows(area, theme)
    area.setWidget(shown)
    area.resize(900, 500)
    qtbot.addWidget(area)
    area.show()
    return shown


def numbers(rows):
    return [ask.compared.ask.id for ask in rows.asks()]


def test_what_is_in_sight_comes_first_and_the_rest_by_and_by(rows, qtbot):
    rows.show_found(compared(MANY), "then")
    assert len(rows.asks()) == AT_ONCE
    qtbot.waitUntil(lambda: len(rows.asks()) == MANY)
    assert numbers(rows) == list(range(MANY))


def test_no_ask_covers_another_at_any_width(rows, qtbot):
    rows.show_found(compared(MANY), "then")
    qtbot.waitUntil(lambda: len(rows.asks()) == MANY)
    for wide in (900, 560, 1200):
        rows._area.resize(wide, 500)
        width = columns(rows.width() - 4, 2)[1]
        qtbot.waitUntil(lambda width=width: all(ask.width() == width for ask in rows.asks()))
        tops = [(ask.mapTo(rows, ask.rect().topLeft()).y(), ask.height()) for ask in rows.asks()]
        assert all(y + tall <= below for (y, tall), (below, _) in pairwise(tops))
        assert all(ask.height() == ask.heightForWidth(width) for ask in rows.asks())
        assert tops[-1][0] + tops[-1][1] <= rows.height()


def test_asks_made_later_are_filtered_too(rows, qtbot):
    rows.show_found(compared(MANY), "then")
    rows.show_only(lambda one: one.ask.id % 40 == 0)
    qtbot.waitUntil(lambda: numbers(rows) == [0, 40, 80, 120])
    rows.show_only(lambda _: True)
    qtbot.waitUntil(lambda: len(rows.asks()) == MANY)


def test_another_comparison_takes_the_place_of_one_not_yet_made(rows):
    rows.show_found(compared(MANY), "then")
    rows.show_found(compared(3), "then")
    QApplication.processEvents()
    assert numbers(rows) == [0, 1, 2]


def test_where_one_reads_stays_in_sight_at_another_width(rows, qtbot):
    rows.show_found(compared(MANY), "then")
    qtbot.waitUntil(lambda: len(rows.asks()) == MANY)
    bar = rows._area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    seen = next(card for card in rows._cards if card.y() <= bar.value() < card.y() + card.height())
    rows._area.resize(620, 500)
    qtbot.waitUntil(lambda: all(c.settled_for == rows.width() - 4 for c in rows._cards))
    assert seen.y() <= bar.value() + 500
    assert seen.y() + seen.height() > bar.value()
