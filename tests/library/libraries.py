"""Libraries to start from, and what is in one."""

import sqlite3
from contextlib import closing

from briefing.library import Library
from briefing.library.journal import JOURNALLED
from tests.library.values import decision, findings, imported, meeting, records


def state(folder):
    """Every row of every table that undo answers for."""
    with closing(sqlite3.connect(folder / "library.sqlite3")) as db:
        return {
            table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in JOURNALLED
        }


def grown(library, title="Import"):
    """A library with one article in one meeting, made in one operation."""
    with library.operation(title) as session:
        article = session.articles.add(imported(), "2031")
        held = session.meetings.add(meeting(articles=(article,)))
        session.findings.put(article, findings())
        session.records.replace(records(article), meeting=held)
        session.decisions.add(decision(meeting=held))
    return article, held


def filled(folder):
    with Library.open(folder) as library, library.operation("Import") as session:
        session.articles.add(imported(), "2031")
    return folder
