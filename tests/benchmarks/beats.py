"""How long the window is kept busy: by the clock, and by the processor on the window's thread."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.figures import at

PAUSE = 0.05
_LONGEST = 2.0  # seconds to wait for a widget to be painted
Taken = tuple[float, float]  # milliseconds of the clock, and of the processor


class Watchdog(QTimer):
    """Keeps the longest time between two beats, in milliseconds: what one slot held the window
    up."""

    def __init__(self) -> None:
        super().__init__(interval=1)
        self.worst = self.worst_clock = 0.0
        self._last = time.thread_time(), time.perf_counter()
        self.timeout.connect(self._beat)
        self.start()

    def _beat(self) -> None:
        now = time.thread_time(), time.perf_counter()
        worked, passed = now[0] - self._last[0], now[1] - self._last[1]
        self.worst, self._last = max(self.worst, worked * 1000), now
        self.worst_clock = max(self.worst_clock, passed * 1000)


class Frames(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.painted = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802
        self.painted += event.type() == QEvent.Type.Paint
        return False


@dataclass(frozen=True)
class Line:
    """What was measured of one deed."""

    name: str
    taken: tuple[Taken, ...]
    slot: Taken

    def told(self) -> str:
        """Return a row of the table."""
        clock, worked = ([one[part] for one in self.taken] for part in (0, 1))
        figures = [at(some, share) for some in (clock, worked) for share in (0.5, 0.95, 1)]
        by = "".join(f"{figure:8.1f}" for figure in figures)
        return f"{self.name:30}{len(self.taken):5}{by}{self.slot[0]:8.1f}{self.slot[1]:8.1f}\n"


HEAD = (
    f"{'':35}{'by the clock':>24}{'of processor':>24}{'longest slot':>16}\n{'ms':30}{'n':>5}"
    + 2 * f"{'p50':>8}{'p95':>8}{'worst':>8}"
    + f"{'clock':>8}{'proc.':>8}\n"
)


def served(milliseconds: int, loop: QEventLoop | None = None) -> None:
    """Serve events for so long, or until somebody quits the loop."""
    loop, end = loop or QEventLoop(), QTimer(singleShot=True, interval=milliseconds)
    end.timeout.connect(loop.quit)
    end.start()
    loop.exec()
    end.stop()


def settle(window, least: float = PAUSE) -> None:
    """Serve the window until nothing is left to do."""
    loop, tick, begun = QEventLoop(), QTimer(interval=2), time.monotonic()
    idle = lambda: not window.jobs.busy and time.monotonic() - begun > least  # noqa: E731
    tick.timeout.connect(lambda: loop.quit() if idle() else None)
    tick.start()
    loop.exec()


def frames(name: str, window, shown: QWidget, deeds: Iterable[Callable[[], object]]) -> Line:
    """Measure what passes from each deed, as the turn of a wheel, until a widget is painted
    anew."""
    settle(window)
    seen, taken, dog = Frames(shown), [], Watchdog()
    for deed in deeds:
        before, begun, worked = seen.painted, time.perf_counter(), time.thread_time()
        deed()
        if _painted(seen, before, begun):  # at the end of a list nothing moves
            taken.append(_since(begun, worked))
        settle(window, 0.016)
    dog.stop()
    return Line(name, tuple(taken), (dog.worst_clock, dog.worst))


def switches(name: str, window, deeds: Iterable[Callable[[], object]], shown: QWidget) -> Line:
    """Measure what passes until a widget shows something else, and all that comes of it later."""
    settle(window)
    seen, taken, dog = Frames(shown), [], Watchdog()
    for deed in deeds:
        before, begun, worked = seen.painted, time.perf_counter(), time.thread_time()
        deed()
        _painted(seen, before, begun)
        passed = (time.perf_counter() - begun) * 1000
        settle(window)  # what the panels do after the article is there counts as work
        taken.append((passed, (time.thread_time() - worked) * 1000))
    dog.stop()
    return Line(name, tuple(taken), (dog.worst_clock, dog.worst))


def _painted(seen: Frames, before: int, begun: float) -> bool:
    while seen.painted == before and time.perf_counter() - begun < _LONGEST:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return seen.painted > before


def memory() -> float:
    """Return the resident memory in MB."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4 / 1024


def _since(begun: float, worked: float) -> Taken:
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000
