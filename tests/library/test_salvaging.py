"""A damaged library is made anew of its backup, of what it still holds, and of its originals."""

import datetime as dt
import random
import sqlite3
from contextlib import closing

import pytest

from briefing.library import Library, salvage, salvaging
from tests.library.libraries import state
from tests.library.test_damage import flipped, shuffled, truncated, zeroed
from tests.library.values import TEXT, decision, findings, imported, meeting, numbered, records

NOW = dt.datetime(2031, 3, 4, 10, 11, 12, tzinfo=dt.UTC)
COUNT = 12


def text_of(data, name):
    return data.decode()


def add(library, n, **more):
    text = numbered(n)
    library.keep_original(text.original, text.sha256)
    with library.operation(f"Import {n}") as session:
        article = session.articles.add(text, "2031")
        held = session.meetings.add(meeting(title=f"Meeting {n}", articles=(article,)))
        session.findings.put(article, findings())
        session.records.replace(records(article), meeting=held)
        session.decisions.add(decision(meeting=held))


@pytest.fixture
def filled(folder):
    """Twelve articles, of which the only backup knows six."""
    with Library.open(folder) as library:
        for n in range(COUNT // 2):
            add(library, n)
        library.back_up_if_due(NOW)
        for n in range(COUNT // 2, COUNT):
            add(library, n)
        with library.operation("Edit") as session:
            session.articles.set_starred(1, on=True)
            session.meetings.remove(2)
            session.articles.remove(2)
    return folder


@pytest.fixture
def bare(filled):
    """The same without any backup."""
    for path in (filled / "backups").iterdir():
        path.unlink()
    return filled


def file_names(folder):
    with Library.open(folder) as library:
        assert library.check() == ()
        with library.reading() as session:
            return {session.articles.get(x.id).file_name for x in session.articles.lines()}


ALL = {f"{n}.txt" for n in range(COUNT)} - {"1.txt"}  # the second article was removed


def test_a_library_that_can_be_read_whole_is_taken_over_as_it_is(filled):
    before = state(filled)

    found = salvage(filled, NOW, text_of)

    after = state(filled)
    for table in ("article", "decision", "meeting", "meeting_article"):
        assert after[table] == before[table], table
    known = {row[0] for row in after["findings"]}
    assert known == {1, *range(3, COUNT // 2 + 1)}  # the rest is to be found again
    assert found.all_articles
    assert found.backup.number == 1
    assert file_names(filled) == ALL


def test_it_can_be_taken_over_without_a_backup_too(bare):
    found = salvage(bare, NOW, text_of)

    assert found.backup is None
    assert file_names(bare) == ALL


def test_the_library_keeps_its_identity_and_gives_ids_once(bare):
    with Library.open(bare) as library:
        identity, generation = library.identity, library.generation()

    salvage(bare, NOW, text_of)

    with Library.open(bare) as library:
        assert library.identity == identity
        assert library.generation() > generation
        assert library.history() == ()
        with library.operation("New") as session:
            assert session.articles.add(imported(), "2031") == COUNT + 1


def test_the_damaged_file_is_kept_as_it_was_found(filled):
    file = filled / "library.sqlite3"
    file.write_bytes(file.read_bytes()[:30_000])
    found = file.read_bytes()

    result = salvage(filled, NOW, text_of)

    (kept,) = result.aside
    assert kept.name == "library.sqlite3.damaged-20310304T101112Z"
    assert kept.read_bytes() == found


def test_a_file_of_which_nothing_can_be_read_gives_way_to_the_backup(filled):
    (filled / "library.sqlite3").write_bytes(b"nothing of a database" * 1000)

    found = salvage(filled, NOW, text_of)

    assert not found.all_articles
    assert file_names(filled) == {f"{n}.txt" for n in range(COUNT // 2)}


def test_a_file_that_is_gone_gives_way_to_the_backup(filled):
    (filled / "library.sqlite3").unlink()

    found = salvage(filled, NOW, text_of)

    assert found.aside == ()
    assert len(file_names(filled)) == COUNT // 2


def test_without_file_and_backup_the_library_is_empty_and_sound(bare):
    (bare / "library.sqlite3").unlink()

    salvage(bare, NOW, text_of)

    assert file_names(bare) == set()
    assert len(list((bare / "originals").iterdir())) == COUNT


def test_a_text_that_is_lost_is_read_again_from_its_original(bare):
    with closing(sqlite3.connect(bare / "library.sqlite3")) as db:
        db.execute("UPDATE source SET text = 'x' || substr(text, 2)")
        db.commit()

    found = salvage(bare, NOW, text_of)

    assert file_names(bare) == ALL
    source = next(p for p in found.poured if p.table == "source")
    assert (source.taken, source.refused) == (0, COUNT)


def test_a_text_that_reads_otherwise_today_keeps_decisions_by_their_quotes(folder):
    with Library.open(folder) as library:
        text = imported()
        library.keep_original(text.original, text.sha256)
        quote = TEXT[25:60]
        with library.operation("Import") as session:
            article = session.articles.add(text, "2031")
            session.findings.put(article, findings())
            span = records(article).asks[0].spans[0]
            gone = type(span)(article, 0, 6, "Envoys")
            session.decisions.add(decision(meeting=None, spans=(span, gone)))
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        db.execute("UPDATE source SET text = 'broken'")
        db.commit()

    salvage(folder, NOW, lambda data, name: "New reading. " + data.decode().replace("Envoys", ""))

    with Library.open(folder) as library, library.reading() as session:
        assert library.check() == ()
        (kept,) = session.decisions.all()
        (span,) = kept.spans
        assert session.articles.get(1).text[span.start : span.end] == span.quote
        assert session.findings.get(1) is None
        assert quote


def test_an_article_whose_text_and_original_are_gone_is_left_out(bare):
    with closing(sqlite3.connect(bare / "library.sqlite3")) as db:
        db.execute("UPDATE source SET text = 'broken' WHERE rowid = 3")
        db.commit()
    (bare / "originals" / numbered(2).sha256).unlink()

    salvage(bare, NOW, text_of)

    assert file_names(bare) == ALL - {"2.txt"}


def test_an_article_that_lost_the_name_of_its_original_finds_it_by_its_text(bare):
    with closing(sqlite3.connect(bare / "library.sqlite3")) as db:
        db.execute("INSERT INTO recording VALUES (1, NULL)")
        db.execute("UPDATE article SET sha256 = 'spoilt' WHERE id = 3")
        db.execute("DELETE FROM recording")
        db.commit()

    salvage(bare, NOW, text_of)

    assert file_names(bare) == ALL


def test_an_original_nobody_can_read_any_more_costs_that_article_alone(bare):
    with closing(sqlite3.connect(bare / "library.sqlite3")) as db:
        db.execute("UPDATE source SET text = 'broken' WHERE rowid = 3")
        db.commit()

    found = salvage(bare, NOW, lambda data, name: None)

    assert file_names(bare) == ALL - {"2.txt"}
    assert not found.all_articles  # so that it is tried again, and told if it fails again


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE decision SET action = 'accepu' WHERE id = 9",
        "UPDATE decision SET kind = 'asl' WHERE id = 9",
        "UPDATE decision SET action = 'merge' WHERE id = 9",
        "UPDATE decision SET action = 'edit', fields = '{\"teyt\": \"x\"}' WHERE id = 9",
        "UPDATE decision SET action = 'edit', fields = '{\"band\": \"higi\"}' WHERE id = 9",
        "UPDATE decision SET kind = 'article', fields = '{\"meetings\": [\"x\"]}' WHERE id = 9",
        "UPDATE record_name SET key = 'another' WHERE id = 9",
        "UPDATE record SET payload = 'no' WHERE id = 3",
        "UPDATE record SET key = 'another' WHERE id = 3",
        "UPDATE decision SET fields = '[' WHERE id = 9",
        "UPDATE meeting SET sides = '7' WHERE id = 9",
        "UPDATE article SET hidden = '7' WHERE id = 9",
        "UPDATE article SET sha256 = 'other' WHERE id = 3",
        "UPDATE meta SET identity = 'no name'",
    ],
)
def test_rows_that_do_not_prove_true_are_not_taken_over(filled, sql):
    with closing(sqlite3.connect(filled / "library.sqlite3")) as db:
        db.execute("INSERT INTO recording VALUES (1, NULL)")
        db.execute(sql)
        db.execute("DELETE FROM recording")
        db.commit()

    salvage(filled, NOW, text_of)

    assert len(file_names(filled)) >= len(ALL) - 1


@pytest.mark.slow
@pytest.mark.parametrize("how", [truncated, flipped, zeroed, shuffled])
def test_any_damage_leaves_a_sound_library_with_what_the_backup_knew(filled, tmp_path, how):
    file = filled / "library.sqlite3"
    sound = file.read_bytes()
    for seed in range(25):
        file.write_bytes(how(sound, random.Random(seed)))

        salvage(filled, NOW, text_of)

        with Library.open(filled) as library, library.reading() as session:
            problems = [p for p in library.check() if "original" not in p]
            assert problems == []
            assert len(session.articles.lines()) >= COUNT // 2 - 1


def test_a_library_that_is_open_is_not_salvaged(filled):
    with Library.open(filled), pytest.raises(salvaging.failures.LibraryError, match="open in"):
        salvage(filled, NOW, text_of)


def test_a_failure_on_the_way_leaves_all_as_it_was(filled, monkeypatch):
    before = state(filled)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(salvaging, "put", full)
    with pytest.raises(salvaging.failures.StorageFull):
        salvage(filled, NOW, text_of)

    assert state(filled) == before
    assert not list(filled.glob(".briefing-unfinished*"))


def test_a_star_kept_as_in_version_3_gets_its_own_place(bare):
    with closing(sqlite3.connect(bare / "library.sqlite3")) as db:
        db.execute("INSERT INTO recording VALUES (1, NULL)")
        db.execute("""UPDATE meeting SET confirmed = '["date","starred"]' WHERE id = 1""")
        db.execute("DELETE FROM recording")
        db.commit()

    salvage(bare, NOW, text_of)

    with Library.open(bare) as library, library.reading() as session:
        starred = [m for m in session.meetings.all() if m.starred]
        assert [(m.id, m.confirmed) for m in starred] == [(1, frozenset({"date"}))]
