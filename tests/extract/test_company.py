import datetime as dt

import pytest


@pytest.fixture
def people(extractor):
    def found(text):
        findings = extractor.extract(text, published=dt.date(2023, 3, 20))
        return {person.name: person for person in findings.people}

    return found


def test_companions_are_of_the_side_of_the_one_they_come_with(people):
    found = people(
        "Canada's Prime Minister Arvid Stonebridge travels to Berlin on Friday to meet German Chancellor Lorna Quillfeather. He will be joined by Trade Minister Ada Tussock."
    )
    assert found["Ada Tussock"].side == "Canada"
    assert found["Ada Tussock"].participation == "attending"


def test_someone_met_is_of_the_other_side(people):
    found = people(
        "Canadian Prime Minister Arvid Stonebridge will hold talks with Finance Minister Ada Tussock in Berlin on Friday. Germany and Canada trade more than ever."
    )
    assert found["Ada Tussock"].side == "Germany"


def test_a_counterpart_holds_the_office_of_the_other(people):
    found = people(
        "Canadian Prime Minister Arvid Stonebridge met his German counterpart, Lorna Quillfeather, on Friday."
    )
    assert (found["Lorna Quillfeather"].kind, found["Lorna Quillfeather"].roles) == (
        "leader",
        ("Prime Minister",),
    )


def test_a_verb_before_a_title_is_no_part_of_it(people):
    found = people(
        "Canada will host Prime Minister Arvid Stonebridge of Norway on Friday for talks with the government."
    )
    assert found["Arvid Stonebridge"].roles == ("Prime Minister",)
    assert found["Arvid Stonebridge"].side == "Norway"


def test_a_title_before_a_form_of_address_is_read(people):
    found = people("The Prime Minister of Norway, the Rt Hon Arvid Stonebridge, spoke today.")
    assert found["Arvid Stonebridge"].roles == ("Prime Minister of Norway",)
    assert found["Arvid Stonebridge"].side == "Norway"


def test_an_expert_is_of_the_country_they_work_in(people):
    found = people(
        "“Nobody knows,” said Ada Tussock, a professor of law at a university in Oslo. Norway and Canada trade fish."
    )
    assert found["Ada Tussock"].side == "Norway"


def test_those_named_with_a_meeting_of_another_day_are_not_in_the_room(people):
    found = people(
        "Canadian Prime Minister Arvid Stonebridge will meet German Chancellor Lorna Quillfeather in Berlin on March 24. On January 29 Mr. Stonebridge held talks in Bonn with German Foreign Minister Ada Tussock."
    )
    assert found["Ada Tussock"].participation == "mentioned"
