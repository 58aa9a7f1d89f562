"""The clock was set back a year: nothing is lost, out of order, or taken for old."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.library import Library, backups_of
from briefing.library.backups import KEPT
from tests.soak.desk import desk, file_of
from tests.workspace.keeping.damaged import COUNT

ROOT = Path(__file__).parents[3]
NOW = dt.datetime.now(dt.UTC)
YEAR = dt.timedelta(days=365)

A_YEAR_BACK = """
import datetime, sys
from pathlib import Path
from tests.soak.desk import desk, file_of
folder = Path(sys.argv[1])
with desk(folder) as workspace:
    assert workspace.index_state() == "ready"
    report = workspace.import_paths([file_of(folder.parent / "in", 700)])
    workspace.set_article(report.imported[0].article, outlet="Zephyr Herald")
    assert workspace.undo().title != ""
    workspace.redo()
    assert workspace.search("source:zephyr").total >= 1
    assert workspace.verify() == ()
print(datetime.datetime.now().year)
"""


@pytest.fixture
def back(folder):
    """The same library after a day's work with the clock a year back."""
    told = subprocess.run(
        ["faketime", "-f", "-365d", sys.executable, "-W", "ignore", "-c", A_YEAR_BACK, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert int(told.stdout) < NOW.year
    return folder


needs_faketime = pytest.mark.skipif(not shutil.which("faketime"), reason="needs faketime")


@needs_faketime
def test_work_of_then_stands_after_that_of_now(back):
    with desk(back) as workspace:
        first, second, *_ = workspace.history()

        assert "700" not in first
        assert len(workspace.overview().articles) == COUNT + 1
        assert workspace.index_state() == "ready"
        assert workspace.search("source:zephyr").total >= 1
        assert workspace.undo().title == first
        assert workspace.undo().title == second
        assert workspace.search("source:zephyr").total == 0


@needs_faketime
def test_a_backup_is_made_though_the_newest_is_from_the_future(back):
    newest, first = backups_of(back)

    assert (newest.number, first.number) == (2, 1)
    assert newest.made < first.made


@needs_faketime
def test_the_index_follows_a_change_made_after_the_clock_was_put_right(back):
    with desk(back) as workspace:
        workspace.import_paths([file_of(back.parent / "in", 800)])

        assert workspace.index_state() == "ready"
        assert workspace.search("timber", limit=1).total >= COUNT + 2


def test_of_the_backups_the_last_made_are_kept_whatever_their_dates_say(folder):
    with Library.open(folder) as library:
        for number in range(KEPT + 4):
            with library.aside() as session:
                session.searches.add(f"timber {number}")
            assert library.back_up_if_due(NOW - YEAR - number * dt.timedelta(hours=13))

    assert [one.number for one in backups_of(folder)] == list(range(KEPT + 5, 5, -1))
