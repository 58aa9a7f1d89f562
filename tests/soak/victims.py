"""What is killed: each works on a library without end, and tells of each thing once it is kept."""

import datetime as dt
import os
from contextlib import contextmanager

import pytest

from briefing.library import checking, opening
from briefing.library import migrate as migrate_
from tests.soak.desk import desk, file_of

DAY = 24 * 60 * 60  # seconds
LATER = """
ALTER TABLE meeting ADD COLUMN room TEXT NOT NULL DEFAULT '';
CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;
CREATE INDEX later_headline ON article (headline);
"""


def import_(folder, tell, first):
    """Import one file after the other; tell its number."""
    with desk(folder) as workspace:
        for number in range(first, first + 10_000):
            report = workspace.import_paths([file_of(folder.parent / "in", number)])
            assert report.imported
            tell(number)


def edit(folder, tell, first):
    """Name the outlet of the first article, decide on an ask; tell the number in the name."""
    with desk(folder) as workspace:
        (meeting,) = workspace.overview().meetings
        for number in range(first, first + 10_000):
            workspace.set_article(1, outlet=f"Outlet {number}")
            ask = workspace.records(meeting=meeting.id).asks[0]
            workspace.edit("ask", ask.id, text=f"edited {number}")
            tell(number)


def index(folder, tell, first):
    """Make the index anew, then bring it up to date, again and again."""
    with desk(folder) as workspace:
        for number in range(first, first + 10_000):
            workspace.rebuild_index()
            workspace.set_article(1 + number % 5, outlet=f"Outlet {number}")
            tell(number)


def export(folder, tell, first):
    """Write the briefing of a meeting day after day; tell the number of the day."""
    with desk(folder) as workspace:
        (meeting,) = workspace.overview().meetings
        for number in range(first, first + 10_000):
            os.environ["SOURCE_DATE_EPOCH"] = str(number * DAY)
            workspace.export([meeting.id], folder.parent / "out")
            tell(number)


def migrate(folder, tell, first):
    """Open a library of the version before; tell that it is open."""
    with later(), desk(folder):
        tell(first)


def backup(folder, tell, first):
    """Copy the library, by hand and by itself, as the hours go by; tell the number of the hour."""
    begin = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
    with desk(folder) as workspace:
        for number in range(first, first + 10_000):
            workspace.set_article(1, outlet=f"Outlet {number}")
            workspace.backup(folder.parent / "copy.zip")
            assert workspace.library.back_up_if_due(begin + number * dt.timedelta(hours=13))
            tell(number)


@contextmanager
def later():
    """A program one version ahead."""
    ahead = (*migrate_.steps(), LATER)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(opening, "steps", lambda: ahead)
        patched.setattr(checking, "steps", lambda: ahead)
        yield
