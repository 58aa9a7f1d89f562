import datetime as dt

import pytest

from briefing.errors import BadValue, NotFound
from tests.helpers import findings as made

TEXT = "Ada Holm wants the salmon quota raised.\nBen Roy wants visas eased."
OTHER = "Ada Holm and Ben Roy meet again.\nTheir talks go on."
BEFORE = made.DAY - dt.timedelta(days=3)


def dated(text, published, sides):
    """Find a meeting on the day of the date given, as a text that says “on Tuesday” would."""
    date = published + dt.timedelta(days=3) if published else None
    found = made.meeting(sides or ("Norland", "Sudland"), date=date)
    return made.findings(meetings=(found,))


@pytest.fixture
def two(workspace, extraction, write):
    extraction.find = dated
    first = workspace.import_paths([write("a.txt", TEXT)], published=BEFORE).imported[0]
    second = workspace.import_paths([write("b.txt", OTHER)]).imported[0]
    return first.article, second.article


def test_an_article_without_date_has_a_meeting_of_its_own(workspace, two):
    assert len(workspace.overview().meetings) == 2


def test_a_date_given_later_moves_the_article_to_its_meeting(workspace, two):
    workspace.set_article(two[1], published=BEFORE)

    (meeting,) = workspace.overview().meetings
    assert set(meeting.articles) == set(two)


def test_a_date_given_later_dates_the_meeting(workspace, two):
    workspace.set_article(two[1], published=BEFORE - dt.timedelta(days=400))

    dates = {m.date for m in workspace.overview().meetings}
    assert dates == {made.DAY, made.DAY - dt.timedelta(days=400)}


def test_facts_the_user_set_stay_when_extraction_runs_again(workspace, two):
    meeting = workspace.article(two[0]).meetings[0]

    workspace.set_meeting(meeting, date=dt.date(2031, 6, 1), place="Brae")
    workspace.extract_again([two[0]])

    known = workspace.meeting(meeting)
    assert (known.date, known.place) == (dt.date(2031, 6, 1), "Brae")
    assert known.articles == (two[0],)


def test_confirmed_sides_are_fed_back_into_extraction(workspace, extraction, two):
    meeting = workspace.article(two[0]).meetings[0]

    workspace.set_meeting(meeting, sides=["Norland", "Westmark"])

    assert extraction.asked_with[-1] == ("Norland", "Westmark")
    assert workspace.meeting(meeting).sides == ("Norland", "Westmark")


def test_a_meeting_needs_two_sides(workspace, two):
    meeting = workspace.article(two[0]).meetings[0]

    with pytest.raises(BadValue):
        workspace.set_meeting(meeting, sides=["Norland", " "])


def test_a_meeting_cannot_end_before_it_begins(workspace, two):
    meeting = workspace.article(two[0]).meetings[0]

    with pytest.raises(BadValue):
        workspace.set_meeting(meeting, end_date=made.DAY - dt.timedelta(days=1))


def test_a_meeting_that_is_not_there_is_named(workspace):
    with pytest.raises(NotFound):
        workspace.set_meeting(12, place="Brae")


def test_merged_meetings_are_one_with_all_articles(workspace, two):
    into, other = (workspace.article(a).meetings[0] for a in two)

    workspace.merge_meetings(into, other)

    (meeting,) = workspace.overview().meetings
    assert (meeting.id, set(meeting.articles)) == (into, set(two))


def test_an_article_the_user_moved_stays_there_when_extracted_again(workspace, two):
    into = workspace.article(two[0]).meetings[0]

    workspace.assign(two[1], into)
    workspace.extract_again([two[1]])

    assert workspace.article(two[1]).meetings == (into,)


def test_an_article_taken_out_of_its_meeting_stays_out(workspace, two):
    meeting = workspace.article(two[0]).meetings[0]

    workspace.unassign(two[0], meeting)
    workspace.extract_again([two[0]])

    assert workspace.article(two[0]).meetings == ()
    assert two[0] in {line.id for line in workspace.overview().unassigned}


def test_undo_puts_a_merge_back(workspace, two):
    into, other = (workspace.article(a).meetings[0] for a in two)
    workspace.merge_meetings(into, other)

    workspace.undo()

    assert {m.id for m in workspace.overview().meetings} == {into, other}


def test_a_date_the_user_says_is_not_known_stays_unknown(workspace, two):
    meeting = workspace.article(two[0]).meetings[0]

    workspace.set_meeting(meeting, clear=["date"])
    workspace.extract_again([two[0]])

    assert workspace.meeting(meeting).date is None


def test_a_place_can_be_cleared_while_other_facts_are_set(workspace, two):
    meeting = workspace.article(two[0]).meetings[0]

    workspace.set_meeting(meeting, place="Brae")
    workspace.set_meeting(meeting, title="Talks", clear=["place"])

    assert (workspace.meeting(meeting).place, workspace.meeting(meeting).title) == ("", "Talks")


def test_the_sides_of_a_meeting_cannot_be_cleared(workspace, two):
    meeting = workspace.article(two[0]).meetings[0]

    with pytest.raises(BadValue, match="sides"):
        workspace.set_meeting(meeting, clear=["sides"])


def test_a_published_date_can_be_cleared(workspace, two):
    workspace.set_article(two[0], clear=["published"])

    assert workspace.article(two[0]).published is None


def test_what_an_article_has_no_detail_of_cannot_be_cleared(workspace, two):
    with pytest.raises(BadValue, match="text"):
        workspace.set_article(two[0], clear=["text"])


def test_articles_put_into_a_meeting_together_are_one_step_of_undo(workspace, two):
    before = [workspace.article(number).meetings for number in two]
    workspace.new_meeting(sides=["Eastland", "Westmark"])
    (new,) = {meeting.id for meeting in workspace.overview().meetings} - {n for (n,) in before}

    workspace.gather(two, new)

    assert [workspace.article(number).meetings for number in two] == [(new,), (new,)]
    assert workspace.undo().title == "Move 2 articles to meeting"
    assert [workspace.article(number).meetings for number in two] == before
    workspace.redo()
    assert [workspace.article(number).meetings for number in two] == [(new,), (new,)]


def test_articles_taken_out_of_meetings_together_are_one_step_of_undo(workspace, two):
    before = [workspace.article(number).meetings for number in two]

    workspace.part([(number, meetings[0]) for number, meetings in zip(two, before, strict=True)])

    assert [workspace.article(number).meetings for number in two] == [(), ()]
    assert workspace.undo().title == "Take articles out of meetings"
    assert [workspace.article(number).meetings for number in two] == before


def test_what_was_put_into_a_meeting_before_one_failed_stays(workspace, two):
    into = workspace.article(two[0]).meetings[0]

    with pytest.raises(NotFound):
        workspace.gather([two[1], 9_999], into)

    assert workspace.article(two[1]).meetings == (into,)


def test_a_starred_meeting_stays_when_its_last_article_leaves_and_confirms_nothing(workspace, two):
    meeting, other = (workspace.article(a).meetings[0] for a in two)
    workspace.star("meeting", meeting, on=True)

    workspace.assign(two[0], other)

    known = workspace.meeting(meeting)
    assert (known.articles, known.starred, known.confirmed) == ((), True, frozenset())


def test_an_article_that_fits_a_starred_meeting_comes_to_it_though_it_is_empty(
    workspace, two, write
):
    (meeting,) = workspace.article(two[0]).meetings
    workspace.star("meeting", meeting, on=True)
    workspace.unassign(two[0], meeting)

    more = workspace.import_paths([write("c.txt", OTHER + " On.")], published=BEFORE).imported[0]

    assert workspace.article(more.article).meetings == (meeting,)


@pytest.mark.parametrize("starred", [0, 1])
def test_two_meetings_merged_are_one_with_the_star_of_either(workspace, two, starred):
    into, other = meetings = [workspace.article(a).meetings[0] for a in two]
    workspace.star("meeting", meetings[starred], on=True)

    workspace.merge_meetings(into, other)

    (meeting,) = workspace.overview().meetings
    assert (meeting.id, meeting.starred) == (into, True)
