"""The wording of asks: what is asked, complete, with its negation."""

from __future__ import annotations

import pytest

from briefing.extract.asks.ask_words import is_stub
from tests.extract.asking import asks_in

PERU_CHILE = ("Peru", "Chile")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Peru urged Chile to lift its tariffs on copper.", "lift its tariffs on copper"),
        ("Peru wants a free trade agreement with Chile.", "a free trade agreement with Chile"),
        (
            "Peru is expected to press Chile on dairy quotas and visas.",
            "dairy quotas and visas",
        ),
        ("Peru is ready to reopen its border with Chile.", "reopen its border with Chile"),
        (
            "Peru's goal in the talks with Chile is to end the tariffs on copper.",
            "end the tariffs on copper",
        ),
    ],
)
def test_an_ask_reads_as_what_is_asked(text, asked):
    assert asked in {ask.text for ask in asks_in(text, sides=PERU_CHILE)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru does not foresee ending the fisheries treaty with Chile.",
        "Peru will not open its copper market to Chile.",
        "Peru has no plans to lower its tariffs for Chile.",
        "Peru won't lower its tariffs for Chile.",
    ],
)
def test_a_red_line_keeps_its_negation(text):
    red_lines = [a for a in asks_in(text, sides=PERU_CHILE) if a.kind == "red_line"]

    assert red_lines
    assert all(
        " not " in f" {a.text}" or " no " in f" {a.text}" or "n't" in a.text for a in red_lines
    )


def test_who_said_it_is_no_part_of_what_is_asked():
    text = "Peru wants lower tariffs on copper in Chile, according to two officials."

    assert all("according" not in ask.text for ask in asks_in(text))


def test_no_ask_is_a_stub():
    text = "Chile was pressed. Peru asked for it. Peru's goal is clear. Chile heard the call."

    assert not any(is_stub(ask.text) for ask in asks_in(text, sides=PERU_CHILE))


@pytest.mark.parametrize("words", ["", "goal will be", "pressed", "no plans to", "asks of Canada"])
def test_words_without_content_are_a_stub(words):
    assert is_stub(words)


def test_what_must_be_is_part_of_the_wording():
    text = "Peru's minister said the fisheries treaty must cover all of Chile's ports."

    assert any("treaty must cover" in ask.text for ask in asks_in(text, sides=PERU_CHILE))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Peru wants access to copper ports, one government source said, so that mines can sell.",
            "access to copper ports",
        ),
        (
            "Peru will seek access to Chile's ports, a senior Peruvian official said, before May.",
            "access to Chile's ports",
        ),
    ],
)
def test_who_said_it_between_commas_is_no_part_of_what_is_asked(text, asked):
    asks = asks_in(text, sides=PERU_CHILE)

    assert asked in {ask.text for ask in asks}
    assert {ask.attribution for ask in asks} == {"unnamed_official"}


def test_the_wording_of_a_red_line_leaves_out_who_said_so():
    text = "Quispe said Peru will never agree to join the copper pact of Chile."
    asks = asks_in(text, ("Ana Quispe", "Peru", "leader"), sides=PERU_CHILE)

    assert [ask.text for ask in asks] == ["never agree to join the copper pact of Chile"]


def test_what_stands_in_contrast_is_cut():
    text = "Peru wants a trade deal with Chile, but has told Peruvians to expect delays."

    assert {ask.text for ask in asks_in(text, sides=PERU_CHILE)} == {"a trade deal with Chile"}


def test_an_offer_joined_on_is_no_part_of_the_ask():
    text = "Peru wants a copper quota in Chile and is ready to reopen the border."
    asks = {ask.kind: ask.text for ask in asks_in(text, sides=PERU_CHILE)}

    assert asks == {"ask": "a copper quota in Chile", "offer": "reopen the border"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Peru is expected to push Kari Sol on her timber policies in Chile.",
            "push Kari Sol on her timber policies in Chile",
        ),
        ("Peru pressed Chile for lower tariffs on copper.", "lower tariffs on copper"),
    ],
)
def test_the_verb_that_carries_the_ask_stays_where_its_object_is_not_the_side_asked(text, asked):
    assert [ask.text for ask in asks_in(text, sides=PERU_CHILE)] == [asked]
