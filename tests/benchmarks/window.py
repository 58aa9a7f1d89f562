"""How soon the window shows what is typed: from the key to the painted list, over 10,000 articles.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window --size 10000

The whole program runs: its window, a library in SQLite, and its index. The times printed are those
of the wall, and of the processor, which a busy machine stretches less.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from briefing.gui.reader import Reader
from briefing.library import Library
from briefing.model import Findings, ImportedText, Sentence, Stated
from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import open_workspace
from tests.benchmarks import corpus, queries, store
from tests.benchmarks.figures import at

_PATIENCE = 10.0
_KEY = 100  # milliseconds from one key to the next: a quick typist


class Painted(QObject):
    """Tells when the list of hits was painted last."""

    def __init__(self, window) -> None:
        super().__init__()
        self.query = ""  # of the hits painted last
        self.at = 0.0
        self._fresh = ""
        window.searching.answered.connect(self._answered)
        window.columns.results.list.viewport().installEventFilter(self)

    def _answered(self, answer) -> None:
        self._fresh = answer.query

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._fresh:
            self.query, self._fresh = self._fresh, ""
            self.at = time.perf_counter()
        return False


def fill(folder: Path, articles: list[dict]) -> None:
    """Put articles with their sentences into a new library."""
    library = Library.open(folder)
    with library.operation("Import") as session:
        for article in articles:
            text, made = article["body"], article["id"]
            imported = ImportedText(
                path=f"{made}.txt", sha256=sha256(f"{made}".encode()).hexdigest(), original=b"",
                text=text, encoding="utf-8", title=Stated(article["title"], "made up"),
                outlet=Stated(article["source"], "made up"),
                published=Stated(article["date"], "made up"),
            )  # fmt: skip
            number = session.articles.add(imported, dt.date(2026, 1, 1).isoformat())
            spans = json.loads(store.sentences(text))
            found = tuple(Sentence(start, end, 1) for start, end in spans)
            session.findings.put(number, Findings(backend="rules", resources="", sentences=found))
    library.close()


def measure(reader: Reader, folder: Path, asked: list[str]) -> list[tuple[float, float]]:
    """Type queries letter by letter.

    Returns:
        By key, the milliseconds to the painted list: of the wall, and of the processor.
    """
    window = reader.open(folder)
    field, painted = window.header.search, Painted(window)
    taken = []
    for query in asked:
        field.clear()
        QTest.qWait(300)
        for letter in query:
            QTest.qWait(_KEY)
            began, worked = time.perf_counter(), time.process_time()
            QTest.keyClicks(field, letter)
            if len(field.text().strip()) < 2 or letter == " ":
                continue
            typed = field.text().strip()
            while painted.query != typed and time.perf_counter() - began < _PATIENCE:
                QTest.qWait(1)
            taken.append(((painted.at - began) * 1e3, (time.process_time() - worked) * 1e3))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.close()
    return taken


def main() -> None:
    """Make a library, type into its window, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder, paths = place / "library", Paths.under(place / "home")
        articles = list(corpus.articles(asked.size, 11))
        fill(folder, articles)
        workspace = open_workspace(folder, paths, Settings())
        workspace.rebuild_index()
        workspace.close()
        typed = [q for q in queries.choose(articles)["and2"]][:12]  # noqa: C416
        taken = measure(Reader(paths), folder, typed)
    sys.stdout.write(f"{len(taken)} keys over {asked.size:,} articles, p50 / p95 in ms\n")
    for title, times in zip(("wall", "processor"), zip(*taken, strict=True), strict=True):
        sys.stdout.write(f"{title}: {at([*times], 0.5):.0f} / {at([*times], 0.95):.0f}\n")


if __name__ == "__main__":
    main()
