"""Prove that a library is sound: its database, its originals, and every quote of a text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

from briefing.errors import LibraryDamaged, NotFound
from briefing.library import codec
from briefing.library.decisions import Decisions
from briefing.library.findings import FindingsTable
from briefing.library.migrate import schema_after, schema_of, steps, version_of
from briefing.library.originals import Originals
from briefing.library.records import KINDS, RecordsTable
from briefing.model import Extent, Span
from briefing.phrase import phrase

_WHERE = {
    "person": "The person {id} (“{key}”)",
    "issue": "The issue {id} (“{key}”)",
    "ask": "The ask {id} (“{key}”)",
    "pressure": "The pressure {id} (“{key}”)",
}


def problems(db: sqlite3.Connection, originals: Originals) -> tuple[str, ...]:
    """Return what is wrong with a library, a sentence each; nothing where it is sound.

    Raises:
        LibraryDamaged: so much is wrong that it cannot be read.
    """
    found = tuple(_of_database(db))
    if found:  # what hangs on a broken database need not be told as well
        return found
    texts = _Texts(db)
    return (
        *_of_texts(db, originals),
        *_of_findings(db, texts),
        *_of_records(db, texts),
        *_of_decisions(db, texts),
    )


def _of_database(db: sqlite3.Connection) -> Iterator[str]:
    for (said,) in db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield phrase("The database is damaged: {said}.", said=said)
    for table, row, other, _ in db.execute("PRAGMA foreign_key_check"):
        yield phrase(
            "Row {row} of the table {table} points to a row of {other} that is not there.",
            row=row,
            table=table,
            other=other,
        )
    if schema_of(db) != schema_after(steps()[: version_of(db)]):
        yield phrase("The tables of the database are not those this program makes.")


def _of_texts(db: sqlite3.Connection, originals: Originals) -> Iterator[str]:
    rows = db.execute(
        "SELECT a.id, a.sha256, s.digest, s.text "
        "FROM article a JOIN source s ON s.digest = a.source ORDER BY a.id"
    )
    for article, sha256, digest, text in rows:
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield phrase("The text of article {article} has been changed.", article=article)
        try:
            originals.get(sha256)
        except (NotFound, LibraryDamaged) as error:
            yield phrase("Article {article}: {error}", article=article, error=error.told)


def _of_findings(db: sqlite3.Connection, texts: _Texts) -> Iterator[str]:
    table = FindingsTable(db)
    for (article,) in db.execute("SELECT id FROM findings ORDER BY id").fetchall():
        found, text = table.get(article), texts.of(article)
        assert found is not None
        assert text is not None
        where = phrase("The findings of article {article}", article=article)
        for extent in codec.found_in(Extent, found):
            yield from _misquoted(where, text, extent)
        if any(not 0 <= s.start <= s.end <= len(text) for s in found.sentences):
            yield phrase("{where} hold a sentence outside its text.", where=where)


def _of_records(db: sqlite3.Connection, texts: _Texts) -> Iterator[str]:
    table = RecordsTable(db)
    for kind in KINDS:
        for record in table.all(kind):
            where = phrase(_WHERE[kind], id=record.id, key=record.key)
            yield from _misplaced(where, codec.found_in(Span, record), texts, orphans=True)


def _of_decisions(db: sqlite3.Connection, texts: _Texts) -> Iterator[str]:
    for decision in Decisions(db).all():
        # A decision outlives the article it quotes.
        yield from _misplaced(
            phrase("The decision {id}", id=decision.id), decision.spans, texts, orphans=False
        )


def _misplaced(where: str, spans: Iterable[Span], texts: _Texts, *, orphans: bool) -> Iterator[str]:
    for span in spans:
        text = texts.of(span.article)
        if text is not None:
            yield from _misquoted(where, text, span)
        elif orphans:
            yield phrase(
                "{where} quotes article {article}, which is not in the library.",
                where=where,
                article=span.article,
            )


def _misquoted(where: str, text: str, place: Span | Extent) -> Iterator[str]:
    if text[max(place.start, 0) : place.end] != place.quote:
        yield phrase(
            "{where}: the text from {start} to {end} is not what is quoted.",
            where=where,
            start=place.start,
            end=place.end,
        )


class _Texts:
    """The texts of the articles, the one asked for last kept at hand."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._last: tuple[int, str | None] = (0, None)

    def of(self, article: int) -> str | None:
        if self._last[0] != article:
            row = self._db.execute(
                "SELECT text FROM source JOIN article ON source = digest WHERE id = ?", (article,)
            ).fetchone()
            self._last = (article, None if row is None else str(row[0]))
        return self._last[1]
