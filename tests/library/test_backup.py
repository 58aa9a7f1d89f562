import os
import stat

import pytest

from briefing.errors import (
    LibraryError,
    StorageFull,
)
from briefing.library import Library, archive, restore
from tests.library.archives import contents
from tests.library.conftest import open_files
from tests.library.libraries import state
from tests.library.values import imported, meeting


def test_a_restored_library_is_the_one_backed_up(grown_library, backup, tmp_path):
    folder = tmp_path / "restored"

    restore(backup, folder)

    assert state(folder) == state(grown_library.folder)
    with Library.open(folder) as again:
        assert again.identity == grown_library.identity
        assert again.original(imported().sha256) == imported().original
        assert again.check() == ()
        assert again.undo().title == "Import"


def test_a_backup_can_be_made_while_others_write(grown_library, tmp_path):
    with grown_library.operation("New") as session:
        session.meetings.add(meeting())
        grown_library.backup(tmp_path / "copy.zip")

    restore(tmp_path / "copy.zip", tmp_path / "restored")
    with Library.open(tmp_path / "restored") as again, again.reading() as session:
        assert len(session.meetings.all()) == 1


def test_a_library_opened_for_reading_can_be_backed_up(grown_library, tmp_path):
    with Library.open(grown_library.folder, read_only=True) as reader:
        reader.backup(tmp_path / "copy.zip")

    assert "library.sqlite3" in contents(tmp_path / "copy.zip")


def test_a_backup_holds_a_manifest_the_database_and_the_originals_alone(grown_library, backup):
    expected = {"manifest.json", "library.sqlite3", f"originals/{imported().sha256}"}

    assert set(contents(backup)) == expected
    assert [f.name for f in backup.parent.iterdir()] == ["copy.zip"]
    assert open_files(backup.parent) == []


@pytest.mark.skipif(os.name != "posix", reason="file modes are of POSIX")
def test_only_the_owner_may_read_a_backup_or_what_is_restored(backup, tmp_path):
    folder = tmp_path / "restored"
    restore(backup, folder)

    files = [f for f in folder.rglob("*") if f.is_file()]
    modes = {stat.S_IMODE(f.stat().st_mode) for f in [backup, *files]}
    assert modes == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_failed_backup_leaves_the_earlier_one(grown_library, backup, monkeypatch):
    before = backup.read_bytes()
    monkeypatch.setattr(os, "fsync", _no_room)

    with pytest.raises(StorageFull, match="no room left"):
        grown_library.backup(backup)

    assert backup.read_bytes() == before
    assert [f.name for f in backup.parent.iterdir()] == ["copy.zip"]


def test_a_backup_that_does_not_read_back_is_not_kept(grown_library, backup, monkeypatch):
    before = backup.read_bytes()
    pour = archive.pour

    def misread(source, target, limit):
        size, sha256 = pour(source, target, limit)
        return size, sha256 if target else "wrong"

    monkeypatch.setattr("briefing.library.backup.pour", misread)

    with pytest.raises(LibraryError, match="does not read back"):
        grown_library.backup(backup)

    assert backup.read_bytes() == before


def test_a_backup_into_a_folder_that_is_not_there_is_refused(grown_library, tmp_path):
    with pytest.raises(LibraryError, match=r"There is no folder .*nowhere"):
        grown_library.backup(tmp_path / "nowhere" / "copy.zip")


def _no_room(number):
    raise OSError(28, "No space left on device")
