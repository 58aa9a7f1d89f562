"""Asks whose words are whole: no loose ends, no general noun, no reporting clause."""

from __future__ import annotations

import pytest

from briefing.extract.asks.ask_whole import is_owner
from briefing.extract.asks.ask_words import tidy
from tests.extract.asking import asks_in

PERU_CHILE = ("Peru", "Chile")


def sure_texts(text: str) -> set[str]:
    return {a.text for a in asks_in(text, sides=PERU_CHILE) if a.band != "candidate"}


def test_a_participle_whose_object_is_missing_is_cut_with_its_and():
    text = (
        "The plan is in line with earlier Peru-Chile talks in that Lima is prioritizing free entry "
        "to the Chilean market and shielding protected trades such as mines, sugar and dairy."
    )

    assert not any(words.endswith("shielding") for words in sure_texts(text))
    assert any("free entry to the Chilean market" in words for words in sure_texts(text))


def test_what_alone_a_side_accepts_is_what_is_asked():
    text = "Peru's minister told the press, “The only thing Lima will accept is free copper.”"

    assert "free copper" in {ask.text for ask in asks_in(text, sides=PERU_CHILE)}


def test_an_adjective_gives_way_to_what_stands_after_the_colon():
    text = "Officials say the goal of Peru is less grand: get the copper duties of Chile lifted."
    asked = {ask.text for ask in asks_in(text, sides=PERU_CHILE)}

    assert "get the copper duties of Chile lifted" in asked


def test_an_abbreviation_keeps_its_full_stop():
    text = "Chile is ready to work with the U.S."

    assert "work with the U.S." in {a.text for a in asks_in(text, sides=("Chile", "United States"))}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Peru reiterated that Chile must open its copper ports.",
            "Chile must open its copper ports",
        ),
        (
            "Peru told Chile on Friday that it should open its copper ports.",
            "it should open its copper ports",
        ),
    ],
)
def test_who_told_whom_is_no_part_of_what_is_asked(text, asked):
    texts = {ask.text for ask in asks_in(text, sides=PERU_CHILE)}

    assert asked in texts
    assert not any(words.startswith(("told", "reiterated")) for words in texts)


def test_words_that_end_before_the_refusal_begin_with_it():
    text = "There is a road both can walk here,” Peru's minister said, “but on our terms, not on Chile's terms.”"

    texts = {a.text for a in asks_in(text, sides=PERU_CHILE) if a.kind == "red_line"}

    assert all("our terms" in words for words in texts)


def test_an_owner_without_the_thing_owned_is_never_an_ask():
    text = "The Prime Minister’s Office said Peru met Chile, but would not tell what Peru's goal will be."

    assert not any(is_owner(ask.text) for ask in asks_in(text, sides=PERU_CHILE))
    assert not sure_texts(text)


def test_a_goal_that_nobody_tells_is_no_more_than_a_candidate():
    text = "Peru's office would not state what Peru's goal will be for the trade talks with Chile."

    assert not sure_texts(text)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("let them know that Peru will pay", "let them know that Peru will pay"),
        ("a copper quota now that spring is near", "a copper quota"),
        ("work with the U.S. ", "work with the U.S."),
        ("open the ports.”", "open the ports"),
        ("’s vital that ports open", "vital that ports open"),
        ("open the ports, Prime Minister Ana Sol said", "open the ports"),
        ("open the ports, said Ana Sol", "open the ports"),
        ("end the shortage, said to be grave", "end the shortage, said to be grave"),
    ],
)
def test_loose_ends_are_cut_and_nothing_else(words, left):
    assert tidy(words) == left


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Peru wants Chile to open its copper ports.", "open its copper ports"),
        ("Peru pushed hard for a quota on Chile's copper.", "a quota on Chile's copper"),
        ("Peru called on Friday for a copper pact with Chile.", "a copper pact with Chile"),
    ],
)
def test_what_only_leads_to_the_ask_is_cut_and_the_verb_of_the_ask_is_not(text, asked):
    assert asked in {ask.text for ask in asks_in(text, sides=PERU_CHILE)}


def test_a_verb_whose_object_stands_before_it_is_not_left_alone():
    text = "Miners fear that the copper pact that Peru seeks to sign in May would hurt Chile."

    texts = {ask.text for ask in asks_in(text, sides=PERU_CHILE)}

    assert "the copper pact that Peru seeks to sign in May" in texts


def test_whom_the_ask_is_put_to_by_a_pronoun_is_no_part_of_it():
    text = "Peru met ministers from Chile and urged them to open their copper ports."

    assert not any(a.text.startswith("them") for a in asks_in(text, sides=PERU_CHILE))
