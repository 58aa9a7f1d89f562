"""Pressure: demands on a government from its own side."""

from __future__ import annotations

import pytest

from tests.extract.asking import pressure_in, tables


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
