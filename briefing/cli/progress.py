"""Progress on standard error where that is a terminal; Ctrl+C stops between two steps."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.progress import Cancelled, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


@contextmanager
def shown(title: str) -> Iterator[Progress]:
    """Give work a Progress that draws a bar on standard error; outside a terminal it is silent.

    The first Ctrl+C makes the next step raise Cancelled, so that what is done is kept and
    reported; a second one interrupts at once.
    """
    with _asked_to_stop() as stop:
        if not sys.stderr.isatty():
            yield _Steps(title, stop)
            return
        from rich.console import Console
        from rich.progress import Progress as Bars

        with Bars(console=Console(stderr=True), transient=True) as bars:
            yield _Steps(title, stop, bars, bars.add_task(title, total=None))


@dataclass
class _Stop:
    asked: bool = False

    def heard(self, *_: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def _asked_to_stop() -> Iterator[_Stop]:
    stop = _Stop()
    before = signal.signal(signal.SIGINT, stop.heard)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass
class _Steps:
    """A Progress that hears Ctrl+C, with bars drawn by rich or with none."""

    title: str
    stop: _Stop
    bars: Bars | None = None
    task: TaskID | None = None

    def step(self, done: int, total: int, what: str = "") -> None:
        """Move the bar; raise Cancelled once Ctrl+C was pressed."""
        if self.stop.asked:
            raise Cancelled
        if self.bars is None or self.task is None:
            return
        from rich.markup import escape

        said = escape(f"{self.title} {what}".strip())
        self.bars.update(self.task, completed=done, total=total or None, description=said)
