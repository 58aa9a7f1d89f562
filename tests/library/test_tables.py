"""Findings, decisions, meetings, and what undo leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from briefing.errors import NotFound
from tests.library.values import (
    TEXT,
    ask,
    decision,
    findings,
    imported,
    meeting,
    numbered,
    quoted,
    records,
)


@pytest.fixture
def article(session):
    return session.articles.add(imported(), "2031")


def test_findings_come_back_as_put(session, article):
    session.findings.put(article, findings())

    assert session.findings.get(article) == findings()


def test_there_are_no_findings_before_the_first_extraction(session, article):
    assert session.findings.get(article) is None


def test_new_findings_replace_the_old(session, article):
    session.findings.put(article, findings())
    session.findings.put(article, findings(people=(), backend="parser"))

    assert session.findings.get(article) == findings(people=(), backend="parser")
    assert session.articles.get(article).extracted_by == "parser"


def test_the_same_findings_and_the_same_meeting_write_nothing(library):
    with library.operation("Import") as session:
        article = session.articles.add(imported(), "2031")
        session.findings.put(article, findings())
        held = session.meetings.add(meeting())

    with library.operation("Again") as session:
        session.findings.put(article, findings())
        session.meetings.set(meeting(id=held))

    assert library.history() == ("Import",)


def test_findings_of_an_article_that_is_not_there_are_refused(session):
    with pytest.raises(NotFound, match="no article 9"):
        session.findings.put(9, findings())


def test_a_meeting_has_the_findings_of_its_articles(session, article):
    other = session.articles.add(numbered(2), "2031")
    held = session.meetings.add(meeting(articles=(article,)))
    for number in (article, other):
        session.findings.put(number, findings())

    assert session.findings.of_meeting(held) == {article: findings()}


def test_a_decision_comes_back_with_its_id(session):
    made = decision(
        action="add",
        fields={"text": "the duty gone", "issues": ["Timber", "Duties"]},
        spans=(quoted(1, "timber"),),
    )

    number = session.decisions.add(made)

    assert session.decisions.of(meeting=1) == (replace(made, id=number),)


def test_decisions_that_hold_everywhere_come_with_those_of_each_meeting_and_article(session):
    for where in ({"meeting": 1}, {"meeting": None}, {"meeting": None, "article": 5}):
        session.decisions.add(decision(**where))

    assert [d.id for d in session.decisions.of(meeting=1)] == [1, 2]
    assert [d.id for d in session.decisions.of(article=5)] == [2, 3]
    assert [d.id for d in session.decisions.of(meeting=1, article=5)] == [1, 2, 3]
    assert [d.id for d in session.decisions.of()] == [2]
    assert [d.id for d in session.decisions.all()] == [1, 2, 3]


def test_a_meeting_comes_back_as_added(session, article):
    number = session.meetings.add(meeting(articles=(article,), end_date=date(2031, 3, 9)))

    expected = meeting(id=number, articles=(article,), end_date=date(2031, 3, 9))
    assert session.meetings.get(number) == expected


def test_meetings_come_newest_first_and_undated_last(session):
    days = (date(2031, 1, 1), None, date(2032, 1, 1))
    for day in days:
        session.meetings.add(meeting(date=day))

    assert [m.date for m in session.meetings.all()] == [days[2], days[0], None]


def test_setting_a_meeting_changes_its_fields_and_not_its_articles(session, article):
    number = session.meetings.add(meeting(articles=(article,)))

    session.meetings.set(meeting(id=number, place="Corvo", host="Bellmark", articles=()))

    found = session.meetings.get(number)
    assert (found.place, found.host, found.articles) == ("Corvo", "Bellmark", (article,))


def test_a_meeting_counts_its_firm_asks(session, article):
    number = session.meetings.add(meeting(articles=(article,)))
    asks = (
        ask("a", band="high"),
        ask("b", band="medium"),
        ask("c", band="candidate"),
        ask("d", status="rejected"),
    )

    session.records.replace(records(asks=asks), meeting=number)

    assert session.meetings.get(number).asks == 2


def test_an_article_is_assigned_once_and_unassigned(session, article):
    number = session.meetings.add(meeting())
    session.meetings.assign(article, number)
    session.meetings.assign(article, number)
    assert session.meetings.get(number).articles == (article,)
    assert session.articles.get(article).meetings == (number,)

    session.meetings.unassign(article, number)
    assert session.meetings.get(number).articles == ()


def test_a_removed_meeting_leaves_its_articles_and_decisions(session, article):
    number = session.meetings.add(meeting(articles=(article,)))
    session.records.replace(records(article), meeting=number)
    session.decisions.add(decision(meeting=number))

    session.meetings.remove(number)

    assert session.meetings.all() == ()
    assert session.records.all("ask") == ()
    assert session.articles.get(article).meetings == ()
    assert len(session.decisions.of(meeting=number)) == 1


@pytest.mark.parametrize(
    "call",
    [
        lambda s: s.meetings.get(7),
        lambda s: s.meetings.set(meeting(id=7)),
        lambda s: s.meetings.remove(7),
        lambda s: s.meetings.assign(1, 7),
    ],
)
def test_a_meeting_that_is_not_there_is_named(session, article, call):
    with pytest.raises(NotFound, match="no meeting 7"):
        call(session)


def test_an_article_that_is_not_there_cannot_be_assigned(session):
    number = session.meetings.add(meeting())

    with pytest.raises(NotFound, match="no article 9"):
        session.meetings.assign(9, number)


def test_a_reading_position_is_remembered_and_undo_leaves_it(library):
    with library.operation("Import") as session:
        number = session.articles.add(imported(), "2031")
    with library.aside() as session:
        assert session.positions.get(number) == 0
        session.positions.set(number, len(TEXT) // 2)
        session.positions.set(number, 40)

    library.undo()

    with library.reading() as session:
        assert session.positions.get(number) == 40


def test_saved_searches_keep_their_order_and_are_saved_once(library):
    with library.aside() as session:
        for query in ("timber", "side:Arland", "timber"):
            session.searches.add(query)
        assert session.searches.all() == ("timber", "side:Arland")

        session.searches.remove("timber")
        session.searches.remove("never saved")
        assert session.searches.all() == ("side:Arland",)


def test_the_last_export_of_a_meeting_is_kept(library):
    with library.aside() as session:
        assert session.exports.last(1) is None
        session.exports.put(1, "/out/a.md", "0" * 64, "# Old")
        session.exports.put(1, "/out/a.md", "1" * 64, "# New")
        assert session.exports.last(1) == "# New"
