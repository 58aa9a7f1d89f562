"""Going back to a backup keeps what was, and a library that lost its file is not begun anew."""

import datetime as dt

import pytest

from briefing.errors import LibraryDamaged, LibraryError, LibraryMissing
from briefing.library import Library, go_back, restore
from tests.library.libraries import filled, grown, state
from tests.library.values import imported, meeting

NOW = dt.datetime(2031, 3, 4, 10, 11, 12, tzinfo=dt.UTC)


@pytest.fixture
def earlier(folder):
    """A library, and the backup of what it was before its last change."""
    with Library.open(folder) as library:
        library.keep_original(imported().original, imported().sha256)
        grown(library)
        made = library.back_up_if_due(NOW)
        with library.operation("Later") as session:
            session.meetings.add(meeting(title="Later"))
    return made.path


def titles(folder):
    with Library.open(folder) as library, library.reading() as session:
        return {one.title for one in session.meetings.all()}


def test_the_library_is_what_it_was_and_keeps_its_originals(folder, earlier):
    go_back(folder, earlier, NOW)

    assert "Later" not in titles(folder)
    with Library.open(folder) as library:
        assert library.check() == ()
        assert library.original(imported().sha256) == imported().original


def test_what_it_was_before_is_kept_and_can_be_had_back(folder, earlier, tmp_path):
    before = state(folder)
    (kept,) = go_back(folder, earlier, NOW)

    assert kept.name == "library.sqlite3.replaced-20310304T101112Z"
    again = tmp_path / "again"
    again.mkdir()
    kept.rename(again / "library.sqlite3")
    assert state(again) == before


def test_going_back_twice_in_a_second_keeps_both(folder, earlier):
    first = go_back(folder, earlier, NOW)
    second = go_back(folder, earlier, NOW)

    assert first != second
    assert all(path.is_file() for path in (*first, *second))


def test_the_search_index_goes_as_it_knows_what_is_no_more(folder, earlier):
    (folder / "index" / "whoosh-1").mkdir(parents=True)

    go_back(folder, earlier, NOW)

    assert not (folder / "index").exists()


def test_a_full_backup_brings_back_originals_that_are_gone(folder, earlier, tmp_path):
    with Library.open(folder) as library:
        library.backup(tmp_path / "all.zip")
    (folder / "originals" / imported().sha256).unlink()

    go_back(folder, tmp_path / "all.zip", NOW)

    with Library.open(folder) as library:
        assert library.check() == ()


def test_a_backup_of_another_library_is_refused(folder, earlier, tmp_path):
    with Library.open(filled(tmp_path / "other")) as other:
        other.backup(tmp_path / "other.zip")
    before = state(folder)

    with pytest.raises(LibraryError, match="another library"):
        go_back(folder, tmp_path / "other.zip", NOW)

    assert state(folder) == before


@pytest.mark.parametrize("content", [None, b"", b"PK not really"])
def test_a_bad_backup_changes_nothing(folder, earlier, tmp_path, content):
    before = state(folder)
    bad = tmp_path / "bad.zip"
    if content is not None:
        bad.write_bytes(content)

    with pytest.raises((LibraryDamaged, LibraryMissing)):
        go_back(folder, bad, NOW)

    assert state(folder) == before
    assert not list(folder.glob("*replaced*"))


def test_a_library_that_is_open_does_not_go_back(folder, earlier):
    with Library.open(folder), pytest.raises(LibraryError, match="open in another"):
        go_back(folder, earlier, NOW)


def test_without_a_folder_there_is_nothing_to_go_back(tmp_path, folder, earlier):
    with pytest.raises(LibraryError, match="no folder"):
        go_back(tmp_path / "none", earlier, NOW)


def test_a_lost_file_is_called_damage_and_not_begun_anew(folder, earlier):
    (folder / "library.sqlite3").unlink()

    for options in ({}, {"read_only": True}):
        with pytest.raises(LibraryDamaged, match="is gone"):
            Library.open(folder, **options)

    go_back(folder, earlier, NOW)
    assert titles(folder) == {meeting().title}


def test_on_a_disk_without_hard_links_a_copy_is_kept(folder, earlier, monkeypatch):
    def no_links(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    (kept,) = go_back(folder, earlier, NOW)

    assert kept.read_bytes()[:15] == b"SQLite format 3"


def test_a_copy_under_a_new_name_is_as_before(folder, earlier, tmp_path):
    restore(earlier, tmp_path / "new")

    assert "Later" not in titles(tmp_path / "new")
