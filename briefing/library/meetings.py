"""The meetings, and which articles belong to each."""

from __future__ import annotations

import datetime as dt
import sqlite3
from typing import Any

from briefing.errors import NotFound
from briefing.library import codec
from briefing.model import Meeting
from briefing.phrase import phrase

_COLUMNS = (
    "title", "sides", "leaders", "date", "end_date", "date_basis", "place", "host", "confirmed",
    "note", "starred",
)  # fmt: skip
_SELECT = (
    f"SELECT m.id, {', '.join('m.' + column for column in _COLUMNS)}, "  # noqa: S608 - our own names
    "(SELECT json_group_array(id) FROM (SELECT a.id FROM article a JOIN meeting_article l "
    "ON l.article = a.id WHERE l.meeting = m.id "
    "ORDER BY a.published IS NULL, a.published, a.id)), "
    "(SELECT count(*) FROM record r WHERE r.meeting = m.id AND r.kind = 'ask' "
    "AND r.band IN ('high', 'medium') AND r.status <> 'rejected') "
    "FROM meeting m "
)


class Meetings:
    """The meetings of a library."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, meeting: Meeting) -> int:
        """Add a meeting with its articles and return its id; the id it comes with is not looked at.

        Raises:
            NotFound: one of its articles does not exist.
        """
        cursor = self._db.execute(
            f"INSERT INTO meeting ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})",  # noqa: S608 - our own names
            _row(meeting),
        )
        new = int(cursor.lastrowid or 0)
        for article in meeting.articles:
            self.assign(article, new)
        return new

    def get(self, id: int) -> Meeting:  # noqa: A002 - the word of the contract between packages
        """Return a meeting, its articles oldest first.

        Raises:
            NotFound: there is no such meeting.
        """
        row = self._db.execute(_SELECT + "WHERE m.id = ?", (id,)).fetchone()
        if row is None:
            raise NotFound(phrase("There is no meeting {id} in this library.", id=id))
        return _meeting(row)

    def all(self) -> tuple[Meeting, ...]:
        """Return all meetings, newest date first, those without a date last."""
        rows = self._db.execute(_SELECT + "ORDER BY m.date IS NULL, m.date DESC, m.id DESC")
        return tuple(_meeting(row) for row in rows)

    def set(self, meeting: Meeting) -> None:
        """Write a meeting's own fields; its articles are changed by `assign` and `unassign` alone.

        Raises:
            NotFound: there is no meeting with its id.
        """
        if _row(self.get(meeting.id)) == _row(meeting):
            return
        self._db.execute(
            f"UPDATE meeting SET {', '.join(c + ' = ?' for c in _COLUMNS)} WHERE id = ?",  # noqa: S608 - our own names
            (*_row(meeting), meeting.id),
        )

    def remove(self, id: int) -> None:  # noqa: A002
        """Remove a meeting and its records; its articles and the decisions about it stay.

        Raises:
            NotFound: there is no such meeting.
        """
        self.get(id)
        for sql in (
            "DELETE FROM record WHERE meeting = ?",
            "DELETE FROM meeting_article WHERE meeting = ?",
            "DELETE FROM meeting WHERE id = ?",
        ):
            self._db.execute(sql, (id,))

    def assign(self, article: int, meeting: int) -> None:
        """Put an article into a meeting; nothing happens where it is there already.

        Raises:
            NotFound: there is no such article or meeting.
        """
        if article in self.get(meeting).articles:
            return
        if not self._db.execute("SELECT 1 FROM article WHERE id = ?", (article,)).fetchone():
            raise NotFound(
                phrase("There is no article {article} in this library.", article=article)
            )
        self._db.execute(
            "INSERT INTO meeting_article (meeting, article) VALUES (?, ?)", (meeting, article)
        )

    def unassign(self, article: int, meeting: int) -> None:
        """Take an article out of a meeting; nothing happens where it is not in it."""
        self._db.execute(
            "DELETE FROM meeting_article WHERE meeting = ? AND article = ?", (meeting, article)
        )


def _row(meeting: Meeting) -> tuple[str | int | None, ...]:
    return (
        meeting.title,
        codec.encode(meeting.sides),
        codec.encode(meeting.leaders),
        codec.plain(meeting.date),
        codec.plain(meeting.end_date),
        meeting.date_basis,
        meeting.place,
        meeting.host,
        codec.compact(sorted(meeting.confirmed)),
        meeting.note,
        int(meeting.starred),
    )


def _meeting(row: tuple[Any, ...]) -> Meeting:
    (
        id_, title, sides, leaders, date, end_date, date_basis, place, host, confirmed, note,
        starred, articles, asks,
    ) = row  # fmt: skip
    return Meeting(
        id=id_,
        title=title,
        sides=codec.decode(tuple[str, ...], sides),
        leaders=codec.decode(tuple[tuple[str, str], ...], leaders),
        date=codec.from_plain(dt.date | None, date),
        end_date=codec.from_plain(dt.date | None, end_date),
        date_basis=date_basis,
        place=place,
        host=host,
        articles=codec.decode(tuple[int, ...], articles),
        confirmed=frozenset(codec.decode(tuple[str, ...], confirmed)),
        note=note,
        starred=bool(starred),
        asks=asks,
    )
