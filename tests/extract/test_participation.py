"""Who is told to be in the room, and who is only spoken of."""

import datetime as dt

import pytest

LEAD = "Danish Prime Minister Arvid Stonebridge met Maltese President Lorna Quillfeather in Valletta on Sunday. "


@pytest.fixture
def part(extractor):
    def found(words, name):
        result = extractor.extract(
            LEAD + words, published=dt.date(2023, 3, 20), sides=("Denmark", "Malta")
        )
        return {person.name: person.participation for person in result.people}[name]

    return found


@pytest.mark.parametrize(
    "words",
    [
        "Danish Trade Minister Ada Tussock and Justice Minister Bo Ashworthy have joined the prime minister for the visit.",
        "As well as him, Danish Trade Minister Ada Tussock is meeting Maltese officials.",
        "Danish Trade Minister Ada Tussock held a rare meeting with her hosts.",
        "Stonebridge, Quillfeather and Danish Trade Minister Ada Tussock visited the harbour.",
        "Meeting the president earlier on Sunday, Danish Trade Minister Ada Tussock said fish would do.",
        "Stonebridge (left), Peruvian Prime Minister Ada Tussock (far left) and Quillfeather attend the ceremony.",
        "He said Danish Trade Minister Ada Tussock would lead the Danish delegation.",
        "Stonebridge will also meet the speaker of parliament, Ada Tussock.",
    ],
)
def test_who_joins_meets_or_stands_in_the_list_takes_part(part, words):
    assert part(words, "Ada Tussock") == "attending"


@pytest.mark.parametrize(
    "words",
    [
        "Stonebridge met Maltese Trade Minister Ada Tussock in October.",
        "Stonebridge has held other summits with Maltese Trade Minister Ada Tussock.",
        "Danish Trade Minister Ada Tussock will not attend the talks.",
        "Will you meet Maltese Trade Minister Ada Tussock?",
        "Danish Trade Minister Ada Tussock visited Peru and its boats.",
    ],
)
def test_meetings_of_another_time_and_questions_put_nobody_into_the_room(part, words):
    assert part(words, "Ada Tussock") == "mentioned"


def test_who_governs_hosts_before_who_reigns(extractor):
    found = extractor.extract(
        "King Arvid Stonebridge held talks with Maltese President Lorna Quillfeather in Copenhagen on Sunday. "
        "Later she met Danish Prime Minister Ada Tussock there.",
        published=dt.date(2023, 3, 20),
        sides=("Denmark", "Malta"),
    ).people
    parts = {person.name: person.participation for person in found}
    assert parts["Ada Tussock"] == "host"
    assert parts["Arvid Stonebridge"] != "host"


def test_who_is_told_not_to_come_takes_no_part_and_who_leads_the_delegation_does(extractor):
    found = extractor.extract(
        "Peruvian President Elmo Garrick will host Norwegian ministers in Lima on Friday. Norwegian Prime Minister Tove "
        "Fallowmere will not attend. Foreign Minister Odette Brambleway, who is to speak of fish, will lead the Norwegian delegation.",
        published=dt.date(2023, 3, 20),
        sides=("Norway", "Peru"),
    )
    told = {person.name: person.participation for person in found.people}
    assert told == {
        "Tove Fallowmere": "mentioned",
        "Elmo Garrick": "host",
        "Odette Brambleway": "attending",
    }


def test_a_head_named_far_more_often_than_a_minister_is_the_one_who_meets(extractor):
    found = extractor.extract(
        "Norwegian Prime Minister Tove Fallowmere will meet Peruvian Foreign Minister Odette Brambleway and others in Lima. "
        "Peruvian President Elmo Garrick wants fish. Garrick said so. Garrick hopes for ships. Garrick has said no more.",
        published=dt.date(2023, 3, 20),
        sides=("Norway", "Peru"),
    )
    assert dict(found.meetings[0].leaders)["Peru"] == "Elmo Garrick"


def test_tickets_and_a_walk_along_a_front_are_no_meeting(extractor):
    found = extractor.extract(
        "Norwegian travel tickets to Peru are dearer. Norwegian Prime Minister Tove Fallowmere visited the frontline, "
        "and Peruvian President Elmo Garrick spoke of fish.",
        published=dt.date(2023, 3, 20),
    )
    assert found.meetings == ()
