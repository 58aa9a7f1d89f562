"""Compares the search with tantivy, SQLite FTS5 and stock Whoosh:
`python -m tests.benchmarks.search`.

All engines index the same articles and answer the same queries, each pass in a process of its own,
the engines taking turns; so a busy machine slows all of them and the ratios stand. In a process
every query is asked once, but for the one that has the modules loaded, so that no engine has an
answer ready; only of what is typed letter by letter the beginnings come again, as they do when
somebody types. `--corpus` takes other text: lines of JSON with id, title, body, date, source.
`--json` writes the figures to a file.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

from briefing.search import manifest
from tests.benchmarks import corpus, queries, store
from tests.benchmarks.engines import NAMES
from tests.benchmarks.figures import Figures
from tests.benchmarks.table import as_json, as_table

_PLACE = Path("build/benchmarks")
_PATIENCE = 8.0  # seconds for one kind of query, after which an engine is asked no more of them


def main() -> None:
    """Measure, and print one table."""
    asked = _arguments()
    place = _PLACE / (asked.corpus.stem if asked.corpus else str(asked.size))
    place.mkdir(parents=True, exist_ok=True)
    texts = _texts(place, asked.corpus, asked.size)
    names = [name for name in NAMES if name not in asked.without]
    figures = Figures(sum(1 for _ in texts.open()), texts.stat().st_size / 1e6)
    for name in names:
        _build(place, texts, name, figures, fresh=asked.fresh)
    for turn in range(asked.rounds):
        for name in names if turn % 2 == 0 else names[::-1]:
            files = (place / name, place / "texts.db", place / "queries.json")
            figures.asked(name, _run("ask", name, *files, str(_PATIENCE)))
    for name in names:
        figures.added(name, _added(place, texts, name))
    print(as_table(figures))  # noqa: T201
    if asked.json:
        asked.json.write_text(json.dumps(as_json(figures), indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=_number, default=10_000, help="articles: 1000, 10k, 100k")
    parser.add_argument("--corpus", type=Path, help="lines of JSON instead of made-up articles")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", nargs="*", default=[], choices=NAMES)
    parser.add_argument("--fresh", action="store_true", help="build anew what was built before")
    parser.add_argument("--json", type=Path, help="write the figures into this file")
    return parser.parse_args()


def _number(text: str) -> int:
    return int(text.lower().replace("k", "000"))


def _texts(place: Path, given: Path | None, size: int) -> Path:
    texts = given or place / "corpus.jsonl"
    if not texts.exists():
        corpus.write(texts, size)
    if not (place / "queries.json").exists():
        store.write(place / "texts.db", corpus.read(texts))
        chosen = queries.choose(corpus.read(texts))
        (place / "queries.json").write_text(json.dumps(chosen))
    return texts


def _build(place: Path, texts: Path, name: str, figures: Figures, *, fresh: bool) -> None:
    known = place / f"{name}.json"
    if fresh or not known.exists() or _is_of_before(place / name):
        shutil.rmtree(place / name, ignore_errors=True)
        known.write_text(json.dumps(_run("build", name, texts, place / name)))
    figures.built(name, json.loads(known.read_text()))


def _is_of_before(folder: Path) -> bool:
    """Tell whether an index is one of ours, in a format that has changed since."""
    try:
        made = manifest.read(folder)
    except manifest.Mismatch:
        return True
    return made is not None and made.format != manifest.FORMAT


def _added(place: Path, texts: Path, name: str) -> dict:
    copy = place / f"{name}-added"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(place / name, copy, copy_function=shutil.copy2)
    try:
        return _run("add", name, copy, texts)
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _run(*words: object) -> dict:
    print(*words[:2], file=sys.stderr, flush=True)  # noqa: T201
    command = [sys.executable, "-m", "tests.benchmarks.one", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
