import datetime as dt

import pytest

from briefing.extract.tables.officeholder_table import OfficeHolders, Term, name_words, same_given

ARTICLE = """\
Canadian Prime Minister Arvid Stonebridge will meet U.S. President Lorna Quillfeather in Ottawa on Friday.

Stonebridge will be joined by Finance Minister Odette Brambleway and Trade Minister Pell Vantongeren. \
Ms. Quillfeather’s spokesman Dirk Oberlin said the list was not complete.

“They should speak of fish,” said Wanda Threlkeld, a professor of law at Lakeside University. \
NDP Leader Bo Ashworthy asked for more. Former Canadian ambassador Ines Marchbanks agreed.
"""


@pytest.fixture(scope="module")
def people(extractor):
    found = extractor.extract(ARTICLE, published=dt.date(2023, 3, 20)).people
    return {person.name: person for person in found}


def test_every_person_named_is_found_once_and_nobody_else(people):
    assert set(people) == {
        "Arvid Stonebridge", "Lorna Quillfeather", "Odette Brambleway", "Pell Vantongeren", "Dirk Oberlin",
        "Wanda Threlkeld", "Bo Ashworthy", "Ines Marchbanks",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "side", "role", "kind"),
    [
        ("Arvid Stonebridge", "Canada", "Prime Minister", "leader"),
        ("Lorna Quillfeather", "United States", "President", "leader"),
        ("Odette Brambleway", "Canada", "Minister of Finance", "minister"),
        ("Dirk Oberlin", "United States", "Spokesman", "official"),
        ("Bo Ashworthy", "Canada", "Leader of the NDP", "opposition"),
        ("Ines Marchbanks", "Canada", "Former Ambassador", "expert"),
        (
            "Wanda Threlkeld",
            None,
            "Professor of law at Lakeside University",
            "expert",
        ),
    ],
)
def test_side_office_and_kind_are_read_from_beside_a_name(people, name, *, side, role, kind):
    person = people[name]
    assert (person.side, person.roles[0], person.kind) == (side, role, kind)


def test_leaders_meet_those_listed_attend_and_others_are_mentioned(people):
    assert people["Arvid Stonebridge"].participation == "host"
    assert people["Lorna Quillfeather"].participation == "attending"
    assert people["Odette Brambleway"].participation == "attending"
    assert people["Dirk Oberlin"].participation == "mentioned"


def test_mentions_of_a_surname_alone_belong_to_the_person(people):
    assert [m.quote for m in people["Arvid Stonebridge"].mentions] == [
        "Arvid Stonebridge",
        "Stonebridge",
    ]


def test_without_a_model_the_rules_still_find_titled_people(tables):
    from briefing.extract.people.people import find_people
    from briefing.extract.text.backend import RulesBackend
    from briefing.extract.text.document import read_document
    from briefing.extract.text.sides import side_mentions

    document = read_document(ARTICLE, (), tables, RulesBackend())
    mentions = side_mentions(document, tables)
    found = find_people(document, tables, published=None, sides=(), mentions=mentions)
    assert {"Arvid Stonebridge", "Lorna Quillfeather", "Odette Brambleway"} <= {
        p.name for p in found
    }


HOLDERS = OfficeHolders(
    (
        Term("Joseph Tarn", "Canada", "Minister of Fish", "agriculture", "2010-02", "2012-06-30"),
        Term("Lü Weimin", "China", "Premier", "head_of_government", "2011", ""),
    )
)


@pytest.mark.parametrize("name", ["Joe Tarn", "Joseph Q. Tarn", "Joseph Tarn Jr.", "Tarn Joseph"])
def test_a_known_name_is_matched_through_short_forms_initials_and_order(name):
    assert [t.name for t in HOLDERS.of_name(name)] == ["Joseph Tarn"]


def test_one_word_alone_never_matches_a_name():
    assert HOLDERS.of_name("Tarn") == ()


def test_accents_do_not_count():
    assert HOLDERS.of_name("Lu Weimin")


def test_terms_know_when_they_hold():
    term = HOLDERS.terms[0]
    assert term.holds_on(dt.date(2010, 2, 1))
    assert term.holds_on(dt.date(2012, 6, 30))
    assert not term.holds_on(dt.date(2012, 7, 1))
    assert term.ended_by(dt.date(2012, 7, 1))


def test_a_leader_is_found_by_surname_only_in_office_and_among_the_sides():
    day = dt.date(2020, 1, 1)
    assert HOLDERS.leaders("Weimin", day, ["China"])
    assert not HOLDERS.leaders("Weimin", day, ["Japan"])
    assert not HOLDERS.leaders("Weimin", dt.date(2001, 1, 1), ["China"])
    assert not HOLDERS.leaders("Tarn", dt.date(2011, 1, 1), ["Canada"])


def test_initials_and_short_forms_are_the_same_given_name():
    assert same_given("j", "joseph")
    assert same_given("bill", "william")
    assert not same_given("anna", "joseph")
    assert name_words("J. Doe Jr.") == ("doe",) or name_words("J. Doe") == ("doe",)
