"""One transaction on the library, with its tables as attributes."""

from __future__ import annotations

import sqlite3

from briefing.library.articles import Articles
from briefing.library.decisions import Decisions
from briefing.library.findings import FindingsTable
from briefing.library.meetings import Meetings
from briefing.library.outlet_lines import OutletLines
from briefing.library.queue import Queue
from briefing.library.records import RecordsTable
from briefing.library.twins import Twins
from briefing.library.views import Exports, Positions, Searches
from briefing.library.watched import WatchedFolders


class Session:
    """The tables as one transaction sees them; not to be kept after it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.articles = Articles(db)
        self.findings = FindingsTable(db)
        self.decisions = Decisions(db)
        self.meetings = Meetings(db)
        self.records = RecordsTable(db)
        self.queue = Queue(db)
        self.positions = Positions(db)
        self.searches = Searches(db)
        self.exports = Exports(db)
        self.twins = Twins(db)
        self.outlet_lines = OutletLines(db)
        self.watched = WatchedFolders(db)
