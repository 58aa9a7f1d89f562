"""Backups as window and command line use them, and the end of a library."""

import os

import pytest

from briefing.errors import NotFound, StorageFull
from briefing.library import Library
from briefing.workspace import keeping, opening
from tests.soak.desk import desk, file_of
from tests.workspace.keeping.damaged import COUNT


def test_closing_makes_a_backup_that_is_listed_as_good(folder):
    (kept,) = keeping.backups(folder, proved=True)

    assert kept.problem == ""
    assert kept.backup.reason == "closing"


def test_a_bad_backup_is_listed_with_what_is_wrong(folder):
    (kept,) = keeping.backups(folder)
    kept.backup.path.write_bytes(b"nothing")

    (kept,) = keeping.backups(folder, proved=True)
    assert "no sound backup" in kept.problem


def test_a_backup_that_cannot_be_made_is_said_at_closing(folder, monkeypatch):
    def full(*_):
        raise StorageFull("The disk is full.", "Free some.")

    monkeypatch.setattr(Library, "back_up_if_due", full)
    with desk(folder) as workspace:
        (problem,) = workspace.close()

    assert problem == "The library is saved, but the disk has no room for a backup of it."


@pytest.mark.parametrize("name", ["1", "by name", "by path"])
def test_a_backup_is_chosen_by_number_name_or_path(folder, name):
    (kept,) = keeping.backups(folder)
    path = kept.backup.path
    given = {"1": "1", "by name": path.name, "by path": str(path)}[name]

    assert keeping.chosen_backup(folder, given) == path


def test_a_backup_that_is_not_there_is_not_chosen(folder):
    with pytest.raises(NotFound, match="briefing backups"):
        keeping.chosen_backup(folder, "99")


def test_going_back_takes_the_index_along(folder):
    with desk(folder) as workspace:
        workspace.import_paths([file_of(folder.parent / "in", 99)])
    (kept,) = keeping.backups(folder)

    keeping.restore_from(folder, kept.backup.path)

    with desk(folder) as workspace:
        assert workspace.index_state() == "missing"
        workspace.catch_up_index()
        assert len(workspace.overview().articles) == COUNT
        assert workspace.search("99").total == 0


def test_deleting_takes_the_index_in_the_cache_along(folder, paths, monkeypatch):
    monkeypatch.setattr(opening.os, "access", lambda _, mode: not mode & os.W_OK)
    cached = opening.index_folder(folder, paths)
    cached.mkdir(parents=True)

    assert keeping.delete_library(folder, paths) == ()
    assert not cached.exists()
