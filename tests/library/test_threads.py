"""Threads of one program, and a program that keeps the library to itself for too long."""

import sqlite3
import threading
from contextlib import closing

import pytest

from briefing.errors import LibraryError
from briefing.library import Library, connection
from tests.library.conftest import open_files
from tests.library.values import meeting, numbered


def test_many_threads_read_while_one_writes_and_each_sees_whole_operations(library, folder):
    seen, failed = [], []

    def read():
        try:
            for _ in range(20):
                with library.reading() as session:
                    seen.append((len(session.articles.lines()), len(session.meetings.all())))
        except Exception as error:  # noqa: BLE001 - told to the test, whatever it is
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for n in range(15):
        with library.operation("Both") as session:
            session.articles.add(numbered(n), "2031")
            session.meetings.add(meeting())
    for thread in threads:
        thread.join()

    assert failed == []
    assert {a - m for a, m in seen} == {0}
    assert len(open_files(folder)) <= 3 * 8


def test_readings_may_be_nested(library):
    with library.reading() as outer, library.reading() as inner:
        assert outer.meetings.all() == inner.meetings.all() == ()


def test_a_library_held_by_another_program_for_too_long_is_told(folder, monkeypatch):
    monkeypatch.setattr(connection, "WAIT", 0.01)
    with (
        Library.open(folder) as library,
        closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="Another program has been writing"):
            library.operation("Wait").__enter__()
        other.execute("ROLLBACK")

        with library.operation("Now") as session:
            session.meetings.add(meeting())
        assert library.history() == ("Now",)
