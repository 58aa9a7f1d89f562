"""Each way the disk or the database fails has its sentence."""

import errno
import os
import sqlite3
from contextlib import closing, contextmanager

import pytest

from briefing.errors import (
    BriefingError,
    LibraryDamaged,
    LibraryError,
    ReadOnly,
    StorageFull,
)
from briefing.library import Library, connection, failures, migrate, opening
from tests.library.libraries import filled


def sqlite_error(code, message="as SQLite says"):
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "sentence"),
    [
        (sqlite3.SQLITE_FULL, StorageFull, "no room left"),
        (sqlite3.SQLITE_IOERR_WRITE, StorageFull, "no room left"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, StorageFull, "no room left"),
        (sqlite3.SQLITE_IOERR_READ, LibraryError, "reports an error"),
        (sqlite3.SQLITE_CORRUPT_VTAB, LibraryDamaged, "is damaged"),
        (sqlite3.SQLITE_NOTADB, LibraryDamaged, "is damaged"),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnly, "not changed"),
        (sqlite3.SQLITE_PERM, ReadOnly, "not changed"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LibraryError, "Another program"),
        (sqlite3.SQLITE_LOCKED, LibraryError, "Another program"),
        (sqlite3.SQLITE_CANTOPEN, LibraryError, "cannot be opened"),
    ],
)
def test_an_error_of_sqlite_is_told_with_the_folder(tmp_path, code, kind, sentence):
    with pytest.raises(kind, match=sentence) as raised, failures.plainly(tmp_path):
        raise sqlite_error(code)

    assert type(raised.value) is kind
    assert str(tmp_path) in str(raised.value)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EFBIG, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.EACCES, ReadOnly),
        (errno.EROFS, ReadOnly),
        (errno.EIO, LibraryError),
    ],
)
def test_an_error_of_the_file_system_is_told_with_the_folder(tmp_path, number, kind):
    with pytest.raises(kind) as raised, failures.plainly_files(tmp_path):
        raise OSError(number, os.strerror(number))

    assert type(raised.value) is kind
    assert str(tmp_path) in str(raised.value)


@pytest.mark.parametrize("raised", [sqlite_error(sqlite3.SQLITE_ERROR), sqlite3.InterfaceError()])
def test_a_fault_of_ours_is_not_dressed_up(library, raised):
    with pytest.raises(type(raised)) as seen, library.aside():
        raise raised

    assert not isinstance(seen.value, BriefingError)


def test_text_that_is_no_text_is_called_damage(tmp_path):
    with pytest.raises(LibraryDamaged, match="no text"), failures.plainly(tmp_path):
        raise sqlite3.OperationalError("Could not decode to UTF-8 column 'title'")
    with pytest.raises(LibraryDamaged, match="no text"), failures.plainly(tmp_path):
        b"\xff".decode()


def test_an_odd_error_over_a_damaged_file_is_called_damage(library):
    with closing(sqlite3.connect(library.folder / "library.sqlite3")) as db:
        db.execute("DELETE FROM meta")
        db.execute("INSERT INTO record_name VALUES (1, 'meeting 1', 'ask', 'a')")
        db.execute("INSERT INTO recording VALUES (1, NULL)")
        db.execute(
            "INSERT INTO record (id, kind, key, meeting, position, status, articles, payload) "
            "VALUES (1, 'ask', 'a', 77, 0, 'proposed', '[]', '{}')"
        )
        db.commit()

    with pytest.raises(LibraryDamaged, match="parts of it are missing"):
        library.operation("Trip over the row that records already").__enter__()


def test_an_odd_error_over_an_index_that_lacks_a_row_is_called_damage(folder):
    filled(folder)
    file = folder / "library.sqlite3"
    with schema_of(file) as db:
        index = db.execute("SELECT * FROM sqlite_master WHERE name = 'article_source'").fetchone()
        db.execute("DELETE FROM sqlite_master WHERE name = 'article_source'")
    with schema_of(file) as db:
        db.execute("INSERT INTO recording VALUES (1, NULL)")
        db.execute("UPDATE article SET source = source || ''")
        db.execute("UPDATE article SET id = 5")
        db.execute("DELETE FROM recording")
    with schema_of(file) as db:
        db.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", index)

    with Library.open(folder) as library:
        assert "missing from index" in library.check()[0]
        with pytest.raises(LibraryDamaged, match="missing from index"), library.aside():
            raise sqlite3.IntegrityError("odd")


@contextmanager
def schema_of(file):
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA writable_schema = ON")
        yield db
        db.commit()


def test_an_odd_error_over_a_file_that_cannot_be_looked_at_is_called_damage(tmp_path):
    class Broken:
        def execute(self, sql):
            raise sqlite3.DatabaseError("nothing to see")

    told = pytest.raises(LibraryDamaged, match="nothing to see")
    with told, failures.plainly(tmp_path, Broken()):
        raise sqlite3.IntegrityError("odd")


def test_a_library_without_its_one_row_of_facts_is_called_damaged(folder):
    filled(folder)
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        db.execute("DELETE FROM meta")
        db.commit()

    with pytest.raises(LibraryDamaged, match="it has no name"):
        Library.open(folder)


def test_a_disk_that_fails_a_reader_is_told(folder, monkeypatch):
    filled(folder)
    monkeypatch.setattr(connection, "_connect", _failing_disk)

    with pytest.raises(LibraryError, match="reports an error"):
        Library.open(folder, read_only=True)


def _failing_disk(uri):
    raise sqlite_error(sqlite3.SQLITE_IOERR_READ)


def test_a_roll_back_that_fails_too_does_not_hide_the_first_error(caplog):
    class Broken:
        in_transaction = True

        def execute(self, sql):
            if sql == "ROLLBACK":
                raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(ValueError, match="first"), connection.transaction(Broken()):
        raise ValueError("first")

    assert "Rolling back failed as well: disk I/O error" in caplog.text


def test_a_transaction_sqlite_has_ended_itself_is_not_rolled_back_again(library):
    def fail():
        with library.aside() as session:
            session.searches.add("timber")
            library._writer.execute("ROLLBACK")
            raise ValueError("first")

    with pytest.raises(ValueError, match="first"):
        fail()

    with library.reading() as session:
        assert session.searches.all() == ()


def test_a_connection_that_cannot_be_set_up_is_closed(folder, monkeypatch):
    closed = []

    class Refusing(sqlite3.Connection):
        def execute(self, sql, *values):
            if "synchronous" in sql:
                raise sqlite_error(sqlite3.SQLITE_IOERR_READ)
            return super().execute(sql, *values)

        def close(self):
            closed.append(self)
            super().close()

    filled(folder)
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=Refusing))

    with pytest.raises(LibraryError, match="reports an error"):
        Library.open(folder)
    assert len(closed) == 1


def test_a_copy_of_an_unsound_database_is_not_kept(folder, tmp_path):
    filled(folder)
    file = folder / opening.DATABASE
    with closing(sqlite3.connect(file)) as db:
        size = db.execute("PRAGMA page_count").fetchone()[0] * 4096
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'saved_search'")
        db.commit()
    assert size == file.stat().st_size

    with closing(sqlite3.connect(file)) as db, pytest.raises(LibraryDamaged):
        connection.copy_database(db, tmp_path / "copy.sqlite3")

    assert not (tmp_path / "copy.sqlite3").exists()


def test_a_step_another_program_has_taken_is_not_taken_again(folder):
    filled(folder)
    with closing(sqlite3.connect(folder / opening.DATABASE, isolation_level=None)) as db:
        migrate._apply(db, 1, "CREATE TABLE article (x)")
        assert migrate.version_of(db) == len(migrate.steps())


def test_a_step_that_breaks_a_link_is_refused(folder):
    filled(folder)
    last = len(migrate.steps())
    broken = "INSERT INTO recording VALUES (1, NULL);\nDELETE FROM source;\n"
    with closing(sqlite3.connect(folder / opening.DATABASE, isolation_level=None)) as db:
        with pytest.raises(AssertionError, match="breaks a foreign key"):
            migrate._apply(db, last + 1, broken)
        assert migrate.version_of(db) == last


def test_a_folder_that_holds_no_library_is_not_called_one(tmp_path):
    told = failures.of_system(OSError(errno.EROFS, "Read-only file system"), tmp_path)
    assert str(told).startswith(f"Nothing may be written into {tmp_path}. Choose another folder")

    (tmp_path / "library.sqlite3").touch()
    told = failures.of_system(OSError(errno.EROFS, "Read-only file system"), tmp_path)
    assert "may be read but not changed" in str(told)
