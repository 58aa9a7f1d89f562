"""What the facade offers for a meeting: comparing, the timeline, suggestions."""

import datetime as dt

import pytest

from briefing.model import ArticleLine, Meeting
from briefing.workspace.briefs.chronicle import chronicle
from briefing.workspace.briefs.suggesting import suggestions
from tests.helpers import findings as made

SIDES = ("Norland", "Sudland")
LEADERS = (("Norland", "Ada Holm"), ("Sudland", "Ben Roy"))


def meeting(number, date=None, articles=(), **more):
    known = {"title": "Holm – Roy", "sides": SIDES, "leaders": LEADERS, **more}
    return Meeting(id=number, date=date, articles=articles, **known)


def line(number, published=None, meetings=()):
    return ArticleLine(
        id=number, headline=f"a{number}", outlet="", published=published, meetings=meetings, words=9
    )


@pytest.fixture
def three(workspace):
    for date in (dt.date(2031, 5, 6), dt.date(2031, 10, 7), None):
        workspace.new_meeting(sides=SIDES, date=date)
    workspace.new_meeting(sides=["Norland", "Westmark"], date=dt.date(2030, 1, 1))
    return {m.date: m.id for m in workspace.overview().meetings}


def test_earlier_meetings_have_the_same_sides_and_the_nearest_comes_first(workspace, three):
    later = three[dt.date(2031, 10, 7)]
    found = workspace.earlier_meetings(later)
    assert [m.date for m in found] == [dt.date(2031, 5, 6), None]


def test_a_meeting_without_date_can_be_compared_with_all_others(workspace, three):
    assert len(workspace.earlier_meetings(three[None])) == 2


def test_a_comparison_has_the_sides_of_the_later_meeting(workspace, three):
    found = workspace.comparison(three[dt.date(2031, 10, 7)], three[dt.date(2031, 5, 6)])
    assert found.sides == SIDES


def test_the_chronicle_counts_what_has_no_date(workspace, three):
    found = workspace.chronicle()
    assert [m.date.year for m in found.meetings] == [2030, 2031, 2031]
    assert found.undated_meetings == 1


def test_the_chronicle_is_in_order_of_time():
    articles = [line(1, dt.date(2031, 5, 2)), line(2), line(3, dt.date(2030, 5, 2))]
    found = chronicle([], articles, {})
    assert [one.id for one in found.articles] == [3, 1]
    assert found.undated_articles == 1


def test_an_article_alone_in_an_undated_meeting_could_belong_to_one_of_the_same_leaders():
    told = made.findings(meetings=(made.meeting(SIDES, date=None, leaders=LEADERS),))
    meetings = [meeting(1, dt.date(2031, 5, 6), (1,)), meeting(2, None, (2,))]
    lines = [line(1, dt.date(2031, 5, 3), (1,)), line(2, None, (2,))]
    (found,) = suggestions(meetings, lines, {1: None, 2: told})
    assert (found.article, found.meeting) == (2, 1)
    assert "leaders" in found.reason


def test_an_article_whose_meeting_the_user_confirmed_is_left_alone():
    told = made.findings(meetings=(made.meeting(SIDES, date=None, leaders=LEADERS),))
    meetings = [
        meeting(1, dt.date(2031, 5, 6), (1,)),
        meeting(2, None, (2,), confirmed=frozenset({"sides"})),
    ]
    assert suggestions(meetings, [line(2, None, (2,))], {2: told}) == ()


def test_other_leaders_are_no_reason():
    other = (("Norland", "Cy Dale"), ("Sudland", "Ben Roy"))
    told = made.findings(meetings=(made.meeting(SIDES, date=None, leaders=other),))
    meetings = [meeting(1, dt.date(2031, 5, 6), (1,))]
    assert suggestions(meetings, [line(2)], {2: told}) == ()


def test_a_star_settles_no_meeting():
    told = made.findings(meetings=(made.meeting(SIDES, date=None, leaders=LEADERS),))
    meetings = [meeting(1, dt.date(2031, 5, 6), (1,)), meeting(2, None, (2,), starred=True)]
    (found,) = suggestions(meetings, [line(2, None, (2,))], {2: told})
    assert found.meeting == 1
