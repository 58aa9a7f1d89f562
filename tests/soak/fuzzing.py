"""`python -m tests.soak.fuzzing SUFFIX CORPUS SECONDS SEED`: damaged files for one reader, until
time is up.

Ends with an error where the reader fails; the file is then beside the corpus.
"""

from __future__ import annotations

import logging
import random
import sys
import time
from pathlib import Path

MEMORY = 1024  # megabytes; the fuzzer itself takes some
LEAST = 20  # cases at random; a busy machine may need all the time for the first of them


def main() -> None:
    """Read damaged files."""
    logging.disable(logging.CRITICAL)
    kind, corpus, seconds, seed = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    suffix = "" if kind == "none" else kind
    try:
        import atheris
    except ImportError:
        _at_random(suffix, corpus, seconds, seed)
        return
    with atheris.instrument_imports(include=["briefing.ingest", "striprtf", "pypdf"]):
        from tests.ingest import fuzz

    options = [f"-max_total_time={seconds}", f"-seed={seed}", "-timeout=15", f"-rss_limit_mb={MEMORY}", "-max_len=60000",
               f"-artifact_prefix={corpus.parent}/", "-verbosity=1", "-print_final_stats=1"]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: fuzz.check(data, suffix))
    atheris.Fuzz()


def _at_random(suffix: str, corpus: Path, seconds: int, seed: int) -> None:
    from tests.ingest import fuzz

    chance = random.Random(seed)
    pool = [file.read_bytes() for file in sorted(corpus.iterdir())]
    end = time.monotonic() + seconds
    cases = 0
    while time.monotonic() < end or cases < LEAST:
        data = fuzz.damaged(chance.choice(pool), chance)
        began = time.process_time()
        try:
            fuzz.check(data, suffix)
            assert time.process_time() - began < 10, "timeout: the reader took ten seconds"
        except BaseException:
            (corpus.parent / "crash").write_bytes(data)
            raise
        cases += 1
        if len(data) < 100_000 and chance.random() < 0.02:  # damage goes deeper in what was damaged
            pool = [*pool[:40], data]
    sys.stdout.write(f"cases: {cases}\n")


if __name__ == "__main__":
    main()
