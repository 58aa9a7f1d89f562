"""Train what evidence for a city weighs, `place_weights.csv`: `python -m tests.extract.train_places SHARED [EXTRA ...] [--check]`.

SHARED and EXTRA as in `train`; all of A is read, as nothing of it is held out for places. With
`--check` nothing is written: each tenth of the texts is judged by what the other nine taught.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from briefing.extract import load_tables, meeting_places
from briefing.extract.backend import load_backend
from briefing.extract.document import read_document
from briefing.extract.meetings import find_meetings
from briefing.extract.people import find_people
from briefing.extract.place_evidence import cities_told
from briefing.extract.sides import side_mentions
from tests.extract.predict import chrome, read_text
from tests.extract.regression import ranked, write
from tests.extract.train import RESOURCES, held_out, of_folder

SHRINK = 4.0
FOLDS = 10
LEAST = -1.0  # as in `meeting_places`


@dataclass(frozen=True)
class Told:
    """The cities of a text with their evidence, the one of the rules and the right one."""

    name: str
    cities: dict[str, frozenset[str]]
    ruled: str
    right: str


def main(shared: Path, extra: list[Path], *, check: bool) -> None:
    paths = [*_training(shared), *(path for folder in extra for path in of_folder(folder))]
    texts = [text for text in _read_all(paths) if text.right]
    if check:
        right = sum(_checked(texts, fold) for fold in range(FOLDS))
        ruled = sum(_fold(text.ruled) == _fold(text.right) for text in texts)
        sys.stdout.write(f"{len(texts)} places, {right} right, by the rules alone {ruled}\n")
        return
    weights = _learnt(texts)
    write(weights, RESOURCES / "place_weights.csv")
    sys.stdout.write(f"{len(texts)} places, {len(weights)} weights\n")


def _training(shared: Path) -> list[Path]:
    every = [p for f in "ABCD" for p in sorted((shared / "corpus" / f / "gold").glob("*.json"))]
    apart = {path for path in held_out(shared) if path.parent.parent.name != "A"}
    return [*sorted((shared / "gold").glob("*.json")), *(p for p in every if p not in apart)]


def _read_all(paths: list[Path]) -> list[Told]:
    tables, backend = load_tables(), load_backend()
    found: list[Told] = []
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["meeting"]:
            found.append(_read(path, gold, tables, backend))
    return found


def _read(path: Path, gold, tables, backend) -> Told:
    seed = not (path.parent.parent / "texts").is_dir()
    text = read_text(path.parent.parent / ("seeds" if seed else "texts") / gold["file"])
    told = gold["meeting"]
    day = dt.date.fromisoformat(told["published"]) if told.get("published") else None
    document = read_document(text, chrome(text), tables, backend)
    mentions = side_mentions(document, tables)
    given = {"published": day, "sides": tuple(told["sides"]), "mentions": mentions}
    people = find_people(document, tables, **given)
    seen = {}

    def watched(*args, **options):
        seen["cities"] = cities_told(*args, **options)
        seen["ruled"] = options["ruled"].city
        return seen["cities"]

    with patch.object(meeting_places, "cities_told", watched):
        find_meetings(document, people, tables, **given)
    cities = {city.place.city: city.evidence for city in seen.get("cities", ())}
    ruled = seen.get("ruled")
    return Told(path.stem, cities, ruled.city if ruled else "", told.get("place") or "")


def _learnt(texts: list[Told]) -> dict[str, float]:
    groups = []
    for text in texts:
        names = list(text.cities)
        right = [index for index, name in enumerate(names) if _fold(name) == _fold(text.right)]
        if right:
            groups.append(([text.cities[name] for name in names], right[0]))
    return ranked(groups, shrink=SHRINK)


def _checked(texts: list[Told], fold: int) -> int:
    weights = _learnt([text for index, text in enumerate(texts) if index % FOLDS != fold])
    found = 0
    for text in texts[fold::FOLDS]:
        totals = {
            city: sum(weights.get(one, 0.0) for one in evidence)
            for city, evidence in text.cities.items()
        }
        best = max(totals, key=lambda city: totals[city], default="")
        best = best if best and totals[best] > LEAST else text.ruled
        found += _fold(best) == _fold(text.right)
    return found


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


if __name__ == "__main__":
    shared_folder, *further = (Path(a) for a in sys.argv[1:] if not a.startswith("--"))
    main(shared_folder, further, check="--check" in sys.argv)
