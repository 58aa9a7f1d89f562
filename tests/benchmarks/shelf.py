"""Libraries for the window to be measured on: made-up articles, with as many marks as are
wanted."""

from __future__ import annotations

import datetime as dt
import json
from hashlib import sha256
from pathlib import Path

from briefing.library import Library
from briefing.model import (
    Ask,
    Findings,
    ImportedText,
    Issue,
    Meeting,
    Person,
    Records,
    Sentence,
    Span,
    Stated,
)
from tests.benchmarks import corpus, store

SIDES = ("Arland", "Bellmark")
WORDS, MARKS = 1_500, 60
_PEOPLE, _MENTIONS = 9, 4  # of an article: 36 marks; its asks are the other 24


def fill(folder: Path, articles: list[dict]) -> None:
    """Put articles with their sentences into a library, new or not."""
    library = Library.open(folder)
    with library.operation("Import") as session:
        for article in articles:
            add(session, article)
    library.close()


def add(session, article: dict) -> int:
    """Put one article into a library; return its id."""
    text, made = article["body"], f"{article['id']} {article['title']}"
    imported = ImportedText(
        path=f"{article['id']}.txt",
        sha256=sha256(made.encode()).hexdigest(),
        original=b"",
        text=text,
        encoding="utf-8",
        title=Stated(article["title"], "made up"),
        outlet=Stated(article["source"], "made up"),
        published=Stated(article["date"], "made up"),
    )
    number = session.articles.add(imported, dt.date(2026, 1, 1).isoformat())
    found = tuple(Sentence(start, end, 1) for start, end in json.loads(store.sentences(text)))
    session.findings.put(number, Findings(backend="rules", resources="", sentences=found))
    return number


def mark(folder: Path, count: int, *, apart: bool = False, asks: int = MARKS) -> tuple[int, ...]:
    """Add articles of 1,500 words with 60 marks each to a library; return their ids.

    Args:
        apart: each has a meeting of its own, else one meeting has them all.
        asks: how many asks there are at most in a meeting.
    """
    library = Library.open(folder)
    with library.operation("Import") as session:
        made = [(add(session, one), one["body"]) for one in _long_ones(count, 100 + 100 * apart)]
        for some in [[one] for one in made] if apart else [made]:
            _hold(session, some, asks)
    library.close()
    return tuple(number for number, _ in made)


def _long_ones(count: int, seed: int) -> list[dict]:
    """Return articles of 1,500 words: made-up ones, several put together."""
    shorts, longs = iter(corpus.articles(count * 12, seed)), []
    for number in range(count):
        one = next(shorts)
        words = one["body"].split(" ")
        while len(words) < WORDS:
            words += next(shorts)["body"].split(" ")
        body = " ".join(words[:WORDS]).rstrip(".,") + "."
        longs.append({**one, "id": f"long {seed} {number}", "body": body})
    return longs


def _hold(session, articles: list[tuple[int, str]], most: int) -> None:
    numbers = tuple(number for number, _ in articles)
    meeting = Meeting(
        id=0,
        title=f"Talks {numbers[0]}",
        sides=SIDES,
        date=dt.date(2026, 2, 1 + numbers[0] % 27),
        leaders=((SIDES[0], "Ida Vane"), (SIDES[1], "Olaf Brink")),
        place="Sund",
        host=SIDES[0],
        articles=numbers,
    )
    made = session.meetings.add(meeting)
    people, asks = [], []
    for number, text in articles:
        sentences = [
            Span(number, start, end, text[start:end])
            for start, end in json.loads(store.sentences(text))
        ]
        people += _people(number, sentences)
        asks += _asks(number, sentences)
    session.records.replace(
        Records(people=tuple(people[:40]), issues=_issues(asks), asks=tuple(asks[:most])),
        meeting=made,
    )


def _people(article: int, sentences: list[Span]) -> list[Person]:
    found = []
    for number in range(_PEOPLE):
        where = sentences[number * _MENTIONS : (number + 1) * _MENTIONS]
        spans = tuple(_words(span, 2) for span in where)
        found.append(
            Person(
                id=0,
                key=f"person {article} {number}",
                meeting=None,
                side=SIDES[number % 2],
                name=f"Ida Number{number} Of{article}",
                roles=("Minister of Harbours",),
                kind="minister",
                participation="attending",
                status="proposed",
                spans=spans,
                outlets=("The Wire",),
                why="made up",
            )
        )
    return found


def _asks(article: int, sentences: list[Span]) -> list[Ask]:
    chosen = sentences[1 :: max(1, len(sentences) // 24)][: MARKS - _PEOPLE * _MENTIONS]
    return [
        Ask(
            id=0,
            key=f"ask {article} {number}",
            meeting=None,
            side=SIDES[number % 2],
            of=SIDES[1 - number % 2],
            kind=("ask", "offer", "red_line")[number % 3],
            text=_words(span, 12).quote,
            issues=(f"Issue {number % 12}",),
            voiced_by=None,
            attribution="reporter",
            band="candidate" if number % 6 == 5 else "high",
            status="proposed",
            spans=(span,),
            clauses=(_words(span, 9),),
            outlets=("The Wire",),
            why="made up",
        )
        for number, span in enumerate(chosen)
    ]


def _issues(asks: list[Ask]) -> tuple[Issue, ...]:
    by_label: dict[str, list[Ask]] = {}
    for ask in asks:
        by_label.setdefault(ask.issues[0], []).append(ask)
    return tuple(
        Issue(
            id=0,
            key=label,
            meeting=None,
            label=label,
            parent=None,
            status="proposed",
            spans=tuple(ask.spans[0] for ask in found),
            by_side=((SIDES[0], 3), (SIDES[1], 2)),
        )
        for label, found in by_label.items()
    )


def _words(span: Span, count: int) -> Span:
    """Return the first words of a span."""
    quote = " ".join(span.quote.split(" ")[:count])
    return Span(span.article, span.start, span.start + len(quote), quote)
