"""Lines that come back in the articles of an outlet, and what the user said of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable


class OutletLines:
    """The lines seen in each outlet's articles."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def saw(self, outlet: str, lines: Iterable[str], article: int) -> None:
        """Remember that these lines stand in an article of the outlet."""
        self._db.executemany(
            "INSERT OR IGNORE INTO outlet_line VALUES (?, ?, ?)",
            [(outlet, line, article) for line in lines],
        )

    def times(self, outlet: str, lines: Iterable[str]) -> dict[str, int]:
        """Return in how many articles of the outlet each of these lines stands, twins once."""
        rows = self._db.execute(
            "SELECT l.line, count(DISTINCT coalesce(t.leader, a.id)) FROM outlet_line l "
            "JOIN article a ON a.id = l.article LEFT JOIN twin t ON t.id = a.id "
            "WHERE l.outlet = ? AND l.line IN (SELECT value FROM json_each(?)) GROUP BY l.line",
            (outlet, json.dumps(sorted(lines))),
        )
        return dict(rows.fetchall())

    def articles(self, outlet: str, line: str) -> tuple[int, ...]:
        """Return the articles of the outlet in which a line stands."""
        rows = self._db.execute(
            "SELECT article FROM outlet_line JOIN article ON id = article "
            "WHERE outlet_line.outlet = ? AND line = ? ORDER BY article",
            (outlet, line),
        )
        return tuple(article for (article,) in rows)

    def set_rule(self, outlet: str, line: str, *, hide: bool) -> None:
        """Keep what the user said of a line: hide it in every article of the outlet, or never."""
        self._db.execute(
            "INSERT INTO line_rule (outlet, line, hide) VALUES (?1, ?2, ?3) "
            "ON CONFLICT (outlet, line) DO UPDATE SET hide = ?3",
            (outlet, line, int(hide)),
        )

    def rules(self, outlet: str) -> dict[str, bool]:
        """Return the lines the user spoke of, and whether each is hidden."""
        rows = self._db.execute("SELECT line, hide FROM line_rule WHERE outlet = ?", (outlet,))
        return {line: bool(hide) for line, hide in rows}
