"""Kill the program at a random moment of its work, open the library again, count what was lost."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

from briefing.library.backups import newest_good
from briefing.library.migrate import schema_of
from briefing.library.opening import open_reader
from briefing.library.restoring import unpacked
from tests.soak import victims
from tests.soak.desk import desk, filled, names


@dataclass
class Figures:
    """What came of so many kills.

    Attributes:
        acknowledged: things the program had said were done. lost: those of them that were not
            there afterwards. unsound: libraries that failed their check. usual, after: seconds
            of the processor to open a library after a clean end and after a kill, medians.
    """

    kind: str
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unsound: int = 0
    usual: float = 0
    starts: list[float] = field(default_factory=list, repr=False)

    @property
    def bad(self):
        return self.lost + self.unsound

    @property
    def after(self):
        return median(self.starts)

    def __str__(self):
        return (
            f"{self.kind}: {self.kills} kills, {self.acknowledged} acknowledged, {self.lost} lost, "
            f"{self.unsound} unsound; start {self.after * 1000:.0f} ms after a kill, "
            f"{self.usual * 1000:.0f} ms after a clean end"
        )


def killed(victim: Callable, folder: Path, first: int, wait: float, *, after: int = 0) -> list[int]:
    """Run a victim in a process of its own, kill it, and return what it told.

    Args:
        wait: seconds until it is killed, from its start or from the `after`-th thing it told.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _suffer(victim, folder, first, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        assert told.readline() == "begun\n"
        known = [told.readline() for _ in range(after)]
        time.sleep(wait)  # the moment is what is tried out
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = "".join((*known, told.read())).split("\n")
        return [int(line) for line in lines[:-1]]


def _suffer(victim, folder, first, writing):
    def tell(thing):
        os.write(writing, f"{thing}\n".encode())

    try:
        tell("begun")
        victim(folder, tell, first)
    finally:
        os._exit(1)


def opened(folder: Path, figures: Figures) -> None:
    """Open the library as the program does at its start; time that, and check the library."""
    begun = time.process_time()
    with desk(folder) as workspace:
        workspace.overview()
        figures.starts.append(time.process_time() - begun)
        workspace.catch_up_index()  # the window does so beside its work
        figures.unsound += bool(workspace.verify()) or workspace.index_state() != "ready"


def usual(folder: Path) -> float:
    """Processor seconds to open a library that was closed well, its index in step."""
    figures = Figures("")
    for _ in range(5):
        opened(folder, figures)
    return figures.after


def soak_import(place, rounds, chance):
    figures, done = Figures("import"), set()
    folder = place / "library"
    filled(folder, 5)
    for number in range(rounds):
        start, wait = (number + 1) * 10_000, chance.uniform(0.05, 0.6)
        # The first file waits for the child that reads files; half the kills come later.
        told = killed(victims.import_, folder, start, wait, after=number % 2)
        done.update(told)
        opened(folder, figures)
        figures.kills += 1
    figures.acknowledged = len(done)
    figures.lost = len({f"{n}.txt" for n in done} - names(folder))
    figures.usual = usual(folder)
    return figures


def soak_edit(place, rounds, chance):
    figures, last = Figures("edit"), 0
    folder = place / "library"
    filled(folder, 10)
    figures.usual = usual(folder)
    for number in range(rounds):
        told = killed(victims.edit, folder, (number + 1) * 10_000, chance.uniform(0.05, 0.6))
        figures.acknowledged += len(told)
        last = max([last, *told])
        opened(folder, figures)
        figures.kills += 1
        with desk(folder) as workspace:
            outlet = int(workspace.article(1).outlet.split()[-1]) if last else 0
            (meeting,) = workspace.overview().meetings
            texts = [a.text for a in workspace.records(meeting=meeting.id).asks]
        edited = max((int(t.split()[-1]) for t in texts if t.startswith("edited")), default=0)
        figures.lost += outlet < last or edited < last
    return figures


def soak_index(place, rounds, chance):
    figures = Figures("index")
    folder = place / "library"
    filled(folder, 30)
    figures.usual = usual(folder)
    for number in range(rounds):
        told = killed(victims.index, folder, number * 10_000, chance.uniform(0.05, 0.8))
        figures.acknowledged += len(told)
        opened(folder, figures)
        figures.kills += 1
        with desk(folder) as workspace:
            figures.lost += workspace.search("timber", limit=5).total < 30
            figures.unsound += len(list((folder / "index").glob("whoosh-*"))) > 2
    return figures


def soak_export(place, rounds, chance):
    figures, last = Figures("export"), 0
    folder = place / "library"
    filled(folder, 10)
    figures.usual = usual(folder)
    for number in range(rounds):
        told = killed(victims.export, folder, (number + 1) * 10_000, chance.uniform(0.05, 0.6))
        figures.acknowledged += len(told)
        last = max([last, *told])
        opened(folder, figures)
        figures.kills += 1
        files = list((place / "out").glob("*.md")) if last else []
        with desk(folder) as workspace:
            figures.unsound += bool(workspace.verify_files(files))
        for file in files:
            prepared = file.read_text(encoding="utf-8").split("prepared: ")[1][:10]
            day = (date.fromisoformat(prepared) - date(1970, 1, 1)).days
            figures.lost += day < last
    return figures


def soak_migrate(place, rounds, chance):
    figures = Figures("migrate")
    model = place / "model" / "library"
    model.parent.mkdir()
    filled(model, 30)
    for number in range(rounds):
        folder = place / str(number) / "library"
        shutil.copytree(model.parent, folder.parent)
        # A third of the kills come while it is brought up to date, the others once it was open.
        wait, after = chance.uniform(0, 0.12), min(number % 3, 1)
        figures.acknowledged += len(killed(victims.migrate, folder, 1, wait, after=after))
        with victims.later():
            opened(folder, figures)
            with closing(open_reader(folder)) as db:
                figures.unsound += "later" not in {name for _, name, *_ in schema_of(db)}
            figures.lost += len(names(folder)) < 30
        figures.kills += 1
        with unpacked(newest_good(folder).path, place) as copy:
            figures.lost += len(names(copy)) < 30
        shutil.rmtree(folder.parent)
    figures.usual = _updating(model, place)
    return figures


def _updating(model, place):
    """Processor seconds of a start that brings a library up to date, and was not broken off."""
    figures = Figures("")
    for number in range(5):
        folder = place / f"unbroken {number}" / "library"
        shutil.copytree(model.parent, folder.parent)
        with victims.later():
            opened(folder, figures)
    return figures.after


def soak_backup(place, rounds, chance):
    figures, last = Figures("backup"), 0
    folder = place / "library"
    filled(folder, 10)
    figures.usual = usual(folder)
    for number in range(rounds):
        told = killed(victims.backup, folder, (number + 1) * 10_000, chance.uniform(0.1, 0.6))
        figures.acknowledged += len(told)
        last = max([last, *told])
        opened(folder, figures)
        figures.kills += 1
        if not last:
            continue
        for copy in (newest_good(folder).path, place / "copy.zip"):
            with unpacked(copy, place) as held, desk(held) as workspace:
                figures.lost += int(workspace.article(1).outlet.split()[-1]) < last
    return figures


KINDS = {
    "import": soak_import,
    "edit": soak_edit,
    "index": soak_index,
    "export": soak_export,
    "migrate": soak_migrate,
    "backup": soak_backup,
}


def run(kind: str, place: Path, rounds: int, chance: random.Random) -> Figures:
    """Kill a kind of work so many times, in a folder that is empty."""
    return KINDS[kind](place, rounds, chance)
