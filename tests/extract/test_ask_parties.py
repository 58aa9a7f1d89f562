"""Tests of who may ask: without a meeting, in unions of states, behind `both`, allies and tariffs."""

from __future__ import annotations

from briefing.model import MeetingFound
from tests.extract.asking import asks_in, staged

NORTH = ("Norway", "Iceland")


def sides_of(text: str, *people: tuple[str, str, str], sides: tuple[str, ...] = ()) -> set[str]:
    return {a.side for a in asks_in(text, *people, sides=sides) if a.band != "candidate"}


def test_without_a_meeting_the_two_governments_named_most_may_ask():
    stage = staged("Norway urged Iceland to act. Iceland refused. Norway and Sweden are allies.")
    alone = type(stage)(stage.document, None, stage.people, stage.mentions, stage.tables)

    assert alone.parties == ("Norway", "Iceland")
    assert alone.sides == ()


def test_with_a_meeting_its_sides_may_ask():
    stage = staged("Norway urged Iceland to act. Sweden, Sweden, Sweden.", sides=NORTH)

    assert isinstance(stage.meeting, MeetingFound)
    assert stage.parties == NORTH


def test_the_allies_of_a_government_are_not_that_government():
    found = asks_in("Norway's allies urged Iceland to cut its fishing quota.", sides=NORTH)

    assert not [ask for ask in found if ask.side == "Norway" and ask.band != "candidate"]


def test_both_is_each_of_two_governments_named_before():
    text = "Norway and Iceland quarrel over fish. Both agreed to reopen the fisheries talks."

    assert sides_of(text, sides=NORTH) == {"Norway", "Iceland"}


def test_both_is_not_the_governments_where_rivals_at_home_were_named():
    text = (
        "Norway asks Iceland for fish. Eva Lund and Per Moe ran. Both proposed new quotas on trade."
    )
    found = asks_in(
        text, ("Eva Lund", "Norway", "opposition"), ("Per Moe", "Norway", "opposition"), sides=NORTH
    )

    sure = [ask for ask in found if ask.frame == "propose" and ask.band != "candidate"]
    assert "Iceland" not in {ask.side for ask in sure}


def test_leaders_of_two_countries_pledge_together():
    text = "Leaders of Norway and Iceland pledged to share the fishing grounds and cut tariffs."

    assert sides_of(text, sides=NORTH) == {"Norway", "Iceland"}


def test_a_member_of_a_parliament_speaks_for_no_government():
    text = "A member of Norway's parliament urged Iceland to cut its fishing quota."

    assert not sides_of(text, sides=NORTH)


def test_marks_of_quotation_may_stand_between_the_words_of_a_frame():
    text = "Norway's minister said Iceland has “no right” to close the fishing grounds."

    assert "no_right" in {ask.frame for ask in asks_in(text, sides=NORTH)}


def test_who_lets_goods_in_cuts_the_tariffs_on_them():
    found = asks_in("Tariffs on Norwegian salmon will be lowered under the deal.", sides=NORTH)

    assert {a.side for a in found if a.frame in ("measures_will_fall", "will_be_eased")} == {
        "Iceland"
    }


def test_who_goods_go_to_cuts_the_tariffs_on_them():
    found = asks_in("Tariffs on cars exported to Norway will fall to ten per cent.", sides=NORTH)

    assert {ask.side for ask in found if ask.frame == "measures_will_fall"} == {"Norway"}


def test_ties_between_the_two_are_offered_by_both():
    text = "Norway pledged to deepen trade ties between the two countries."
    found = asks_in(text, sides=NORTH)

    assert {ask.side for ask in found if ask.kind == "offer"} == {"Norway", "Iceland"}
