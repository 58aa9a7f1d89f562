"""What extraction said of each article, and the sentences it cut the text into."""

from __future__ import annotations

import sqlite3

from briefing.errors import NotFound
from briefing.library import codec
from briefing.model import Findings
from briefing.phrase import phrase


class FindingsTable:
    """The latest findings of each article."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, article: int, findings: Findings) -> None:
        """Keep an article's findings in place of those before; the same ones write nothing.

        Raises:
            NotFound: there is no such article.
        """
        if not self._db.execute("SELECT 1 FROM article WHERE id = ?", (article,)).fetchone():
            raise NotFound(
                phrase("There is no article {article} in this library.", article=article)
            )
        payload = codec.plain(findings)
        row = (findings.backend, codec.compact(payload.pop("sentences")), codec.compact(payload))
        known = self._db.execute(
            "SELECT backend, sentences, payload FROM findings WHERE id = ?", (article,)
        ).fetchone()
        if known is None:
            self._db.execute("INSERT INTO findings VALUES (?, ?, ?, ?)", (article, *row))
        elif known != row:
            self._db.execute(
                "UPDATE findings SET backend = ?, sentences = ?, payload = ? WHERE id = ?",
                (*row, article),
            )

    def get(self, article: int) -> Findings | None:
        """Return an article's findings; None before its first extraction."""
        row = self._db.execute(
            "SELECT sentences, payload FROM findings WHERE id = ?", (article,)
        ).fetchone()
        return None if row is None else _findings(*row)

    def of_meeting(self, meeting: int) -> dict[int, Findings]:
        """Return the findings of a meeting's articles by article id."""
        rows = self._db.execute(
            "SELECT f.id, f.sentences, f.payload FROM findings f "
            "JOIN meeting_article m ON m.article = f.id WHERE m.meeting = ? ORDER BY f.id",
            (meeting,),
        )
        return {article: _findings(sentences, payload) for article, sentences, payload in rows}


def _findings(sentences: str, payload: str) -> Findings:
    found: Findings = codec.from_plain(
        Findings, codec.parsed(payload) | {"sentences": codec.parsed(sentences)}
    )
    return found
