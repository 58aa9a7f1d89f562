from dataclasses import replace

import pytest

from briefing.errors import NotFound
from briefing.model import Changes, Records
from tests.library.values import ask, imported, issue, meeting, numbered, person, records


@pytest.fixture
def held(session):
    number = session.articles.add(imported(), "2031")
    return session.meetings.add(meeting(articles=(number,)))


def test_records_come_back_in_the_order_given_with_ids_and_meeting(session, held):
    given = records(asks=(ask("b"), ask("a"), ask("c")))

    session.records.replace(given, meeting=held)

    found = session.records.of(meeting=held)
    assert [a.key for a in found.asks] == ["b", "a", "c"]
    assert {a.meeting for a in found.asks} == {held}
    assert found.people == (replace(given.people[0], id=found.people[0].id, meeting=held),)
    assert found.issues[0].spans == given.issues[0].spans
    assert found.pressure[0].who == "Mill owners"


def test_an_article_without_a_meeting_has_records_of_its_own(session):
    number = session.articles.add(imported(), "2031")

    changes = session.records.replace(Records(asks=(ask(),)), article=number)

    (found,) = session.records.of(article=number).asks
    assert found.meeting is None
    assert changes == Changes(articles=frozenset({number}), asks=frozenset({found.id}))


def test_putting_the_same_records_again_changes_nothing(session, held):
    session.records.replace(records(), meeting=held)

    assert not session.records.replace(records(), meeting=held)


def test_only_what_differs_is_reported(session, held):
    session.records.replace(records(asks=(ask("a"), ask("b"), ask("c"))), meeting=held)
    a, b, c = (x.id for x in session.records.of(meeting=held).asks)

    changes = session.records.replace(
        records(asks=(ask("d"), ask("a"), ask("b", text="less duty"))), meeting=held
    )

    d = session.records.of(meeting=held).asks[0].id
    assert changes == Changes(asks=frozenset({b, c, d}), meetings=frozenset({held}))
    assert d not in {a, b, c}


def test_what_a_read_gives_can_be_written_back_without_a_change(session, held):
    session.records.replace(records(), meeting=held)

    assert not session.records.replace(session.records.of(meeting=held), meeting=held)


def test_a_changed_order_is_kept_but_is_no_change_of_a_record(session, held):
    session.records.replace(records(asks=(ask("a"), ask("b"))), meeting=held)

    changes = session.records.replace(records(asks=(ask("b"), ask("a"))), meeting=held)

    assert not changes
    assert [a.key for a in session.records.of(meeting=held).asks] == ["b", "a"]


def test_a_change_of_pressure_alone_names_its_meeting(session, held):
    session.records.replace(records(), meeting=held)

    changes = session.records.replace(records(pressure=()), meeting=held)

    assert changes == Changes(meetings=frozenset({held}))


def test_a_record_that_comes_back_has_the_id_it_had(session, held):
    session.records.replace(records(), meeting=held)
    before = session.records.of(meeting=held).asks[0].id
    session.records.replace(Records(), meeting=held)
    session.records.replace(records(asks=(ask("other"),)), meeting=held)

    session.records.replace(records(asks=(ask("other"), ask())), meeting=held)

    assert session.records.of(meeting=held).asks[1].id == before


def test_the_same_key_in_two_meetings_is_two_records(session, held):
    other = session.meetings.add(meeting())

    for number in (held, other):
        session.records.replace(records(), meeting=number)

    assert len({a.id for a in session.records.all("ask")}) == 2


def test_a_record_is_got_by_kind_and_id(session, held):
    session.records.replace(records(people=(person(),), issues=(issue(),)), meeting=held)
    found = session.records.of(meeting=held)

    assert session.records.get("person", found.people[0].id) == found.people[0]
    assert session.records.get("issue", found.issues[0].id) == found.issues[0]
    with pytest.raises(NotFound, match=f"no ask {found.people[0].id}"):
        session.records.get("ask", found.people[0].id)


def test_two_records_of_one_key_are_refused(session, held):
    with pytest.raises(ValueError, match="same key"):
        session.records.replace(records(asks=(ask(), ask())), meeting=held)


@pytest.mark.parametrize("scope", [{}, {"meeting": 1, "article": 1}])
def test_records_belong_to_one_meeting_or_one_article(session, held, scope):
    with pytest.raises(ValueError, match="one meeting or to one article"):
        session.records.of(**scope)


def test_the_records_of_another_article_are_left_alone(session):
    first, second = (session.articles.add(numbered(n), "2031") for n in (1, 2))
    for number in (first, second):
        session.records.replace(records(number), article=number)

    session.records.replace(Records(), article=first)

    assert len(session.records.of(article=second).asks) == 1


def test_asks_are_counted_without_being_read(session, held):
    asks = (
        ask("a", starred=True), ask("b", band="medium", status="accepted"),
        ask("c", band="candidate", starred=True),
    )  # fmt: skip
    assert session.records.asks_counted(("high", "medium")) == (0, 0, 0)

    session.records.replace(records(asks=asks), meeting=held)

    assert session.records.asks_counted(("high", "medium")) == (2, 1, 1)
    assert session.records.asks_counted(("candidate",)) == (1, 1, 1)
