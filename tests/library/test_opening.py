import os
import sqlite3
import stat
import sys
from contextlib import closing

import pytest

from briefing.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryMissing,
    LibraryTooNew,
    ReadOnly,
)
from briefing.library import Library
from briefing.library.unfinished import PREFIX
from tests.library.conftest import open_files
from tests.library.libraries import filled
from tests.library.processes import run
from tests.library.values import imported, meeting

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are of POSIX")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_library_keeps_its_identity_and_no_other_has_it(folder, tmp_path):
    with Library.open(folder) as library:
        identity = library.identity
    with Library.open(folder) as again, Library.open(tmp_path / "other") as other:
        assert again.identity == identity
        assert other.identity != identity


@posix
def test_only_the_owner_may_look_into_the_folder_and_its_files(folder):
    old = os.umask(0o022)
    try:
        with Library.open(folder) as library:
            library.keep_original(imported().original, imported().sha256)
            with library.operation("Import") as session:
                session.articles.add(imported(), "2031")
            files = [f for f in folder.rglob("*") if f.is_file()]
            assert {f.name for f in files} >= {"library.sqlite3", "library.sqlite3-wal"}
            assert {mode(f) for f in files} == {0o600}
            assert {mode(folder), mode(folder / "originals")} == {0o700}
    finally:
        os.umask(old)


@posix
def test_an_empty_folder_given_is_closed_to_others_but_a_full_one_is_left_alone(tmp_path):
    empty, full = tmp_path / "empty", tmp_path / "full"
    for folder in (empty, full):
        folder.mkdir(mode=0o755)
    (full / "notes.txt").write_text("mine")

    for folder in (empty, full):
        Library.open(folder).close()

    assert (mode(empty), mode(full)) == (0o700, 0o755)


def test_every_change_is_flushed_to_the_disk(library):
    assert library._writer.execute("PRAGMA synchronous").fetchone() == (2,)
    assert library._writer.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert library._writer.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_all_tables_are_strict(library):
    rows = library._writer.execute("PRAGMA table_list").fetchall()

    assert [r[1] for r in rows if r[5] == 0 and not r[1].startswith("sqlite_")] == []


def test_nothing_is_left_open_or_beside_the_database_after_closing(folder):
    filled(folder)

    assert [f.name for f in folder.iterdir()] == ["library.sqlite3"]
    assert open_files(folder) == []


def test_a_reader_in_use_is_closed_when_it_comes_free(folder):
    library = Library.open(folder)
    with library.reading() as session:
        library.close()
        assert session.meetings.all() == ()

    assert open_files(folder) == []
    library.close()
    for act in (library.generation, library.undo):
        with pytest.raises(RuntimeError, match="closed"):
            act()


def test_a_missing_library_is_not_made_unless_asked(folder):
    for how in ({"create": False}, {"read_only": True}):
        with pytest.raises(LibraryMissing, match=r"no library in .*library\."):
            Library.open(folder, **how)

    assert not folder.exists()


def test_a_library_opened_for_reading_reads_and_refuses_to_write(folder):
    filled(folder)
    with Library.open(folder, read_only=True) as library:
        assert library.read_only
        with library.reading() as session:
            assert len(session.articles.lines()) == 1
        for act in (
            lambda: library.operation("x").__enter__(),
            lambda: library.aside().__enter__(),
            library.undo,
            library.redo,
            lambda: library.keep_original(b"", ""),
        ):
            with pytest.raises(ReadOnly, match="may be read but not changed"):
                act()


def test_a_reading_session_refuses_to_write(library):
    with pytest.raises(ReadOnly), library.reading() as session:
        session.searches.add("timber")


def test_a_reader_sees_one_state_while_another_writes(library):
    with library.reading() as before:
        assert before.meetings.all() == ()
        with library.operation("New") as session:
            session.meetings.add(meeting())
        assert before.meetings.all() == ()
    with library.reading() as after:
        assert len(after.meetings.all()) == 1


@pytest.mark.parametrize("name", ["a?b#c%20d", "Zoë's library", "with space"])
def test_a_folder_may_have_any_name(tmp_path, name):
    filled(tmp_path / name)
    with Library.open(tmp_path / name, read_only=True) as library, library.reading() as session:
        assert len(session.articles.lines()) == 1
    assert [f.name for f in tmp_path.iterdir()] == [name]


def test_a_database_of_another_program_is_refused_and_left_alone(folder):
    folder.mkdir()
    file = folder / "library.sqlite3"
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE cake (id INTEGER)")
        db.commit()
    before = file.read_bytes()

    for how in ({}, {"read_only": True}):
        with pytest.raises(LibraryError, match="another program") as raised:
            Library.open(folder, **how)
        assert type(raised.value) is LibraryError

    assert file.read_bytes()[100:] == before[100:]


def test_a_library_of_a_newer_version_is_refused_in_a_sentence(folder):
    filled(folder)
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        db.execute("PRAGMA user_version = 99")

    for how in ({}, {"read_only": True}):
        with pytest.raises(LibraryTooNew, match="newer version of this program"):
            Library.open(folder, **how)


@pytest.mark.parametrize("content", [b"", b"no database at all, " * 400])
def test_a_file_that_is_no_database_is_called_damaged_and_kept(folder, content):
    folder.mkdir()
    (folder / "library.sqlite3").write_bytes(content)

    for how in ({}, {"read_only": True}):
        with pytest.raises(LibraryDamaged, match="is damaged"):
            Library.open(folder, **how)

    assert (folder / "library.sqlite3").read_bytes() == content
    assert open_files(folder) == []


def test_a_folder_in_place_of_the_database_is_refused(folder):
    (folder / "library.sqlite3").mkdir(parents=True)

    with pytest.raises(LibraryError, match="is not a file"):
        Library.open(folder)


def test_a_file_in_place_of_the_folder_is_refused(folder):
    folder.write_text("mine")

    with pytest.raises(LibraryError, match="cannot be used"):
        Library.open(folder)


def test_what_a_killed_write_left_is_swept_once_it_is_old(folder):
    filled(folder)
    (folder / "originals").mkdir()
    old, new = folder / "originals" / f"{PREFIX}1", folder / f"{PREFIX}2"
    gone = folder / f"{PREFIX}3"
    gone.mkdir()
    (folder / f"{PREFIX}4").symlink_to("nowhere")  # as if gone between two looks
    for file in (old, new):
        file.touch()
    for rest in (old, gone):
        os.utime(rest, (0, 0))

    Library.open(folder).close()

    assert [f.exists() for f in (old, gone, new)] == [False, False, True]


OPENED = """
import os, sys
from pathlib import Path
from briefing.library import Library
from briefing.library.unfinished import PREFIX
from briefing.errors import BriefingError
from briefing.library import migrate
migrate.steps()  # read while it is sure that it may be
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    with Library.open(Path(sys.argv[1]), read_only=len(sys.argv) > 2) as library:
        with library.reading() as session:
            print(len(session.articles.lines()))
except BriefingError as error:
    print(type(error).__name__)
"""


@posix
@pytest.mark.parametrize("file_mode", [0o444, 0o644])
def test_a_folder_that_may_not_be_written_is_opened_for_reading_alone(file_mode):
    # Not below tmp_path: a user without rights must be able to come this far.
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = filled(Path(place) / "library")
        (folder / "library.sqlite3").chmod(file_mode)
        folder.chmod(0o555)
        try:
            assert run(OPENED, folder, "read only").strip() == "1"
            assert run(OPENED, folder).strip() == "ReadOnly"
        finally:
            folder.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_no_library_is_half_made_when_none_can_be(tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "library.sqlite3").symlink_to("/dev/full")

    with pytest.raises(LibraryError):
        Library.open(locked)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER evil AFTER INSERT ON article BEGIN DELETE FROM source; END",
        "DROP TRIGGER journal_article_update",
        "DROP TABLE position",
    ],
)
def test_a_library_whose_tables_were_altered_is_not_opened(folder, sql):
    filled(folder)
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        db.execute(sql)

    for how in ({}, {"read_only": True}):
        with pytest.raises(LibraryDamaged, match="not those this program makes"):
            Library.open(folder, **how)
