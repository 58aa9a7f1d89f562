"""Calls, scenes told over two sentences, cancelled talks, loose dates, and who is in the room."""

import datetime as dt

import pytest

from briefing.extract.meetings.meeting_dates import after_talks, dates_in

MONDAY = dt.date(2023, 3, 20)


@pytest.fixture
def found(extractor):
    def read(text, **options):
        return extractor.extract(text, **{"published": MONDAY, **options})

    return read


def first_date(text, published=MONDAY, *, past=False):
    return dates_in(text, 0, len(text), published, past=past)[0]


def test_a_call_of_two_ministers_is_a_meeting_without_place_and_host(found):
    result = found(
        "VALLETTA, March 19 (Reuters) - Maltese Foreign Minister Elmo Garrick received a phone call on Sunday from "
        "Canadian Foreign Minister Odette Brambleway. They spoke of fish."
    )
    (meeting,) = result.meetings
    assert set(meeting.sides) == {"Malta", "Canada"}
    assert (meeting.date, meeting.place, meeting.host) == (dt.date(2023, 3, 19), "", None)
    assert {p.participation for p in result.people} == {"attending"}


def test_the_meeting_is_that_of_the_people_of_the_sentence_before(found):
    result = found(
        "Maltese Foreign Minister Elmo Garrick and Canadian Foreign Minister Odette Brambleway were frank about fish. "
        "The meeting was held on Sunday in Oslo."
    )
    assert set(result.meetings[0].sides) == {"Malta", "Canada"}
    assert result.meetings[0].date == dt.date(2023, 3, 19)


def test_he_who_met_is_the_one_named_before(found):
    result = found(
        "Maltese President Elmo Garrick came to Oslo on Sunday. "
        "He met Norwegian Prime Minister Odette Brambleway on Monday."
    )
    assert set(result.meetings[0].sides) == {"Malta", "Norway"}


def test_a_leader_named_by_office_alone_meets_too(found):
    result = found(
        "Malta's president paid a visit to Norway on Sunday. "
        "The Norwegian prime minister welcomed the Maltese president in Oslo on Sunday."
    )
    assert set(result.meetings[0].sides) == {"Malta", "Norway"}


def test_talks_called_off_are_no_meeting(found):
    text = (
        "Malta has suspended talks with Norway over fish. The meeting between Maltese Foreign Minister "
        "Elmo Garrick and Norwegian Foreign Minister Odette Brambleway was due to take place on Friday."
    )
    assert found(text).meetings == ()


def test_a_host_of_things_is_no_host(found):
    text = (
        "A host of Canadian and Maltese firms want more fish, said President Elmo Garrick of Malta."
    )
    assert found(text).meetings == ()


@pytest.mark.parametrize(
    ("text", "day", "last"),
    [
        ("They met on the 13th in Oslo.", dt.date(2023, 3, 13), None),
        ("They meet this weekend.", dt.date(2023, 3, 25), None),
        (
            "The two-day visit that ends Friday is his first.",
            dt.date(2023, 3, 23),
            dt.date(2023, 3, 24),
        ),
        ("The talks began this Friday.", dt.date(2023, 3, 24), None),
    ],
)
def test_loose_words_for_a_day_are_counted_from_publication(text, day, last):
    when = first_date(text)
    assert (when.day, when.last) == (day, last)


def test_without_publication_loose_words_tell_no_day():
    assert dates_in("on the 13th, this weekend", 0, 25, None, past=False) == ()


def test_what_was_said_after_talks_was_said_on_the_day_of_the_talks(found):
    assert after_talks("He said on Sunday after talks with the minister that fish matters.")
    assert not after_talks("He said on Sunday that fish matters.")
    result = found(
        "Maltese President Elmo Garrick said on Sunday after talks with Norwegian Prime Minister "
        "Odette Brambleway that fish matters."
    )
    assert result.meetings[0].date == dt.date(2023, 3, 19)


def test_the_margins_of_the_general_assembly_are_in_new_york(found):
    result = found(
        "Maltese President Elmo Garrick met Norwegian Prime Minister Odette Brambleway on the sidelines of the "
        "UN General Assembly on Sunday."
    )
    assert (result.meetings[0].place, result.meetings[0].host) == ("New York", None)


def test_all_of_a_list_before_the_verb_are_there(found):
    result = found(
        "Maltese President Elmo Garrick met Norwegian Prime Minister Odette Brambleway in Oslo on Sunday. "
        "Norwegian Foreign Minister Pell Vantongeren, Trade Minister Dirk Oberlin and Energy Minister Wanda "
        "Threlkeld were also present."
    )
    there = {p.name: p.participation for p in result.people}
    assert there == {
        "Elmo Garrick": "attending", "Odette Brambleway": "host", "Pell Vantongeren": "attending",
        "Dirk Oberlin": "attending", "Wanda Threlkeld": "attending",
    }  # fmt: skip


def test_whom_an_aide_serves_does_not_come_for_it(found):
    result = found(
        "Norwegian Trade Minister Dirk Oberlin, a close aide to Prime Minister Odette Brambleway, will meet "
        "Maltese Trade Minister Elmo Garrick in Valletta on Friday."
    )
    there = {p.name: p.participation for p in result.people}
    assert there["Odette Brambleway"] == "mentioned"
    assert dict(result.meetings[0].leaders)["Norway"] == "Dirk Oberlin"


def test_those_of_a_second_meeting_take_part_too(found):
    result = found(
        "Maltese President Elmo Garrick met Norwegian Prime Minister Odette Brambleway in Oslo on Sunday. "
        "Garrick and Brambleway met for an hour. "
        "Canadian Foreign Minister Pell Vantongeren met Swiss Foreign Minister Wanda Threlkeld in Bern on Sunday. "
        "Vantongeren and Threlkeld of Switzerland held talks on Sunday for a day with Canadian officials. "
        "The Canadian minister Pell Vantongeren will meet Swiss Foreign Minister Wanda Threlkeld on Tuesday."
    )
    there = {p.name: p.participation for p in result.people}
    assert len(result.meetings) == 2
    assert "mentioned" not in there.values()


@pytest.mark.parametrize(
    ("words", "side"),
    [("Lao", "Laos"), ("Viet Nam’s", "Vietnam"), ("Cape Verdean", "Cabo Verde")],
)
def test_other_names_of_countries_tell_sides(found, words, side):
    (person,) = found(f"{words} President Elmo Garrick spoke of fish.").people
    assert person.side == side
