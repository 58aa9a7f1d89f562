"""A reader of an index that changes: it asks without end, and tells what it saw.

As a program it is a process of its own: `python -m tests.soak.asking FOLDER NUMBER`.
"""

import gc
import json
import random
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np

from briefing.search import Index, Searcher
from briefing.search.answering import Answering
from briefing.search.parsing import parse
from briefing.search.querying import as_whoosh
from tests.search.making import IDENTITY
from tests.soak import world
from tests.soak.hours import LET_GROW, SHOWN, middle, rss

WARM = 0.3  # the part of the time in which what is remembered fills, of articles and of commits
_SHORT = 50  # hits asked for


class Board:
    """What writer and readers know of each other: a file of numbers that all of them map.

    Attributes:
        numbers: the commit last begun, the one last done, and whether the readers shall end.
        versions: by article, which it is; 0 where there is none.
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(8 * (3 + world.MOST)))
        whole = np.memmap(path, "i8")
        self.numbers, self.versions = whole[:3], whole[3:]

    def pages(self, numbers):
        held = ((number, int(self.versions[number])) for number in numbers)
        return {number: world.page(number, version) for number, version in held if version}


class Reader:
    """Asks one query after the other, and tells what it saw."""

    def __init__(self, board, index, asked, *, searcher, chance):
        self.board, self.index, self.searcher = board, index, searcher
        self.asked, self.chance = asked, chance

    def read(self, tell):
        while not self.board.numbers[2]:
            try:
                tell(self._ask())
            except Exception as error:  # noqa: BLE001 - whatever it is, it should not have been
                tell({"failed": repr(error)})

    def _ask(self):
        query = self.chance.randrange(len(self.asked))
        begun, low = time.perf_counter(), int(self.board.numbers[1])
        seen = self.chance.choice((self._first, self._all))(self.asked[query])
        high, ended = int(self.board.numbers[0]), time.perf_counter()
        taken = (ended - begun) * 1e3
        return {"query": query, "low": low, "high": high, "milliseconds": taken, **seen}

    def _first(self, query):
        """Ask as the window does: the first hits in full, and counts."""
        found = self.searcher.search(query, limit=_SHORT)
        if "index" in found.message:
            return {"failed": found.message}
        hits = [(hit.article, hit.ask or 0) for hit in found.hits]
        if len(set(hits)) < len(hits) or not all(hit.snippet for hit in found.hits):
            return {"failed": "a hit twice, or without a snippet"}
        return {"total": found.total, "hits": hits}

    def _all(self, query):
        """Ask for all that answers, and which commit it is of."""
        with self.index.reading() as (snapshot, shown):
            answer = Answering(snapshot).answer(as_whoosh(parse(query).node))
            found = snapshot.shown(answer.docs.tolist())
            entries = [(each.article, each.ask) for each in found]
        digest = world.digest(*zip(*entries, strict=True)) if entries else 0
        return {
            "generation": shown.generation, "total": answer.total, "digest": digest, "hits": [],
        }  # fmt: skip


def mapped(folder):
    """Return the files of a folder that this process has mapped or open."""
    maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    found = [line.split(maxsplit=5)[-1] for line in maps]
    for opened in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since by another thread
            found.append(str(opened.readlink()))
    return [name for name in found if name.startswith(f"{folder}/")]


def main(place, number):
    """Ask in a process of its own, and tell in lines of JSON."""
    index, board = Index(place / "index", IDENTITY), Board(place / "board")
    asked = json.loads((place / "queries.json").read_text("utf-8"))
    memory, begun = [], time.monotonic()

    def tell(seen):
        sys.stdout.write(json.dumps(seen) + "\n")
        sys.stdout.flush()
        memory.append((time.monotonic() - begun, rss()))

    searcher = Searcher(index, board.pages)
    chance = random.Random(number)
    Reader(board, index, asked, searcher=searcher, chance=chance).read(tell)
    index.close()
    gc.collect()
    if mapped(place / "index"):
        tell({"failed": "still mapped after closing"})
    lasted = memory[-1][0]
    before = middle([kb for at, kb in memory if at >= lasted * WARM][:51])
    after = middle([kb for _, kb in memory[-51:]])
    if lasted >= SHOWN and 100 * (after / before - 1) > LET_GROW:
        tell({"failed": f"memory grew from {before} KB to {after} KB"})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
