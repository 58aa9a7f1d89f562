"""Libraries on disks and in folders that allow less than usual."""

import errno
import os
import shutil
import sqlite3

import pytest

from briefing.errors import ReadOnly
from briefing.library import Library, connection
from tests.library.libraries import filled


def test_where_readers_can_share_no_file_a_closed_library_is_read_as_it_stands(folder, monkeypatch):
    filled(folder)
    usual = connection._connect

    def without_shared_file(uri):
        if "immutable" not in uri:
            error = sqlite3.OperationalError("as SQLite says")
            error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise error
        return usual(uri)

    monkeypatch.setattr(connection, "_connect", without_shared_file)
    with Library.open(folder, read_only=True) as library, library.reading() as session:
        assert len(session.articles.lines()) == 1

    (folder / "library.sqlite3-wal").touch()
    with pytest.raises(ReadOnly, match="not closed properly"):
        Library.open(folder, read_only=True)


def test_a_library_that_may_not_be_written_is_not_opened_for_writing(folder, monkeypatch):
    filled(folder)
    monkeypatch.setattr(os, "access", lambda _, mode: not mode & os.W_OK)

    with pytest.raises(ReadOnly, match="Open it read-only"):
        Library.open(folder)


def test_a_disk_without_hard_links_can_hold_a_library(folder, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    filled(folder)

    assert [f.name for f in folder.iterdir()] == ["library.sqlite3"]


def test_the_library_of_a_program_that_was_quicker_is_kept(folder, tmp_path, monkeypatch):
    quicker = filled(tmp_path / "quicker")

    def too_late(_, target):
        shutil.copy(quicker / "library.sqlite3", target)
        raise FileExistsError

    monkeypatch.setattr(os, "link", too_late)
    with Library.open(folder) as library, library.reading() as session:
        assert len(session.articles.lines()) == 1

    assert [f.name for f in folder.iterdir()] == ["library.sqlite3"]
