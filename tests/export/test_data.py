"""The briefing for other programs: JSON with everything, CSV that no spreadsheet runs."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export import (
    issues_csv,
    outline,
    people_csv,
    profiles,
    render_markdown,
    to_csv,
    to_json,
    to_page,
)
from briefing.model import UserSection
from briefing.paths import resource_text
from tests.export.sample import briefing, courier, with_asks
from tests.export.schema import problems
from tests.export.values import ask, within


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_holds_the_sections_and_the_footnotes_in_order():
    found = json.loads(to_json(outline(briefing(UserSection("points", "Mine.")))))
    points = next(section for section in found["sections"] if section["key"] == "points")

    assert [section["number"] for section in found["sections"][:3]] == ["1", "2", "3"]
    assert points["blocks"] == [{"type": "user", "name": "points", "text": "Mine."}]
    assert [note["number"] for note in found["notes"]] == list(range(1, len(found["notes"]) + 1))
    assert found["front"]["sides"] == ["Norvia", "Esteria"]


def test_json_footnotes_give_the_place_in_the_source():
    source = briefing()
    note = json.loads(to_json(outline(source)))["notes"][0]
    text = source.articles[0].text

    assert text[note["start"] : note["end"]] == note["quote"]


def test_csv_has_our_asks_first_and_no_candidate():
    found = rows(to_csv(briefing()))

    assert [row["side"] for row in found] == ["Norvia", "Norvia", "Esteria", "Esteria"]
    assert {row["band"] for row in found} == {"high", "medium"}
    assert found[0]["sentence"].startswith("Norvia wants Esteria to open its ports")
    assert found[0]["paragraph"] == "2"


@settings(deadline=None)
@given(st.text(), st.sampled_from(["=", "+", "-", "@", "\t=", "\r@", " +", "＝"]))
def test_no_cell_of_the_csv_is_a_formula(text, start):
    spans = (within(courier(), "SUND"),)
    source = with_asks(ask("a", "Norvia", start + text, spans, voiced_by=start + text))

    (row,) = rows(to_csv(source))
    assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠")) for cell in row.values())


def test_an_ask_without_a_source_at_hand_keeps_its_row():
    found = rows(to_csv(briefing(articles=())))

    assert len(found) == 4
    assert {row["source"] for row in found} == {""}


def test_the_page_is_whole_and_loads_nothing():
    page = to_page(render_markdown(briefing(), language="fr"))

    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert (
        "<title>Note d’information\N{NO-BREAK SPACE}: Ada Holm – Bo Lind, Sund, 3 mars 2031</title>"
        in page
    )
    assert "default-src 'none'" in page
    assert "src=" not in page.replace("default-src=", "")
    assert "http" not in page.replace("http-equiv", "")


SCHEMA = json.loads(resource_text("templates/briefing.schema.json"))


@pytest.mark.parametrize("profile", profiles())
def test_the_json_is_as_its_schema_says(profile):
    source = briefing(UserSection("points", "Mine."))
    found = json.loads(to_json(outline(source, profile=profile, language="fr")))

    assert list(problems(found, SCHEMA, SCHEMA)) == []


def test_the_schema_refuses_what_is_not_a_briefing():
    found = json.loads(to_json(outline(briefing())))
    found["sections"][0]["blocks"][0]["type"] = "picture"
    del found["notes"][0]["quote"]

    assert len(list(problems(found, SCHEMA, SCHEMA))) == 2


def test_people_stand_in_their_table_by_side_with_their_first_sentence():
    found = rows(people_csv(briefing()))

    assert [row["name"] for row in found][:2] == ["Ada Holm", "Carl Berg"]
    assert found[0]["roles"] == "Prime Minister"
    assert found[0]["sentence"] == "Ada Holm"


def test_issues_stand_in_their_table_by_weight():
    found = rows(issues_csv(briefing()))

    assert [row["issue"] for row in found] == ["Fisheries", "Power", "Ferries"]
    assert found[1]["outlets"] == "Sund Courier; Este Times"
