import sqlite3
import threading
from contextlib import closing

import pytest

from briefing.errors import NotFound
from briefing.library import Undone, UndoStatus
from briefing.library.journal import KEPT
from briefing.model import Changes, Records, Stated
from tests.library.libraries import grown, state
from tests.library.values import (
    ask,
    imported,
    meeting,
    numbered,
    records,
)


def test_there_is_nothing_to_undo_in_a_new_library(library):
    assert library.undo_status() == UndoStatus(undo="", redo="")
    assert library.undo() is None
    assert library.redo() is None


def test_the_status_names_what_undo_and_redo_would_do(library):
    grown(library, "Import “a”")
    with library.operation("Star article") as session:
        session.articles.set_starred(1, True)
    assert library.undo_status() == UndoStatus(undo="Star article", redo="")

    library.undo()

    assert library.undo_status() == UndoStatus(undo="Import “a”", redo="Star article")
    assert library.history() == ("Import “a”",)


def test_an_import_is_undone_wholly_and_redone_exactly(library, folder):
    empty = state(folder)
    grown(library)
    full = state(folder)

    assert library.undo().title == "Import"
    assert state(folder) == empty

    assert library.redo().title == "Import"
    assert state(folder) == full


def test_undo_tells_all_that_changed(library):
    article, held = grown(library)
    with library.reading() as session:
        found = session.records.of(meeting=held)
    expected = Changes(
        articles=frozenset({article}),
        people=frozenset({found.people[0].id}),
        issues=frozenset({found.issues[0].id}),
        asks=frozenset({found.asks[0].id}),
        meetings=frozenset({held}),
    )

    assert library.undo() == Undone("Import", expected)
    assert library.redo() == Undone("Import", expected)


def test_undo_and_redo_queue_all_articles_of_a_changed_meeting(library):
    with library.operation("Import") as session:
        numbers = [session.articles.add(numbered(n), "2031") for n in range(3)]
        held = session.meetings.add(meeting(articles=tuple(numbers[:2])))
    with library.operation("Edit meeting") as session:
        session.meetings.set(meeting(id=held, place="Corvo"))
    with library.aside() as session:
        session.queue.done(session.queue.pending())

    assert library.undo().changes == Changes(meetings=frozenset({held}))

    with library.reading() as session:
        assert session.queue.pending() == tuple(numbers[:2])


def test_undoing_an_assignment_queues_the_article_taken_out(library):
    article, _ = grown(library)
    with library.operation("New meeting") as session:
        other = session.meetings.add(meeting())
    with library.operation("Assign") as session:
        session.meetings.assign(article, other)
    with library.aside() as session:
        session.queue.done(session.queue.pending())

    changes = library.undo().changes

    expected = Changes(articles=frozenset({article}), meetings=frozenset({other}))
    assert changes == expected
    with library.reading() as session:
        assert session.queue.pending() == (article,)


def test_a_record_of_an_article_without_a_meeting_is_told_by_its_article(library):
    with library.operation("Import") as session:
        article = session.articles.add(imported(), "2031")
    with library.operation("Extract") as session:
        session.records.replace(Records(asks=(ask(),)), article=article)
        number = session.records.of(article=article).asks[0].id

    expected = Changes(articles=frozenset({article}), asks=frozenset({number}))
    assert library.undo().changes == expected


def test_a_changed_record_queues_the_articles_it_quotes_and_no_others(library):
    with library.operation("Import") as session:
        first, second = (session.articles.add(numbered(n), "2031") for n in (1, 2))
        held = session.meetings.add(meeting(articles=(first, second)))
        session.records.replace(records(first), meeting=held)
    with library.aside() as session:
        session.queue.done(session.queue.pending())

    with library.operation("Move ask") as session:
        session.records.replace(records(first, asks=(ask(article=second),)), meeting=held)

    with library.reading() as session:
        assert session.queue.pending() == (first, second)


def test_a_new_operation_drops_the_undone_ones(library):
    grown(library)
    library.undo()

    with library.operation("New meeting") as session:
        session.meetings.add(meeting())

    assert library.undo_status() == UndoStatus(undo="New meeting", redo="")


def test_an_operation_that_changes_nothing_leaves_no_trace_and_keeps_redo(library):
    grown(library)
    library.undo()
    generation = library.generation()

    with library.operation("Nothing"):
        pass
    with library.operation("There and back") as session:
        session.meetings.remove(session.meetings.add(meeting()))

    assert library.undo_status() == UndoStatus(undo="", redo="Import")
    assert library.generation() == generation


def test_a_raised_error_leaves_neither_rows_nor_operation(library, folder):
    grown(library)
    before = state(folder)

    def fail():
        with library.operation("Bad") as session:
            session.meetings.add(meeting())
            session.articles.remove(1)
            session.articles.get(1)

    with pytest.raises(NotFound):
        fail()

    assert state(folder) == before
    assert library.undo_status().undo == "Import"
    assert library.undo() is not None


def test_only_the_last_operations_are_kept(library):
    grown(library)
    for n in range(KEPT + 5):
        with library.operation(f"Star {n}") as session:
            session.articles.set_starred(1, n % 2 == 0)

    undone = 0
    while library.undo() is not None:
        undone += 1

    assert undone == KEPT
    with library.reading() as session:
        assert session.articles.get(1).starred  # as the last one that was dropped left it


def test_a_journalled_table_is_not_changed_outside_an_operation(library):
    with library.aside() as session:
        with pytest.raises(sqlite3.IntegrityError, match="outside an operation"):
            session.meetings.add(meeting())
        assert session.meetings.all() == ()


def test_an_operation_inside_an_operation_is_an_error_not_a_deadlock(library):
    inner = library.operation("Inner")
    with library.operation("Outer"), pytest.raises(RuntimeError, match="inside an operation"):
        inner.__enter__()


def test_operations_of_two_threads_wait_for_each_other(library):
    def add(n):
        with library.operation(f"Add {n}") as session:
            session.meetings.add(meeting(title=f"M{n}"))

    threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(library.history()) == 8


def test_a_text_stays_when_its_import_is_undone_so_that_redo_has_it(library):
    grown(library)
    library.undo()
    library.redo()

    with library.reading() as session:
        assert session.articles.get(1).text == imported().text


def test_the_journal_of_an_import_holds_no_text(library, folder):
    grown(library)

    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        assert db.execute("SELECT count(*), count(before) FROM change").fetchone()[1] == 0


def test_a_nul_character_in_a_title_survives_undo_and_redo(library):
    grown(library)
    title = 'a\x00b "quoted" \\ \u2028 é \U0001f332'
    with library.operation("Edit") as session:
        session.articles.set(1, title=Stated(title, "set by the user"))
    library.undo()
    library.redo()
    library.undo()
    library.redo()

    with library.reading() as session:
        assert session.articles.get(1).title == title
