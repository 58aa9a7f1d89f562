import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.errors import ReadOnly
from briefing.library import Library, migrate, opening
from briefing.library.backups import backups_of, newest_good
from briefing.library.journal import JOURNALLED
from briefing.library.restoring import unpacked
from tests.library.libraries import grown
from tests.library.values import meeting

OLD = Path(__file__).parent / "data"
MORE = """
-- A later version; the semicolon in this remark; ends nothing.
ALTER TABLE meeting ADD COLUMN room TEXT NOT NULL DEFAULT 'none; yet';
CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;
"""


@pytest.fixture
def newer(monkeypatch):
    """A program one version ahead."""
    ahead = (*migrate.steps(), MORE)
    monkeypatch.setattr(opening, "steps", lambda: ahead)
    return len(ahead)


def kept(folder):
    return [one.reason for one in backups_of(folder)]


def test_steps_are_numbered_without_a_gap():
    folder = Path(migrate.__file__).parent / "schema"
    numbers = sorted(f.name[:4] for f in folder.iterdir() if f.suffix == ".sql")

    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)]
    assert len(migrate.steps()) == len(numbers)


def test_a_library_of_every_version_is_stored():
    stored = {path.name for path in OLD.glob("version_*.sql")}

    assert stored == {f"version_{n}.sql" for n in range(1, len(migrate.steps()) + 1)}


@pytest.mark.parametrize("dump", sorted(OLD.glob("version_*.sql")), ids=lambda p: p.stem)
def test_a_library_of_every_version_opens_and_has_the_schema_of_a_new_one(dump, folder):
    folder.mkdir()
    with closing(sqlite3.connect(folder / opening.DATABASE)) as db:
        db.executescript(dump.read_text())

    with Library.open(folder) as library:
        with library.reading() as session:
            assert session.articles.lines()[0].headline == "Envoys meet over timber"
            assert len(session.records.all("ask")) == 1
        assert library.undo_status().undo == "Import"
        assert library.undo() is not None
        found = migrate.schema_of(library._writer)

    assert found == migrate.schema_after(migrate.steps())


def starred_as_in_version_3(file):
    """A library of version 3 where the meeting got its star, and then a note."""
    confirmed = """confirmed = '["date","sides","starred"]'"""
    with closing(sqlite3.connect(file)) as db:
        db.executescript((OLD / "version_3.sql").read_text())
        for number, title, sets in ((2, "Star", confirmed), (3, "Note", "note = 'Ask.'")):
            db.execute("INSERT INTO operation (id, title) VALUES (?, ?)", (number, title))
            db.execute("INSERT INTO recording VALUES (1, ?)", (number,))
            db.execute(f"UPDATE meeting SET {sets}")
            db.execute("DELETE FROM recording")
        db.commit()


def test_a_star_among_the_confirmed_fields_gets_its_own_place_and_can_be_undone(folder):
    folder.mkdir()
    starred_as_in_version_3(folder / opening.DATABASE)

    with Library.open(folder) as library:

        def told():
            with library.reading() as session:
                known = session.meetings.get(1)
            return known.starred, sorted(known.confirmed), bool(known.note)

        seen = [told()]
        for step in (library.undo, library.undo, library.redo, library.redo):
            assert step() is not None
            seen.append(told())

    fields = ["date", "sides"]
    assert seen == [
        (True, fields, True),
        (True, fields, False),
        (False, fields, False),
        (True, fields, False),
        (True, fields, True),
    ]


def test_a_new_library_needs_no_copy_of_an_older_one(folder):
    Library.open(folder).close()

    assert kept(folder) == []


def test_an_older_library_is_brought_up_to_date_and_a_copy_is_kept(folder, newer):
    opening_of_old = migrate.steps()
    folder.mkdir()
    file = folder / opening.DATABASE
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        migrate.migrate(db, opening_of_old, keep=lambda: None)

    with Library.open(folder) as library:
        with library.operation("New") as session:
            session.meetings.add(meeting())
        assert library._writer.execute("SELECT room FROM meeting").fetchone() == ("none; yet",)
        assert migrate.version_of(library._writer) == newer

    assert kept(folder) == ["update"]
    with (
        unpacked(newest_good(folder).path, folder) as copy,
        closing(sqlite3.connect(copy / opening.DATABASE)) as db,
    ):
        assert migrate.version_of(db) == len(opening_of_old)


def test_new_columns_are_journalled(folder, newer):
    with Library.open(folder) as library:
        with library.operation("New") as session:
            session.meetings.add(meeting())
        with library.operation("Room") as session:
            session.meetings._db.execute("UPDATE meeting SET room = 'blue'")
        library.undo()

        assert library._writer.execute("SELECT room FROM meeting").fetchone() == ("none; yet",)


def test_what_was_done_before_an_update_can_be_undone_after_it(folder, monkeypatch):
    with Library.open(folder) as library:
        with library.operation("New") as session:
            number = session.meetings.add(meeting())
        with library.operation("Remove") as session:
            session.meetings.remove(number)
    ahead = (*migrate.steps(), MORE)
    monkeypatch.setattr(opening, "steps", lambda: ahead)

    with Library.open(folder) as library:
        library.undo()
        found = library._writer.execute("SELECT title, room FROM meeting").fetchone()
        assert found == (meeting().title, "none; yet")


def test_a_step_that_fails_leaves_the_library_as_it_was(folder, monkeypatch):
    with Library.open(folder) as library:
        grown(library)
    known = len(migrate.steps())
    broken = (*migrate.steps(), MORE, "CREATE TABLE half (id INTEGER);\nCREATE TABLE later (x);")
    monkeypatch.setattr(opening, "steps", lambda: broken)

    with pytest.raises(sqlite3.OperationalError, match="later already exists"):
        Library.open(folder)

    monkeypatch.setattr(opening, "steps", lambda: broken[: known + 1])
    with Library.open(folder) as library:
        assert migrate.version_of(library._writer) == known + 1
        assert library.undo() is not None


def test_a_library_opened_for_reading_is_not_brought_up_to_date(folder, monkeypatch):
    Library.open(folder).close()
    ahead = (*migrate.steps(), MORE)
    monkeypatch.setattr(opening, "steps", lambda: ahead)

    with pytest.raises(ReadOnly, match="older version"):
        Library.open(folder, read_only=True)


def test_no_journalled_table_holds_a_real_number(library):
    assert JOURNALLED
    for table in JOURNALLED:
        kinds = {row[2] for row in library._writer.execute(f"PRAGMA table_info({table})")}
        assert kinds
        assert kinds <= {"INTEGER", "TEXT"}
