"""An end that was not clean is noticed at the next start, and nobody's library is replaced."""

import signal
import sqlite3
import sys
from contextlib import closing

import pytest

from briefing.errors import LibraryDamaged, LibraryError
from briefing.library import Library, left_open
from briefing.library.presence import PREFIX, alone
from tests.library.libraries import filled
from tests.library.processes import start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks and signals of POSIX")

HOLD = """
import sys
from pathlib import Path
from briefing.library import Library
library = Library.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def killed_while_open(folder):
    with start(HOLD, folder, stdin=-1) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)


def marks(folder):
    return list(folder.glob(PREFIX + "*"))


def test_a_clean_end_leaves_no_mark(folder):
    filled(folder)

    assert marks(folder) == []
    assert not left_open(folder)


def test_a_killed_program_is_noticed_once_by_the_next(folder):
    filled(folder)
    killed_while_open(folder)
    assert left_open(folder)

    with Library.open(folder) as library:
        assert library._presence.unclean
    with Library.open(folder) as library:
        assert not library._presence.unclean
    assert marks(folder) == []


def test_a_program_still_at_work_is_no_unclean_end(folder):
    filled(folder)
    with start(HOLD, folder, stdin=-1) as process:
        process.stdout.readline()
        assert not left_open(folder)
        with Library.open(folder) as library:
            assert not library._presence.unclean
        process.stdin.close()


def test_after_an_unclean_end_damage_is_found_before_it_is_used(folder):
    filled(folder)
    killed_while_open(folder)
    file = folder / "library.sqlite3"
    for rest in folder.glob("library.sqlite3-*"):
        rest.unlink()
    with closing(sqlite3.connect(file)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'decision'"
        ).fetchone()
    data = bytearray(file.read_bytes())
    data[(page - 1) * 4096 : (page - 1) * 4096 + 8] = b"\xff" * 8
    file.write_bytes(data)

    with pytest.raises(LibraryDamaged, match="briefing repair"):
        Library.open(folder)


def test_a_library_at_work_elsewhere_is_not_replaced(folder):
    filled(folder)
    with (
        Library.open(folder),
        pytest.raises(LibraryError, match="Close it there first"),
        alone(folder),
    ):
        raise AssertionError("both had it")


def test_a_library_that_is_being_replaced_is_not_opened(folder):
    filled(folder)
    with alone(folder), pytest.raises(LibraryError, match="restored, repaired or deleted"):
        Library.open(folder)


def test_a_library_opened_for_reading_leaves_the_mark_to_a_writer(folder):
    filled(folder)
    killed_while_open(folder)

    with Library.open(folder, read_only=True):
        pass

    assert left_open(folder)


def test_several_in_one_process_come_and_go(folder):
    filled(folder)
    with Library.open(folder), Library.open(folder):
        assert len(marks(folder)) == 2

    assert marks(folder) == []
    assert [f.name for f in folder.iterdir()] == ["library.sqlite3"]
