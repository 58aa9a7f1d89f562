"""What can still be read of a broken database."""

import sqlite3
from contextlib import closing

from briefing.library.wreck import Wreck


def test_a_table_broken_in_the_middle_is_read_around_the_break(tmp_path):
    file = tmp_path / "one.sqlite3"
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)")
        db.executemany("INSERT INTO t VALUES (?, ?)", [(n, "word " * 100) for n in range(1, 101)])
        db.commit()
        (pages,) = db.execute("PRAGMA page_count").fetchone()
    data = bytearray(file.read_bytes())
    data[4096 * (pages // 2) : 4096 * (pages // 2) + 8] = b"\xff" * 8
    file.write_bytes(data)

    with Wreck(file) as wreck:
        found = wreck.rows("t", ["id", "x"])

    ids = [row["id"] for row in found.rows]
    assert not found.whole
    assert 80 < len(ids) < 100
    assert ids == sorted(ids)
    assert {1, 100} <= set(ids)


def test_a_table_that_is_not_there_has_no_rows(tmp_path):
    with closing(sqlite3.connect(tmp_path / "one.sqlite3")) as db:
        db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)")
        db.commit()

    with Wreck(tmp_path / "one.sqlite3") as wreck:
        assert wreck.rows("other", ["id"]).rows == ()
        assert wreck.rows("t", ["none"]).rows == ()
        assert wreck.rows("t", ["id"]).whole
