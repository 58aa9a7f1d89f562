"""Damaged files for minutes: no reader may fail on them, stall, or grow.

With atheris installed, which is no requirement of the project (its wheels are for few systems), the
readers' own branches guide what is tried next. Without it, files are damaged at random; then what
led to articles no sound file has, is damaged further.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.ingest.fuzz import SOUND

SECONDS = 10
"""Of the processor that one file may take."""


@dataclass
class Figures:
    """What came of it: cases read, files that made one fail, and what guided them."""

    seed: int = 1
    cases: int = 0
    found: list[str] = field(default_factory=list)
    guided: bool = False

    @property
    def bad(self):
        return len(self.found)

    def __str__(self):
        how = "guided by atheris" if self.guided else "at random"
        told = "".join(f"\n  {line}" for line in self.found)
        return f"formats: {self.cases:,} cases {how}, {len(self.found)} failures{told}"


def read(place: Path, minutes: float, chance: random.Random) -> Figures:
    """Give each reader its share of so many minutes; files that make it fail stay in the folder
    told."""
    figures = Figures(chance.randrange(1, 1 << 31), guided=_has_atheris())
    for suffix in SOUND:
        _one(
            place / (suffix.lstrip(".") or "none"),
            suffix,
            max(1, round(60 * minutes / len(SOUND))),
            figures,
        )
    return figures


def _one(folder: Path, suffix: str, seconds: int, figures: Figures) -> None:
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    for number, data in enumerate(SOUND[suffix]):
        (corpus / f"sound-{number}").write_bytes(data)
    command = [
        sys.executable,
        "-m",
        "tests.soak.fuzzing",
        suffix or "none",
        str(corpus),
        str(seconds),
        str(figures.seed),
    ]
    done = subprocess.run(
        command,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds * 5 + 120,
    )
    counted = [
        line
        for line in done.stdout.splitlines() + done.stderr.splitlines()
        if line.startswith(("cases:", "Done "))
    ]
    figures.cases += sum(int(line.split()[1]) for line in counted)
    if done.returncode:
        kept = Path(os.environ.get("TMPDIR", "/tmp"), f"briefing-fuzz{suffix or '-none'}.bin")
        crashes = (
            sorted(corpus.parent.glob("crash*"))
            + sorted(corpus.parent.glob("timeout*"))
            + sorted(corpus.parent.glob("oom*"))
        )
        if crashes:
            kept.write_bytes(crashes[0].read_bytes())
        lines = (done.stderr + done.stdout).splitlines()
        why = [line for line in lines if "Error" in line or "assert" in line or "timeout" in line]
        figures.found.append(f"{suffix}: {kept}: {' | '.join(why[:4])[:400]}")


def _has_atheris() -> bool:
    from importlib.util import find_spec

    return find_spec("atheris") is not None
