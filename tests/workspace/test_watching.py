"""Watched folders: a file is taken once it is complete, and once only."""

import os

import pytest

from briefing.errors import BadValue, StorageFull
from briefing.workspace.importing.watching import Watching
from tests.helpers import findings as made


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def clock(workspace):
    now = [1_000_000_000.0]
    workspace.watching.clock = lambda: now[0]
    return now


def put(folder, name, text, at=999_999_000.0):
    path = folder / name
    path.write_text(text)
    os.utime(path, (at, at))
    return path


def test_a_new_file_is_imported_at_the_second_look_and_not_again(workspace, folder, clock):
    workspace.watching.watch(folder)
    put(folder, "a.txt", "The towns met at the bridge and talked of the toll.")
    assert workspace.import_watched().imported == ()
    assert workspace.watching.waiting()
    assert len(workspace.import_watched().imported) == 1
    assert workspace.watching.ready() == ()
    assert workspace.watching.ready() == ()


def test_a_file_still_growing_waits(workspace, folder, clock):
    workspace.watching.watch(folder)
    put(folder, "a.txt", "The towns met")
    workspace.watching.ready()
    path = put(folder, "a.txt", "The towns met at the bridge and talked.", at=999_999_500.0)
    assert workspace.watching.ready() == ()
    assert workspace.watching.ready() == (path,)


def test_a_file_changed_a_moment_ago_waits(workspace, folder, clock):
    workspace.watching.watch(folder)
    put(folder, "a.txt", "The towns met", at=clock[0] - 0.5)
    workspace.watching.ready()
    assert workspace.watching.ready() == ()
    clock[0] += 5
    assert len(workspace.watching.ready()) == 1


@pytest.mark.parametrize("name", ["~$a.docx", ".a.txt", "a.txt.part", "a.crdownload", "b.png"])
def test_what_is_no_finished_file_is_left(name, workspace, folder, clock):
    workspace.watching.watch(folder)
    put(folder, name, "The towns met at the bridge.")
    workspace.watching.ready()
    assert workspace.watching.ready() == ()


def test_an_empty_file_waits_for_its_words(workspace, folder, clock):
    workspace.watching.watch(folder)
    put(folder, "a.txt", "")
    workspace.watching.ready()
    assert workspace.watching.ready() == ()


def test_what_was_there_before_is_left_unless_asked_for(workspace, folder, clock):
    put(folder, "a.txt", "The towns met at the bridge.")
    workspace.watching.watch(folder)
    workspace.watching.ready()
    assert workspace.watching.ready() == ()
    workspace.watching.watch(folder, what_is_there=True)
    workspace.watching.ready()
    assert len(workspace.watching.ready()) == 1


def test_a_refused_file_is_told_once_and_again_when_it_changes(workspace, folder, clock):
    workspace.watching.watch(folder)
    put(folder, "a.pdf", "no such thing")
    workspace.watching.ready()
    assert len(workspace.import_watched().failed) == 1
    workspace.watching.ready()
    assert workspace.watching.ready() == ()
    put(folder, "a.pdf", "still no such thing", at=999_999_900.0)
    workspace.watching.ready()
    assert len(workspace.watching.ready()) == 1


def test_watching_ends_and_a_folder_gone_is_no_error(workspace, folder, clock):
    workspace.watching.watch(folder)
    assert Watching(workspace.library).folders() == (folder,)
    folder.rmdir()
    assert workspace.watching.ready() == ()
    workspace.watching.unwatch(folder)
    assert workspace.watching.folders() == ()


def test_a_folder_with_the_library_in_it_cannot_be_watched(workspace, tmp_path):
    with pytest.raises(BadValue, match="library itself"):
        workspace.watching.watch(tmp_path)
    with pytest.raises(BadValue, match="no folder"):
        workspace.watching.watch(tmp_path / "none")


def test_what_is_written_while_it_is_imported_is_new_again(workspace, folder, clock, extraction):
    workspace.watching.watch(folder)
    put(folder, "a.txt", "The towns met at the bridge.")
    workspace.watching.ready()

    def find(*_):
        put(folder, "a.txt", "The towns met at the bridge and at the mill.", at=999_999_700.0)
        return made.findings()

    extraction.find = find
    workspace.import_watched()
    workspace.watching.ready()
    assert len(workspace.import_watched().imported) == 1


def test_what_the_disk_had_no_room_for_is_new_again(workspace, folder, clock, monkeypatch):
    workspace.watching.watch(folder)
    put(folder, "a.txt", "The towns met at the bridge and talked of the toll.")
    workspace.watching.ready()

    def refuse(*_):
        raise StorageFull("The disk has no room left.")

    with monkeypatch.context() as full:
        full.setattr(workspace.library, "keep_original", refuse)
        report = workspace.import_watched()
    assert report.full
    assert len(report.failed) == 1
    assert len(workspace.import_watched().imported) == 1
