import stat
import zipfile

import pytest

from briefing.errors import (
    BriefingError,
    LibraryDamaged,
    LibraryError,
    LibraryMissing,
    LibraryTooNew,
    StorageFull,
)
from briefing.library import Library, restore, restoring
from tests.library.archives import contents, listed, rewritten, with_database
from tests.library.libraries import state
from tests.library.values import imported


def test_a_folder_that_holds_something_is_not_overwritten(backup, grown_library):
    before = state(grown_library.folder)

    with pytest.raises(LibraryError, match="is not empty"):
        restore(backup, grown_library.folder)
    with pytest.raises(LibraryError, match="is not empty"):
        restore(backup, backup)

    assert state(grown_library.folder) == before


def test_an_empty_folder_is_taken(backup, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()

    restore(backup, folder)

    assert (folder / "library.sqlite3").is_file()


def test_a_backup_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LibraryMissing, match="no backup"):
        restore(tmp_path / "none.zip", tmp_path / "restored")


def refused(backup, folder, match, kind=LibraryDamaged):
    before = {f.name for f in folder.parent.iterdir()}
    with pytest.raises(kind, match=match):
        restore(backup, folder)
    assert {f.name for f in folder.parent.iterdir()} == before


EVIL = ["../evil", "/evil", "originals/../../evil", "C:\\evil", "index/toc", "originals/evil"]


@pytest.mark.parametrize("name", EVIL)
def test_a_file_with_a_name_that_does_not_belong_is_not_unpacked(backup, tmp_path, name):
    rewritten(backup, lambda held: listed(held, **{name: b"evil"}))

    refused(backup, tmp_path / "restored", "does not belong")


def test_a_file_that_is_not_listed_is_not_unpacked(backup, tmp_path):
    rewritten(backup, lambda held: held | {"originals/" + "0" * 64: b"evil"})

    refused(backup, tmp_path / "restored", "other files than it lists")


def test_a_link_is_not_unpacked(backup, tmp_path):
    name = "originals/" + "0" * 64
    held = listed(contents(backup), **{name: b"/etc/passwd"})
    with zipfile.ZipFile(backup, "w") as out:
        for each, data in held.items():
            info = zipfile.ZipInfo(each)
            if each == name:
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            out.writestr(info, data)

    refused(backup, tmp_path / "restored", "a link or no plain file")


def test_a_file_listed_twice_is_refused(backup, tmp_path):
    with (
        pytest.warns(UserWarning, match="Duplicate"),
        zipfile.ZipFile(backup, "a") as opened,
    ):
        opened.writestr("library.sqlite3", b"other")

    refused(backup, tmp_path / "restored", "other files than it lists")


def test_a_changed_original_in_a_backup_is_refused(backup, tmp_path):
    name = f"originals/{imported().sha256}"
    rewritten(backup, lambda held: held | {name: held[name].replace(b"Arland", b"Orland")})

    refused(backup, tmp_path / "restored", "not what was backed up")


def test_another_size_than_listed_is_refused_before_unpacking(backup, tmp_path):
    name = f"originals/{imported().sha256}"
    rewritten(backup, lambda held: held | {name: held[name] + b"more"})

    refused(backup, tmp_path / "restored", "another size")


def test_a_backup_larger_than_the_disk_is_refused_before_unpacking(backup, tmp_path, monkeypatch):
    monkeypatch.setattr(restoring.shutil, "disk_usage", lambda _: type("", (), {"free": 10}))

    refused(backup, tmp_path / "restored", "no room left", StorageFull)


@pytest.mark.parametrize(
    ("manifest", "match"),
    [
        (b"{", "list of files cannot be read"),
        (b'{"format": 1, "identity": "x", "files": [{"name": 3}]}', "cannot be read"),
        (b'{"format": 2, "identity": "x", "files": []}', "format 2"),
        (b"\xff", "cannot be unpacked"),
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(backup, tmp_path, manifest, match):
    rewritten(backup, lambda held: held | {"manifest.json": manifest})

    refused(backup, tmp_path / "restored", match)


def test_an_archive_of_something_else_is_refused(tmp_path):
    other = tmp_path / "photos.zip"
    with zipfile.ZipFile(other, "w") as out:
        out.writestr("photo.jpg", b"x")

    refused(other, tmp_path / "restored", "no list of its files")


def test_a_file_that_is_no_archive_is_refused(tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("mine")

    refused(other, tmp_path / "restored", "cannot be unpacked")


def test_a_database_that_brings_its_own_program_is_refused(backup, tmp_path):
    sql = "CREATE TRIGGER evil AFTER INSERT ON position BEGIN DELETE FROM source; END"
    rewritten(backup, lambda held: with_database(held, tmp_path, sql))

    refused(backup, tmp_path / "restored", "not sound")


def test_a_backup_of_a_newer_version_is_refused(backup, tmp_path):
    rewritten(backup, lambda held: with_database(held, tmp_path, "PRAGMA user_version = 9"))

    refused(backup, tmp_path / "restored", "newer version", LibraryTooNew)


def test_a_database_that_is_none_is_refused(backup, tmp_path):
    rewritten(backup, lambda held: listed(held, **{"library.sqlite3": b"no database" * 99}))

    refused(backup, tmp_path / "restored", "database cannot be read")


@pytest.mark.slow
def test_a_damaged_backup_is_refused_or_whole(backup, tmp_path):
    import random

    chance, sound = random.Random(5), backup.read_bytes()
    for n in range(150):
        data = bytearray(sound)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        backup.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
        folder = tmp_path / f"restored {n}"
        try:
            restore(backup, folder)
        except BriefingError:
            assert not folder.exists()
        else:
            with Library.open(folder) as again:
                assert again.check() == ()
