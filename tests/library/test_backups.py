"""The program makes backups by itself: proved, numbered, the last ten kept, whatever the clock."""

import datetime as dt
import zipfile

import pytest

from briefing.errors import LibraryDamaged, StorageFull
from briefing.library import Library, backup, backups_of, newest_good, prove, restore
from briefing.library import backups as module
from tests.library.libraries import grown, state
from tests.library.values import meeting

BEGIN = dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def change(library):
    with library.operation("New") as session:
        session.meetings.add(meeting())


def numbers(folder):
    return [one.number for one in backups_of(folder)]


def test_the_first_is_made_at_once_and_proves_good(grown_library):
    made = grown_library.back_up_if_due(BEGIN)

    assert made == newest_good(grown_library.folder)
    assert (made.number, made.made, made.reason) == (1, BEGIN, "closing")
    assert made.size == made.path.stat().st_size


def test_the_next_is_made_after_twelve_hours_and_a_change(library):
    library.back_up_if_due(BEGIN)
    change(library)

    assert library.back_up_if_due(BEGIN + 11 * HOUR) is None
    assert library.back_up_if_due(BEGIN + 12 * HOUR).number == 2


def test_none_is_made_of_a_library_that_did_not_change(library):
    library.back_up_if_due(BEGIN)
    with library.reading() as session:
        session.articles.lines()

    assert library.back_up_if_due(BEGIN + 1000 * HOUR) is None


@pytest.mark.parametrize(
    "act",
    [
        change,
        lambda library: library.undo(),
        lambda library: library.aside().__enter__().searches.add("timber") or None,
    ],
    ids=["operation", "undo", "search"],
)
def test_every_change_counts(grown_library, act):
    grown_library.back_up_if_due(BEGIN)
    if act is change or act.__code__.co_names[0] == "undo":
        act(grown_library)
    else:
        with grown_library.aside() as session:
            session.searches.add("timber")

    assert grown_library.back_up_if_due(BEGIN + 13 * HOUR)


def test_the_last_ten_are_kept_and_the_last_before_an_update(library):
    module.make(library._writer, library.folder, BEGIN, module.UPDATE)
    for n in range(14):
        change(library)
        library.back_up_if_due(BEGIN + n * 13 * HOUR + 13 * HOUR)

    assert numbers(library.folder) == [*range(15, 5, -1), 1]


def test_a_clock_set_back_neither_stops_backups_nor_mixes_their_order(library):
    library.back_up_if_due(BEGIN)
    change(library)
    made = library.back_up_if_due(BEGIN - dt.timedelta(days=365))

    assert made.number == 2
    assert newest_good(library.folder) == made


def test_the_year_2038_is_a_year_like_others(library):
    late = dt.datetime(2038, 1, 19, 3, 14, 8, tzinfo=dt.UTC)

    assert library.back_up_if_due(late).made == late


def test_a_damaged_backup_is_passed_over(library):
    library.back_up_if_due(BEGIN)
    change(library)
    second = library.back_up_if_due(BEGIN + 13 * HOUR)
    second.path.write_bytes(second.path.read_bytes()[:-100])

    with pytest.raises(LibraryDamaged, match="no sound backup"):
        prove(second.path)
    assert newest_good(library.folder).number == 1
    change(library)
    assert library.back_up_if_due(BEGIN + 26 * HOUR).number == 3


def test_where_none_is_good_there_is_none(library):
    made = library.back_up_if_due(BEGIN)
    made.path.write_bytes(b"nothing")

    assert newest_good(library.folder) is None


def test_files_of_others_are_not_taken_for_backups(library):
    place = library.folder / "backups"
    place.mkdir()
    for name in ("notes.txt", "0001-20319999T999999Z-closing.zip", "1.zip"):
        (place / name).write_text("mine")

    assert backups_of(library.folder) == ()
    assert library.back_up_if_due(BEGIN).number == 1
    assert len(list(place.iterdir())) == 4


def test_a_backup_holds_the_database_alone_as_originals_never_change(grown_library):
    made = grown_library.back_up_if_due(BEGIN)

    with zipfile.ZipFile(made.path) as archive:
        assert sorted(archive.namelist()) == ["library.sqlite3", "manifest.json"]


def test_a_backup_restores_what_was_there(grown_library, tmp_path):
    made = grown_library.back_up_if_due(BEGIN)

    restore(made.path, tmp_path / "restored")

    assert state(tmp_path / "restored") == state(grown_library.folder)


def test_a_library_for_reading_and_a_closed_one_make_none(folder):
    with Library.open(folder) as library:
        grown(library)
    assert library.back_up_if_due(BEGIN) is None
    with Library.open(folder, read_only=True) as library:
        assert library.back_up_if_due(BEGIN) is None


def test_a_backup_that_finds_no_room_leaves_those_there(library, monkeypatch):
    library.back_up_if_due(BEGIN)
    change(library)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "replace", full)
    with pytest.raises(StorageFull):
        library.back_up_if_due(BEGIN + 13 * HOUR)

    assert numbers(library.folder) == [1]
    assert len(list((library.folder / "backups").iterdir())) == 1
