import json

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.errors import LibraryDamaged
from briefing.library import codec
from briefing.model import Extent, Findings, Records, Span
from tests.library.values import (
    any_decision,
    any_findings,
    any_meeting,
    any_records,
    findings,
    register,
)

register()
slow_to_draw = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@slow_to_draw
@given(any_findings)
def test_findings_survive_the_way_to_json_and_back(value):
    assert codec.decode(Findings, codec.encode(value)) == value


@slow_to_draw
@given(any_records)
def test_records_survive_the_way_to_json_and_back(value):
    assert codec.decode(Records, codec.encode(value)) == value


@slow_to_draw
@given(any_decision)
def test_decisions_survive_the_way_into_the_library_and_back(memory, value):
    found = memory.decisions.all()
    number = memory.decisions.add(value)
    last = memory.decisions.all()[-1]

    assert len(memory.decisions.all()) == len(found) + 1
    assert last.id == number
    for name in ("action", "kind", "key", "meeting", "article", "fields", "spans", "at"):
        assert getattr(last, name) == getattr(value, name)


@slow_to_draw
@given(any_meeting)
def test_meetings_survive_the_way_into_the_library_and_back(memory, value):
    from dataclasses import replace

    number = memory.meetings.add(replace(value, articles=()))

    assert memory.meetings.get(number) == replace(value, id=number, articles=(), asks=0)


@pytest.fixture(scope="module")
def memory(tmp_path_factory):
    from briefing.library import Library

    folder = tmp_path_factory.mktemp("codec")
    with Library.open(folder) as library, library.operation("Test") as session:
        yield session


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", '{"backend": 3, "resources": "", "sentences": []}', "null"]
)
def test_text_that_holds_no_such_value_is_called_damage(text):
    with pytest.raises(LibraryDamaged, match="library is damaged"):
        codec.decode(Findings, text)


@pytest.mark.parametrize("text", ['["a"]', '"a"', "[1, 2, 3]", '{"a": 1}'])
def test_a_list_that_is_none_is_called_damage(text):
    with pytest.raises(LibraryDamaged):
        codec.decode(tuple[tuple[str, str], ...], text)


def test_a_field_that_came_later_takes_its_default():
    stored = json.loads(codec.encode(findings()))
    del stored["pressure"]

    assert codec.from_plain(Findings, stored) == findings()


def test_every_extent_is_found_at_any_depth():
    assert list(codec.found_in(Extent, findings())) == [findings().people[0].mentions[0]]
    assert list(codec.found_in(Span, findings())) == []
