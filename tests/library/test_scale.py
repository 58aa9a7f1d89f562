"""Figures for a library of a thousand articles: shown, not judged, as machines differ."""

import sqlite3
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import pairwise
from time import perf_counter

import pytest

from briefing.library import Library
from briefing.model import Extent, Sentence
from tests.library.values import ask, findings, imported, issue, meeting, person, quoted, records

ARTICLES, MEETINGS, LINE = 1000, 100, "The envoy of Arland will see her colleague on Friday. "
START, LINES = 25, 90


class Figures:
    def __init__(self):
        self.said = []

    @contextmanager
    def timed(self, what):
        start = perf_counter()
        yield
        self.said.append(f"{what} {perf_counter() - start:.3f} s")


def text_of(n):
    return f"Envoys meet over timber\n\n{LINE * LINES}\n\nNumber {n}."


def findings_of(text):
    edges = [START + n * len(LINE) for n in range(LINES + 1)]
    sentences = tuple(Sentence(a, b - 1, 2) for a, b in pairwise(edges))
    mentions = tuple(Extent.of(text, s.start, s.start + 19) for s in sentences)
    (one,) = findings(text).people
    people = tuple(replace(one, name=f"P{i}", mentions=mentions[i::5]) for i in range(5))
    return findings(text, sentences=sentences, people=people)


def records_of(article):
    spans = (quoted(article, "The envoy of Arland", text_of(0)),)
    return records(
        people=tuple(person(f"p{i}", spans=spans) for i in range(12)),
        issues=tuple(issue(f"i{i}", spans=spans) for i in range(10)),
        asks=tuple(ask(f"a{i}", spans=spans) for i in range(10)),
        pressure=(),
    )


def fill(session):
    held = [session.meetings.add(meeting(title=f"Meeting {n}")) for n in range(MEETINGS)]
    for n in range(ARTICLES):
        text = text_of(n)
        article = session.articles.add(imported(text, path=f"/in/{n}.txt"), "2031")
        session.findings.put(article, findings_of(text))
        session.meetings.assign(article, held[n % MEETINGS])
    for number in held:
        first = session.meetings.get(number).articles[0]
        session.records.replace(records_of(first), meeting=number)


READS = {
    "lines": lambda s: s.articles.lines(),
    "meetings": lambda s: s.meetings.all(),
    "all asks": lambda s: s.records.all("ask"),
    "an article": lambda s: s.articles.get(500),
    "records of a meeting": lambda s: s.records.of(meeting=50),
    "findings of a meeting": lambda s: s.findings.of_meeting(50),
}


@pytest.mark.slow
def test_the_journal_of_a_thousand_imported_articles_weighs_nothing(folder, capsys):
    figures = Figures()
    with Library.open(folder) as library:
        with figures.timed("import"), library.operation("Import") as session:
            fill(session)
        for what, read in READS.items():
            with figures.timed(what), library.reading() as session:
                read(session)
        size = (folder / "library.sqlite3").stat().st_size
        for act in (library.undo, library.redo):
            with figures.timed(act.__name__):
                act()
    with figures.timed("open"):
        library = Library.open(folder)
    with library, figures.timed("check"):
        problems = library.check()
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        journal = db.execute("SELECT coalesce(sum(length(before)), 0) FROM change").fetchone()[0]
    with capsys.disabled():
        sys.stdout.write(f"\n{', '.join(figures.said)}; {size / 1e6:.1f} MB\n")

    assert journal == 0
    assert [p for p in problems if "The original" not in p] == []
