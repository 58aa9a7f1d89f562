"""`python -m tests.soak`: the long form of what the test run does in short."""

import argparse
import random
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.soak import crowd, damage, formats, hours, kills, monkey, searching

KINDS = {
    **{kind: partial(kills.run, kind) for kind in kills.KINDS},
    "libraries": damage.libraries,
    "indexes": damage.indexes,
    "two": crowd.two_processes,
    "full": crowd.full_disk,
    "small": crowd.small_disk,
    "memory": hours.memory,
    "monkey": monkey.window,
    "formats": formats.read,
    "search": searching.threads,
    "search-apart": searching.processes,
}
USUAL = {
    "libraries": 300,
    "indexes": 300,
    "two": 300,
    "full": 50,
    "small": 1,
    "memory": 120,
    "monkey": 20_000,
    "formats": 10,
    "search": 60,
    "search-apart": 60,
}


def main():
    """Run each kind, print its figures, and end with 1 if anything was lost."""
    parser = argparse.ArgumentParser("tests.soak", description=__doc__)
    parser.add_argument(
        "--rounds",
        type=int,
        help="rounds of each kind; minutes for memory, formats and search",
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=list(KINDS), default=list(KINDS))
    given = parser.parse_args()
    bad = 0
    for kind in given.only:
        rounds = given.rounds or USUAL.get(kind, 200)
        with tempfile.TemporaryDirectory(prefix="briefing-soak-") as place:
            figures = KINDS[kind](Path(place), rounds, random.Random(f"{kind} {given.seed}"))
        sys.stdout.write(f"{figures}\n")
        sys.stdout.flush()
        bad += figures.bad
    sys.exit(int(bool(bad)))


if __name__ == "__main__":
    main()
