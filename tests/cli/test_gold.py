"""`extract` prints the shape annotators write."""

import datetime as dt
import json
from pathlib import Path

import pytest

from briefing.cli import gold
from briefing.model import (
    AskFound,
    Extent,
    Findings,
    HiddenRange,
    IssueFound,
    MeetingFound,
    PersonFound,
    PressureFound,
)

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
TEXT = "Share this\nCanada will ask Japan for rice. Farmers want less."
SENTENCE = Extent.of(TEXT, 11, 42)
FINDINGS = Findings(
    backend="rules",
    resources="",
    sentences=(),
    meetings=(
        MeetingFound(
            title="Talks",
            sides=("Canada", "Japan"),
            leaders=(("Japan", "A B"),),
            date=dt.date(2031, 5, 6),
            host="Japan",
            place="Tokyo",
        ),
    ),
    people=(
        PersonFound(
            name="A B",
            side="Japan",
            roles=("Prime Minister",),
            kind="leader",
            participation="host",
            spelled=("A B",),
            mentions=(SENTENCE,),
        ),
    ),
    issues=(IssueFound(label="Rice", parent=None, aliases=("rice",), sentences=(SENTENCE,)),),
    asks=(
        AskFound(
            side="Canada",
            of="Japan",
            kind="ask",
            text="rice",
            issues=("Rice", "Trade"),
            sentence=SENTENCE,
            clause=SENTENCE,
            voiced_by=None,
            attribution="reporter",
            band="high",
        ),
    ),
    pressure=(
        PressureFound(who="Farmers", on="Canada", text="less", sentence=Extent.of(TEXT, 43, 61)),
    ),
)


def printed(findings=FINDINGS, published=dt.date(2031, 5, 5)):
    return gold.document(
        name="a.txt",
        text=TEXT,
        hidden=[HiddenRange(0, 10, "share")],
        findings=findings,
        published=published,
    )


def test_offsets_are_characters_of_the_text():
    document = printed()

    for item in (*document["asks"], *document["pressure"]):
        assert TEXT[item["start"] : item["end"]] == item["quote"]
    assert document["boilerplate"] == [[0, 10]]
    assert document["issues"][0]["sentences"] == [[11, 42]]


def test_an_ask_names_its_first_issue_and_all_of_them_and_its_band():
    ask = printed()["asks"][0]

    assert (ask["issue"], ask["issues"], ask["band"]) == ("Rice", ["Rice", "Trade"], "high")


def test_a_text_without_a_meeting_says_so():
    empty = Findings(backend="rules", resources="", sentences=())

    document = printed(empty, None)

    assert document["meeting"] is None
    assert document["asks"] == []


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated articles are not here")
def test_every_field_of_the_annotation_is_printed():
    document = printed()
    paths = sorted(GOLD.glob("*.json"))

    assert paths
    for path in paths:
        annotated = json.loads(path.read_text(encoding="utf-8"))
        assert set(annotated) <= set(document)
        assert set(annotated["meeting"]) <= set(document["meeting"])
        for part in ("people", "issues", "asks", "pressure"):
            for item in annotated[part]:
                assert set(item) - {"borderline"} <= set(document[part][0])
