"""A shell in which `briefing` is called as its user calls it: as a process, with a home of its
own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
SEEDS = ROOT.parent / "shared" / "seeds"
GOLD = ROOT.parent / "shared" / "gold"


@dataclass(frozen=True)
class Answer:
    """What one call printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one document on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """Calls `briefing` on one library."""

    home: Path
    library: Path

    def __call__(self, *arguments, **options):
        return call(self.home, "--library", self.library, *arguments, **options)

    def json(self, *arguments):
        """Return the JSON answer of a command that must succeed."""
        answer = self("--json", *arguments)
        assert answer.code == 0, answer.err
        return answer.json


def call(home, *arguments, with_screen=True, **options):
    """Call `briefing` with nothing of the real user in sight."""
    environment = {
        **({"QT_QPA_PLATFORM": "offscreen"} if with_screen else {}),
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "SOURCE_DATE_EPOCH": "1767225600",
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
        **options,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def assert_one_sentence(answer, *words):
    """Assert that a call failed with one line for the user that holds these words."""
    assert answer.code == 1, answer
    assert "Traceback" not in answer.err
    assert answer.err.count("\n") == 1, answer.err
    for word in words:
        assert word in answer.err
