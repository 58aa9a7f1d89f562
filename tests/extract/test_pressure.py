"""Pressure: demands on a government from its own side."""

from __future__ import annotations

import pytest

from tests.extract.asking import asks_in, pressure_in, tables


@pytest.mark.parametrize("cue", tables().pressure, ids=lambda cue: cue.id)
def test_a_cue_finds_its_example(cue):
    assert cue.pattern.search(cue.example)


def test_the_opposition_presses_its_own_government():
    text = "Opposition leader Rosa Quispe urged the government of Chile to lift the tariffs."
    found = pressure_in(text, ("Rosa Quispe", "Chile", "opposition"), sides=("Chile", "Peru"))

    assert [(p.who, p.on) for p in found] == [("Rosa Quispe", "Chile")] or found[0].on == "Chile"


def test_a_ministers_demand_of_the_other_side_is_no_pressure():
    text = "Rosa Quispe urged Peru to lift its tariffs."

    assert not pressure_in(text, ("Rosa Quispe", "Chile", "minister"), sides=("Chile", "Peru"))


def test_pressure_at_home_names_the_government_pressed():
    found = pressure_in("Norway is facing increasing domestic pressure to scrap the tariffs.")

    assert [p.on for p in found] == ["Norway"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Manitoba government is demanding that Ms. Solberg end the tariffs.", "Canada"),
        ("Alberta's premier urged Ottawa to lift the tariffs on Kenyan tea.", "Canada"),
        ("The Bavarian government urged Berlin to lift the tariffs on Kenyan tea.", "Germany"),
        ("Queensland called on Canberra to drop the tariffs on Russian steel.", "Australia"),
    ],
)
def test_a_province_presses_its_own_country(text, sides):
    found = pressure_in(text, sides=(sides, "Kenya"))

    assert [p.on for p in found] == [sides]
    assert not [a for a in asks_in(text, sides=(sides, "Kenya")) if a.band != "candidate"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Sorel, who speaks for carmakers, called on Oslo to drop the tariffs on Russian steel.",
        "Ana Sorel, who represents fruit growers, urged Oslo to lift the tariffs.",
    ],
)
@pytest.mark.parametrize("people", [(), (("Ana Sorel", None, "other"),)])
def test_who_speaks_for_a_trade_presses_the_government_addressed(text, people):
    found = pressure_in(text, *people, sides=("Norway", "Peru"))

    assert [(p.who, p.on) for p in found] == [("Ana Sorel", "Norway")]
    assert not asks_in(text, *people, sides=("Norway", "Peru"))


def test_a_province_that_wants_something_from_abroad_presses_its_own_country():
    text = "Manitoba's premier said the province wants an exemption from Kenyan tariffs."

    assert [p.on for p in pressure_in(text, sides=("Kenya", "Canada"))] == ["Canada"]


def test_the_opposition_of_a_third_country_presses_no_side_of_the_meeting():
    text = "Rosa Quispe urged Bolivia to follow Peru and lift the tariffs."

    assert not pressure_in(text, ("Rosa Quispe", "Bolivia", "opposition"), sides=("Chile", "Peru"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Rosa Quispe said Chile should not expect a quick deal.",
            "should not expect a quick deal",
        ),
        ("Rosa Quispe said Chile must never accept the tariffs.", "must never accept the tariffs"),
        (
            "Rosa Quispe urged Chile not to accept the tariffs.",
            "urged Chile not to accept the tariffs",
        ),
        (
            "Chile must lift the tariffs on copper, Rosa Quispe said on Sunday.",
            "must lift the tariffs on copper",
        ),
        (
            "Rosa Quispe said nobody should expect a quick deal between Chile and Peru.",
            "nobody should expect a quick deal between Chile and Peru",
        ),
        (
            "Rosa Quispe urged Chile to lift the tariffs in a letter obtained by the Andes Post.",
            "urged Chile to lift the tariffs",
        ),
        (
            "“Chile must lift the tariffs on copper,” said Rosa Quispe.",
            "must lift the tariffs on copper",
        ),
    ],
)
def test_a_demand_keeps_its_negation_and_loses_who_told_it(text, told):
    found = pressure_in(text, ("Rosa Quispe", "Chile", "opposition"), sides=("Chile", "Peru"))

    assert [p.text for p in found] == [told]


def test_a_demand_of_too_few_words_is_not_told():
    text = "Rosa Quispe urged Chile."

    assert not pressure_in(text, ("Rosa Quispe", "Chile", "opposition"), sides=("Chile", "Peru"))
