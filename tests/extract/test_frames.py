"""The frame table: how its words are read, and how mistakes in it are told."""

from __future__ import annotations

import pytest

from briefing.errors import BadResource
from briefing.extract.tables.frame_table import load_frames
from briefing.extract.tables.inflection import verb_forms
from briefing.extract.tables.pressure_table import load_pressure
from briefing.extract.tables.resource import Source


def test_a_verb_stands_for_all_its_forms():
    assert verb_forms("urge") == ("urge", "urges", "urged", "urging")
    assert "sought" in verb_forms("seek")
    assert "dropped" in verb_forms("drop")


def test_a_user_can_add_a_frame(tmp_path):
    line = 'nag: {words: "~nag * to", example: "Peru nags Chile to act on tariffs."}\n'
    (tmp_path / "asks.yaml").write_text(line, encoding="utf-8")
    frame = load_frames(Source(tmp_path)).frames["nag"]

    assert frame.pattern.match("nags Chile to act")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ('words: "", example: "A."', "needs words"),
        ('words: "* to", example: "A."', "gap"),
        ('words: "~nag", weight: 9, example: "A."', "weight"),
        ('words: "~nag", kind: threat, example: "A."', "threat"),
        ('words: "~nag"', "example"),
    ],
)
def test_a_mistake_in_a_frame_names_file_and_line(tmp_path, fields, problem):
    (tmp_path / "asks.yaml").write_text(f"# mine\nnag: {{{fields}}}\n", encoding="utf-8")

    with pytest.raises(BadResource, match=problem) as caught:
        load_frames(Source(tmp_path))
    assert "line 2" in str(caught.value)


def test_a_broken_pattern_of_pressure_names_its_entry(tmp_path):
    (tmp_path / "pressure.yaml").write_text(
        "odd: {pattern: '(', example: 'A.'}\n", encoding="utf-8"
    )

    with pytest.raises(BadResource, match="odd"):
        load_pressure(Source(tmp_path))
