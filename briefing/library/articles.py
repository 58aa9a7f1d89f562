"""The articles: what is known about each, over a source text that never changes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from briefing.errors import BadValue, LibraryError, NotFound
from briefing.library import codec
from briefing.library.twins import Twins
from briefing.model import (
    Article,
    ArticleLine,
    HiddenRange,
    ImportedText,
    Page,
    Sentence,
    Stated,
)
from briefing.phrase import phrase

_STATED = ("title", "outlet", "author", "published")
_TOLD = (*_STATED, "address")
_SELECT = (
    "SELECT a.*, s.text, f.backend, f.sentences, (SELECT json_group_array(meeting) FROM "
    "(SELECT meeting FROM meeting_article WHERE article = a.id ORDER BY meeting)) "
    "FROM article a JOIN source s ON s.digest = a.source LEFT JOIN findings f ON f.id = a.id "
)
_PAGES = (
    "SELECT a.id, a.headline, a.outlet, a.published, a.hidden, s.text, f.sentences "
    "FROM article a JOIN source s ON s.digest = a.source LEFT JOIN findings f ON f.id = a.id"
)
_OF_MEETING = (
    "WHERE a.id IN (SELECT article FROM meeting_article WHERE meeting = ?) "
    "ORDER BY a.published IS NULL, a.published, a.id"
)


class Articles:
    """The articles of a library."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, text: ImportedText, imported_at: str) -> int:
        """Add an article and return its id; ids are never used twice.

        Raises:
            LibraryError: the same file is an article already.
            BadValue: the published date is no ISO date.
        """
        known = self.by_sha256(text.sha256)
        if known is not None:
            raise LibraryError(
                phrase(
                    "{path} is in the library already, as article {known}.",
                    path=text.path,
                    known=known,
                )
            )
        stated = {name: getattr(text, name) for name in _TOLD}
        row = {
            "sha256": text.sha256,
            "source": self._source(text.text),
            "file_name": PurePath(text.path).name,
            "kind": text.kind,
            **{name: _value(name, found) for name, found in stated.items()},
            "language": text.language,
            "imported_at": imported_at,
            "reasons": codec.compact([[n, s.reason] for n, s in stated.items() if s]),
            "hidden": codec.encode(text.hidden),
            "headline": "",
            "words": len(text.text.split()),
        }
        cursor = self._db.execute(
            f"INSERT INTO article ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608 - our own names
            tuple(row.values()),
        )
        article = int(cursor.lastrowid or 0)
        self._refresh_headline(article)
        return article

    def get(self, id: int) -> Article:  # noqa: A002 - the word of the contract between packages
        """Return one article with its text.

        Raises:
            NotFound: there is no such article.
        """
        row = self._db.execute(_SELECT + "WHERE a.id = ?", (id,)).fetchone()
        if row is None:
            raise NotFound(phrase("There is no article {id} in this library.", id=id))
        return _article(row)

    def pages(self, ids: Sequence[int]) -> dict[int, Page]:
        """Return articles as hits are shown from them, by id; those that are gone are left out."""
        rows = self._db.execute(
            f"{_PAGES} WHERE a.id IN ({', '.join('?' * len(ids))})",
            tuple(ids),
        )
        return {row[0]: _page(row) for row in rows}

    def by_sha256(self, sha: str) -> int | None:
        """Return the id of the article made from the file with that SHA-256, if there is one."""
        row = self._db.execute("SELECT id FROM article WHERE sha256 = ?", (sha,)).fetchone()
        return None if row is None else int(row[0])

    def at_address(self, address: str) -> tuple[int, ...]:
        """Return the articles with this canonical address, oldest import first."""
        rows = self._db.execute("SELECT id FROM article WHERE address = ? ORDER BY id", (address,))
        return tuple(article for (article,) in rows)

    def of_meeting(self, id: int) -> tuple[Article, ...]:  # noqa: A002
        """Return a meeting's articles, oldest first, those without a date last."""
        rows = self._db.execute(
            _SELECT + _OF_MEETING,
            (id,),
        )
        return tuple(_article(row) for row in rows)

    def having(self, parts: Iterable[str], limit: int) -> tuple[int, ...]:
        """Return the newest articles whose title or text has each of some parts, in any case.

        Args:
            parts: letters a to z.
            limit: the most to return.
        """
        wanted = [f"%{part}%" for part in parts]
        each = "".join(" AND (a.title LIKE ? OR s.text LIKE ?)" for _ in wanted)
        rows = self._db.execute(
            "SELECT a.id FROM article a JOIN source s ON s.digest = a.source WHERE 1"  # noqa: S608 - our own words
            f"{each} ORDER BY a.published DESC, a.id LIMIT ?",
            (*(part for part in wanted for _ in range(2)), limit),
        )
        return tuple(row[0] for row in rows)

    def lines(self) -> tuple[ArticleLine, ...]:
        """Return all articles as lists show them, without texts, in order of import."""
        meetings: dict[int, list[int]] = {}
        for article, meeting in self._db.execute(
            "SELECT article, meeting FROM meeting_article ORDER BY meeting"
        ):
            meetings.setdefault(article, []).append(meeting)
        rows = self._db.execute(
            "SELECT id, headline, outlet, published, words, starred FROM article ORDER BY id"
        )
        return tuple(_line(row, tuple(meetings.get(row[0], ()))) for row in rows)

    def set(
        self,
        id: int,  # noqa: A002
        *,
        title: Stated | None = None,
        outlet: Stated | None = None,
        author: Stated | None = None,
        published: Stated | None = None,
    ) -> None:
        """Set what is known about an article, with the reason; None leaves a field as it is.

        `Stated("", reason)` clears a field and keeps the reason.

        Raises:
            NotFound: there is no such article.
            BadValue: the published date is no ISO date.
        """
        reasons = dict(self.get(id).reasons)
        given = zip(_STATED, (title, outlet, author, published), strict=True)
        for name, found in given:
            if found is None:
                continue
            reasons[name] = found.reason
            self._write(id, name, _value(name, found))
        ordered = [[name, reasons[name]] for name in _TOLD if name in reasons]
        self._write(id, "reasons", codec.compact(ordered))
        self._refresh_headline(id)

    def set_hidden(self, id: int, hidden: Iterable[HiddenRange]) -> None:  # noqa: A002
        """Replace the ranges of the text that are not shown.

        Raises:
            NotFound: there is no such article.
        """
        self.get(id)
        self._write(id, "hidden", codec.encode(tuple(hidden)))
        self._refresh_headline(id)

    def set_starred(self, id: int, on: bool) -> None:  # noqa: A002, FBT001 - as the contract has it
        """Star an article, or take the star away.

        Raises:
            NotFound: there is no such article.
        """
        self.get(id)
        self._write(id, "starred", int(on))

    def remove(self, id: int) -> None:  # noqa: A002
        """Remove an article with its findings, its own records and its places in meetings.

        Text and original stay, so that it can be undone. Decisions stay: they are append-only.

        Raises:
            NotFound: there is no such article.
        """
        self.get(id)
        Twins(self._db).take_out(id)
        for sql in (
            "DELETE FROM record WHERE article = ?",
            "DELETE FROM meeting_article WHERE article = ?",
            "DELETE FROM findings WHERE id = ?",
            "DELETE FROM article WHERE id = ?",
        ):
            self._db.execute(sql, (id,))

    def _source(self, text: str) -> str:
        digest = hashlib.sha256(text.encode()).hexdigest()
        self._db.execute("INSERT OR IGNORE INTO source VALUES (?, ?)", (digest, text))
        return digest

    def _refresh_headline(self, article: int) -> None:
        self._write(article, "headline", self.get(article).headline)

    def _write(self, article: int, column: str, value: str | int | None) -> None:
        self._db.execute(
            f"UPDATE article SET {column} = ?1 WHERE id = ?2 AND {column} IS NOT ?1",  # noqa: S608 - our own names
            (value, article),
        )


def _value(name: str, found: Stated | None) -> str | None:
    value = found.value if found else ""
    if name != "published":
        return value
    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise BadValue(
            phrase("“{value}” is not a date.", value=value), "Write it as 2025-05-06."
        ) from error


@lru_cache(maxsize=20_000)  # all lines are read again after each change, of which few differ
def _line(row: tuple[Any, ...], meetings: tuple[int, ...]) -> ArticleLine:
    id_, headline, outlet, published, words, starred = row
    return ArticleLine(
        id=id_, headline=headline, outlet=outlet, published=_date(published),
        meetings=meetings, words=words, starred=bool(starred),
    )  # fmt: skip


def _date(stored: str | None) -> date | None:
    return None if stored is None else codec.from_plain(date, stored)


def _page(row: tuple[Any, ...]) -> Page:
    id_, headline, outlet, published, hidden, text, sentences = row
    return Page(
        id=id_,
        headline=headline,
        outlet=outlet,
        published=_date(published),
        text=text,
        hidden=codec.decode(tuple[HiddenRange, ...], hidden) if hidden != "[]" else (),
        sentences=codec.parsed(sentences or "[]"),
    )


def _article(row: tuple[Any, ...]) -> Article:
    (
        id_, sha256, _, file_name, kind, title, outlet, author, published, language, imported_at,
        reasons, hidden, _, _, starred, address, text, backend, sentences, meetings,
    ) = row  # fmt: skip
    return Article(
        id=id_,
        sha256=sha256,
        file_name=file_name,
        kind=kind,
        text=text,
        title=title,
        outlet=outlet,
        author=author,
        published=_date(published),
        language=language,
        imported_at=imported_at,
        reasons=codec.decode(tuple[tuple[str, str], ...], reasons),
        hidden=codec.decode(tuple[HiddenRange, ...], hidden),
        sentences=codec.decode(tuple[Sentence, ...], sentences or "[]"),
        meetings=codec.decode(tuple[int, ...], meetings),
        extracted_by=backend or "",
        starred=bool(starred),
        address=address,
    )
