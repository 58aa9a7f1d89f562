"""Which of the cities and days a text names are those of the meeting."""

import datetime as dt

import pytest

from briefing.extract import load_tables
from briefing.extract.meetings.place_evidence import Ruled, cities_told
from briefing.extract.tables.weight_table import Weights
from tests.extract.regression import ranked

MONDAY = dt.date(2023, 3, 20)
SIDES = ("Canada", "Germany")


@pytest.fixture
def meeting(extractor):
    def found(text):
        return extractor.extract(text, published=MONDAY, sides=SIDES).meetings[0]

    return found


def test_a_report_from_the_city_of_the_talks_needs_no_other_word_for_it(meeting):
    found = meeting(
        "OTTAWA (Wire) - German Chancellor Lorna Quillfeather said on Monday, speaking after a summit with Canadian "
        "Prime Minister Arvid Stonebridge, that fish would be cheaper. She flies on to Lima on Tuesday."
    )
    assert (found.place, found.host) == ("Ottawa", "Canada")


def test_a_city_of_talks_outweighs_one_that_is_merely_named(meeting):
    found = meeting(
        "German Chancellor Lorna Quillfeather and Canadian Prime Minister Arvid Stonebridge held talks in Oslo on Monday. "
        "The war in Damascus was not spoken of. The two stayed in Oslo for a dinner."
    )
    assert (found.place, found.host) == ("Oslo", None)


def test_the_evidence_tells_how_a_city_is_named(extractor, tables, backend):
    from briefing.extract.text.document import read_document
    from briefing.extract.text.sides import side_mentions

    text = "OTTAWA (Wire) - The ministers arrived in Ottawa. Berlin said nothing."
    document = read_document(text, (), tables, backend)
    mentions = side_mentions(document, tables)
    found = cities_told(
        document, [], mentions, tables, sides=SIDES, day=None, ruled=Ruled(None, None, {})
    )
    evidence = {city.place.city: city.evidence for city in found}
    assert {"dateline", "to", "went to", "capital own"} <= evidence["Ottawa"]
    assert {"as a place up to 0", "capital own"} <= evidence["Berlin"]
    assert "bare first" not in evidence["Berlin"]  # the government, not the city


def test_ranked_learns_what_tells_the_right_one_from_the_others():
    groups = [([frozenset({"near", "shared"}), frozenset({"far", "shared"})], 0)] * 8
    weights = ranked(groups, shrink=1.0)
    assert weights["near"] > 0 > weights["far"]
    assert abs(weights.get("shared", 0.0)) < 0.02


def test_a_total_of_evidence_leaves_out_what_has_no_weight():
    weights = Weights({"always": 0.5, "near": 1.0})
    assert weights.total(["near", "unheard of"]) == 1.5


def test_the_weights_of_places_are_read_from_their_table():
    assert load_tables().meetings.place_weights.total(["dateline"]) > 0


def test_a_day_that_the_rules_do_not_see_is_told_by_what_speaks_for_it(extractor):
    text = (
        "German Chancellor Lorna Quillfeather was in Ottawa on Friday as guest of honour of the national day, beside "
        "Canadian Prime Minister Arvid Stonebridge. Her presence is a sign of warmer ties between Canada and Germany."
    )
    found = extractor.extract(text, published=MONDAY, sides=SIDES).meetings[0]
    assert found.date_text == "Friday"


def test_the_evidence_for_a_day_tells_what_it_is_the_day_of(tables, backend):
    from briefing.extract.meetings.date_evidence import days_told
    from briefing.extract.text.document import read_document

    text = "The two arrived on Saturday. The chancellor said on Monday that fish would be cheaper."
    document = read_document(text, (), tables, backend)
    found = {told.when.words: told.evidence for told in days_told(document, [], MONDAY)}
    assert {"weekday", "after arrive", "goes", "told up to 1"} <= found["Saturday"]
    assert {"day of saying", "near said", "that day"} <= found["Monday"]


def test_a_text_without_days_tells_none(tables, backend):
    from briefing.extract.meetings.date_evidence import days_told
    from briefing.extract.text.document import read_document

    document = read_document("The two spoke of fish.", (), tables, backend)
    assert days_told(document, [], MONDAY) == ()
