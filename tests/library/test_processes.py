"""Two programs on one library, and a program that is killed while it writes."""

import random
import signal
import subprocess
import sys

import pytest

from briefing.library import Library, restore
from tests.library.processes import run, start
from tests.library.values import numbered

WRITE = """
import sys
from pathlib import Path
from briefing.library import Library, restore
from tests.library.values import findings, meeting, numbered, records
folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with Library.open(folder) as library:
    for n in range(first, first + count):
        text = numbered(n)
        library.keep_original(text.original, text.sha256)
        with library.operation(f"Import {n}") as session:
            article = session.articles.add(text, "2031")
            held = session.meetings.add(meeting(articles=(article,)))
            session.findings.put(article, findings())
            session.records.replace(records(article), meeting=held)
        print(n, flush=True)
"""


def written(folder):
    with Library.open(folder) as library, library.reading() as session:
        return {session.articles.get(x.id).file_name for x in session.articles.lines()}


@pytest.mark.slow
def test_two_programs_write_and_make_a_library_at_once_and_lose_nothing(folder):
    with start(WRITE, folder, 0, 60) as one, start(WRITE, folder, 1000, 60) as other:
        for process in (one, other):
            _, err = process.communicate(timeout=120)
            assert process.returncode == 0, err

    expected = {f"{n}.txt" for n in (*range(60), *range(1000, 1060))}
    assert written(folder) == expected
    with Library.open(folder) as library:
        assert library.check() == ()
        assert len(library.history()) == 120


def test_a_program_sees_what_another_wrote(library):
    before = library.generation()

    run(WRITE, library.folder, 0, 1)

    assert library.generation() > before
    assert library.undo().title == "Import 0"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_program_killed_while_it_writes_loses_nothing_it_had_acknowledged(folder):
    chance = random.Random(11)
    acknowledged = set()
    for round_ in range(8):
        with start(WRITE, folder, round_ * 1000, 1000) as process:
            for _ in range(chance.randint(1, 25)):
                acknowledged.add(int(process.stdout.readline()))
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().split("\n")
            acknowledged |= {int(n) for n in rest[:-1]}

        with Library.open(folder) as library:
            assert library.check() == ()

    names = written(folder)
    assert {f"{n}.txt" for n in acknowledged} <= names
    assert len(names) <= len(acknowledged) + 8  # at most the one in hand at each kill


BACK_UP = """
import sys
from pathlib import Path
from briefing.library import Library
with Library.open(Path(sys.argv[1])) as library:
    while True:
        library.backup(Path(sys.argv[2]))
        print("done", flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_backup_killed_at_any_moment_leaves_a_whole_one(folder, tmp_path):
    run(WRITE, folder, 0, 20)
    chance, target = random.Random(3), tmp_path / "copy.zip"
    for n in range(8):
        with start(BACK_UP, folder, target) as process:
            process.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)

        restore(target, tmp_path / str(n))
        assert len(written(tmp_path / str(n))) == 20


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_program_killed_while_it_makes_a_library_leaves_none_or_a_whole_one(tmp_path):
    making = "import sys; print(1, flush=True)\n" + WRITE
    for n in range(6):
        folder = tmp_path / str(n)
        with start(making, folder, 0, 1) as process:
            process.stdout.readline()
            while process.poll() is None and not folder.exists():
                pass
            process.send_signal(signal.SIGKILL)

        with Library.open(folder) as library:
            assert [p for p in library.check() if "original" not in p] == []
            assert numbered(0).sha256
