"""How fast articles of all formats come in: `python -m tests.benchmarks.importing --size 10000`.

Half of the pile is imported and cancelled, then all of it: what is there is passed over, the rest
comes in. Nothing is extracted, so that reading, telling duplicates and keeping are measured. Times
are those of the wall and of the processor, children included, which a busy machine does not
stretch.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from briefing.errors import BriefingError
from briefing.model import Findings
from briefing.paths import Paths
from briefing.progress import Cancelled
from briefing.settings import Settings
from briefing.workspace import Workspace, open_workspace
from briefing.workspace.reports import ImportReport
from tests.benchmarks import mixed


class Stopping:
    """A progress that cancels at the first step past a share of the files, and counts the steps."""

    def __init__(self, share: float) -> None:
        self.share, self.steps = share, 0

    def step(self, done: int, total: int, what: str = "") -> None:
        """Count; cancel where it is time."""
        self.steps += 1
        if done > self.share * total:
            raise Cancelled


def without_extraction(workspace: Workspace) -> None:
    """Let a workspace find nothing in any text."""
    nothing = Findings(backend="none", resources="", sentences=())
    workspace.extraction.of_text = lambda *_: nothing  # type: ignore[method-assign]


def spent() -> float:
    """Return the processor time of this process and of its children that ended, in seconds."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Make the pile, import it in two goes, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--cancel", type=float, default=0.3, help="share of files before a cancel")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefing-import-") as name:
        pile = Path(name, "pile")
        size = mixed.make(pile, asked.size)
        files = sum(path.is_file() for path in pile.rglob("*"))
        sys.stdout.write(f"{size:,} articles in {files:,} files\n")
        _measure(Path(name), pile, size, asked.cancel)


def _measure(place: Path, pile: Path, size: int, share: float) -> None:
    paths = Paths.under(place / "home")
    workspace = open_workspace(place / "library", paths, Settings())
    without_extraction(workspace)
    first = _go("first", workspace, pile, Stopping(share))
    second = _go("resumed", workspace, pile, Stopping(2))
    there = len(workspace.overview().articles)
    before = spent(), time.perf_counter()
    workspace.close()
    sys.stdout.write(f"closed in {time.perf_counter() - before[1]:.1f} s\n")
    if not first.cancelled or second.failed or there != size:
        raise BriefingError(f"{there} of {size} articles came in; {second.failed[:3]}")


def _go(name: str, workspace: Workspace, pile: Path, progress: Stopping) -> ImportReport:
    began, used = time.perf_counter(), spent()
    report = workspace.import_paths([pile], progress=progress)
    # The child is still there: what it used is told once it has ended.
    read = time.perf_counter() - began
    workspace.adding.close()
    used = spent() - used
    count = max(len(report.imported), 1)
    sys.stdout.write(
        f"{name}: {report.summary()}; {read:.1f} s = {count / read:.0f} articles/s by the clock, "
        f"{used:.1f} s of processor time = {count / used:.0f} articles/s; {progress.steps:,} steps told\n"
    )
    return report


if __name__ == "__main__":
    main()
