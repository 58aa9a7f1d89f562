"""After an unclean end a small library is looked over at once, a large one beside its use."""

import sqlite3
import sys
import time
from contextlib import closing

import pytest

from briefing.errors import LibraryDamaged
from briefing.library import Library, aftercare, left_open
from tests.library.libraries import filled
from tests.library.test_presence import killed_while_open, marks

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks and signals of POSIX")


@pytest.fixture
def large(monkeypatch):
    """Take every library for a large one."""
    monkeypatch.setattr(aftercare, "AT_ONCE", 0)


@pytest.fixture
def killed(folder):
    filled(folder)
    killed_while_open(folder)
    return folder


def damage(folder):
    """Break the table of decisions, which nothing reads at the start."""
    for rest in folder.glob("library.sqlite3-*"):
        rest.unlink()
    file = folder / "library.sqlite3"
    with closing(sqlite3.connect(file)) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'decision'"
        (page,) = db.execute(sql).fetchone()
    data = bytearray(file.read_bytes())
    data[(page - 1) * 4096 : (page - 1) * 4096 + 8] = b"\xff" * 8
    file.write_bytes(data)


def looked_over(folder):
    with Library.open(folder) as library:
        library._aftercare.wait()
        library._aftercare.refuse_damaged()


def test_a_small_library_is_looked_over_before_it_is_used(killed):
    with Library.open(killed) as library:
        assert library._aftercare is None
    assert not left_open(killed)


def test_a_large_library_is_looked_over_beside_its_use(killed, large):
    with Library.open(killed) as library:
        library._aftercare.wait()
        assert library._aftercare.sound
    assert marks(killed) == []


def test_after_a_clean_end_nothing_is_looked_over(folder, large):
    filled(folder)
    with Library.open(folder) as library:
        assert library._aftercare is None


def test_a_large_library_found_damaged_is_read_on_but_not_written(killed, large):
    damage(killed)
    with Library.open(killed) as library:
        library._aftercare.wait()
        with library.reading() as session:
            assert len(session.articles.lines()) == 1
        with pytest.raises(LibraryDamaged, match="briefing repair"), library.operation("Note"):
            raise AssertionError("it was written")


def test_a_large_library_found_damaged_is_told_at_the_next_start(killed, large):
    damage(killed)
    with Library.open(killed) as library:
        library._aftercare.wait()

    with pytest.raises(LibraryDamaged, match="briefing repair"):
        Library.open(killed)


@pytest.mark.parametrize("at_once", [0, 2**30])
def test_damage_is_told_at_every_start_until_it_is_repaired(killed, at_once, monkeypatch):
    monkeypatch.setattr(aftercare, "AT_ONCE", at_once)
    damage(killed)
    for _ in range(3):
        with pytest.raises(LibraryDamaged):
            looked_over(killed)
        assert left_open(killed)


def test_a_look_that_was_broken_off_is_left_to_the_next_start(killed, large, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(aftercare, "look_over", lambda db, folder: _until_interrupted(db))
        Library.open(killed).close()
    assert left_open(killed)

    with Library.open(killed) as library:
        library._aftercare.wait()
    assert not left_open(killed)


def test_one_of_several_windows_looks_and_the_others_need_not(killed, large):
    with Library.open(killed) as first, Library.open(killed) as second:
        assert second._aftercare is None
        first._aftercare.wait()
    assert marks(killed) == []


def _until_interrupted(db):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    begun = time.monotonic()
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        db.execute(endless).fetchone()
    assert time.monotonic() - begun < 30
    raise sqlite3.OperationalError("interrupted")
