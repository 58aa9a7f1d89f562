"""What can be asked of a row of a damaged database before it is believed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, Protocol

from briefing.errors import BriefingError, NotFound
from briefing.library import codec
from briefing.library.articles import Articles
from briefing.library.decisions import Decisions
from briefing.library.meetings import Meetings
from briefing.library.records import KINDS, RecordsTable
from briefing.model import Decision, Span
from briefing.model.decision import ACTIONS, DECIDED_KINDS
from briefing.model.finding import (
    ASK_KINDS,
    ATTRIBUTIONS,
    BANDS,
    PARTICIPATIONS,
    PERSON_KINDS,
)
from briefing.phrase import phrase

Row = dict[str, Any]
Prove = Callable[[sqlite3.Connection, Row], None]
"""Looks at a row, which stands in the sound database by then; raises where it proves untrue."""


class Unproved(Exception):
    """A row is not what it says it is."""


class Texts(Protocol):
    """The originals of the library, and the texts read from them."""

    def original_of(self, sha256: str, digest: str, file_name: str) -> str | None:
        """Return the SHA-256 of an article's original, found by its text if its name is lost."""

    def ensure(self, digest: str, sha256: str, file_name: str) -> str | None:
        """See to it that an article's text is there; return its digest, None if it is lost."""


_NEEDED = {"merge": {"into"}, "split": {"key"}, "note": {"note"}, "star": {"starred"}}
_CHOICES = {
    ("person", "kind"): PERSON_KINDS,
    ("person", "participation"): PARTICIPATIONS,
    ("ask", "kind"): ASK_KINDS,
    ("ask", "attribution"): ATTRIBUTIONS,
    ("ask", "band"): BANDS,
}


def source(_: sqlite3.Connection, row: Row) -> None:
    """Prove a text by its digest."""
    if hashlib.sha256(row["text"].encode()).hexdigest() != row["digest"]:
        raise Unproved


def prepare_article(db: sqlite3.Connection, row: Row, texts: Texts) -> None:
    """See to it that an article's text is there before the article; mend what it says of it."""
    known = db.execute("SELECT sha256 FROM article WHERE id = ?", (row["id"],)).fetchone()
    if known not in (None, (row["sha256"],)):
        raise Unproved
    original = texts.original_of(row["sha256"], row["source"], row["file_name"])
    digest = original and texts.ensure(row["source"], original, row["file_name"])
    if not digest:
        raise Unproved
    if digest != row["source"]:  # read anew, and by other rules than then
        row |= {"source": digest, "hidden": "[]"}
    row["sha256"] = original


def article(db: sqlite3.Connection, row: Row) -> None:
    """Prove that an article can be read."""
    Articles(db).get(row["id"])


def meeting(db: sqlite3.Connection, row: Row) -> None:
    """Prove that a meeting can be read; a star kept as in version 3 gets its own place."""
    meetings = Meetings(db)
    found = meetings.get(row["id"])
    if "starred" in found.confirmed:
        meetings.set(replace(found, starred=True, confirmed=found.confirmed - {"starred"}))


def decision(db: sqlite3.Connection, row: Row) -> None:
    """Prove that a decision can be carried out; a quote whose text was read anew is looked for."""
    found = Decisions(db).get(row["id"])
    if not _can_be_done(found):
        raise Unproved
    spans = tuple(s for s in (_found_again(db, span) for span in found.spans) if s)
    if spans != found.spans:
        db.execute("UPDATE decision SET spans = ? WHERE id = ?", (codec.encode(spans), row["id"]))


def record(db: sqlite3.Connection, kind: str, number: int) -> None:
    """Prove that a record can be read and that what it quotes is there."""
    found = RecordsTable(db).get(kind, number)
    for span in codec.found_in(Span, found):
        if _text(db, span.article)[span.start : span.end] != span.quote:
            raise Unproved


PROOFS: dict[str, Prove] = {
    "source": source,
    "article": article,
    "meeting": meeting,
    "decision": decision,
}
"""The proof of each table whose rows say more than the database's own rules can check."""


def _can_be_done(found: Decision) -> bool:
    if found.action not in ACTIONS or not _NEEDED.get(found.action, set()) <= set(found.fields):
        return False
    if found.kind == "article":
        return all(str(number).isdecimal() for number in found.fields.get("meetings", ()))
    if found.kind not in DECIDED_KINDS:
        return False
    if found.action not in ("edit", "add"):
        return True
    known = {field.name for field in fields(KINDS[found.kind][1])}
    return set(found.fields) <= known and all(
        value in _CHOICES.get((found.kind, name), (value,)) for name, value in found.fields.items()
    )


def _found_again(db: sqlite3.Connection, span: Span) -> Span | None:
    try:
        text = _text(db, span.article)
    except BriefingError:
        return span  # a decision outlives the article it quotes
    if text[span.start : span.end] == span.quote:
        return span
    start = text.find(span.quote) if span.quote else -1
    return None if start < 0 else replace(span, start=start, end=start + len(span.quote))


def _text(db: sqlite3.Connection, number: int) -> str:
    row = db.execute(
        "SELECT text FROM source JOIN article ON source = digest WHERE id = ?", (number,)
    ).fetchone()
    if row is None:
        raise NotFound(phrase("There is no article {number} in this library.", number=number))
    return str(row[0])
