import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from briefing.errors import LibraryDamaged
from briefing.library import Library
from briefing.model import Extent, Records, Sentence, Span
from tests.library.values import ask, decision, findings, imported, meeting, records


@pytest.fixture
def filled(library):
    library.keep_original(imported().original, imported().sha256)
    with library.operation("Import") as session:
        article = session.articles.add(imported(), "2031")
        held = session.meetings.add(meeting(articles=(article,)))
        session.findings.put(article, findings())
        session.records.replace(records(article), meeting=held)
        session.decisions.add(decision(spans=ask().spans))
    return library


def spoil(library, sql, *values):
    """Change the file behind the library's back."""
    with closing(sqlite3.connect(library.folder / "library.sqlite3")) as db:
        db.execute("INSERT OR IGNORE INTO recording VALUES (1, NULL)")
        db.execute(sql, values)
        db.execute("DELETE FROM recording")
        db.commit()


def test_a_sound_library_has_no_problems(filled):
    assert filled.check() == ()


def test_a_library_stays_sound_over_undo_and_redo(filled):
    filled.undo()
    assert filled.check() == ()
    filled.redo()
    assert filled.check() == ()


def test_a_missing_original_is_told(filled):
    (filled.folder / "originals" / imported().sha256).unlink()

    (problem,) = filled.check()
    assert problem.startswith("Article 1: The original")


def test_a_changed_original_is_told(filled):
    (filled.folder / "originals" / imported().sha256).write_bytes(b"other")

    (problem,) = filled.check()
    assert "has been changed" in problem


def test_a_changed_text_is_told_and_so_is_each_quote_it_breaks(filled):
    spoil(filled, "UPDATE source SET text = replace(text, 'wants', 'hates')")

    problems = filled.check()
    assert problems[0] == "The text of article 1 has been changed."
    assert any(p.startswith("The ask 3 (“lift duty”)") for p in problems)
    assert any(p.startswith("The decision 1") for p in problems)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"sentences": (Sentence(0, 10**6, 1),)}, "a sentence outside its text"),
        ({"people": (replace(findings().people[0], mentions=(Extent(0, 3, "XYZ"),)),)}, "0 to 3"),
        ({"people": (replace(findings().people[0], mentions=(Extent(-3, 3, "Env"),)),)}, ""),
    ],
)
def test_findings_that_do_not_fit_the_text_are_told(filled, wrong, told):
    with filled.operation("Extract") as session:
        session.findings.put(1, findings(**wrong))

    problems = filled.check()
    if told:
        assert len(problems) == 1
        assert problems[0].startswith("The findings of article 1")
        assert told in problems[0]


def test_a_record_that_quotes_a_removed_article_is_told(filled):
    with filled.operation("Quote") as session:
        stray = ask(spans=(Span(99, 0, 1, "x"),))
        session.records.replace(Records(asks=(stray,)), meeting=1)

    (problem,) = filled.check()
    assert "quotes article 99, which is not in the library" in problem


def test_a_decision_may_quote_a_removed_article(filled):
    with filled.operation("Remove") as session:
        session.records.replace(Records(), meeting=1)
        session.articles.remove(1)

    assert filled.check() == ()


def test_a_broken_link_between_tables_is_told(filled):
    spoil(filled, "DELETE FROM meeting")

    assert any("points to a row of meeting that is not there" in p for p in filled.check())


def test_a_foreign_trigger_under_an_open_library_is_told(filled):
    spoil(filled, "CREATE TRIGGER evil AFTER INSERT ON article BEGIN DELETE FROM source; END")

    (problem,) = filled.check()
    assert "tables of the database are not those" in problem


def test_a_stored_value_that_cannot_be_read_is_told(filled):
    spoil(filled, "UPDATE findings SET payload = '{'")

    (problem,) = filled.check()
    assert "stored value is no JSON" in problem


def test_a_file_whose_pages_are_overwritten_does_not_open(folder):
    with Library.open(folder) as library, library.operation("Import") as session:
        session.articles.add(imported(), "2031")
    file = folder / "library.sqlite3"
    data = bytearray(file.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 64] = b"\xff" * 64
    file.write_bytes(data)

    with pytest.raises(LibraryDamaged, match="is damaged"):
        Library.open(folder)
