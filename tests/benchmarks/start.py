"""How soon the window is on the screen, and how much memory it takes, beside other programs.

    python -m tests.benchmarks.start --size 1000 --rounds 5

Ours opens a library of so many articles and 24 long ones with asks; Recoll an index of the same
texts; novelWriter nothing but itself. Recoll and novelWriter are measured where they are installed
(`--novelwriter` names the command). Each starts in turn on a screen of its own (Xvfb), a round
after the other; the first round, which fills the caches, is left out. A window counts as being
there once its words are in the memory of the screen. Memory is looked at four seconds later: RSS,
PSS (what is shared counts in part), and what is private.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import open_workspace
from tests.benchmarks import corpus
from tests.benchmarks.figures import at
from tests.benchmarks.shelf import fill, mark

WIDE, HIGH = 1600, 1000
_ROWS = 25  # of the screen, one is looked at
_COLOURS = 24  # fewer are no words: letters have many shades at their edges
_PATIENCE, _REST = 60.0, 4.0  # seconds
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Started:
    """One start: seconds of the clock and of the processor, megabytes."""

    clock: float
    worked: float
    rss: float
    pss: float
    private: float


class Screen:
    """An X server whose picture can be read as it changes."""

    def __init__(self, folder: Path) -> None:
        told, tell = os.pipe()
        size = f"{WIDE}x{HIGH}x24"
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", size, "-fbdir", str(folder)],
            pass_fds=[tell],
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as file:
            self.name = f":{file.readline().strip()}"
        self._picture = folder / "Xvfb_screen0"

    def colours(self) -> int:
        """Return how many colours there are in some rows of the picture."""
        line = WIDE * 4
        with self._picture.open("rb") as file:
            begins = file.seek(0, os.SEEK_END) - HIGH * line
            found: set[bytes] = set()
            for row in range(0, HIGH, _ROWS):
                file.seek(begins + row * line)
                found.update(memoryview(file.read(line)).cast("I"))
        return len(found)

    def close(self) -> None:
        self.server.terminate()
        self.server.wait()


def start(screen: Screen, command: list[str], environment: dict[str, str]) -> Started:
    """Start a program, wait until it shows words, and end it."""
    begun = time.perf_counter()
    program = subprocess.Popen(
        command,
        env={**environment, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while screen.colours() < _COLOURS:
            if program.poll() is not None or time.perf_counter() - begun > _PATIENCE:
                raise SystemExit(f"{command[0]} showed no window.")
            time.sleep(0.01)
        clock = time.perf_counter() - begun
        time.sleep(_REST)
        return Started(clock, _worked(program.pid), *_memory(program.pid))
    finally:
        program.terminate()
        program.wait()
        while screen.colours() >= _COLOURS:  # the window goes a little later than the program
            time.sleep(0.05)


def main() -> None:
    """Measure what is installed, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--novelwriter", default=shutil.which("novelwriter"), metavar="COMMAND")
    parser.add_argument("--recoll", default=shutil.which("recoll"), metavar="COMMAND")
    given = parser.parse_args()
    if shutil.which("Xvfb") is None:
        raise SystemExit("Xvfb was not found; install it (Debian, Ubuntu: sudo apt install xvfb).")
    with tempfile.TemporaryDirectory() as name, _screen(Path(name)) as screen:
        place = Path(name)
        programs = _programs(place, given)
        taken: dict[str, list[Started]] = {program: [] for program in programs}
        for number in range(given.rounds + 1):
            for program, (command, environment) in programs.items():
                measured = start(screen, command, environment)
                taken[program] += [measured] if number else []
    _tell(taken)


def _programs(place: Path, given) -> dict[str, tuple[list[str], dict[str, str]]]:
    own = _home(place / "home")
    articles = list(corpus.articles(given.size, 11))
    library = place / "library"
    _fill(library, own, articles)
    opens = "from briefing.__main__ import main; main()"
    found = {"briefing": ([sys.executable, "-c", opens, "--library", str(library)], own)}
    if given.novelwriter:
        found["novelWriter"] = ([given.novelwriter], _home(place / "writer"))
    if given.recoll:
        texts, config = place / "texts", place / "recoll"
        for folder in (texts, config):
            folder.mkdir()
        for article in articles:
            words = f"{article['title']}\n\n{article['body']}"
            texts.joinpath(f"{article['id']}.txt").write_text(words, encoding="utf-8")
        config.joinpath("recoll.conf").write_text(f"topdirs = {texts}\n", encoding="utf-8")
        home = _home(place / "seeker")
        index = shutil.which("recollindex") or "recollindex"
        subprocess.run([index, "-c", str(config)], env=home, capture_output=True, check=True)
        found["Recoll"] = ([given.recoll, "-c", str(config)], home)
    return found


def _fill(library: Path, own: dict[str, str], articles: list[dict]) -> None:
    fill(library, articles)
    mark(library, 12)
    mark(library, 12, apart=True)
    os.environ.update({name: own[name] for name in own if name.startswith(("HOME", "XDG"))})
    workspace = open_workspace(library, Paths.of_user(), Settings())
    workspace.rebuild_index()
    workspace.close()


def _home(folder: Path) -> dict[str, str]:
    """Return an environment whose home is empty, and which lets Python keep what it compiled."""
    places = {
        f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")
    }
    folder.mkdir()
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    here = str(Path(__file__).parents[2])
    compiled = str(folder.parent / "compiled")
    return {
        **kept, **places, "HOME": str(folder), "LANG": "C.UTF-8", "PYTHONPYCACHEPREFIX": compiled,
        "PYTHONPATH": here,
    }  # fmt: skip


@contextmanager
def _screen(folder: Path):
    screen = Screen(folder)
    try:
        yield screen
    finally:
        screen.close()


def _worked(process: int) -> float:
    parts = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / _TICKS


def _memory(process: int) -> tuple[float, float, float]:
    found = {}
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
        name, _, size = line.partition(":")
        found[name] = int(size.split()[0]) / 1024
    return found["Rss"], found["Pss"], found["Private_Clean"] + found["Private_Dirty"]


def _tell(taken: dict[str, list[Started]]) -> None:
    head = ("clock s", "least", "proc. s", "RSS MB", "PSS", "private")
    say = sys.stdout.write
    say(f"{'middle of the starts':22}" + "".join(f"{name:>9}" for name in head) + "\n")
    for program, starts in taken.items():
        clock = [one.clock for one in starts]
        rest = [
            at([getattr(one, n) for one in starts], 0.5)
            for n in ("worked", "rss", "pss", "private")
        ]
        row = (
            f"{at(clock, 0.5):.2f}",
            f"{min(clock):.2f}",
            f"{rest[0]:.2f}",
            *(f"{r:.0f}" for r in rest[1:]),
        )
        say(f"{program:22}" + "".join(f"{figure:>9}" for figure in row) + "\n")


if __name__ == "__main__":
    main()
