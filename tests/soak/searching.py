"""Readers beside a writer: whatever is asked while the index changes, the answer is one commit's.

A writer adds, edits and removes articles, commits, joins segments, and now and then makes the index
anew. Readers ask all the while, in threads of its process or in processes of their own. Each answer
must be what a plain scan of one commit finds: one that was there when the search began, or came
before it ended.
"""

import ctypes
import gc
import json
import random
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from briefing.search import Index, Searcher
from tests.search.making import IDENTITY
from tests.soak import world
from tests.soak.asking import WARM, Board, Reader, mapped
from tests.soak.hours import LET_GROW, SHOWN, middle, rss

READERS = 4
ARTICLES = 3_000
_TIDY, _ANEW = 16, 1_500  # commits after which segments are joined, and the index is made anew
_OPEN = 120  # files of the index that a process may hold: some states of some twenty segments
_CHILD = [sys.executable, "-W", "ignore", "-m", "tests.soak.asking"]


@dataclass
class Figures:
    """What came of it; `bad` counts what should not have happened."""

    how: str
    searches: int = 0
    commits: int = 0
    rebuilds: int = 0
    late: int = 0  # answers nobody could check any more
    wrong: list[str] = field(default_factory=list)
    taken: list[float] = field(default_factory=list)  # milliseconds of the last searches
    memory: tuple[int, int] = (1, 1)
    minutes: float = 0
    most_open: int = 0

    @property
    def bad(self):
        grown = self.memory[1] / self.memory[0] - 1
        return len(self.wrong) + int(self.minutes >= 1 and 100 * grown > LET_GROW)

    def __str__(self):
        before, after = self.memory
        line = (
            f"search: {READERS} readers {self.how}, {self.minutes:.1f} min, {self.searches:,} searches "
            f"beside {self.commits:,} commits and {self.rebuilds} rebuilds, {len(self.wrong)} wrong, "
            f"{self.late} not checked; median {statistics.median(self.taken or [0]):.1f} ms; memory {before} KB to {after} KB, "
            f"{100 * (after / before - 1):+.1f} %; at most {self.most_open} segments mapped, none "
            "after closing"
        )
        return "\n  ".join((line, *self.wrong[:10]))


def threads(place, minutes, chance, articles=ARTICLES):
    """Let four threads of the writer's process ask for so many minutes, all by one searcher."""
    return _Soak(place, chance, "in threads", articles).run(minutes * 60)


def processes(place, minutes, chance, articles=ARTICLES):
    """Let four processes of their own ask for so many minutes."""
    return _Soak(place, chance, "in processes", articles).run(minutes * 60)


class _Soak:
    def __init__(self, place, chance, how, articles):
        self.place, self.chance, self.articles = place, chance, articles
        self.board = Board(place / "board")
        self.asked = world.queries(chance)
        (place / "queries.json").write_text(json.dumps(self.asked), "utf-8")
        self.world = world.World(self.asked)
        self.index = Index(place / "index", IDENTITY)
        self.figures = Figures(how)
        self.guard = threading.Lock()
        self.versions = {}

    def run(self, seconds):
        self._change(dict.fromkeys(range(1, self.articles + 1), 1), self._anew)
        reading = self._in_threads if "threads" in self.figures.how else self._in_processes
        with reading():
            try:
                self._write(seconds)
            finally:
                self.board.numbers[2] = 1
        self.index.close()
        gc.collect()
        left = mapped(self.place / "index")
        self.figures.wrong += [f"still mapped after closing: {name}" for name in left]
        return self.figures

    def _write(self, seconds):
        begun, shown, first, last = time.monotonic(), 0, [], []
        while (passed := time.monotonic() - begun) < seconds:
            self._commit()
            if self.figures.commits % 20 == 0:
                _hand_back()
                now = rss()
                if passed > seconds * WARM and len(first) < 51:
                    first.append(now)
                last = [*last[-50:], now]
                self._look_at_files()
            if passed - shown >= SHOWN:
                shown = passed
                self._tell(passed)
        self.figures.minutes = seconds / 60
        self.figures.memory = middle(first or last or [1]), middle(last or [1])

    def _look_at_files(self):
        held = len(set(mapped(self.place / "index")))
        self.figures.most_open = max(self.figures.most_open, held)
        if held > _OPEN and not any("held open" in why for why in self.figures.wrong):
            self.figures.wrong.append(f"{held} files of the index are held open")

    def _commit(self):
        chance, figures = self.chance, self.figures
        some = [chance.randrange(1, world.MOST) for _ in range(chance.choice((1, 1, 1, 2, 5, 20)))]
        grown = len(self.versions) - self.articles
        changed = {}
        for number in some:
            there = self.versions.get(number, 0)
            gone = there and chance.random() < (0.5 if grown > 0 else 0.1)
            if not there and grown > self.articles // 10:
                continue
            changed[number] = 0 if gone else self.figures.commits + 2
        self._change(changed, self._update)
        figures.commits += 1
        if figures.commits % _TIDY == 0:
            self.index.tidy()
        if figures.commits % _ANEW == 0:
            self._anew({}, int(self.board.numbers[1]))
        time.sleep(chance.random() * 0.05)  # as people work: not one commit after the other

    def _change(self, changed, kept):
        generation = int(self.board.numbers[0]) + 1
        with self.guard:
            self.world.change(generation, changed)
        self.versions.update(changed)
        for number in [number for number, version in changed.items() if not version]:
            self.versions.pop(number, None)
        self.board.numbers[0] = generation
        for number, version in changed.items():
            self.board.versions[number] = version
        kept(changed, generation)
        self.board.numbers[1] = generation

    def _update(self, changed, generation):
        documents = [world.made(*each) for each in changed.items() if each[1]]
        gone = [number for number, version in changed.items() if not version]
        self.index.update(documents, gone, generation)

    def _anew(self, _, generation):
        documents = (world.made(*each) for each in sorted(self.versions.items()))
        self.index.rebuild(documents, generation)
        self.figures.rebuilds += 1

    def _tell(self, passed):
        files = len(list(Path("/proc/self/fd").iterdir()))
        figures = self.figures
        sys.stdout.write(
            f"  {passed / 60:6.1f} min {figures.searches:8} searches {figures.commits:7} commits "
            f"{len(figures.wrong)} wrong {rss():8} KB, {files} files open, "
            f"{len(self.versions)} articles\n"
        )
        sys.stdout.flush()

    @contextmanager
    def _in_threads(self):
        searcher = Searcher(self.index, self.board.pages)

        def read(number):
            chance = random.Random(number)
            reader = Reader(self.board, self.index, self.asked, searcher=searcher, chance=chance)
            reader.read(self._take)

        readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
        for each in readers:
            each.start()
        yield
        for each in readers:
            each.join()

    @contextmanager
    def _in_processes(self):
        def follow(child):
            with child:
                for line in child.stdout:
                    self._take(json.loads(line))

        def start(number):
            command = [*_CHILD, str(self.place), str(number)]
            root = Path(__file__).parents[2]
            return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)

        children = [start(number) for number in range(READERS)]
        for child in children:  # each is at it before the time begins
            self._take(json.loads(child.stdout.readline()))
        followers = [threading.Thread(target=follow, args=(child,)) for child in children]
        for each in followers:
            each.start()
        yield
        for each in followers:
            each.join()
        failed = sum(child.returncode != 0 for child in children)
        self.figures.wrong += ["a reading process failed"] * failed

    def _take(self, seen):
        """Hold what a reader saw against the commits it may have seen."""
        with self.guard:
            self.figures.searches += 1
            if "milliseconds" in seen:
                self.figures.taken = [*self.figures.taken[-999:], seen["milliseconds"]]
            why = seen.get("failed") or self._differs(seen)
            if why:
                self.figures.wrong.append(
                    f"{why}: {self.asked[seen.get('query', 0)]}: {seen}"[:600]
                )

    def _differs(self, seen):
        query, low, high = seen["query"], seen["low"], seen["high"]
        if not self.world.remembers(low):  # a reader stood still for hundreds of commits
            self.figures.late += 1
            return ""
        told = seen.get("generation")
        if told is not None and not low <= told <= high:
            return f"generation {told} was not there from {low} to {high}"
        for generation in [told] if told is not None else range(low, high + 1):
            number, digest = self.world.told(generation, query)
            entries = [tuple(entry) for entry in seen["hits"]]
            if "digest" in seen and seen["digest"] != digest:
                continue
            if seen["total"] == number and all(
                self.world.had(generation, query, entry) for entry in entries
            ):
                return ""
        return f"no commit from {low} to {high} is answered so"


def _hand_back():
    """Give the system what the C library keeps for each thread: it swings by a third, and leaks nothing."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
