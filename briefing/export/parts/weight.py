"""What comes first: asks and issues by weight, in an order that never depends on chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.model import Article, Ask, Issue, Span

SHOWN_BANDS = ("high", "medium")
DECIDED = ("accepted", "edited", "added")


def is_shown(ask: Ask) -> bool:
    """Return whether an ask may stand in a briefing: a good band, or the user's own decision."""
    return ask.status != "rejected" and (ask.band in SHOWN_BANDS or ask.status in DECIDED)


def ask_order(articles: Mapping[int, Article], ask: Ask) -> tuple[object, ...]:
    """Return the sort key of an ask: starred, band, number of outlets, early paragraph."""
    return (
        not ask.starred,
        ask.band != "high",
        -len(ask.outlets),
        prominence(articles, ask.spans),
        ask.text,
        ask.key,
    )


def issue_order(
    articles: Mapping[int, Article], asks: Iterable[Ask], issue: Issue
) -> tuple[object, ...]:
    """Return the sort key of an issue: starred, weight of its asks, outlets, sentences, early."""
    about = [ask for ask in asks if issue.label in ask.issues]
    return (
        not issue.starred,
        -sum(_points(ask, issue.label) for ask in about),
        -len(issue.outlets),
        -len(issue.spans),
        prominence(articles, issue.spans),
        issue.label,
    )


def prominence(articles: Mapping[int, Article], spans: Iterable[Span]) -> int:
    """Return the number of the earliest paragraph with one of the spans; 9999 where none is."""
    paragraphs = [
        articles[span.article].paragraph_at(span.start)
        for span in spans
        if span.article in articles
    ]
    return min((number for number in paragraphs if number), default=9999)


def _points(ask: Ask, label: str) -> int:
    """A high ask counts two, a medium one one, and twice that under its main issue."""
    return (2 if ask.band == "high" else 1) * (2 if ask.issues[0] == label else 1)
