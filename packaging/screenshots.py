"""Take the pictures of the manual and of the README: `make pictures` runs this.

The real window is opened on the sample library, light and dark. Needs no display. Those of the
manual go to `resources/help/pictures`, those of the README to `packaging/screenshots`.
"""

from __future__ import annotations

import os
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
ROOT = Path(__file__).parents[1]
MANUAL = ROOT / "resources" / "help" / "pictures"
README = ROOT / "packaging" / "screenshots"


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


def pictures(window: Window, theme: str) -> None:
    """Save one picture of each view for the manual."""
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
    for view in ("Read", "Brief", "Compare"):
        if view == "Compare":
            window.desk.open_meeting(meetings[0].id)  # the newest has most to be set against
        window.desk.choose_view(view)
        settle(window)
        save(window, MANUAL / f"{view.lower()}-{theme}.png")
    window.header.search.setText(QUERY)
    wait(window.columns.results.isVisible)
    settle(window)
    save(window, MANUAL / f"search-{theme}.png")
    window.leave_search()
    window.desk.choose_view("Read")


def save(window: Window, path: Path) -> None:
    """Save what the window shows."""
    if not with_palette(window.grab().toImage()).save(str(path)):
        raise SystemExit(f"{path} could not be written.")


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
    window.evidence.step(1)
    settle(window)
    save(window, path)
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


def main() -> None:
    """Open the window on the sample library and save pictures of it in both themes."""
    for folder in (MANUAL, README):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        reader = Reader(Paths.under(Path(place)))
        window = reader.open(Path(place) / "sample.briefing")
        window.resize(*SIZE)
        settle(window)
        window.import_paths([Path(str(resources().joinpath("sample")))])
        wait(window.report.isVisible)
        settle(window)
        window.report.hide()
        for theme in ("light", "dark"):
            reader.theme.choose(theme)
            pictures(window, theme)
            portrait(window, README / ("reader.png" if theme == "light" else "reader-dark.png"))
        window.close()


if __name__ == "__main__":
    main()
