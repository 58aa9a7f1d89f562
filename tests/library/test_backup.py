import json
import os
import sqlite3
import stat
import zipfile
from contextlib import closing

import pytest

from briefing.errors import (
    BriefingError,
    LibraryDamaged,
    LibraryError,
    LibraryMissing,
    LibraryTooNew,
    StorageFull,
)
from briefing.library import Library, archive, restore, restoring
from tests.library.conftest import open_files
from tests.library.test_undo import grown, state
from tests.library.values import imported, meeting


@pytest.fixture
def filled(library):
    library.keep_original(imported().original, imported().sha256)
    grown(library)
    return library


@pytest.fixture
def backup(filled, tmp_path):
    target = tmp_path / "out" / "copy.zip"
    target.parent.mkdir()
    filled.backup(target)
    return target


def contents(file):
    with zipfile.ZipFile(file) as opened:
        return {i.filename: opened.read(i) for i in opened.infolist()}


def rewritten(backup, change):
    """The backup with its files changed by a function of {name: bytes}."""
    held = change(contents(backup))
    with zipfile.ZipFile(backup, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in held.items():
            out.writestr(name, data)
    return backup


def listed(held, **files):
    """The files with a manifest that tells the truth of them, and of more."""
    import hashlib

    held = {k: v for k, v in held.items() if k != "manifest.json"} | files
    entries = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in held.items()
    ]
    manifest = {"format": 1, "identity": "x", "files": entries}
    return held | {"manifest.json": json.dumps(manifest).encode()}


def with_database(held, tmp_path, sql):
    """The files with something done to the database, and a manifest that covers it up."""
    file = tmp_path / "altered.sqlite3"
    file.write_bytes(held["library.sqlite3"])
    with closing(sqlite3.connect(file)) as db:
        db.execute(sql)
        db.commit()
    return listed(held, **{"library.sqlite3": file.read_bytes()})


def test_a_restored_library_is_the_one_backed_up(filled, backup, tmp_path):
    folder = tmp_path / "restored"

    restore(backup, folder)

    assert state(folder) == state(filled.folder)
    with Library.open(folder) as again:
        assert again.identity == filled.identity
        assert again.original(imported().sha256) == imported().original
        assert again.check() == ()
        assert again.undo().title == "Import"


def test_a_backup_can_be_made_while_others_write(filled, tmp_path):
    with filled.operation("New") as session:
        session.meetings.add(meeting())
        filled.backup(tmp_path / "copy.zip")

    restore(tmp_path / "copy.zip", tmp_path / "restored")
    with Library.open(tmp_path / "restored") as again, again.reading() as session:
        assert len(session.meetings.all()) == 1


def test_a_library_opened_for_reading_can_be_backed_up(filled, tmp_path):
    with Library.open(filled.folder, read_only=True) as reader:
        reader.backup(tmp_path / "copy.zip")

    assert "library.sqlite3" in contents(tmp_path / "copy.zip")


def test_a_backup_holds_a_manifest_the_database_and_the_originals_alone(filled, backup):
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


def test_a_failed_backup_leaves_the_earlier_one(filled, backup, monkeypatch):
    before = backup.read_bytes()
    monkeypatch.setattr(os, "fsync", _no_room)

    with pytest.raises(StorageFull, match="no room left"):
        filled.backup(backup)

    assert backup.read_bytes() == before
    assert [f.name for f in backup.parent.iterdir()] == ["copy.zip"]


def test_a_backup_that_does_not_read_back_is_not_kept(filled, backup, monkeypatch):
    before = backup.read_bytes()
    pour = archive.pour

    def misread(source, target, limit):
        size, sha256 = pour(source, target, limit)
        return size, sha256 if target else "wrong"

    monkeypatch.setattr("briefing.library.backup.pour", misread)

    with pytest.raises(LibraryError, match="does not read back"):
        filled.backup(backup)

    assert backup.read_bytes() == before


def test_a_backup_into_a_folder_that_is_not_there_is_refused(filled, tmp_path):
    with pytest.raises(LibraryError, match="cannot be used"):
        filled.backup(tmp_path / "nowhere" / "copy.zip")


def test_a_folder_that_holds_something_is_not_overwritten(backup, filled):
    before = state(filled.folder)

    with pytest.raises(LibraryError, match="is not empty"):
        restore(backup, filled.folder)
    with pytest.raises(LibraryError, match="is not empty"):
        restore(backup, backup)

    assert state(filled.folder) == before


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


def _no_room(number):
    raise OSError(28, "No space left on device")
