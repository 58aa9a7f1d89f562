"""What the program writes is for the user's eyes alone, stays where the user put it, and can go."""

import datetime as dt
import os
import stat
import time

import pytest

from briefing.errors import LibraryError, LibraryMissing
from briefing.library import Library, remove_library, salvage
from briefing.paths import Paths
from briefing.workspace import keeping
from tests.soak.desk import ASKED, desk, file_of, filled

CLOSED = ("originals/", "backups/")  # Whoosh writes what is in index/, which is closed as a whole
posix = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@posix
def test_the_library_is_closed_to_others_whatever_the_umask(folder):
    before = os.umask(0)
    try:
        filled(folder, 2)
        with desk(folder) as workspace:
            workspace.search("timber")
            open_modes = _modes(folder)
    finally:
        os.umask(before)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for modes in (open_modes, _modes(folder)):
        assert {m for name, m in modes.items() if "/" not in name} <= {0o600, 0o700}, modes
        assert {m for name, m in modes.items() if name.startswith(CLOSED)} <= {0o600}, modes
    assert stat.S_IMODE((folder / "index").stat().st_mode) == 0o700


def _modes(folder):
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode)
        for path in folder.rglob("*")
    }


@posix
def test_an_exported_briefing_is_a_file_as_any_other_program_writes_it(folder, tmp_path):
    meeting = filled(folder, 2)
    before = os.umask(0o027)
    try:
        with desk(folder) as workspace:
            (path,) = workspace.export([meeting], tmp_path / "out")
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_killed_writes_left_is_swept(folder):
    filled(folder, 1)
    old = time.time() - 2 * 3600
    rests = [
        folder / ".briefing-unfinished-a",
        folder / "originals" / ".briefing-unfinished-b",
        folder / "backups" / ".briefing-unfinished-c",
    ]
    for rest in rests:
        rest.write_text(ASKED)
        os.utime(rest, (old, old))

    Library.open(folder).close()

    assert [rest for rest in rests if rest.exists()] == []


def test_nothing_of_an_article_is_written_outside_the_library(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    filled(folder, 2)
    with desk(folder) as workspace:
        workspace.search("timber")

    outside = [
        path
        for path in tmp_path.rglob("*")
        if path.is_file() and not path.is_relative_to(folder)
        if path.parent != tmp_path / "in"  # the files that were imported
    ]
    assert [p for p in outside if b"timber" in p.read_bytes()] == []


def test_a_deleted_library_leaves_nothing_at_all(folder, tmp_path):
    filled(folder, 3)
    (folder / ".briefing-unfinished-x").write_text("left by a killed import")

    left = keeping.delete_library(folder, Paths.under(tmp_path / "home"))

    assert left == ()
    assert not folder.exists()


def test_a_deleted_library_takes_its_damaged_files_with_it(folder, tmp_path):
    filled(folder, 2)
    file = folder / "library.sqlite3"
    file.write_bytes(file.read_bytes()[:20_000])
    salvage(folder, _now(), lambda data, name: data.decode())
    assert list(folder.glob("library.sqlite3.damaged-*"))

    assert remove_library(folder) == ()
    assert not folder.exists()


def test_files_of_somebody_else_are_left_and_named(folder, tmp_path):
    filled(folder, 1)
    mine = [folder / "notes.txt", folder / "originals" / "photo.jpg", folder / "index" / "list"]
    for path in mine:
        path.write_text("mine")

    left = remove_library(folder)

    assert [p for p in left if p.is_file()] == sorted(mine)
    assert all(path.read_text() == "mine" for path in mine)
    assert not (folder / "library.sqlite3").exists()


@pytest.mark.parametrize("content", [None, b"", b"a text of mine"])
def test_a_folder_that_is_no_library_is_not_touched(tmp_path, content):
    folder = tmp_path / "documents"
    (folder / "originals").mkdir(parents=True)
    (folder / "originals" / "letter.txt").write_text("mine")
    if content is not None:
        (folder / "library.sqlite3").write_bytes(content)
    before = sorted(folder.rglob("*"))

    with pytest.raises(LibraryMissing, match="nothing was deleted"):
        remove_library(folder)

    assert sorted(folder.rglob("*")) == before


@posix
def test_links_are_not_followed_out_of_a_library(folder, tmp_path):
    filled(folder, 1)
    elsewhere = tmp_path / "elsewhere"
    (folder / "index").rename(elsewhere)
    (folder / "index").symlink_to(elsewhere)

    remove_library(folder)

    assert (elsewhere / "manifest.json").is_file()


def test_a_library_that_is_open_is_not_deleted(folder):
    filled(folder, 1)
    with Library.open(folder), pytest.raises(LibraryError, match="Close it there first"):
        remove_library(folder)

    with Library.open(folder) as library:
        assert library.check() == ()


def _now():
    return dt.datetime(2031, 3, 4, tzinfo=dt.UTC)


def test_a_file_imported_is_told_from_one_written(folder, tmp_path):
    path = file_of(tmp_path / "in", 1)
    before = path.stat()
    filled(folder, 1)

    assert path.stat().st_mtime_ns == before.st_mtime_ns
