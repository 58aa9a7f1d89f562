"""Train the weights of asks, `ask_weights.csv`: `python -m tests.extract.train SHARED [EXTRA ...]`.

SHARED is the folder with `seeds`, `gold` and `corpus`. Of its press texts only the training half
is read (see `held_out`); official texts, seeds and labelled sentences are read whole. EXTRA are
further folders with `gold` and `texts`; of them those whose number ends in 0, 4 or 8 are left out.
Bands of asks are evidence for issues: after this `train_issues` is due.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.extract import load_tables
from briefing.extract.asks.asks import claims_in
from briefing.extract.asks.bands import points_of, weighed
from briefing.extract.issues.issues import find_issues
from briefing.extract.meetings.meetings import find_meetings
from briefing.extract.people.participation import take_part
from briefing.extract.people.people import find_people
from briefing.extract.scenes.scene import Stage, set_stage
from briefing.extract.scenes.speaking import sentence_voices
from briefing.extract.text.backend import load_backend
from briefing.extract.text.document import read_document
from briefing.extract.text.sides import resolve_mentions, side_mentions
from briefing.model import MeetingFound
from tests.extract.predict import chrome, read_text
from tests.extract.regression import Row, trained, write

RESOURCES = Path(__file__).parents[2] / "resources"
OVERLAP = 0.3  # of the shorter one, as the scorer has it
OF_SEEDS, OF_OFFICIAL, OF_SENTENCES = 4.0, 0.5, 0.25  # press counts one
FORMER = {"West Germany": "Germany", "Soviet Union": "Russia"}
SENTENCES_OF = {"isot": 2017, "reuters": 1987, "bbc": 2004, "wh": 2023}


@dataclass(frozen=True)
class Annotated:
    """One annotated text as the ask rules see it; `right` tells of a claim, None where arguable."""

    name: str
    stage: Stage
    gold: dict[str, Any]
    weight: float


def main(shared: Path, extra: list[Path]) -> None:
    tables, backend = load_tables(), load_backend()
    paths = [*training(shared), *(path for folder in extra for path in of_folder(folder))]
    texts = [_read(path, tables, backend, of_meeting=True) for path in paths]
    rows = [row for text in texts for row in _claims(text)]
    rows += _of_sentences(shared / "corpus" / "sentences.jsonl", tables, backend)
    asks = trained(rows, shrink=12, shrink_rare=25, rounds=1)
    write(asks, RESOURCES / "ask_weights.csv")
    sys.stdout.write(f"{len(rows)} claims, {len(asks)} weights of asks\n")


def of_folder(folder: Path) -> list[Path]:
    """Return the annotations in a further folder that may be trained on."""
    every = sorted((folder / "gold").glob("*.json"))
    return [path for path in every if not re.match(r"\D*\d*[048](?!\d)", path.stem)]


def held_out(shared: Path) -> set[Path]:
    """Return the press texts never trained on: every second of C and D, every third of A."""
    found: set[Path] = set()
    for folder, first, step in (("C", 1, 2), ("D", 1, 2), ("A", 2, 3)):
        found |= set(sorted((shared / "corpus" / folder / "gold").glob("*.json"))[first::step])
    return found


def training(shared: Path) -> list[Path]:
    every = [p for f in "ABCD" for p in sorted((shared / "corpus" / f / "gold").glob("*.json"))]
    apart = held_out(shared)
    return [*sorted((shared / "gold").glob("*.json")), *(p for p in every if p not in apart)]


def _read(path: Path, tables, backend, *, of_meeting: bool = False) -> Annotated:
    """Read an annotated text; `of_meeting`: with sides only where it tells of a meeting, as in use."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    seed = not (path.parent.parent / "texts").is_dir()
    text = read_text(path.parent.parent / ("seeds" if seed else "texts") / gold["file"])
    told = gold["meeting"] or gold
    day = dt.date.fromisoformat(told["published"]) if told.get("published") else None
    sides = tuple((gold["meeting"] or {} if of_meeting else told).get("sides", ()))
    document = read_document(text, chrome(text), tables, backend)
    mentions = side_mentions(document, tables)
    given = {"published": day, "sides": sides, "mentions": mentions}
    people = find_people(document, tables, **given)
    meetings = find_meetings(document, people, tables, **given)
    meeting = next(iter(meetings), None)
    people = take_part(document, people, meetings, tables)
    mentions = resolve_mentions(document, people, meeting, mentions)
    stage = set_stage(document, meeting, people, mentions, tables)
    official = OF_OFFICIAL if path.parents[1].name == "B" else 1.0
    return Annotated(path.stem, stage, gold, OF_SEEDS if seed else official)


def _claims(text: Annotated) -> Iterator[Row]:
    stage, voices = text.stage, sentence_voices(text.stage)
    issues = find_issues(stage.document, stage.tables, meeting=stage.meeting)
    known = {issue.label for issue in issues}
    for index, sentence in enumerate(stage.document.sentences):
        for claim, _ in claims_in(index, stage, voices[index], known):
            right = _right(text.gold, sentence, claim.side)
            if right is not None:
                evidence = weighed(claim, stage, points_of(claim, stage))
                yield Row(text.name, (text.name, index, claim.side), evidence, right, text.weight)


def _right(gold: dict[str, Any], sentence, side: str) -> bool | None:
    if "label" in gold:
        return _right_sentence(gold, side)
    hits = [a for a in gold["asks"] if a["side"] == side and _overlap(a, sentence)]
    if any(not ask.get("borderline") for ask in hits):
        return True
    return None if hits else False


def _overlap(ask: dict[str, Any], sentence) -> bool:
    common = min(ask["end"], sentence.end) - max(ask["start"], sentence.start)
    return common >= OVERLAP * min(ask["end"] - ask["start"], sentence.end - sentence.start)


def _right_sentence(gold: dict[str, Any], side: str) -> bool | None:
    if gold["label"] in ("none", "domestic_pressure"):
        return False
    asking = {gold["side"], *(gold.get("co_sides") or ())}
    asking |= {gold["of"]} if gold.get("joint") else set()
    if gold["label"] == "borderline" or None in asking:
        return None
    return FORMER.get(side, side) in asking


def _of_sentences(path: Path, tables, backend) -> list[Row]:
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        document = read_document(gold["text"], (), tables, backend)
        named = tuple(dict.fromkeys(gold["sides_mentioned"]))
        meeting = MeetingFound(title="", sides=named[:2]) if len(named) > 1 else None
        mentions = side_mentions(document, tables)
        day = _day(gold["source"])
        people = find_people(document, tables, published=day, sides=(), mentions=mentions)
        mentions = resolve_mentions(document, people, meeting, mentions)
        stage = set_stage(document, meeting, people, mentions, tables)
        rows += _claims(Annotated(f"sentence {gold['id']}", stage, gold, OF_SENTENCES))
    return rows


def _day(source: str) -> dt.date | None:
    year = next((y for name, y in SENTENCES_OF.items() if source.lower().startswith(name)), None)
    return dt.date(year, 6, 1) if year else None


if __name__ == "__main__":
    shared_folder, *further = map(Path, sys.argv[1:])
    main(shared_folder, further)
