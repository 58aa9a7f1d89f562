"""Whose ask it is, and of whom: pronouns that begin a sentence, and adjectives of culture."""

from __future__ import annotations

import pytest

from tests.extract.asking import asks_in

NORWAY_ICELAND = ("Norway", "Iceland")


@pytest.mark.parametrize(
    "text",
    [
        "Norway wants a fishing quota from Iceland. It refuses to open its ports to trawlers.",
        "Norway has asked Iceland for a fishing quota. It will not accept new tariffs on cod.",
    ],
)
def test_it_first_in_a_sentence_is_the_government_the_sentence_before_is_about(text):
    red_lines = [a for a in asks_in(text, sides=NORWAY_ICELAND) if a.kind == "red_line"]

    assert {(a.side, a.of) for a in red_lines} == {NORWAY_ICELAND}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya wants the trade deal to protect Portuguese language and culture.",
        "Kenya will not give up its quota for French-speaking films in the trade deal.",
        "Kenya wants lower tariffs on Italian cheese in the trade deal.",
    ],
)
def test_an_adjective_of_another_country_names_no_one_who_is_asked(text):
    asks = asks_in(text, sides=("Kenya", "Egypt"))

    assert {(a.side, a.of) for a in asks} == {("Kenya", "Egypt")}


@pytest.mark.parametrize("asked", ["the Sudanese government", "the Libyans"])
def test_a_third_government_named_by_an_adjective_or_as_a_nation_stays(asked):
    asks = asks_in(f"Kenya urged {asked} to reopen the border.", sides=("Kenya", "Egypt"))

    assert {a.of for a in asks} & {"Sudan", "Libya"}


def test_support_for_the_people_of_the_other_side_is_told_to_that_side():
    asks = asks_in(
        "Kenya will provide aid to the Egyptian people.", sides=("Kenya", "Egypt", "Sudan")
    )

    assert "Egypt" in {a.of for a in asks}


def test_a_third_country_that_is_asked_by_name_stays():
    asks = asks_in("Kenya urged Sudan to reopen the border.", sides=("Kenya", "Egypt"))

    assert "Sudan" in {a.of for a in asks}


@pytest.mark.parametrize(
    "text",
    [
        "Norway will accept nothing less than full access to the cod market of Iceland.",
        "Norway will accept no less than full access to the cod market of Iceland.",
        "Norway won't accept anything but full access to the cod market of Iceland.",
        "Norway will settle for nothing short of a fishing quota in Iceland.",
    ],
)
def test_to_accept_nothing_but_one_thing_is_a_red_line(text):
    assert {a.kind for a in asks_in(text, sides=NORWAY_ICELAND)} == {"red_line"}
