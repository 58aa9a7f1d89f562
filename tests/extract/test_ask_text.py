"""The wording of asks: what is asked, complete, with its negation."""

from __future__ import annotations

import pytest

from briefing.extract.ask_text import is_stub
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
