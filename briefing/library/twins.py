"""Articles that tell the same text, in groups, and what finds them again quickly."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Twin:
    """An article's place in a group.

    Attributes:
        leader: names the group: the id of the article that was its first.
        relation: `copy`, `version` of an earlier one by the same outlet, or "" for the first.
        likeness: how much of the text is the same as in the group, in thousandths.
    """

    article: int
    leader: int
    relation: str
    likeness: int


class Twins:
    """The groups of articles that tell the same text."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, article: int) -> tuple[Twin, ...]:
        """Return the group of an article, itself among them, oldest import first."""
        rows = self._db.execute(
            "SELECT id, leader, relation, likeness FROM twin WHERE leader = "
            "(SELECT leader FROM twin WHERE id = ?) ORDER BY id",
            (article,),
        )
        return tuple(Twin(*row) for row in rows)

    def leaders(self, articles: Iterable[int]) -> dict[int, int]:
        """Return the group of each of these articles that has one."""
        rows = self._db.execute(
            "SELECT id, leader FROM twin WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(articles)),),
        )
        return dict(rows.fetchall())

    def put(self, twin: Twin) -> None:
        """Put an article into a group, or change its place in it."""
        self._db.execute(
            "INSERT INTO twin VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) "
            "DO UPDATE SET leader = ?2, relation = ?3, likeness = ?4",
            (twin.article, twin.leader, twin.relation, twin.likeness),
        )

    def take_out(self, article: int) -> None:
        """Take an article out of its group; a group of one is none."""
        group = self.of(article)
        left = [twin.article for twin in group if twin.article != article]
        gone = [article, *left] if len(left) == 1 else [article]
        self._db.executemany("DELETE FROM twin WHERE id = ?", [(one,) for one in gone])

    def sketch(self, article: int, bands: Sequence[int]) -> None:
        """Keep the bands of an article's sketch, by which others like it are found."""
        self._db.executemany(
            "INSERT OR IGNORE INTO sketch_band VALUES (?, ?)", [(band, article) for band in bands]
        )

    def sharing(self, bands: Sequence[int], least: int = 1, limit: int = 8) -> tuple[int, ...]:
        """Return the articles that share at least so many bands, those that share most first."""
        rows = self._db.execute(
            "SELECT b.article FROM sketch_band b JOIN article a ON a.id = b.article "
            "WHERE b.value IN (SELECT value FROM json_each(?)) "
            "GROUP BY b.article HAVING count(*) >= ? ORDER BY count(*) DESC, b.article LIMIT ?",
            (json.dumps(list(bands)), least, limit),
        )
        return tuple(article for (article,) in rows)
