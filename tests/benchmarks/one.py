"""One measurement of one engine, in a process of its own; the answer is a line of JSON.

python -m tests.benchmarks.one build ENGINE CORPUS INDEX
python -m tests.benchmarks.one ask ENGINE INDEX TEXTS QUERIES SECONDS
python -m tests.benchmarks.one add ENGINE INDEX CORPUS
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from itertools import islice
from pathlib import Path

from tests.benchmarks import corpus
from tests.benchmarks.engines import engine
from tests.benchmarks.queries import KINDS

_ADDED = 40


def build(name: str, texts: str, folder: str) -> dict[str, float]:
    """Build an index; times are of the processor, all threads together."""
    before = _processor()
    engine(name).build(corpus.read(Path(texts)), Path(folder))
    size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    return {"s": _processor() - before, "mb": size / 1e6, "rss_mb": _memory()}


def ask(name: str, folder: str, texts: str, queries: str, seconds: str) -> dict[str, object]:  # noqa: PLR0917
    """Ask every query once, timing the processor; of a kind no more once its time is up."""
    asked = json.loads(Path(queries).read_text())
    asking = engine(name)
    asking.open(Path(folder), texts)
    asking.ask("and2", asked["and2"][0])  # modules loaded
    gc.collect()
    taken: dict[str, list[float]] = {}
    for kind in KINDS:
        end = time.monotonic() + float(seconds)
        taken[kind] = []
        for query in asked[kind]:
            began = time.process_time()  # a busy machine is no fault of the engine
            asking.ask(kind, query)
            taken[kind].append((time.process_time() - began) * 1e3)
            if time.monotonic() > end:
                break
    again = engine(name)
    began = time.perf_counter()
    again.open(Path(folder), texts)
    again.ask("and2", asked["and2"][1])
    return {"ms": taken, "open_ms": (time.perf_counter() - began) * 1e3, "rss_mb": _memory()}


def add(name: str, folder: str, texts: str) -> dict[str, list[float]]:
    """Add articles one at a time, each with a commit; the first has the modules loaded."""
    adding = engine(name)
    taken = []
    first, *others = islice(corpus.read(Path(texts)), _ADDED + 1)
    adding.add({**first, "id": 10_000_000 - 1}, Path(folder))
    for article in others:
        began = time.perf_counter()
        adding.add({**article, "id": article["id"] + 10_000_000}, Path(folder))
        taken.append((time.perf_counter() - began) * 1e3)
    return {"ms": taken}


def _processor() -> float:
    return sum(
        sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def _memory() -> float:
    """Return the most memory held so far; getrusage would count the parent's, too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (peak,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


if __name__ == "__main__":
    print(json.dumps({"build": build, "ask": ask, "add": add}[sys.argv[1]](*sys.argv[2:])))  # noqa: T201
