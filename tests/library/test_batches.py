"""Operations of one batch are one step of undo; the other tables that imports fill."""

import pytest

from briefing.library import Library, journal
from briefing.library.twins import Twin
from briefing.model import Meeting
from briefing.phrase import phrase
from tests.library.values import imported


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library") as library:
        yield library


def articles(library):
    with library.reading() as session:
        return [line.id for line in session.articles.lines()]


def add(library, *texts, batch=None):
    added = []
    for text in texts:
        sample = imported(text)
        library.keep_original(sample.original, sample.sha256)
        with library.operation(f"Import “{text}”", batch=batch) as session:
            added.append(session.articles.add(sample, "2025-01-01T00:00:00+00:00"))
    return added


def test_a_batch_is_undone_and_done_again_as_one_step(library):
    add(library, "before")
    added = add(library, "one", "two", "three", batch=library.batch("Import {number} articles"))
    assert library.history() == ("Import 3 articles", "Import “before”")

    assert library.undo().title == "Import 3 articles"
    assert len(articles(library)) == 1
    assert library.undo_status().redo == "Import 3 articles"

    undone = library.redo()
    assert undone.changes.articles == frozenset(added)
    assert len(articles(library)) == 4
    assert library.check() == ()


def test_a_batch_of_one_has_the_title_of_that_one(library):
    add(library, "one", batch=library.batch("Import {number} articles"))
    assert library.undo_status().undo == "Import “one”"


def test_what_came_between_two_parts_of_a_batch_parts_its_undo(library):
    batch = library.batch("Import {number} articles")
    add(library, "one", "two", batch=batch)
    with library.operation("New meeting") as session:
        session.meetings.add(Meeting(id=0, title="A – B", sides=("A", "B")))
    add(library, "three", "four", batch=batch)
    assert library.history() == ("Import 2 articles", "New meeting", "Import 2 articles")
    library.undo()
    assert len(articles(library)) == 2


def test_two_batches_are_two_steps(library):
    add(library, "one", "two", batch=library.batch("Import {number} articles"))
    add(library, "three", "four", batch=library.batch("Import {number} articles"))
    library.undo()
    assert len(articles(library)) == 2


def test_a_batch_counts_once_among_the_steps_that_are_kept(library, monkeypatch):
    monkeypatch.setattr(journal, "KEPT", 2)
    add(library, "zero")
    add(library, *"abcdef", batch=library.batch("Import {number} articles"))
    add(library, "last")
    assert library.history() == ("Import “last”", "Import 6 articles")


def test_a_group_of_twins_goes_with_undo_and_with_its_articles(library):
    one, two, three = add(library, "one", "two", "three")
    with library.operation("Group") as session:
        session.twins.put(Twin(one, one, "", 1000))
        session.twins.put(Twin(two, one, "copy", 900))
        session.twins.put(Twin(three, one, "version", 800))
    with library.operation("Remove") as session:
        session.articles.remove(one)
    with library.reading() as session:
        assert [twin.article for twin in session.twins.of(three)] == [two, three]
    library.undo()
    library.undo()
    with library.reading() as session:
        assert session.twins.of(three) == ()


def test_the_last_two_of_a_group_part_for_good(library):
    one, two = add(library, "one", "two")
    with library.operation("Group") as session:
        session.twins.put(Twin(one, one, "", 1000))
        session.twins.put(Twin(two, one, "copy", 900))
    with library.operation("Part") as session:
        session.twins.take_out(two)
    with library.reading() as session:
        assert session.twins.leaders([one, two]) == {}


def test_articles_that_share_bands_are_found_those_with_most_first(library):
    one, two, three = add(library, "one", "two", "three")
    with library.aside() as session:
        session.twins.sketch(one, [1, 2])
        session.twins.sketch(two, [1, 2, 3])
        session.twins.sketch(three, [9])
        session.twins.sketch(99, [1, 2, 3])
        assert session.twins.sharing([1, 2, 3]) == (two, one)


def test_a_line_is_counted_once_for_articles_that_are_the_same(library):
    one, two, three = add(library, "one", "two", "three")
    with library.operation("Group") as session:
        for article in (one, two, three):
            session.outlet_lines.saw("The Paper", ["Read more"], article)
        session.twins.put(Twin(one, one, "", 1000))
        session.twins.put(Twin(two, one, "copy", 900))
        assert session.outlet_lines.times("The Paper", ["Read more", "Other"]) == {"Read more": 2}
        assert session.outlet_lines.articles("The Paper", "Read more") == (one, two, three)


def test_what_the_user_said_of_a_line_can_be_undone(library):
    with library.operation("Always") as session:
        session.outlet_lines.set_rule("The Paper", "Read more", hide=True)
    with library.operation("Never") as session:
        session.outlet_lines.set_rule("The Paper", "Read more", hide=False)
    library.undo()
    with library.reading() as session:
        assert session.outlet_lines.rules("The Paper") == {"Read more": True}


def test_watched_folders_remember_what_was_seen(library):
    with library.aside() as session:
        session.watched.put("/a", {})
        session.watched.put("/a", {"x.txt": (3, 12)})
        session.watched.put("/b", {})
        session.watched.remove("/b")
    with library.reading() as session:
        assert session.watched.all() == {"/a": {"x.txt": (3, 12)}}


def test_a_title_keeps_its_pattern_and_its_names_when_the_library_is_opened_again(tmp_path):
    with Library.open(tmp_path / "library") as library:
        title = phrase("Import “{name}”", name='The “{harbour}” ["ferry"]')
        with library.operation(title) as session:
            session.meetings.add(Meeting(id=0, title="A – B", sides=("A", "B")))
    with Library.open(tmp_path / "library") as library:
        (kept,) = library.history()
    assert kept == title
    assert (kept.pattern, kept.values) == (title.pattern, title.values)


def test_the_title_of_a_batch_has_its_number_as_a_value(library):
    add(library, "one", "two", batch=library.batch("Import {number} articles"))
    assert library.undo_status().undo.values == {"number": "2"}


def test_the_title_of_a_batch_of_a_former_version_is_still_told(library):
    add(library, "one", "two", batch=library.batch("Import # articles"))
    assert library.undo_status().undo == "Import 2 articles"
