"""Take pictures of the real window, light and dark: `python packaging/screenshots.py OUT [LIBRARY]`.

Without a library, the sample library is imported into a temporary one. Needs no display.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage

from briefing.gui.reader import Reader
from briefing.gui.window import Window
from briefing.paths import Paths, resources

SIZE = (1440, 900)
TALL = 1020
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


def portrait(window: Window, path: Path) -> None:
    """Save the picture of the README: a meeting of one article, with an ask at hand."""
    meetings = window.desk.overview.meetings
    chosen = max(meetings, key=lambda meeting: (-len(meeting.articles), meeting.asks))
    window.desk.open_meeting(chosen.id)
    window.desk.choose_view("Read")
    settle(window)
    window.resize(SIZE[0], TALL)
    window.evidence.begin_review()
    settle(window)
    window.columns.panels.ensureWidgetVisible(window.columns.panels.facts)
    settle(window)
    window.evidence.step(1)
    settle(window)
    with_palette(window.grab().toImage()).save(str(path))
    window.evidence.leave()
    window.resize(*SIZE)


def with_palette(image: QImage) -> QImage:
    """Return the image in its 256 most frequent colours: a third of the size, and no dots."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    colours = [colour for colour, _ in counts.most_common(256)]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither
    )


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
            portrait(window, out / ("reader.png" if theme == "light" else "reader-dark.png"))
        window.close()


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else Path("pictures"), given[1] if len(given) > 1 else None)
