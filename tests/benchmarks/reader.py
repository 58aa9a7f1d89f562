"""How soon the window shows another article, meeting or view, and the longest it keeps the user
waiting.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.reader FOLDER

FOLDER holds a library; it is copied first. Times are those of the processor on the thread of the
window, which a busy machine stretches little. A watchdog beats every millisecond: what it finds
between two beats is the longest that one slot held the window up.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefing.gui.bars.header import BRIEF, COMPARE, READ, TIMELINE
from briefing.gui.reader import Reader
from briefing.paths import Paths
from tests.benchmarks.beats import Watchdog, memory, settle
from tests.benchmarks.figures import at


def measure(window, name: str, deed: Callable[[int], object], times: int) -> str:
    """Return a line on how long a deed takes, done so many times."""
    dog, spent = Watchdog(), []
    for number in range(times):
        begun = time.thread_time()
        deed(number)
        settle(window)
        spent.append((time.thread_time() - begun) * 1000)
    dog.stop()
    middle, most = at(spent, 0.5), at(spent, 0.95)
    return f"{name:10} p50 {middle:6.1f} ms  p95 {most:6.1f} ms  longest slot {dog.worst:6.1f} ms"


def main() -> None:
    """Measure a library and print a line a deed."""
    parser = argparse.ArgumentParser("tests.benchmarks.reader", description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--switches", type=int, default=3000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(given.library, Path(place, "library"))
        reader = Reader(Paths.under(Path(place, "own")))
        window = reader.open(Path(place, "library"))
        window.resize(1440, 900)
        settle(window, 1)
        desk = window.desk
        articles = [line.id for line in desk.overview.articles][:50]
        views = {BRIEF: 30, COMPARE: 20, TIMELINE: 20}
        say = sys.stdout.write
        read = lambda n: desk.read_article(articles[n % len(articles)])  # noqa: E731
        say(measure(window, "article", read, 60) + "\n")
        for view, times in views.items():
            to = (view, READ)
            say(measure(window, view, lambda n, to=to: desk.choose_view(to[n % 2]), times) + "\n")
        before = memory()
        for number in range(given.switches):
            read(number)
            reader.application.processEvents()
        settle(window)
        say(f"{given.switches} switches grow memory by {memory() - before:+.1f} MB\n")
        window.close()


if __name__ == "__main__":
    main()
