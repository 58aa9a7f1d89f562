from pathlib import Path

import pytest

from briefing.errors import BadResource
from briefing.extract import load_tables


def test_all_tables_of_the_program_load_and_have_a_fingerprint(tables):
    assert len(tables.fingerprint) == 16
    assert tables.countries.side_of("Ottawa") == "Canada"
    assert tables.titles.heads["prime minister"] == "leader"


def test_the_user_layer_overrides_a_table_key_by_key(tmp_path: Path):
    (tmp_path / "speech.yaml").write_text("analysts: [soothsayer]\n", encoding="utf-8")

    mine = load_tables(tmp_path)

    assert mine.speech.analysts == {"soothsayer"}
    assert "said" in mine.speech.verbs


def test_another_table_has_another_fingerprint(tables, tmp_path: Path):
    (tmp_path / "speech.yaml").write_text("analysts: [soothsayer]\n", encoding="utf-8")
    assert load_tables(tmp_path).fingerprint != tables.fingerprint


def test_a_missing_user_layer_changes_nothing(tables, tmp_path: Path):
    assert load_tables(tmp_path / "none").fingerprint == tables.fingerprint


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("speech.yaml", "verbs: [said]\nsources: 5\n", "line 2"),
        ("speech.yaml", "verbs: [said]\nsources: [unclosed\n", "line"),
        ("speech.yaml", "- a list\n", "line 1"),
        ("metonyms.yaml", "Canada: {seats: [Fort]}\nAtlantis: {seats: [Reef]}\n", "line 2"),
        ("metonyms.yaml", "Canada:\n  sets: [Fort]\n", "line 2"),
        ("officeholders.csv", "name,side\nA B,Canada\n", "line 1"),
        ("officeholders.csv", "name,side,office,portfolio,start,end\nA B,Canada\n", "line 2"),
    ],
)
def test_a_malformed_table_is_named_with_its_line(tmp_path: Path, name, text, line):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadResource) as error:
        load_tables(tmp_path)
    assert name in str(error.value)
    assert line in str(error.value)


def test_a_user_row_adds_an_office_holder(tmp_path: Path):
    (tmp_path / "officeholders.csv").write_text(
        "name,side,office,portfolio,start,end\nOdo Prandl,Austria,Chancellor,head_of_government,2030-01,\n",
        encoding="utf-8",
    )
    terms = load_tables(tmp_path).officeholders.of_name("Odo Prandl")
    assert [t.side for t in terms] == ["Austria"]
