"""Taking records apart, and putting together what was found apart."""

import pytest

from briefing.errors import BadValue
from briefing.workspace.gathering.keys import ask_key, person_key
from tests.helpers import findings as made
from tests.workspace.test_gathering import AGAIN, ONE, QUOTA, TWO, gathered
from tests.workspace.test_reviewing import DAY, TEXT, VISAS
from tests.workspace.test_reviewing import QUOTA as RAISED

KEY = ask_key("Norland", "ask", QUOTA)


def splitting(kind, key, new, *spans, **fields):
    return {
        "action": "split",
        "kind": kind,
        "key": key,
        "fields": {"key": new, **fields},
        "spans": spans,
    }


def place(text, quote, article):
    return made.extent(text, quote).within(article)


def test_an_ask_split_in_two_shares_its_sentences_between_them():
    split = splitting("ask", KEY, "mine", place(TWO, AGAIN, 2), text="soon")

    asks = {a.text: a for a in gathered(split).asks if a.side == "Norland"}

    assert [s.quote for s in asks["raise salmon quota"].spans] == [QUOTA]
    assert asks["raise salmon quota"].outlets == ("Outlet 1",)
    assert [s.quote for s in asks["soon"].spans] == [AGAIN]
    assert [s.quote for s in asks["soon"].clauses] == [AGAIN]
    assert asks["soon"].outlets == ("Outlet 2",)


def test_what_was_split_off_can_be_decided_on_alone():
    split = splitting("ask", KEY, "mine", place(TWO, AGAIN, 2))
    reject = {"action": "reject", "kind": "ask", "key": "mine"}

    (left,) = [a for a in gathered(split, reject).asks if a.side == "Norland"]

    assert [s.quote for s in left.spans] == [QUOTA]
    assert left.status == "proposed"


def test_what_was_split_off_can_be_merged_back():
    split = splitting("ask", KEY, "mine", place(TWO, AGAIN, 2))
    merge = {"action": "merge", "kind": "ask", "key": "mine", "fields": {"into": KEY}}

    (one,) = [a for a in gathered(split, merge).asks if a.side == "Norland"]

    assert {s.quote for s in one.spans} == {QUOTA, AGAIN}
    assert {s.quote for s in one.clauses} == {QUOTA, AGAIN}


def test_two_people_of_one_surname_are_told_apart():
    split = splitting("person", person_key("Ada Holm"), "eva", place(TWO, "Holm", 2), name="Eva")

    names = {p.name: [s.article for s in p.spans] for p in gathered(split).people}

    assert names == {"Ada Holm": [1], "Eva": [2]}


def test_an_issue_split_off_is_weighed_by_its_own_sentences():
    split = splitting("issue", "fisheries", "quotas", place(TWO, AGAIN, 2), label="Quotas")

    weights = {i.label: i.by_side for i in gathered(split).issues}

    assert weights == {"Fisheries": (("Norland", 1),), "Quotas": (("Norland", 1),)}


def test_a_split_whose_places_are_gone_changes_nothing():
    split = splitting("ask", KEY, "mine", place("x" * 900 + "end", "end", 2))

    assert len(gathered(split).asks) == 2


def test_a_person_the_user_added_can_be_merged_into_one_that_was_found():
    add = {
        "action": "add", "kind": "person", "key": "the envoy", "fields": {"name": "The envoy"},
        "spans": (place(ONE, "Ben Roy", 1),),
    }  # fmt: skip
    merge = {
        "action": "merge", "kind": "person", "key": "the envoy",
        "fields": {"into": person_key("Ada Holm")},
    }  # fmt: skip

    (one,) = gathered(add, merge).people

    assert one.name == "Ada Holm"
    assert {s.quote for s in one.spans} >= {"Ben Roy", "Ada Holm"}


@pytest.fixture
def meeting(workspace, extraction, write):
    def found(text, published, sides):
        said = {"issues": ("Trade",), "text": "one and the same wish"}
        return made.findings(
            meetings=(made.meeting(),),
            asks=tuple(made.ask(text, quote, "Norland", **said) for quote in (RAISED, VISAS)),
        )

    extraction.find = found
    article = workspace.import_paths([write("a.txt", TEXT)], published=DAY).imported[0].article
    return workspace.article(article).meetings[0]


def test_a_split_outlives_extraction_and_undo_takes_it_back(workspace, meeting):
    (ask,) = workspace.records(meeting=meeting).asks
    workspace.split("ask", ask.id, [1], text="another wish")
    workspace.extract_again(
        list(workspace.meeting(meeting).articles)
    )  # nothing to undo: all as it was

    assert {a.text for a in workspace.records(meeting=meeting).asks} == {
        "one and the same wish",
        "another wish",
    }
    workspace.undo()
    assert len(workspace.records(meeting=meeting).asks) == 1


@pytest.mark.parametrize("places", [[], [0, 1], [7]])
def test_a_split_takes_some_places_and_leaves_some(workspace, meeting, places):
    (ask,) = workspace.records(meeting=meeting).asks

    with pytest.raises(BadValue, match="leave at least one"):
        workspace.split("ask", ask.id, places)
