"""Several processes at once, and full disks."""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from briefing.errors import BriefingError, StorageFull
from briefing.library import Library
from tests.soak.desk import desk, file_of, filled, names

ROOT = Path(__file__).parents[2]


@dataclass
class Figures:
    """What came of it, as a line; `bad` counts what should not have happened."""

    line: str
    bad: int

    def __str__(self):
        return self.line


def two_processes(place, rounds, chance):
    """Let two processes import at the same time, each so many files; none may be lost or
    refused."""
    folder = place / "library"
    filled(folder, 2)
    children = [_child(lambda n=n: _import_many(folder, n * 10_000, rounds)) for n in (1, 2)]
    failed = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 for child in children)
    expected = {f"{n * 10_000 + i}.txt" for n in (1, 2) for i in range(rounds)}
    lost = len(expected - names(folder))
    with desk(folder) as workspace:
        state = workspace.index_state()
        found = workspace.search("timber", limit=1).total
        unsound = len(workspace.verify())
    # Each article is found, and the ask of each; the two articles of the meeting share theirs.
    behind = int(state != "ready" or found != 2 * (2 * rounds + 2) - 1)
    line = (
        f"two processes: {2 * rounds} imports at once, {lost} lost, {failed} processes refused, "
        f"{unsound} problems, index {state}, {found} hits"
    )
    return Figures(line, lost + failed + unsound + behind)


def _import_many(folder, first, count):
    with desk(folder) as workspace:
        for number in range(first, first + count):
            report = workspace.import_paths([file_of(folder.parent / "in", number)])
            assert report.imported, report


def full_disk(place, rounds, chance):
    """Let the disk be full at so many sizes of a file; what was said to be done must be there."""
    stages = {"open": 0, "work": 0, "never": 0}
    bad = 0
    for number in range(rounds):
        folder = place / str(number) / "library"
        folder.parent.mkdir()
        filled(folder, 3)
        told = _limited(folder, limit=4096 + number * 16_384)
        stages[told["stage"]] += 1
        bad += told["traceback"] or not told["named"]
        with desk(folder) as workspace:  # there is room again
            workspace.catch_up_index()
            have = names(folder)
            bad += bool(set(told["done"]) - have) + len(workspace.verify())
            bad += workspace.index_state() != "ready"
            bad += workspace.search("timber", limit=1).total < len(have)
    line = (
        f"full disk: {rounds} sizes, told at opening {stages['open']}, at work {stages['work']}, "
        f"never reached {stages['never']}, {bad} lost, unsound or not told in a sentence"
    )
    return Figures(line, bad)


def small_disk(place, rounds, chance):
    """Fill a file system of 2 MB, make room, and go on without opening the library again."""
    script = (
        f"mount -t tmpfs -o size=2m none {quote(str(place))} && exec {quote(sys.executable)} "
        f"-W ignore -m tests.soak.crowd {quote(str(place))}"
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return Figures(f"small disk: not tried ({done.stderr.strip().splitlines()[-1:]})", 0)
    told = json.loads(done.stdout)
    bad = (told["lost"] > 0) + told["problems"] + (not told["goes on"]) + (not told["sentence"])
    return Figures(f"small disk of 2 MB: {told}", bad)


def _child(work):
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def _limited(folder, limit):
    reading, writing = os.pipe()
    child = _child(lambda: os.write(writing, json.dumps(_until_full(folder, limit)).encode()))
    os.close(writing)
    with os.fdopen(reading) as told:
        text = told.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"stage": "work", "traceback": 1, "named": 0, "done": []}


def _until_full(folder, limit):
    done, stage, sentence = [], "never", ""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        stage = "open"
        with desk(folder) as workspace:
            stage = "work"
            for number in range(60):
                report = workspace.import_paths([file_of(folder.parent / "in", 1000 + number)])
                done += [Path(one.path).name for one in report.imported]
                sentence = _of_full_disk(report)
                if sentence:
                    break
            else:
                stage = "never"
    except StorageFull as error:
        sentence = str(error)
    except BriefingError as error:
        return {"stage": stage, "traceback": 1, "named": 0, "done": done, "why": repr(error)}
    named = stage == "never" or "room" in sentence or "full" in sentence
    return {"stage": stage, "traceback": 0, "named": named, "done": done}


def _of_full_disk(report):
    """Return the sentence by which an import tells that the disk is full, or ""."""
    told = [one.reason for one in report.failed if "no room" in one.reason or "full" in one.reason]
    return told[0] if told else ""


def _fill_small(place, outside):
    """Fill the disk, look whether reading goes on, make room, and see that all goes on."""
    folder, done, sentence = place / "library", set(), ""
    chance = random.Random(1)
    with desk(folder) as workspace:
        ballast = place / "ballast"
        ballast.write_bytes(chance.randbytes(600_000))
        try:
            for number in range(1000):
                report = workspace.import_paths([file_of(outside, number)])
                done |= {Path(one.path).name for one in report.imported}
                sentence = _of_full_disk(report)
                if sentence:
                    break
        except StorageFull as error:
            sentence = str(error)
        readable = len(workspace.overview().articles)
        found = workspace.search("timber", limit=1)
        ballast.unlink()
        workspace.catch_up_index()
        goes_on = bool(workspace.import_paths([file_of(outside, 5000)]).imported)
        problems = len(workspace.verify())
    with Library.open(folder) as library, library.reading() as session:
        have = {session.articles.get(line.id).file_name for line in session.articles.lines()}
    return {
        "done": len(done), "readable": readable, "hits when full": found.total,
        "sentence": sentence, "goes on": goes_on, "lost": len(done - have), "problems": problems,
    }  # fmt: skip


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="briefing-soak-") as files:
        sys.stdout.write(json.dumps(_fill_small(Path(sys.argv[1]), Path(files))))
