"""Train what the evidence for the day and the place of a meeting weighs: `date_weights.csv`, `place_weights.csv`.

`python -m tests.extract.train_meetings SHARED [EXTRA ...] [--check]`. SHARED and EXTRA as in
`train`; all of A is read, as nothing of it is held out for meetings. Days go first: places look at
them. With `--check` nothing is written: each tenth of the texts is judged by what the others taught.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from briefing.extract import load_tables
from briefing.extract.meetings import meeting_places, meetings
from briefing.extract.meetings.date_evidence import days_told
from briefing.extract.meetings.meeting_day import day_by_rule
from briefing.extract.meetings.place_evidence import cities_told
from briefing.extract.people.people import find_people
from briefing.extract.text.backend import load_backend
from briefing.extract.text.document import read_document
from briefing.extract.text.sides import side_mentions
from tests.extract.predict import chrome, read_text
from tests.extract.regression import ranked, write
from tests.extract.train import RESOURCES, held_out, of_folder

FOLDS = 10


@dataclass(frozen=True)
class Choice:
    """What a text tells of a day or place, each with its evidence; that of the rules, and the right one."""

    told: dict[str, frozenset[str]]
    ruled: str
    right: str


@dataclass(frozen=True)
class Kind:
    """What is learnt: its table, how strongly weights shrink, and from what total it counts; days only where the rules see none."""

    table: str
    shrink: float
    least: float


DAYS = Kind("date_weights.csv", 8.0, 0.0)
PLACES = Kind("place_weights.csv", 4.0, -1.0)


def main(shared: Path, extra: list[Path], *, check: bool) -> None:
    paths = [*_training(shared), *(path for folder in extra for path in of_folder(folder))]
    backend = load_backend()
    for kind in (DAYS, PLACES):
        tables = load_tables()
        texts = [_choice(kind, *text, tables) for text in _read_all(paths, tables, backend)]
        texts = [text for text in texts if text.right]
        if check:
            _report(kind, texts)
        else:
            write(_learnt(kind, texts), RESOURCES / kind.table)


def _training(shared: Path) -> list[Path]:
    every = [p for f in "ABCD" for p in sorted((shared / "corpus" / f / "gold").glob("*.json"))]
    apart = {path for path in held_out(shared) if path.parent.parent.name != "A"}
    return [*sorted((shared / "gold").glob("*.json")), *(p for p in every if p not in apart)]


def _read_all(paths: list[Path], tables, backend) -> Iterator[tuple[dict[str, Any], Any]]:
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["meeting"]:
            seed = not (path.parent.parent / "texts").is_dir()
            text = read_text(path.parent.parent / ("seeds" if seed else "texts") / gold["file"])
            yield gold["meeting"], read_document(text, chrome(text), tables, backend)


def _choice(kind: Kind, meeting: dict[str, Any], document, tables) -> Choice:
    """Find the meeting with its sides confirmed, and see what was weighed."""
    day = dt.date.fromisoformat(meeting["published"]) if meeting.get("published") else None
    mentions = side_mentions(document, tables)
    given = {"published": day, "sides": tuple(meeting["sides"]), "mentions": mentions}
    people = find_people(document, tables, **given)
    seen: dict[str, Any] = {"told": (), "ruled": None}

    def days(*args):
        seen["told"], seen["ruled"] = days_told(*args[:3]), day_by_rule(*args[:3])
        return seen["ruled"]

    def cities(*args, **options):
        seen["told"], seen["ruled"] = cities_told(*args, **options), options["ruled"].city
        return seen["told"]

    place, name, watched = (
        (meetings, "day_of", days) if kind is DAYS else (meeting_places, "cities_told", cities)
    )
    with patch.object(place, name, watched):
        meetings.find_meetings(document, people, tables, **given)
    ruled = _name(seen["ruled"]) if seen["ruled"] is not None else ""
    return Choice(
        {_name(_of(one)): one.evidence for one in seen["told"]}, ruled, _right(kind, meeting)
    )


def _of(one) -> Any:
    return getattr(one, "when", None) or one.place


def _name(told) -> str:
    """Return a day or a city as the gold writes it, without accents."""
    return str(told.day) if hasattr(told, "day") else _fold(told.city)


def _right(kind: Kind, meeting: dict[str, Any]) -> str:
    if kind is PLACES:
        return _fold(meeting.get("place") or "")
    return meeting["date"] if meeting.get("date_in_text", "none") != "none" else ""


def _learnt(kind: Kind, texts: list[Choice]) -> dict[str, float]:
    groups = [
        ([*text.told.values()], [*text.told].index(text.right))
        for text in texts
        if text.right in text.told
    ]
    return ranked(groups, shrink=kind.shrink)


def _report(kind: Kind, texts: list[Choice]) -> None:
    right = sum(_checked(kind, texts, fold) for fold in range(FOLDS))
    ruled = sum(text.ruled == text.right for text in texts)
    sys.stdout.write(f"{kind.table}: {right} of {len(texts)} right, by the rules alone {ruled}\n")


def _checked(kind: Kind, texts: list[Choice], fold: int) -> int:
    weights = _learnt(kind, [text for index, text in enumerate(texts) if index % FOLDS != fold])
    found = 0
    for text in texts[fold::FOLDS]:
        totals = {
            name: sum(weights.get(one, 0.0) for one in evidence)
            for name, evidence in text.told.items()
        }
        best = max(totals, key=lambda name: totals[name], default="")
        few = not best or totals[best] < kind.least or (kind is DAYS and text.ruled)
        found += (text.ruled if few else best) == text.right
    return found


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


if __name__ == "__main__":
    shared_folder, *further = (Path(a) for a in sys.argv[1:] if not a.startswith("--"))
    main(shared_folder, further, check="--check" in sys.argv)
