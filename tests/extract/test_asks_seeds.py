"""Issues and asks of the annotated seed articles, with their people and sides given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.extract.asks.asks import find_asks
from briefing.extract.issues.issues import find_issues
from briefing.extract.scenes.scene import set_stage
from briefing.extract.scenes.speaking import sentence_voices
from briefing.extract.text.document import read_document
from briefing.extract.text.sides import resolve_mentions, side_mentions
from briefing.model import HiddenRange, MeetingFound
from tests.extract.asking import backend, person, tables

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
pytestmark = pytest.mark.skipif(not GOLD, reason="the annotated articles are not here")
LEAST_F1 = 0.85


def asks_of(gold_file: Path):
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    with (SHARED / "seeds" / f"{gold_file.stem}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    hidden = [HiddenRange(start, end, "gold") for start, end in gold["boilerplate"]]
    read = read_document(text, hidden, tables(), backend())
    people = tuple(person(text, p["name"], p["side"], p["kind"]) for p in gold["people"])
    meeting = MeetingFound(title="", sides=tuple(gold["meeting"]["sides"]))
    mentions = resolve_mentions(read, people, meeting, side_mentions(read, tables()))
    issues = find_issues(read, tables(), meeting=meeting)
    stage = set_stage(read, meeting, people, mentions, tables())
    asks = find_asks(stage, sentence_voices(stage), issues)
    return gold["asks"], [ask for ask in asks if ask.band != "candidate"]


def same(gold, ask):
    low, high = max(gold["start"], ask.sentence.start), min(gold["end"], ask.sentence.end)
    return gold["side"] == ask.side and high > low


def test_sure_asks_agree_with_the_annotation():
    hit = missed = wrong = 0
    for gold_file in GOLD:
        annotated, found = asks_of(gold_file)
        for gold in annotated:
            if not gold.get("borderline"):
                hit += any(same(gold, ask) for ask in found)
                missed += not any(same(gold, ask) for ask in found)
        wrong += sum(not any(same(gold, ask) for gold in annotated) for ask in found)

    assert 2 * hit / (2 * hit + missed + wrong) >= LEAST_F1
