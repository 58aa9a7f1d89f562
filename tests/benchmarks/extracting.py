"""How fast articles are read, stage by stage: `python -m tests.benchmarks.extracting`.

Times are of the processor, on one core, which a busy machine does not stretch; words are parted by
white space. Each set is read once with the publication date of its gold, its chrome hidden, with
the sides of the meeting not confirmed. `--rules` leaves the model out, `--documents` prints a line
for each.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from briefing.extract import Extractor, load_tables, pipeline
from briefing.extract.text.backend import RulesBackend, SpacyBackend
from briefing.ingest import hide_chrome
from tests.extract.predict import findings_of, read_text

SHARED = Path(__file__).parents[2].parent / "shared"
SETS = {
    "seeds": (SHARED / "gold", SHARED / "seeds"),
    **{
        name: (SHARED / "corpus" / name / "gold", SHARED / "corpus" / name / "texts")
        for name in "ACDB"
    },
}
PRESS = ("seeds", "A", "C", "D")
STAGES = (
    "read_document", "side_mentions", "find_people", "find_meetings", "take_part",
    "resolve_mentions", "set_stage", "sentence_voices", "find_issues", "find_asks",
    "on_the_table", "find_pressure",
)  # fmt: skip


class Stopwatch:
    """Sums the processor time of the stages of the pipeline, which it wraps in place."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        for name in STAGES:
            setattr(pipeline, name, self._timed(name, getattr(pipeline, name)))
        SpacyBackend.parse = self._timed("model", SpacyBackend.parse)  # type: ignore[method-assign]

    def _timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return work(*given, **named)
            finally:
                self.spent[name] += time.process_time() - began

        return timed


def documents(name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield gold and text of each document of a set."""
    gold, texts = SETS[name]
    for path in sorted(gold.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        yield truth, read_text(texts / truth["file"])


def read_set(extractor: Extractor, name: str, *, each: bool) -> tuple[int, float]:
    """Read a set; return its words and the seconds it took, without hiding its chrome."""
    words, taken = 0, 0.0
    for truth, text in documents(name):
        hidden = hide_chrome(text)
        began = time.process_time()
        findings_of(extractor, truth, text, hidden, confirmed=False)
        spent = time.process_time() - began
        count = len(text.split())
        if each:
            sys.stdout.write(f"  {truth['file']}: {count} words, {count / spent:,.0f} words/s\n")
        words, taken = words + count, taken + spent
    return words, taken


def memory() -> dict[str, float]:
    """Return the memory held now and at most by this process, in MB; nothing where it is not
    told."""
    status = Path("/proc/self/status")
    if not status.exists():
        return {}
    lines = (line.split() for line in status.read_text().splitlines())
    return {one[0]: int(one[1]) / 1024 for one in lines if one[0] in ("VmRSS:", "VmHWM:")}


def main() -> None:
    """Read all sets and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rules", action="store_true", help="without the model")
    parser.add_argument("--documents", action="store_true", help="a line for each document")
    parser.add_argument("sets", nargs="*", default=list(SETS), help=", ".join(SETS))
    asked = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    began = time.process_time()
    extractor = Extractor(load_tables())
    if asked.rules:
        extractor._loaded = RulesBackend()
    loaded = extractor.backend
    sys.stdout.write(f"{loaded}, loaded in {time.process_time() - began:.1f} s\n")
    read_set(extractor, asked.sets[0], each=False)  # patterns compiled
    press = [0, 0.0]
    for name in asked.sets:
        words, taken = _report(extractor, name, each=asked.documents)
        if name in PRESS:
            press = [press[0] + words, press[1] + taken]
    if press[1]:
        sys.stdout.write(f"press: {press[0] / press[1]:,.0f} words/s\n")
    sys.stdout.write("".join(f"{key} {size:.0f} MB\n" for key, size in memory().items()))


def _report(extractor: Extractor, name: str, *, each: bool) -> tuple[int, float]:
    watch = Stopwatch()
    words, taken = read_set(extractor, name, each=each)
    sys.stdout.write(f"{name}: {words:,} words, {words / taken:,.0f} words/s\n")
    for stage, spent in watch.spent.most_common():
        sys.stdout.write(
            f"    {stage:18} {1e6 * spent / words:6.1f} µs/word {spent / taken:5.0%}\n"
        )
    return words, taken


if __name__ == "__main__":
    main()
