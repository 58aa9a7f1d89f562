"""Killed at any moment of a commit, the index is as before it or as after it."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from briefing.model import Page
from briefing.search import Index, Searcher
from tests.search.making import IDENTITY, article, documents

ROUNDS = 12  # a kill each; `python -m tests.search.test_killing 1000` does more
WRITER = """
import sys
from briefing.search import Index
from tests.search.making import IDENTITY, documents
index = Index(__import__("pathlib").Path(sys.argv[1]), IDENTITY)
print("ready", flush=True)
for n in range(int(sys.argv[2]), 10_000):
    index.update(documents(f"Ferry number {n}.", first=n % 50 + 1), [], n)
    print(n, flush=True)
    if n % 5 == 0:
        index.tidy()
"""


def kill(folder, rng, began):
    """Let a writer write for a moment and kill it; return the last commit it told of."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", WRITER, str(folder), str(began)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as writer:
        assert writer.stdout.readline() == "ready\n"
        end = time.monotonic() + rng.uniform(0.02, 0.4)
        told = began - 1
        while time.monotonic() < end:
            told = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
    return max([told, *map(int, rest)])


def check(folder, told):
    """Return the state of the index for what was told, and assert that it finds what it should."""
    index = Index(folder, IDENTITY)
    states = {n: index.state(n) for n in (told, told + 1)}
    if "damaged" in (states[told + 1], index.state(1 << 40)):
        return "damaged"
    reached = told + (states[told + 1] == "ready")
    texts = {n % 50 + 1: f"Ferry number {n}." for n in range(1, reached + 1)}
    searcher = Searcher(index, lambda ids: {n: Page.of(article(n, texts[n])) for n in ids})
    assert searcher.search("ferry ", limit=100).total == len(texts)
    assert searcher.search(f"{reached} ").total >= 1
    index.close()
    return "ready"


def kill_often(folder, rounds, seed=1):
    rng = random.Random(seed)
    damaged, told = 0, 0
    Index(folder, IDENTITY).rebuild([], 0)
    for _ in range(rounds):
        told = kill(folder, rng, told + 1)
        index = Index(folder, IDENTITY)
        if check(folder, told) == "damaged":
            damaged += 1
            latest = {n % 50 + 1: n for n in range(1, told + 1)}
            index.rebuild([documents(f"Ferry number {n}.", first=a)[0] for a, n in latest.items()], told)  # fmt: skip
            assert check(folder, told) == "ready"
        else:
            told += index.state(told + 1) == "ready"
        index.close()
    return damaged


def test_a_writer_killed_at_any_moment_leaves_a_sound_index(tmp_path):
    assert kill_often(tmp_path / "index", ROUNDS) == 0


if __name__ == "__main__":
    import tempfile

    rounds = int(sys.argv[1])
    damaged = kill_often(Path(tempfile.mkdtemp()) / "index", rounds)
    sys.stdout.write(f"{damaged} of {rounds} damaged\n")
