"""tantivy, one thread, English stems; it keeps the texts, to cut its own snippets."""

from __future__ import annotations

import datetime as dt

import tantivy

_FIELDS = ["title", "body"]
_BOOSTS = {"title": 4.0, "body": 1.0}


class Engine:
    def build(self, articles, folder):
        folder.mkdir(parents=True)
        index = tantivy.Index(_schema(), path=str(folder))
        writer = index.writer(128_000_000, 1)
        for article in articles:
            writer.add_document(_document(article))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder, texts):
        self._index = tantivy.Index.open(str(folder))
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, kind, query):  # noqa: PLR0911
        match kind:
            case "phrase":
                return self._first(self._parsed(f'"{query}"'))
            case "prefix":
                return self._first(self._beginning(query))
            case "typing":
                *whole, last = query.split()
                must = tantivy.Occur.Must
                parts = [(must, self._parsed(word)) for word in whole]
                parts.append((must, self._beginning(last)))
                return self._first(tantivy.Query.boolean_query(parts))
            case "or3":
                return self._first(self._parsed(query, every=False))
            case "fuzzy":
                return self._first(self._any_field(query, 1, prefix=False))
            case "filter":
                return self._filtered(*query)
            case "snippets":
                return self._snippets(self._parsed(query))
            case _:
                return self._first(self._parsed(query))

    def _first(self, query):
        found = self._searcher.search(query, 10).hits
        return [self._searcher.doc(address)["id"][0] for _, address in found]

    def _parsed(self, text, *, every=True):
        return self._index.parse_query(
            text, _FIELDS, field_boosts=_BOOSTS, conjunction_by_default=every
        )

    def _beginning(self, word):
        return self._any_field(word.lower(), 0, prefix=True)

    def _any_field(self, word, edits, *, prefix):
        query, schema = tantivy.Query, self._index.schema
        return query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    query.fuzzy_term_query(schema, f, word, edits, False, prefix),
                )
                for f in _FIELDS
            ]
        )

    def _filtered(self, word, source, first, last):
        text = (
            f'(title:{word} OR body:{word}) AND source:"{source}" '
            f"AND date:[{first}T00:00:00Z TO {last}T00:00:00Z]"
        )
        return self._first(self._index.parse_query(text, _FIELDS))

    def _snippets(self, query):
        cutter = tantivy.SnippetGenerator.create(self._searcher, query, self._index.schema, "body")
        found = self._searcher.search(query, 10).hits
        return [cutter.snippet_from_doc(self._searcher.doc(at)).to_html() for _, at in found]

    def add(self, article, folder):
        writer = tantivy.Index.open(str(folder)).writer(50_000_000, 1)
        writer.add_document(_document(article))
        writer.commit()


def _schema():
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    builder.add_text_field("title", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("body", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("source", tokenizer_name="raw")
    builder.add_date_field("date", indexed=True, fast=True)
    return builder.build()


def _document(article):
    made = tantivy.Document()
    made.add_integer("id", article["id"] + 1)
    made.add_text("title", article["title"])
    made.add_text("body", article["body"])
    made.add_text("source", article["source"])
    made.add_date("date", dt.datetime.fromisoformat(article["date"]))
    return made
