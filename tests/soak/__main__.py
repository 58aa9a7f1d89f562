"""`python -m tests.soak`: the long form of what the test run does in short."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.soak import kills


def main():
    parser = argparse.ArgumentParser("tests.soak", description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, help="kills of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=sorted(kills.KINDS), default=list(kills.KINDS))
    given = parser.parse_args()
    bad = 0
    for kind in given.only:
        with tempfile.TemporaryDirectory(prefix="briefing-soak-") as place:
            figures = kills.run(kind, Path(place), given.rounds, given.seed)
        sys.stdout.write(f"{figures}\n")
        sys.stdout.flush()
        bad += figures.lost + figures.unsound
    sys.exit(int(bool(bad)))


if __name__ == "__main__":
    main()
