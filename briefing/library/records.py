"""People, issues, asks and pressure as shown: of a meeting, or of an article without one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.errors import NotFound
from briefing.library import codec
from briefing.model import Ask, Changes, Issue, Person, Pressure, Records, Span
from briefing.phrase import phrase

Record = Person | Issue | Ask | Pressure
KINDS: dict[str, tuple[str, type[Record]]] = {
    "person": ("people", Person),
    "issue": ("issues", Issue),
    "ask": ("asks", Ask),
    "pressure": ("pressure", Pressure),
}
_COLUMNS = ("position", "side", "band", "status", "articles", "payload")
_SELECT = "SELECT id, key, meeting, payload FROM record "


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table but for its id, name and scope."""

    position: int
    side: str | None
    band: str | None
    status: str
    articles: str
    payload: str

    @classmethod
    def of(cls, record: Record, position: int) -> _Row:
        payload = codec.plain(record)
        for known in ("id", "key", "meeting"):
            del payload[known]
        return cls(
            position=position,
            side=getattr(record, "side", None),
            band=getattr(record, "band", None),
            status=record.status,
            articles=codec.compact(sorted({s.article for s in codec.found_in(Span, record)})),
            payload=codec.compact(payload),
        )

    @property
    def values(self) -> tuple[Any, ...]:
        return (self.position, self.side, self.band, self.status, self.articles, self.payload)


class RecordsTable:
    """The records of a library, each named by its kind and key within a meeting or an article."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def replace(
        self, records: Records, *, meeting: int | None = None, article: int | None = None
    ) -> Changes:
        """Make these the records of one meeting, or of one article; only what differs is written.

        A record keeps its id as long as its kind and key are the same, also over a time in which
        it is left out. The ids and meetings the records come with are not looked at.

        Returns:
            The ids of what was added, altered or removed, and the meeting or article if any was.

        Raises:
            ValueError: not exactly one of meeting and article is given, or two records of a kind
                have the same key.
        """
        scope = _Scope(meeting, article)
        altered = {
            field: self._replace_kind(scope, kind, getattr(records, field))
            for kind, (field, _) in KINDS.items()
        }
        pressure = altered.pop("pressure")
        if not pressure and not any(altered.values()):
            return Changes()
        return Changes(**altered, **scope.changed)

    def of(self, *, meeting: int | None = None, article: int | None = None) -> Records:
        """Return the records of one meeting, or of one article without a meeting, as replaced.

        Raises:
            ValueError: not exactly one of meeting and article is given.
        """
        scope = _Scope(meeting, article)
        found: dict[str, list[Record]] = {field: [] for field, _ in KINDS.values()}
        rows = self._db.execute(
            f"SELECT kind, id, key, meeting, payload FROM record WHERE {scope.where} "  # noqa: S608 - our own names
            "ORDER BY kind, position",
            (scope.id,),
        )
        for kind, *row in rows:
            found[KINDS[kind][0]].append(_record(kind, row))
        return Records(**{field: tuple(items) for field, items in found.items()})  # type: ignore[arg-type]

    def get(self, kind: str, id: int) -> Record:  # noqa: A002 - the word of the contract
        """Return one record; kind is `person`, `issue`, `ask` or `pressure`.

        Raises:
            NotFound: there is no such record.
        """
        row = self._db.execute(_SELECT + "WHERE kind = ? AND id = ?", (kind, id)).fetchone()
        if row is None:
            raise NotFound(phrase("There is no {kind} {id} in this library.", kind=kind, id=id))
        return _record(kind, row)

    def all(self, kind: str) -> tuple[Record, ...]:
        """Return every record of a kind, in order of id."""
        rows = self._db.execute(_SELECT + "WHERE kind = ? ORDER BY id", (kind,))
        return tuple(_record(kind, row) for row in rows)

    def asks_counted(self, bands: Sequence[str]) -> tuple[int, int, int]:
        """Return how many asks of these bands there are, how many to review, how many starred."""
        row = self._db.execute(
            "SELECT count(*), ifnull(sum(status = 'proposed'), 0), "  # noqa: S608 - our own names
            "ifnull(sum(json_extract(payload, '$.starred')), 0) FROM record "
            f"WHERE kind = 'ask' AND band IN ({', '.join('?' * len(bands))})",
            tuple(bands),
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])

    def starred_counted(self) -> int:
        """Return how many records of any kind have a star, those rejected left out."""
        row = self._db.execute(
            "SELECT count(*) FROM record "
            "WHERE status <> 'rejected' AND instr(payload, '\"starred\":true')"
        ).fetchone()
        return int(row[0])

    def _replace_kind(self, scope: _Scope, kind: str, records: Iterable[Record]) -> frozenset[int]:
        known = self._known(scope, kind)
        wanted = {r.key: _Row.of(r, n) for n, r in enumerate(records)}
        if len(wanted) < len(tuple(records)):
            raise ValueError(f"Two records of kind {kind} have the same key.")
        altered: set[int] = set()
        for key, row in wanted.items():
            id_, now = known.pop(key, (0, None))
            if now is None:
                altered.add(self._insert(scope, kind, key, row))
            elif now != row:
                self._update(id_, row)
                if now.payload != row.payload:  # another place in the list is no change of it
                    altered.add(id_)
        for id_, _ in known.values():
            self._db.execute("DELETE FROM record WHERE id = ?", (id_,))
            altered.add(id_)
        return frozenset(altered)

    def _known(self, scope: _Scope, kind: str) -> dict[str, tuple[int, _Row]]:
        rows = self._db.execute(
            f"SELECT id, key, {', '.join(_COLUMNS)} FROM record WHERE {scope.where} AND kind = ?",  # noqa: S608 - our own names
            (scope.id, kind),
        )
        return {key: (id_, _Row(*row)) for id_, key, *row in rows}

    def _insert(self, scope: _Scope, kind: str, key: str, row: _Row) -> int:
        name = (scope.name, kind, key)
        self._db.execute(
            "INSERT OR IGNORE INTO record_name (scope, kind, key) VALUES (?, ?, ?)", name
        )
        (id_,) = self._db.execute(
            "SELECT id FROM record_name WHERE scope = ? AND kind = ? AND key = ?", name
        ).fetchone()
        self._db.execute(
            "INSERT INTO record (id, kind, key, meeting, article, "
            "position, side, band, status, articles, payload) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id_, kind, key, scope.meeting, scope.article, *row.values),
        )
        return int(id_)

    def _update(self, id_: int, row: _Row) -> None:
        self._db.execute(
            "UPDATE record SET position = ?, side = ?, band = ?, status = ?, articles = ?, "
            "payload = ? WHERE id = ?",
            (*row.values, id_),
        )


@dataclass(frozen=True, slots=True)
class _Scope:
    """What records belong to: one meeting or one article."""

    meeting: int | None
    article: int | None

    def __post_init__(self) -> None:
        if (self.meeting is None) == (self.article is None):
            raise ValueError("Records belong to one meeting or to one article.")

    @property
    def id(self) -> int | None:
        return self.article if self.meeting is None else self.meeting

    @property
    def where(self) -> str:
        return "article = ?" if self.meeting is None else "meeting = ?"

    @property
    def name(self) -> str:
        return f"article {self.article}" if self.meeting is None else f"meeting {self.meeting}"

    @property
    def changed(self) -> dict[str, frozenset[int]]:
        if self.meeting is None:
            return {"articles": frozenset({self.article or 0})}
        return {"meetings": frozenset({self.meeting})}


def _record(kind: str, row: Sequence[Any]) -> Record:
    id_, key, meeting, payload = row
    known = {"id": id_, "key": key, "meeting": meeting}
    record: Record = codec.from_plain(KINDS[kind][1], codec.parsed(payload) | known)
    return record
