"""Run a piece of Python in a process of its own, beside this one or under limits."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(code, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def run(code, *arguments, **options):
    """Run to the end and return what was printed; fail with what went wrong."""
    with start(code, *arguments, **options) as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out
