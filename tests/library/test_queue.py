import pytest

from briefing.model import Records, Stated
from tests.library.values import ask, decision, findings, imported, meeting


@pytest.fixture
def article(library):
    with library.operation("Import") as session:
        return session.articles.add(imported(), "2031")


@pytest.fixture
def indexed(library, article):
    with library.aside() as session:
        session.queue.done(session.queue.pending())
    return article


def test_an_import_puts_its_article_on_the_queue(library, article):
    with library.reading() as session:
        assert session.queue.pending() == (article,)


def test_what_is_done_leaves_the_queue(library, indexed):
    with library.reading() as session:
        assert session.queue.pending() == ()


def test_what_changed_while_it_was_indexed_stays_on_the_queue(library, article):
    read = library.generation()
    with library.operation("Edit") as session:
        session.articles.set(article, title=Stated("Timber", "user"))

    with library.aside() as session:
        session.queue.done([article], upto=read)
        assert session.queue.pending() == (article,)
        session.queue.done([article], upto=read + 1)
        assert session.queue.pending() == ()


@pytest.mark.parametrize(
    "act",
    [
        lambda s, a: s.articles.set(a, outlet=Stated("Post", "user")),
        lambda s, a: s.articles.set_hidden(a, ()) or s.articles.set_starred(a, True),
        lambda s, a: s.articles.remove(a),
        lambda s, a: s.findings.put(a, findings()),
        lambda s, a: s.meetings.add(meeting(articles=(a,))),
        lambda s, a: s.records.replace(Records(asks=(ask(),)), article=a),
    ],
)
def test_the_generation_grows_with_what_can_be_searched(library, indexed, act):
    before = library.generation()

    with library.operation("Act") as session:
        act(session, indexed)

    assert library.generation() > before
    with library.reading() as session:
        assert session.queue.pending() == (indexed,)


def test_the_generation_stays_where_nothing_searchable_changed(library, indexed):
    before = library.generation()
    with library.operation("Decide") as session:
        session.decisions.add(decision())
    with library.aside() as session:
        session.searches.add("timber")
        session.positions.set(indexed, 3)
        session.queue.add([])

    assert library.generation() == before


def test_asking_for_articles_by_hand_moves_the_generation_too(library, indexed):
    before = library.generation()

    with library.aside() as session:
        session.queue.add([indexed, indexed, 99])

    assert library.generation() > before
    with library.reading() as session:
        assert session.queue.pending() == (indexed, 99)


def test_a_failed_operation_leaves_queue_and_generation(library, indexed):
    before = library.generation()

    def edit_and_fail():
        with library.operation("Edit") as session:
            session.articles.set(indexed, title=Stated("x", ""))
            session.queue.add([indexed])
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        edit_and_fail()

    assert library.generation() == before
    with library.reading() as session:
        assert session.queue.pending() == ()
