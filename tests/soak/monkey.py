"""The real window on real articles under a user who does anything at all, for thousands of
events."""

import gc
import json
import os
import random
from datetime import date
from pathlib import Path

from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import open_workspace
from tests.soak.crowd import Figures

SHARED = Path(__file__).parents[2].parent / "shared"
WARM = 3000  # events after which memory should no longer grow
LET_GROW = 20 * 1024 * 1024


def window(place, rounds, chance):
    """Do so many random things to the window; then the library must be sound.

    The articles are the seeds where they are, else those of the sample library.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from briefing.gui.dialogs.dialogs import Dialogs
    from briefing.gui.reader import Reader

    def dialogs(_):
        return Dialogs(
            list,
            lambda _t, _k: None,
            lambda _t: place,
            lambda _t: place,
            lambda _t, n: place / n,
            lambda _p: None,
        )

    _fill(place / "library", place / "own")
    reader = Reader(Paths.under(place / "own"), dialogs)
    shown = reader.open(place / "library")
    shown.library_wanted.disconnect()  # the window stays, whatever button is pressed
    _settle(lambda: not shown.jobs.busy)
    done, faults, grown = _play(shown, rounds, chance)
    shown.close()
    problems = _check(place / "library", place / "own")
    line = (
        f"monkey: {done} events, {len(faults)} faults, {len(problems)} problems, "
        f"memory {grown / 1024 / 1024:+.1f} MB"
    )
    bad = len(faults) + len(problems) + int(grown > LET_GROW and rounds > WARM)
    return Figures("\n  ".join((line, *faults, *problems)), bad)


def _play(shown, rounds, chance):
    """Return how many events there were, what went wrong, and how much memory grew."""
    from tests.helpers.monkey import Monkey

    before = 0
    with Monkey(shown, chance) as monkey:
        for number in range(rounds):
            what = monkey.step()
            if number == min(WARM, rounds // 2):
                before = _memory()
            if number % 40 == 0:
                _settle(lambda: not shown.jobs.busy)
            if monkey.faults:
                monkey.faults.append(f"after {what}, event {number}")
                break
        _settle(lambda: not shown.jobs.busy)
        return number + 1, monkey.faults, _memory() - before


def _settle(until):
    from PySide6.QtCore import QEventLoop, QTimer

    loop, tick = QEventLoop(), QTimer(interval=5)
    tick.timeout.connect(lambda: loop.quit() if until() else None)
    tick.start()
    loop.exec()


def _fill(folder, own):
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    workspace = open_workspace(folder, Paths.under(own), Settings())
    for path in seeds:
        gold = json.loads((SHARED / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        day = gold["meeting"]["published"]
        workspace.import_paths([path], published=date.fromisoformat(day) if day else None)
    if not seeds:
        workspace.import_paths([Path(str(resources().joinpath("sample")))])
    workspace.close()


def _check(folder, own):
    workspace = open_workspace(folder, Paths.under(own), Settings())
    problems = workspace.verify()
    workspace.close()
    return problems


def _memory():
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    import sys
    import tempfile

    with tempfile.TemporaryDirectory() as there:
        count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
        seed = sys.argv[2] if len(sys.argv) > 2 else "1"
        sys.stdout.write(f"{window(Path(there), count, random.Random(seed))}\n")
