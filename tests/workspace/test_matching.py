import datetime as dt

from briefing.model import Meeting
from briefing.workspace.records.matching import match
from tests.helpers.findings import DAY, meeting

KNOWN = Meeting(
    id=7,
    title="Holm – Roy",
    sides=("Norland", "Sudland"),
    leaders=(("Norland", "Ada Holm"), ("Sudland", "Ben Roy")),
    date=DAY,
)


def fits(found, *, published=None, known=KNOWN, published_in=()):
    return match(found, published, [known], {known.id: tuple(published_in)}) is not None


def test_the_same_sides_on_the_same_day_are_one_meeting():
    assert fits(meeting())


def test_the_order_of_sides_does_not_matter():
    assert fits(meeting(("Sudland", "Norland")))


def test_other_sides_are_another_meeting():
    assert not fits(meeting(("Norland", "Westmark")))


def test_the_same_sides_weeks_later_are_another_meeting():
    assert not fits(meeting(date=DAY + dt.timedelta(days=30)))


def test_a_visit_of_two_days_takes_in_its_second_day():
    visit = Meeting(id=7, title="", sides=KNOWN.sides, date=DAY, end_date=DAY + dt.timedelta(2))

    assert fits(meeting(date=DAY + dt.timedelta(days=2)), known=visit)


def test_a_preview_without_a_day_joins_the_meeting_of_the_days_after():
    assert fits(meeting(date=None), published=DAY - dt.timedelta(days=5))


def test_a_preview_without_a_day_does_not_join_a_meeting_months_away():
    assert not fits(meeting(date=None), published=DAY - dt.timedelta(days=90))


def test_a_report_without_any_date_joins_nothing():
    assert not fits(meeting(date=None))


def test_a_dated_article_finds_the_meeting_that_was_only_announced():
    announced = Meeting(id=7, title="", sides=KNOWN.sides, leaders=KNOWN.leaders)

    assert fits(meeting(), known=announced, published_in=[DAY - dt.timedelta(days=4)])


def test_two_meetings_without_date_are_never_taken_for_one():
    announced = Meeting(id=7, title="", sides=KNOWN.sides, leaders=KNOWN.leaders)

    assert not fits(meeting(date=None), published=DAY, known=announced, published_in=[DAY])


def test_other_leaders_keep_an_undated_preview_apart():
    found = meeting(date=None, leaders=(("Norland", "Cy Dahl"), ("Sudland", "Ben Roy")))

    assert not fits(found, published=DAY - dt.timedelta(days=1))
