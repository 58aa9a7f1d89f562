"""Salience: issues on the table are shown, those mentioned in passing are not."""

from __future__ import annotations

from briefing.extract.issues import find_issues
from briefing.extract.salience import Surroundings, on_the_table, without_passing
from briefing.extract.sides import side_mentions
from tests.extract.asking import asks_in, document, meeting_of, tables

TEXT = """Peru and Chile open talks on tariffs in Lima

Peru urged Chile to lift its tariffs on copper. Chile's minister said tariffs would be discussed.
The two sides will also discuss tariffs on fruit.

The minister, who wrote a book on whaling last year, arrived late.
"""


def weighed():
    read = document(TEXT)
    issues = find_issues(read, tables(), meeting=meeting_of(read))
    asks = asks_in(TEXT)
    mentions = side_mentions(read, tables())
    return issues, asks, Surroundings(issues, asks, read, meeting_of(read), mentions, tables())


def test_what_is_asked_for_is_on_the_table():
    _, _, around = weighed()

    assert "Tariffs" in {issue.label for issue in on_the_table(around)}


def test_issues_shown_are_some_of_those_found_in_their_order():
    issues, _, around = weighed()
    shown = on_the_table(around)

    assert [issue for issue in issues if issue in shown] == list(shown)


def test_asks_carry_no_issue_that_is_not_shown():
    _, asks, around = weighed()
    shown = on_the_table(around)[:1]

    labels = {label for ask in without_passing(asks, shown) for label in ask.issues}
    assert labels <= {issue.label for issue in shown}
