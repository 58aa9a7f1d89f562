"""SQLite's own full-text search, with Porter's stemmer and no prefix index."""

from __future__ import annotations

import sqlite3
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from tests.benchmarks.store import snippet


class Engine:
    def build(self, articles, folder):
        folder.mkdir(parents=True)
        db = sqlite3.connect(folder / "fts.db")
        db.execute("pragma journal_mode=off")
        db.execute("pragma synchronous=off")
        db.execute(
            "create virtual table f using fts5"
            "(title, body, source unindexed, date unindexed, content='', tokenize='porter unicode61')"
        )
        db.executemany(
            "insert into f(rowid, title, body) values (?, ?, ?)",
            ((a["id"] + 1, a["title"], a["body"]) for a in articles),
        )
        db.commit()
        db.execute("insert into f(f) values ('optimize')")
        db.commit()
        db.close()

    def open(self, folder, texts):
        self._db = sqlite3.connect(folder / "fts.db")
        self._db.execute("attach ? as texts", (str(texts),))
        self._words = None
        import Stemmer

        self._stem = lru_cache(Stemmer.Stemmer("porter").stemWord)

    def ask(self, kind, query):  # noqa: PLR0911
        match kind:
            case "phrase":
                return self._first(f'"{query}"')
            case "prefix" | "typing":
                return self._first(f"{query}*")
            case "or3":
                return self._first(" OR ".join(query.split()))
            case "fuzzy":
                return self._first(self._alike(query))
            case "filter":
                return self._filtered(*query)
            case "snippets":
                return [self._snippet(number, query) for number in self._first(query)]
            case _:
                return self._first(query)

    def _first(self, match):
        sql = "select rowid from f where f match ? order by bm25(f, 4.0, 1.0) limit 10"
        return [row[0] for row in self._db.execute(sql, (match,))]

    def _filtered(self, word, source, first, last):
        sql = (
            "select f.rowid from f join texts.doc d on d.id = f.rowid where f match ?"
            " and d.source = ? and d.date between ? and ? order by bm25(f, 4.0, 1.0) limit 10"
        )
        return [row[0] for row in self._db.execute(sql, (word, source, first, last))]

    def _alike(self, query):
        if self._words is None:
            self._db.execute("create virtual table temp.v using fts5vocab(main, f, row)")
            self._words = [row[0] for row in self._db.execute("select term from v")]
        near = [
            f'"{word}"'
            for word in self._words
            if word[0] == query[0] and Levenshtein.distance(word, query, score_cutoff=1) <= 1
        ]
        return " OR ".join(near) or '"zzzz"'

    def _snippet(self, number, query):
        sql = "select body from texts.doc where id = ?"
        text = self._db.execute(sql, (number,)).fetchone()[0]
        return snippet(text, query.split(), self._stem)

    def add(self, article, folder):
        db = sqlite3.connect(folder / "fts.db")
        row = article["id"] + 1, article["title"], article["body"]
        db.execute("insert into f(rowid, title, body) values (?, ?, ?)", row)
        db.commit()
        db.close()
