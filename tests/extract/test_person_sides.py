"""Sides, kinds and names as papers of many countries write them."""

import datetime as dt
from dataclasses import replace

import pytest

from briefing.extract import Extractor
from briefing.extract.tables.officeholder_table import OfficeHolders, Term

DAY = dt.date(2023, 3, 20)


@pytest.fixture
def people(extractor):
    def found(text, **options):
        result = extractor.extract(text, **{"published": DAY, **options})
        return {person.name: person for person in result.people}

    return found


def test_officials_without_a_country_are_those_of_the_papers_own(people):
    found = people(
        "Prime Minister Arvid Stonebridge received Zambian President Odwin Chalabesa in the capital on Sunday.\n\n"
        "Trade Minister Pell Vantongeren and senior officials will call on the guest on Monday. "
        "Arvid Stonebridge, the British prime minister, will not.",
        sides=("United Kingdom", "Zambia"),
    )
    assert found["Pell Vantongeren"].side == "United Kingdom"


def test_an_official_is_not_of_the_side_of_his_counterpart(people):
    found = people("President Arvid Stonebridge will meet his Brazilian counterpart Lorna Quillfeather. "
                   "Argentina and Brazil are at odds over fish.", sides=("Argentina", "Brazil"))  # fmt: skip
    assert found["Arvid Stonebridge"].side == "Argentina"
    assert found["Lorna Quillfeather"].side == "Brazil"


def test_a_title_and_surname_tell_the_one_who_held_the_office(tables):
    term = Term("Odette Brambleway", "France", "Minister of Fish", "trade", "2019", "2024")
    extractor = Extractor(replace(tables, officeholders=OfficeHolders((term,))))
    (person,) = extractor.extract(
        "Minister Brambleway spoke of France and the sea.", published=DAY
    ).people
    assert (person.name, person.side) == ("Brambleway", "France")


def test_the_table_finds_those_in_office_by_surname_and_kind():
    day = dt.date(2020, 5, 1)
    minister = Term("Odette Brambleway", "France", "Minister of Fish", "trade", "2019", "2021")
    past = Term("Dirk Brambleway", "Malta", "Minister of Fish", "trade", "2010", "2012")
    given = Term("Brambleway Oberlin", "Malta", "Minister of Fish", "trade", "2019", "2021")
    holders = OfficeHolders((minister, past, given))
    assert holders.in_office("Brambleway", "minister", day) == (minister,)
    assert holders.in_office("Brambleway", "leader", day) == ()


@pytest.mark.parametrize(
    ("words", "name", "side"),
    [
        (
            "The minister met her counterpart from Malta, Elmo Garrick and left.",
            "Elmo Garrick",
            "Malta",
        ),
        ("He met his Maltese counterpart Prof. Elmo Garrick on Monday.", "Elmo Garrick", "Malta"),
        ("Talks with Qatar’s Sheikh Elmo bin Garrick failed.", "Elmo bin Garrick", "Qatar"),
    ],
)
def test_a_country_before_a_name_is_the_persons(people, words, name, side):
    assert people(words)[name].side == side


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("European Council chief Elmo Garrick spoke of fish.", "Elmo Garrick", "leader"),
        (
            "Elmo Garrick, the executive director of UNICEF, spoke of fish.",
            "Elmo Garrick",
            "official",
        ),
        (
            "Elmo Garrick, director of the Center for Maltese Studies at Lakeside University, said so.",
            "Elmo Garrick",
            "expert",
        ),
        ("Chief Cabinet Secretary Elmo Garrick said so on Monday.", "Elmo Garrick", "minister"),
        (
            "He took over from impeached Brazilian President Elmo Garrick in August.",
            "Elmo Garrick",
            "other",
        ),
        ("King Garrick came to Malta in 1961 and fished.", "Garrick", "other"),
        (
            "Special Assistant to Prime Minister on Foreign Affairs Elmo Garrick was there.",
            "Elmo Garrick",
            "official",
        ),
    ],
)
def test_the_kind_follows_from_the_whole_title(people, words, name, kind):
    assert people(words)[name].kind == kind


def test_a_government_before_a_president_leaves_the_president_one(people):
    found = people("They back the government of President Elmo Garrick in Damascus.")
    assert found["Elmo Garrick"].roles == ("President",)


def test_assemblies_and_firms_called_general_are_nobody(people):
    assert people("The UN General Assembly heard him, and General Electric sold turbines.") == {}


def test_the_airport_where_a_president_is_met_is_not_his_office(people):
    found = people("He was met by his Zambian counterpart Elmo Garrick at the Lakeside Airport.")
    assert found["Elmo Garrick"].roles == ()


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Interior Minister Pell Vantongeren met his Maltese counterpart in Valletta on Friday.", "Denmark"),
        ("In a call with Foreign Minister Pell Vantongeren, Maltese Foreign Minister Ada Tussock urged calm.", "Denmark"),
        ("Malta freed Danish citizen Pell Vantongeren on Friday.", "Denmark"),
        ("NATO Secretary General Pell Vantongeren spoke to Malta on Friday.", None),
        ("Pell Vantongeren, the Maltese-born investor, spoke of fish.", None),
        ("Pell Vantongeren, director of the Fish Centre, a Copenhagen-based institute, spoke.", "Denmark"),
    ],
)  # fmt: skip
def test_a_side_is_not_taken_from_a_counterpart_or_the_title_of_another(people, words, side):
    assert people(words, sides=("Denmark", "Malta"))["Pell Vantongeren"].side == side


@pytest.mark.parametrize(
    ("words", "role", "kind"),
    [
        ("Danish PM Pell Vantongeren spoke.", "Prime Minister", "leader"),
        ("Indian Foreign Secretary Pell Vantongeren spoke.", "Foreign Secretary", "official"),
        ("The recently re-elected Danish president, Pell Vantongeren, spoke.", "President", "leader"),
        ("Pell Vantongeren, chief spokesman for the Danish foreign ministry, spoke.", "Chief Spokesman for the Danish foreign ministry", "official"),
        ("Pell Vantongeren, vice president for sales of the Fish Company, spoke.", "Vice President for sales of the Fish Company", "stakeholder"),
        ("Pell Vantongeren, director of the Fish Centre, a think tank, spoke.", "Director of the Fish Centre", "expert"),
        ("Pell Vantongeren, then the EU's trade commissioner, spoke.", "Former Trade Commissioner", "expert"),
        ("Deputy Prime Minister/Finance Minister Pell Vantongeren spoke.", "Deputy Prime Minister", "minister"),
        ("He met the chairman of the standing committee of the People's Congress of China, Pell Vantongeren.", "Chairman of the standing committee of the People's Congress of China", "legislator"),
        ("Forward Malta leader Pell Vantongeren spoke.", "Leader", "opposition"),
        ("Pell Vantongeren, Malta chair at the Institute for Fish, spoke.", "Chair at the Institute for Fish", "expert"),
        ("Pell Vantongeren, a member of Malta's parliament, spoke.", "Member of Malta's parliament", "legislator"),
        ("Pell Vantongeren, Fish Group Programmes Director for the north, spoke.", "Fish Group Programmes Director for the north", "official"),
        ("EU trade commissioner Pell Vantongeren spoke.", "Trade Commissioner", "minister"),
    ],
)  # fmt: skip
def test_offices_of_many_systems_are_read(people, words, role, kind):
    person = people(words)["Pell Vantongeren"]
    assert (person.roles[0], person.kind) == (role, kind)


def test_those_listed_as_the_team_of_a_leader_are_of_that_side(people):
    found = people(
        "Danish Prime Minister Arvid Stonebridge spoke in Valletta. "
        "Fish was left to Stonebridge's close aides, special envoy Ada Tussock and adviser Bo Ashworthy, in Malta.",
        sides=("Denmark", "Malta"),
    )
    assert found["Ada Tussock"].side == found["Bo Ashworthy"].side == "Denmark"


def test_a_king_is_not_the_crown_prince_of_the_same_name(people):
    found = people(
        "Saudi Arabia's King Brambleway will stay at home. Crown Prince Pell Brambleway will go."
    )
    assert set(found) == {"Brambleway", "Pell Brambleway"}


def test_a_rank_below_a_title_of_one_country_is_of_that_country(people):
    found = people(
        "Malta and Denmark quarrel over fish. Denmark said no, Malta said yes, and the United States said nothing. "
        "Deputy Secretary of State Pell Vantongeren spoke with Maltese envoys."
    )
    assert found["Pell Vantongeren"].side == "United States"


def test_a_country_of_which_an_official_only_speaks_is_not_theirs(people):
    found = people(
        "Malta and Denmark met. Malta is glad. Opposition leader Pell Vantongeren wants less fish from Peru.",
        sides=("Denmark", "Malta"),
    )
    assert found["Pell Vantongeren"].side == "Malta"
