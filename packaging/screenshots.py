"""Take pictures of the real window, light and dark: `python packaging/screenshots.py OUT [LIBRARY]`.

Without a library, the sample library is imported into a temporary one. Needs no display.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from briefing.gui.reader import Reader
from briefing.gui.window import Window
from briefing.paths import Paths, resources

SIZE = (1440, 900)
QUERY = "tariff"


def wait(until: Callable[[], bool], seconds: float = 120) -> None:
    """Serve the window until something holds."""
    loop = QEventLoop()
    tick = QTimer(interval=30)
    tick.timeout.connect(lambda: loop.quit() if until() else None)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    tick.start()
    loop.exec()
    if not until():
        raise SystemExit("The window was not ready in time.")


def settle(window: Window) -> None:
    """Serve the window until no work is left and all is laid out."""
    wait(lambda: not window.jobs.busy)
    pause = QEventLoop()
    QTimer.singleShot(250, pause.quit)
    pause.exec()


def pictures(window: Window, theme: str, out: Path) -> None:
    """Save one picture of each view."""
    meetings = window.desk.overview.meetings
    fullest = max(meetings, key=lambda meeting: meeting.asks)
    window.desk.open_meeting(fullest.id)
    window.desk.choose_view("Read")
    settle(window)
    here = [
        ask
        for ask in window.desk.records.asks
        if ask.band != "candidate" and ask.spans[0].article == window.desk.place.article
    ]
    if here:
        window.evidence.show("ask", min(here, key=lambda ask: ask.spans[0].start))
    settle(window)
    window.grab().save(str(out / f"read-{theme}.png"))
    window.desk.choose_view("Brief")
    settle(window)
    window.grab().save(str(out / f"brief-{theme}.png"))
    window.header.search.setText(QUERY)
    wait(window.columns.results.isVisible)
    settle(window)
    window.grab().save(str(out / f"search-{theme}.png"))
    window.leave_search()
    window.desk.choose_view("Read")


def main(out: Path, library: Path | None) -> None:
    """Open the window on a library and save pictures of it in both themes."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(Paths.under(Path(folder)))
        window = reader.open(library or Path(folder) / "sample.briefing")
        window.resize(*SIZE)
        settle(window)
        window.grab().save(str(out / "empty.png"))
        if not window.desk.overview.articles:
            window.import_paths([Path(str(resources().joinpath("sample")))])
            wait(window.report.isVisible)
            settle(window)
            window.grab().save(str(out / "import.png"))
            window.report.hide()
        for theme in ("light", "dark"):
            reader.theme.choose(theme)
            pictures(window, theme, out)
        window.close()


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else Path("pictures"), given[1] if len(given) > 1 else None)
