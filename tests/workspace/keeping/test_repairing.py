"""A damaged library is made anew of what there is."""

import hashlib
import sqlite3

import pytest

from briefing.errors import LibraryMissing, LibraryTooNew
from briefing.library import Library
from briefing.settings import Settings
from briefing.workspace import keeping
from tests.soak.desk import TEXT, desk, file_of, names
from tests.workspace.keeping.damaged import COUNT, altered, no_backups, spoil


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
