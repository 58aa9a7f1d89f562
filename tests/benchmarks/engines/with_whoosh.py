"""Whoosh as it comes, with its stemming analyser and its own codec."""

from __future__ import annotations

import datetime as dt
import sqlite3

from whoosh import fields, index, qparser, query
from whoosh.analysis import StemmingAnalyzer


class Engine:
    def build(self, articles, folder):
        folder.mkdir(parents=True)
        words = fields.TEXT(analyzer=StemmingAnalyzer())
        schema = fields.Schema(
            id=fields.NUMERIC(int, stored=True, unique=True),
            title=words,
            body=words,
            source=fields.ID,
            date=fields.DATETIME,
        )
        writer = index.create_in(str(folder), schema).writer(limitmb=256)
        for article in articles:
            writer.add_document(**_document(article))
        writer.commit()

    def open(self, folder, texts):
        self._searcher = index.open_dir(str(folder)).searcher()
        self._db = sqlite3.connect(texts)
        schema, boosts = self._searcher.schema, {"title": 4.0}
        self._every = qparser.MultifieldParser(["title", "body"], schema, boosts)
        self._any = qparser.MultifieldParser(
            ["title", "body"], schema, boosts, group=qparser.OrGroup
        )

    def ask(self, kind, asked):  # noqa: PLR0911
        match kind:
            case "phrase":
                return self._first(self._every.parse(f'"{asked}"'))
            case "prefix" | "typing":
                return self._first(self._every.parse(f"{asked}*"))
            case "or3":
                return self._first(self._any.parse(asked))
            case "fuzzy":
                fuzzy = [query.FuzzyTerm(f, asked, prefixlength=1) for f in ("title", "body")]
                return self._first(query.Or(fuzzy))
            case "filter":
                return self._filtered(*asked)
            case "snippets":
                return self._snippets(self._every.parse(asked))
            case _:
                return self._first(self._every.parse(asked))

    def _first(self, asked, **options):
        return [hit["id"] for hit in self._searcher.search(asked, limit=10, **options)]

    def _filtered(self, word, source, first, last):
        days = query.DateRange(
            "date", dt.datetime.fromisoformat(first), dt.datetime.fromisoformat(last)
        )
        return self._first(
            self._every.parse(word), filter=query.And([query.Term("source", source), days])
        )

    def _snippets(self, asked):
        sql = "select body from doc where id = ?"
        return [
            hit.highlights("body", text=self._db.execute(sql, (hit["id"],)).fetchone()[0])
            for hit in self._searcher.search(asked, limit=10)
        ]

    def add(self, article, folder):
        writer = index.open_dir(str(folder)).writer()
        writer.add_document(**_document(article))
        writer.commit()


def _document(article):
    return {
        "id": article["id"] + 1,
        "title": article["title"],
        "body": article["body"],
        "source": article["source"],
        "date": dt.datetime.fromisoformat(article["date"]),
    }
