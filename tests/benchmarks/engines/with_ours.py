"""The program's own search, through the doors that the window uses."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3

from briefing.model import Article, Page, Records, Searchable
from briefing.search import Index, Searcher
from briefing.search.parsing import parse

IDENTITY = "benchmark"


class Engine:
    def build(self, articles, folder):
        Index(folder, IDENTITY).rebuild(map(_searchable, articles), 1)

    def open(self, folder, texts):
        from briefing.search.answering import Answering
        from briefing.search.querying import as_whoosh

        self._index = Index(folder, IDENTITY)
        self._db = sqlite3.connect(texts)
        self._searcher = Searcher(self._index, self._pages)
        self._tools = Answering, as_whoosh

    def ask(self, kind, query):
        if kind == "snippets":
            found = self._searcher.search(f"{query} ", limit=10, counted=False)
            return [hit.snippet for hit in found.hits]
        return self._first(_written(kind, query))

    def _first(self, text):
        answering, as_whoosh = self._tools
        parsed = parse(text)
        with self._index.reading() as (snapshot, _):
            answer = answering(snapshot).answer(as_whoosh(parsed.node))
            shown = snapshot.shown([entry for entry, _ in answer.first(10)])
            return [each.article for each in shown]

    def add(self, article, folder):
        if not hasattr(self, "_writing"):
            self._writing, self._generation = Index(folder, IDENTITY), 1
        self._generation += 1
        self._writing.update([_searchable(article)], [], self._generation)

    def _pages(self, numbers):
        sql = f"select * from doc where id in ({', '.join('?' * len(numbers))})"
        return {row[0]: _page(row) for row in self._db.execute(sql, tuple(numbers))}


def _written(kind, query):  # noqa: PLR0911
    match kind:
        case "phrase":
            return f'"{query}"'
        case "prefix":
            return f"{query}*"
        case "fuzzy":
            return f"{query}~ "
        case "or3":
            return f"{' OR '.join(query.split())} "
        case "filter":
            word, source, first, last = query
            return f'{word} source:"{source}" date:{first}..{last} '
        case "typing":
            return query
        case _:
            return f"{query} "


def _searchable(article):
    number, title, body = int(article["id"]) + 1, article["title"], article["body"]
    made = _made(number, title, body, article["source"], article["date"])
    return Searchable(article=made, meetings=(), records=Records())


def _page(row):
    number, title, body, source, date, sentences = row
    return Page(
        id=number,
        headline=title,
        outlet=source,
        published=dt.date.fromisoformat(date),
        text=body,
        sentences=json.loads(sentences),
    )


def _made(number, title, body, source, date):  # noqa: PLR0917
    return Article(
        id=number,
        sha256="",
        file_name="",
        kind="text",
        text=body,
        title=title,
        outlet=source,
        author="",
        published=dt.date.fromisoformat(date),
        language="en",
        imported_at="",
    )
