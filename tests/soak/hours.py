"""Many hours of real work in one process: does its memory grow?"""

import datetime as dt
import gc
import os
import resource
import sys
import time
from contextlib import closing
from pathlib import Path

from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import open_workspace
from tests.soak.crowd import Figures

WARM = 0.1  # the part of the time after which memory should no longer grow
LET_GROW = 10  # per cent
SHOWN = 60  # seconds between two lines about memory
FORMATS = ("md", "html", "json", "docx", "pdf")
QUERIES = ("tariff*", '"border security"', "trade AND defence", "side:Canada", "carny~", "zzz ((")


def memory(place, minutes, chance):
    """Work on the sample library for so many minutes; print memory as it goes.

    Extraction, index, files of every kind and exports are the real ones. The memory at the end is
    set against that after the first tenth, each the median of some turns.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    workspace = open_workspace(place / "library", Paths.under(place / "own"), Settings())
    with closing(workspace):
        workspace.import_paths([Path(str(resources() / "sample"))])
        hours = _Hours(workspace, place)
        figures = hours.work(minutes * 60, chance)
        problems = workspace.verify()
    return Figures("\n  ".join((figures.line, *problems)), figures.bad + len(problems))


class _Hours:
    def __init__(self, workspace, place):
        self.workspace = workspace
        self.place = place
        self.turns = 0
        self.samples = [Path(str(one)) for one in resources().joinpath("sample").iterdir()]

    def work(self, seconds, chance):
        begun, shown, first, last = time.monotonic(), -SHOWN, [], []
        while (passed := time.monotonic() - begun) < seconds or not last:
            self._turn(chance)
            self.turns += 1
            now = rss()
            if passed > seconds * WARM and len(first) < 9:
                first.append(now)
            last = [*last[-8:], now]
            if passed - shown >= SHOWN:
                shown = passed
                self._tell(passed, now)
        before, after = middle(first or last), middle(last)
        grown = 100 * (after - before) / before
        line = (
            f"memory: {self.turns} turns in {seconds / 60:.0f} min, {before} KB to {after} KB, "
            f"{grown:+.1f} %"
        )
        return Figures(line, int(grown > LET_GROW and seconds >= 60))

    def _tell(self, passed, now):
        files = len(list(Path("/proc/self/fd").iterdir()))
        sys.stdout.write(
            f"  {passed / 60:6.1f} min {self.turns:6} turns {now:8} KB, children {_children()} KB, "
            f"{files} files open, processor {time.process_time():.0f} s\n"
        )
        sys.stdout.flush()

    def _turn(self, chance):
        workspace = self.workspace
        report = workspace.import_paths([self._file(chance)], published=dt.date(2031, 3, 4))
        (made,) = report.imported
        workspace.set_article(made.article, outlet=f"Outlet {self.turns}", title="Another title")
        meeting = chance.choice([m.id for m in workspace.overview().meetings])
        self._review(meeting, chance)
        for query in QUERIES:
            workspace.search(query, limit=50)
        workspace.article(made.article)
        workspace.briefing_markdown(meeting)
        workspace.export([meeting], self.place / "out", FORMATS)
        for _ in range(4):
            workspace.undo()
        for _ in range(2):
            workspace.redo()
        workspace.remove_article(made.article)  # the library stays of one size
        if self.turns % 50 == 49:
            workspace.rebuild_index()
            workspace.backup(self.place / "copy.zip")
            workspace.extract_again([workspace.overview().articles[0].id])

    def _review(self, meeting, chance):
        workspace = self.workspace
        asks = workspace.records(meeting=meeting).asks
        if not asks:
            return
        ask = chance.choice(asks)
        workspace.accept("ask", [ask.id])
        workspace.edit("ask", ask.id, text=f"edited in turn {self.turns}")
        workspace.star("ask", ask.id, on=self.turns % 2 == 0)
        workspace.note("ask", ask.id, f"Note of turn {self.turns}.")

    def _file(self, chance):
        """Return a file that is in no library yet: a sample in another order, as one of four
        kinds."""
        folder = self.place / "in"
        folder.mkdir(exist_ok=True)
        head, *rest = chance.choice(self.samples).read_text(encoding="utf-8").split("\n\n")
        chance.shuffle(rest)
        parts = [head, *rest, f"Told for the {self.turns}th time."]
        kind = ("txt", "md", "html", "docx")[self.turns % 4]
        path = folder / f"told.{kind}"
        if kind == "docx":
            _docx(path, parts)
        elif kind == "html":
            body = "".join(f"<p>{part}</p>" for part in parts)
            path.write_text(f"<html><body><article>{body}</article></body></html>", "utf-8")
        else:
            path.write_text("\n\n".join(parts), encoding="utf-8")
        return path


def _docx(path, parts):
    from docx import Document

    document = Document()
    for part in parts:
        document.add_paragraph(part)
    document.save(str(path))


def rss(process="self"):
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() // 1024


def _children():
    gc.collect()
    tasks = Path("/proc/self/task").glob("*/children")
    return sum(rss(child) for task in tasks for child in task.read_text("ascii").split())


def middle(values):
    return sorted(values)[len(values) // 2]
