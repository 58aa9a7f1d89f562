"""Datelines are no part of a sentence to the parser, and places of other things are no venue."""

from __future__ import annotations

import pytest

from briefing.extract.text.datelines import dateline_length
from tests.extract.asking import asks_in, document, tables


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("LIMA, March 6 (Wire) - Peru wants fish.", "Peru wants fish."),
        ("SANTIAGO (Wire) – Peru wants fish.", "Peru wants fish."),
        ("LIMA, March 6 Peru wants fish.", "Peru wants fish."),
        ("Lima: Peru wants fish.", "Peru wants fish."),
        ("Ana Soto — who leads Peru — wants fish.", "Ana Soto — who leads Peru — wants fish."),
        ("Peru: an end to duties.", "Peru: an end to duties."),
        ("PERU wants fish.", "PERU wants fish."),
    ],
)
def test_a_dateline_ends_where_the_report_begins(words, rest):
    assert words[dateline_length(words, 0, len(words), tables().countries) :] == rest


def test_the_city_of_a_dateline_is_no_subject():
    parse = document("SANTIAGO (Wire) - Peru urged Chile to lift its tariffs.").parse(0)

    assert [token.text for token in parse if token.dep_ == "nsubj"][:1] == ["Peru"]


def test_two_sides_that_agreed_in_a_dateline_report_both_offer():
    text = "SANTIAGO (Wire) – Peru and Chile have agreed to lift their tariffs."

    assert {ask.side for ask in asks_in(text, sides=("Peru", "Chile"))} == {"Peru", "Chile"}


def test_what_both_should_do_together_is_offered():
    text = "Peru's president said the two countries should cooperate on fisheries."
    asks = [a for a in asks_in(text, sides=("Peru", "Chile")) if a.side == "Peru"]

    assert {ask.kind for ask in asks} == {"offer"}


def test_what_a_visit_is_aimed_at_is_wanted_by_whoever_goes():
    text = "Peru's president began a visit to Chile aimed at getting a trade deal."
    asks = asks_in(text, sides=("Peru", "Chile"))

    assert "Peru" in {ask.side for ask in asks if ask.frame == "aimed_at_getting"}


def test_of_two_frames_in_the_aim_of_a_visit_either_tells_who_wants_it():
    # `securing` has a frame of its own, which may be the firmer of the two.
    text = "Peru's president began a visit to Chile aimed at securing a trade deal."
    asks = asks_in(text, sides=("Peru", "Chile"))

    assert [(ask.side, ask.of, ask.kind) for ask in asks] == [("Peru", "Chile", "ask")]
    assert asks[0].band != "candidate"


def test_hopes_that_are_only_raised_are_nobodys():
    text = "The leaders of Peru and Chile met, raising hopes for an end to the tariff dispute."

    assert all(
        a.band == "candidate"
        for a in asks_in(text, sides=("Peru", "Chile"))
        if a.frame == "hopes_noun"
    )
