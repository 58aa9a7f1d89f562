"""Salience: issues on the table are shown, those mentioned in passing are not."""

from __future__ import annotations

from briefing.extract.issues.issues import find_issues
from briefing.extract.issues.salience import on_the_table, without_passing
from briefing.extract.scenes.speaking import sentence_voices
from briefing.extract.scenes.surroundings import Surroundings
from tests.extract.asking import asks_in, staged, tables

TEXT = """Peru and Chile open talks on tariffs in Lima

Peru urged Chile to lift its tariffs on copper. Chile's minister said tariffs would be discussed.
The two sides will also discuss tariffs on fruit.

The minister, who wrote a book on whaling last year, arrived late.
"""


def weighed():
    stage = staged(TEXT)
    issues = find_issues(stage.document, tables(), meeting=stage.meeting)
    asks = asks_in(TEXT)
    return issues, asks, Surroundings(issues, asks, stage, sentence_voices(stage))


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
