"""The timeline of thousands of articles: drawn once a place, found by their day."""

import datetime as dt

from PySide6.QtCore import QPointF

from briefing.gui.pages.timeline_chart import MOST_TOLD, Timeline
from briefing.gui.pages.timeline_plan import AXIS, TimelinePlan
from briefing.workspace.briefs.chronicle import Chronicle, Dated

FIRST = dt.date(2015, 1, 1)
MANY = 6_000


def chronicle(count=MANY):
    articles = [Dated(n + 1, FIRST + dt.timedelta(days=n // 2), f"Title {n}") for n in range(count)]
    meetings = (Dated(1, FIRST, "First talks"), Dated(2, FIRST + dt.timedelta(days=900), "Second"))
    return Chronicle(meetings=meetings, articles=tuple(articles))


def test_no_place_of_the_axis_is_painted_twice():
    plan = TimelinePlan(chronicle(), 900)
    assert len(plan.ticks) <= 2 * 900
    for article in plan.found.articles[::500]:
        assert min(abs(plan.x(article.date) - x) for x in plan.ticks) <= 0.25


def test_an_article_is_found_where_it_stands():
    plan = TimelinePlan(chronicle(40), 900)
    for number in (0, 7, 39):
        spot = plan.spots[number]
        found = plan.spot(spot.box.center())
        assert found.kind == "article"
        assert found.box.contains(spot.box.center())
    assert plan.spot(QPointF(plan.width - 1, AXIS - 10)) is None


def test_meetings_are_walked_after_the_articles():
    spots = TimelinePlan(chronicle(), 900).spots
    assert len(spots) == MANY + 2
    assert [spot.words for spot in spots[-2:]] == [
        "First talks · 1 Jan 2015",
        "Second · 19 Jun 2017",
    ]
    assert spots[-3].id == MANY


def test_a_screen_reader_is_told_of_so_many_places_at_once(qtbot, theme):
    drawing = Timeline(theme)
    qtbot.addWidget(drawing)
    drawing.show_chronicle(chronicle())
    assert drawing.accessibleDescription().count("Title") == MOST_TOLD
