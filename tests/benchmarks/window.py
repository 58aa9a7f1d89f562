"""How soon the window shows what is typed, turned to or opened, over 10,000 articles.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window --size 10000 [--only switching …]

The whole program runs: its window, a library in SQLite, and its index. Each deed is measured from
the event to the painted widget, by the clock and by the processor on the window's thread, which a
busy machine stretches less. A watchdog finds the longest that one slot held the window up.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.gui.bars.header import BRIEF, COMPARE, READ, TIMELINE
from briefing.gui.reader import Reader
from briefing.model import Hit, SearchResult
from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import open_workspace
from tests.benchmarks import corpus, queries
from tests.benchmarks.beats import HEAD, Line, Taken, frames, memory, served, settle, switches
from tests.benchmarks.figures import at
from tests.benchmarks.moving import drags, letters, steps, turns
from tests.benchmarks.shelf import fill, mark

ALL = ("typing", "switching", "views", "scrolling", "results", "memory")
_PATIENCE = 10_000  # milliseconds
_KEY = 100  # milliseconds from one key to the next: a quick typist


@dataclass(frozen=True)
class Place:
    """What is in the library: long articles of one meeting, of a meeting each, one of no
    meeting."""

    together: tuple[int, ...]
    apart: tuple[int, ...]
    loose: int
    many: tuple[SearchResult, ...]


class Painted(QObject):
    """Tells when the list of hits was painted last."""

    def __init__(self, window) -> None:
        super().__init__()
        self.query = ""  # of the hits painted last
        self.at = 0.0
        self._fresh = self._wanted = ""
        self._loop = QEventLoop()
        window.searching.answered.connect(self._answered)
        window.columns.results.list.viewport().installEventFilter(self)

    def wait(self, query: str) -> None:
        """Serve the window until the hits of a query are painted."""
        self._wanted = query
        if self.query != query:
            served(_PATIENCE, self._loop)
        assert self.query == query, f"{query} was not answered"

    def _answered(self, answer) -> None:
        self._fresh = answer.query

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._fresh:
            self.query, self._fresh = self._fresh, ""
            self.at = time.perf_counter()
            if self.query == self._wanted:
                self._loop.quit()
        return False


def keys(reader: Reader, folder: Path, asked: list[str], pace: int) -> list[Taken]:
    """Type queries letter by letter, a key every so many milliseconds.

    What is waited for is waited for in the program's own loop of events: `QTest.qWait` would hold
    Python's lock all the while, and keep the thread that searches from its work.

    Returns: By key, the milliseconds to the painted list: of the clock, and of the processor, all
    threads. The first is that of a window just opened.
    """
    window = reader.open(folder)
    field, painted = window.header.search, Painted(window)
    field.setFocus()
    taken = []
    for query in asked:
        field.clear()
        served(300)
        for letter in query:
            served(pace)
            began, worked = time.perf_counter(), time.process_time()
            QTest.keyClicks(field, letter)
            if len(field.text().strip()) < 2 or letter == " ":
                continue
            painted.wait(field.text().strip())
            taken.append(((painted.at - began) * 1e3, (time.process_time() - worked) * 1e3))
    _close(window)
    return taken


def switching(window, place: Place) -> Iterator[Line]:
    """Open articles of 1,500 words with 60 marks: of one meeting, and each of another; then plain
    ones.

    Those of no meeting stand below each other in the left column: thousands of them.
    """
    shown, desk = window.columns.reader.view.viewport(), window.desk
    for name, articles in (("in one meeting", place.together), ("to another meeting", place.apart)):
        deeds = (partial(desk.read_article, articles[n % len(articles)]) for n in range(1, 61))
        desk.read_article(articles[0])
        yield switches(f"article, {name}", window, deeds, shown)
    deeds = (partial(desk.read_article, number) for number in range(place.loose, place.loose + 30))
    yield switches("article, of no meeting", window, deeds, shown)


def views(window, place: Place) -> Iterator[Line]:
    """Turn from the article of a meeting with 300 asks to each of the other views, and back."""
    columns = window.columns
    window.desk.read_article(place.together[0])
    for name, page in ((BRIEF, columns.brief), (COMPARE, columns.compare),
                       (TIMELINE, columns.timeline)):  # fmt: skip
        for turn in ("first", "again"):
            settle(window, 0.3)
            there = [partial(window.desk.choose_view, name)]
            yield switches(f"{name}, {turn}", window, there, page)
            window.desk.choose_view(READ)


def scrolling(window, place: Place) -> Iterator[Line]:
    """Scroll through all that is long: the library, results, asks, the article."""
    columns, desk = window.columns, window.desk
    desk.read_article(place.loose)
    for name, area in (("library", columns.sidebar), ("article", columns.reader.view)):
        yield frames(f"{name}, wheel", window, area.viewport(), turns(area, 90))
        yield frames(f"{name}, bar dragged", window, area.viewport(), drags(area, 60))
    yield frames(
        "library, arrow key", window, columns.sidebar.viewport(), steps(columns.sidebar, 60)
    )
    desk.read_article(place.together[0])
    asks = columns.panels.docks["asks"]
    asks.raise_()
    settle(window)
    inner = asks.area.viewport()
    yield frames(f"{_asks_in(window)} asks, wheel", window, inner, turns(asks.area, 90))
    yield frames("asks, bar dragged", window, inner, drags(asks.area, 60))
    columns.panels.asks.head.open_filter.click()
    typed = letters(columns.panels.asks.head.field, "harbour")
    yield frames("asks, filter typed", window, inner, typed)


def results(window, place: Place) -> Iterator[Line]:
    """Show a thousand hits, and scroll through them."""
    listed = window.columns.results.list
    shown = [partial(window.columns.results.show_list, "Many", many) for many in place.many]
    window.columns.show_page(window.columns.results)
    yield frames("1,000 hits shown", window, listed.viewport(), shown)
    yield frames("1,000 hits, wheel", window, listed.viewport(), turns(listed, 90))
    yield frames("1,000 hits, bar dragged", window, listed.viewport(), drags(listed, 60))


def grown(window, place: Place, switches: int) -> str:
    """Return a line on how memory grows while articles are opened, one after the other."""
    desk, articles = window.desk, (*place.together, *place.apart)
    for number in range(100):
        desk.read_article(articles[number % len(articles)])
        QApplication.processEvents()
    settle(window, 0.5)
    before = memory()
    for number in range(switches):
        desk.read_article(articles[number % len(articles)])
        QApplication.processEvents()
    settle(window, 0.5)
    return f"{switches} switches grow memory by {memory() - before:+.1f} MB\n"


def main() -> None:
    """Make a library, use its window, and print a line a deed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--switches", type=int, default=3_000)
    parser.add_argument("--pace", type=int, default=_KEY, help="milliseconds from key to key")
    parser.add_argument("--only", nargs="+", choices=ALL, default=ALL)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, paths = Path(name, "library"), Paths.under(Path(name, "home"))
        place, typed = made(folder, paths, asked.size, indexed="typing" in asked.only)
        reader = Reader(paths)
        say = sys.stdout.write
        if "typing" in asked.only:
            first, *taken = keys(reader, folder, typed, asked.pace)
            say(f"{len(taken)} keys over {asked.size:,} articles, p50 / p95 / worst in ms\n")
            for title, times in zip(("clock", "processor"), zip(*taken, strict=True), strict=True):
                say(" / ".join(f"{at([*times], share):.0f}" for share in (0.5, 0.95, 1)))
                say(f" {title}\n")
            say(f"{first[0]:.0f} clock, the first key into a window just opened\n")
        window = reader.open(folder)
        window.resize(1440, 900)
        settle(window, 1)
        say(HEAD)
        for measured in (switching, views, scrolling, results):
            if measured.__name__ in asked.only:
                for line in measured(window, place):
                    say(line.told())
        if "memory" in asked.only:
            say(grown(window, place, asked.switches))
        _close(window)


def made(folder: Path, paths: Paths, size: int, *, indexed: bool) -> tuple[Place, list[str]]:
    """Make the library; return what is in it, and what to type."""
    articles = list(corpus.articles(size, 11))
    fill(folder, articles)
    together, apart = mark(folder, 12, asks=300), mark(folder, 12, apart=True)
    if indexed:
        workspace = open_workspace(folder, paths, Settings())
        workspace.rebuild_index()
        workspace.close()
    many = [_hits(articles, turn * 997) for turn in range(6)]
    return Place(together, apart, 1, tuple(many)), queries.choose(articles)["and2"][:12]


def _hits(articles: list[dict], first: int) -> SearchResult:
    chosen = [articles[(first + number) % len(articles)] for number in range(1_000)]
    hits = tuple(
        Hit(
            kind="article",
            article=one["id"] + 1,
            ask=None,
            meeting=None,
            title=one["title"],
            outlet=one["source"],
            published=dt.date.fromisoformat(one["date"]),
            start=0,
            end=40,
            snippet=one["body"][:220],
            marks=((3, 9), (20, 31)),
            spans=((0, 5),),
        )
        for one in chosen
    )
    return SearchResult(query="", hits=hits, total=len(hits))


def _asks_in(window) -> int:
    return len(window.desk.records.asks)


def _close(window) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.close()


if __name__ == "__main__":
    main()
