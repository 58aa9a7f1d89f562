"""A file put into a watched folder becomes an article of a real library, once."""

import os

from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import open_workspace

TEXT = "The lake council met on Monday.\n\nIt wants the tolls at the bridge gone by spring.\n"


def test_a_file_put_into_a_watched_folder_is_imported_once(open_window, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    workspace = open_workspace(tmp_path / "lake", Paths.under(tmp_path / "own"), Settings())
    workspace.watching.clock = lambda: 2_000_000_000.0
    page = open_window(workspace)
    page.idle()
    watch = page.window.preparing.sources.watch
    watch.add(inbox, what_is_there=False)
    page.until(lambda: watch.folders == (inbox,))
    (inbox / "tolls.txt").write_text(TEXT)
    os.utime(inbox / "tolls.txt", (1_999_999_000.0, 1_999_999_000.0))
    for _ in range(3):
        watch.look()
        page.idle()
    page.until(lambda: len(page.window.desk.overview.articles) == 1)
    watch.look()
    page.idle()
    assert len(workspace.overview().articles) == 1
    assert page.window.report.isVisible()
    page.window.close()
    workspace.close()
