"""What looks like a person's name and is none, and one person under two spellings."""

import datetime as dt

import pytest

from briefing.extract.people.not_people import in_title_case
from briefing.extract.tables.officeholder_table import alike

DAY = dt.date(2023, 3, 20)


@pytest.fixture
def names(extractor):
    def found(text, **options):
        result = extractor.extract(text, **{"published": DAY, **options})
        return [person.name for person in result.people]

    return found


def test_a_firm_a_paper_and_an_abbreviation_are_nobody(names):
    assert (
        names(
            "Turkey's Brambleway Oberlin, a family company, sells fish to Malta. "
            "Malta said Quillfeather Vantongeren, which owns two ports, would pay. "
            "It went to the Court of Justice (CJM) on Friday."
        )
        == []
    )


def test_a_heading_in_capitals_makes_nobody(names):
    found = names(
        "Former Envoy Unpacks Maltese Fish Deal Before Talks\n\n"
        "Maltese Prime Minister Arvid Stonebridge spoke of fish on Friday."
    )
    assert found == ["Arvid Stonebridge"]


def test_who_reports_for_a_channel_is_not_of_the_story(names):
    assert names("The channel's Odette Brambleway, reporting from Valletta, saw the boats.") == []


def test_a_verb_or_preposition_that_opens_a_sentence_is_no_given_name(names):
    found = names(
        "Maltese Prime Minister Arvid Stonebridge came on Friday. "
        "Alongside Pell Vantongeren, the Danish trade minister, he praised the fish."
    )
    assert found == ["Arvid Stonebridge", "Pell Vantongeren"]


def test_a_name_in_two_spellings_and_with_an_initial_is_one_person(names):
    found = names(
        "Ukrainian President Pavlo Tussockiy came on Friday. President Tussocky will stay. "
        "India's S. Brambleway met him; Foreign Minister S. Brambleway spoke of fish."
    )
    assert found == ["Pavlo Tussockiy", "S. Brambleway"]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("tussockiy", "tussockyy", True),
        ("tussocky", "tussockij", True),
        ("vantongeren", "wantongeren", False),
        ("lee", "li", False),
        ("khalabesa", "halabesa", False),
        ("brambleway", "brambleman", False),
    ],
)
def test_spellings_of_one_name_are_told_from_other_names(left, right, *, same):
    assert alike(left, right) is same


@pytest.mark.parametrize(
    ("quote", "heading"),
    [
        ("Ministers Welcome Fresh Fish Deal in Malta", True),
        ("Ministers welcomed a fresh deal on fish", False),
        ("Foreign Minister Odette Brambleway Spoke Twice.", False),
    ],
)
def test_headings_are_told_by_their_capitals(quote, *, heading):
    assert in_title_case(quote) is heading
