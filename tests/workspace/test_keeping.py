"""What keeps a library, as window and command line use it."""

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from briefing.errors import LibraryMissing, LibraryTooNew, NotFound, ReadOnly, StorageFull
from briefing.library import Library, places
from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import keeping, looking, open_as_can_be, opening
from tests.soak.damage import invented_extraction
from tests.soak.desk import TEXT, Invented, desk, file_of, filled, names

COUNT = 4


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "library"
    filled(folder, COUNT)
    return folder


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path / "home")


@pytest.fixture
def repaired(folder, paths):
    def repair():
        with invented_extraction():
            return keeping.repair(folder, paths, Settings())

    return repair


def spoil(folder):
    (folder / "library.sqlite3").write_bytes(b"no database " * 1000)


def no_backups(folder):
    shutil.rmtree(folder / "backups")


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


def test_a_sound_library_is_not_repaired(folder, repaired):
    before = names(folder)

    done = repaired()

    assert done.aside == ()
    assert "sound" in done.summary()
    assert names(folder) == before
    assert not list(folder.glob("*damaged*"))


def test_a_damaged_library_is_whole_again_with_decisions_of_the_backup(folder, repaired):
    spoil(folder)

    done = repaired()

    assert done.articles == COUNT
    assert done.backup.number == 1
    assert done.problems == ()
    assert done.aside[0].name in done.summary()
    assert names(folder) == {f"{n}.txt" for n in range(COUNT)}
    with desk(folder) as workspace:
        assert workspace.index_state() == "ready"
        (meeting,) = workspace.overview().meetings
        assert len(workspace.records(meeting=meeting.id).asks) == 1


def test_the_originals_alone_are_enough_for_the_articles(folder, repaired):
    spoil(folder)
    no_backups(folder)

    done = repaired()

    assert (done.articles, done.read_again, done.backup) == (COUNT, COUNT, None)
    assert "read again from their original files" in done.summary()
    with desk(folder) as workspace:
        texts = {workspace.article(line.id).text for line in workspace.overview().articles}
        assert texts == {f"{TEXT}\nNumber {n} of many.\n" for n in range(COUNT)}
        assert workspace.verify() == ()
        assert workspace.search("timber").total >= COUNT


def test_a_library_whose_file_is_gone_is_made_anew(folder, repaired):
    (folder / "library.sqlite3").unlink()
    no_backups(folder)

    assert repaired().articles == COUNT


def test_articles_newer_than_the_backup_come_from_their_originals(folder, repaired):
    with desk(folder) as workspace:
        workspace.import_paths([file_of(folder.parent / "in", 77)])
    spoil(folder)

    done = repaired()

    assert (done.articles, done.read_again) == (COUNT + 1, 1)


def test_an_original_that_is_no_article_any_more_is_named(folder, repaired, monkeypatch):
    with Library.open(folder) as library:
        data = b"\x00\x01\x02" * 50
        library.keep_original(data, hashlib.sha256(data).hexdigest())
    spoil(folder)

    done = repaired()

    assert done.articles >= COUNT
    assert len(done.unreadable) == 1
    assert done.unreadable[0].startswith("recovered-")


def test_what_is_no_damage_is_not_repaired(tmp_path, paths, folder):
    with pytest.raises(LibraryMissing):
        keeping.repair(tmp_path / "none", paths, Settings())

    with sqlite3.connect(folder / "library.sqlite3") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(LibraryTooNew):
        keeping.repair(folder, paths, Settings())


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7 ...", ".pdf"),
        (b"{\\rtf1 ...", ".rtf"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
        (b"PK\x03\x04....word/document.xml", ".docx"),
        (b"<!DOCTYPE html><title>x", ".html"),
        (b"\n<HTML><body>", ".html"),
        (b"From: Ida\nSubject: x\n\nText", ".eml"),
        (b"Envoys meet", ".txt"),
    ],
)
def test_the_kind_of_an_original_is_told_by_its_beginning(data, suffix):
    assert keeping._suffix(data) == suffix


def test_deleting_takes_the_index_in_the_cache_along(folder, paths, monkeypatch):
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    cached = opening.index_folder(folder, paths)
    cached.mkdir(parents=True)

    assert keeping.delete_library(folder, paths) == ()
    assert not cached.exists()


class TestReadingAlone:
    """A library that may not be written is read, searched, and exported elsewhere."""

    @pytest.fixture
    def opened(self, folder, paths, monkeypatch):
        def refused(*_, **__):
            raise ReadOnly("The library may be read but not changed.")

        monkeypatch.setattr("briefing.library.library.open_writer", refused)
        monkeypatch.setattr(opening.os, "access", lambda *_: False)
        opened = open_as_can_be(folder, paths, Settings())
        yield opened
        opened.workspace.close()

    def test_it_is_said_in_a_sentence(self, opened):
        (notice,) = opened.notices
        assert "open for reading alone" in notice

    def test_it_is_read_and_exported_elsewhere(self, opened, tmp_path):
        (meeting,) = opened.workspace.overview().meetings
        (path,) = opened.workspace.export([meeting.id], tmp_path / "out")

        assert path.is_file()

    def test_it_is_searched_with_an_index_in_the_cache(self, opened, paths, folder):
        before = sorted(folder.rglob("*"))
        assert opened.workspace.index_state() == "missing"

        opened.workspace.catch_up_index()

        assert opened.workspace.index_state() == "ready"
        assert opened.workspace.search("timber").total >= COUNT
        assert sorted(folder.rglob("*")) == before
        assert list((paths.cache / "index").rglob("manifest.json"))

    def test_a_change_is_refused_in_a_sentence(self, opened):
        with pytest.raises(ReadOnly, match="not changed"):
            opened.workspace.star("article", 1, on=True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_a_folder_closed_for_writing_opens_for_reading(folder, paths):
    folder.chmod(0o500)
    try:
        opened = open_as_can_be(folder, paths, Settings())
        opened.workspace.catch_up_index()
        assert opened.workspace.search("timber").total >= COUNT
        opened.workspace.close()
    finally:
        folder.chmod(0o700)


def test_a_full_disk_at_the_start_opens_for_reading(folder, paths, monkeypatch):
    def full(*_, **__):
        raise StorageFull("The disk has no room left.")

    monkeypatch.setattr("briefing.library.library.open_writer", full)
    opened = open_as_can_be(folder, paths, Settings())

    assert opened.notices == ("The disk has no room left. It is open for reading alone.",)
    assert len(opened.workspace.overview().articles) == COUNT
    opened.workspace.close()


def test_a_library_on_the_network_says_so(folder, paths, monkeypatch, tmp_path):
    table = tmp_path / "mounts"
    table.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(places, "MOUNTS", table)
    opened = open_as_can_be(folder, paths, Settings())

    assert "network disk (nfs4)" in opened.notices[0]
    assert not opened.workspace.library.read_only
    opened.workspace.close()


def test_a_library_as_most_are_says_nothing(folder, paths):
    opened = open_as_can_be(folder, paths, Settings())

    assert opened.notices == ()
    opened.workspace.close()


def diagnoses(folder, paths):
    with desk(folder) as workspace:
        workspace.checking.extraction = Invented()
        return {d.subject: d for d in workspace.doctor()}


def test_the_doctor_looks_at_fonts_log_backups_disk_and_the_last_end(folder, paths):
    found = diagnoses(folder, paths)

    for subject in ("fonts", "log", "backups", "disk", "last end", "library", "search index"):
        assert found[subject].well, found[subject]


def test_the_doctor_tells_of_a_bad_backup(folder, paths):
    (kept,) = keeping.backups(folder)
    kept.backup.path.write_bytes(b"nothing")

    found = diagnoses(folder, paths)["backups"]
    assert not found.well
    assert "briefing backup" in found.remedy


def test_the_doctor_tells_when_only_an_older_backup_is_good(folder, paths):
    with Library.open(folder) as library:
        with library.aside() as session:
            session.searches.add("timber")
        made = library.back_up_if_due(dt.datetime.now(dt.UTC) + dt.timedelta(hours=13))
    made.path.write_bytes(b"nothing")

    assert "Look at the disk" in diagnoses(folder, paths)["backups"].remedy


def test_the_doctor_tells_of_a_network_disk(folder, paths, monkeypatch, tmp_path):
    table = tmp_path / "mounts"
    table.write_text(f"server:/x {tmp_path} cifs rw 0 0\n")
    monkeypatch.setattr(places, "MOUNTS", table)

    found = diagnoses(folder, paths)["disk"]
    assert not found.well
    assert "cifs" in found.report


def altered(folder, *statements):
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        db.execute("INSERT INTO recording VALUES (1, NULL)")
        for sql in statements:
            db.execute(sql)
        db.execute("DELETE FROM recording")
        db.commit()


def test_a_text_that_was_changed_is_read_again_from_its_original(folder, repaired):
    no_backups(folder)
    altered(folder, "UPDATE source SET text = 'not what it was'")

    done = repaired()

    assert (done.articles, done.read_again, done.problems) == (COUNT, 0, ())
    with desk(folder) as workspace:
        assert workspace.article(1).text.startswith(TEXT)


def test_an_original_that_is_spoilt_is_not_taken_for_an_article(folder, repaired):
    no_backups(folder)
    spoil(folder)
    original = sorted((folder / "originals").iterdir())[0]
    original.write_bytes(b"something else")

    assert repaired().articles == COUNT - 1


def test_a_repair_that_was_broken_off_is_finished_by_the_next(folder, repaired):
    altered(folder, "DELETE FROM record", "DELETE FROM findings WHERE id = 2")

    done = repaired()

    assert done.aside == ()
    with desk(folder) as workspace:
        assert workspace.articles.without_findings() == ()
        (meeting,) = workspace.overview().meetings
        assert workspace.records(meeting=meeting.id).asks


def test_fonts_that_are_missing_and_a_log_that_cannot_be_written_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(looking, "resources", lambda: tmp_path)
    assert not looking.fonts().well

    (tmp_path / "file").write_text("in the way")
    assert not looking.log_folder(tmp_path / "file" / "logs").well


def test_an_end_that_was_not_clean_is_told_and_needs_nothing(folder):
    (folder / ".briefing-open-1-abcd").touch()

    found = looking.of_folder(folder)[-1]
    assert (found.subject, found.well, found.report) == ("last end", True, "not clean")


def test_a_library_without_a_backup_yet_is_well(folder):
    no_backups(folder)

    assert "none yet" in looking.of_folder(folder)[0].report
