"""Several processes that go through texts side by side; an answer is taken once it is there.

A process that dies is named in the log and its text is given to a new one, which has nothing else
to do; where that dies as well, the answer is an error that names the text.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from briefing.errors import NotGoneThrough
from briefing.library import codec
from briefing.model import Findings
from briefing.phrase import phrase
from briefing.workspace.extraction.hand import Hand, HandLost, Setup
from briefing.workspace.extraction.wanted import Wanted

log = logging.getLogger(__name__)

MOST = 4
"""Processes at most: each takes some 210 MB."""

IDLE = 20.0
"""Seconds without a text after which a process ends."""

TRIES = 2

DIED = ""
"""What is told to have failed where no process lived to tell."""

AGAIN = "Try it again, and report it if that fails."


def usual_size() -> int:
    """Return how many processes suit this machine: one fewer than its cores that may be used."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # no Linux
        cores = os.cpu_count() or 1
    return max(1, min(cores - 1, MOST))


@dataclass
class Crew:
    """Processes that are started as texts come, and end when none come or the crew is ended.

    Attributes:
        setup: what each of them loads.
        size: how many there are at most.
        idle: seconds without a text after which a process ends.
        start: starts a process.
    """

    setup: Setup
    size: int
    idle: float = IDLE
    start: Callable[[Setup], Hand] = Hand
    backend: str = field(default="", init=False)
    _news: threading.Condition = field(default_factory=threading.Condition, init=False)
    _waiting: deque[Wanted] = field(default_factory=deque, init=False)
    _open: set[str] = field(default_factory=set, init=False)
    _answers: dict[str, dict[str, Any]] = field(default_factory=dict, init=False)
    _hands: dict[threading.Thread, Hand | None] = field(default_factory=dict, init=False)
    _busy: set[threading.Thread] = field(default_factory=set, init=False)
    _unable: bool = field(default=False, init=False)
    _ended: bool = field(default=False, init=False)

    def add(self, wanted: Wanted) -> None:
        """Have a text gone through, once; texts are begun in the order in which they come."""
        with self._news:
            if self._unable or wanted.key in self._open or wanted.key in self._answers:
                return
            self._open.add(wanted.key)
            self._waiting.append(wanted)
            free = len(self._hands) - len(self._busy)
            if len(self._hands) < self.size and free < len(self._waiting):
                thread = threading.Thread(target=self._work, name="finding", daemon=True)
                self._hands[thread] = None
                thread.start()
            self._news.notify_all()

    def is_ready(self, wanted: Wanted) -> bool:
        """Whether an answer is there."""
        with self._news:
            return wanted.key in self._answers

    def is_awaited(self, wanted: Wanted, seconds: float) -> bool:
        """Whether a text was added and its answer is still to come after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: wanted.key not in self._open, seconds)
            return wanted.key in self._open

    def take(self, wanted: Wanted) -> Findings | None:
        """Return what was found, once; None for a text that nobody went through.

        Raises:
            NotGoneThrough: the text cannot be gone through.
        """
        with self._news:
            told = self._answers.pop(wanted.key, None)
        if told is None:
            return None
        if "found" not in told:
            raise not_gone_through(wanted.name, told["failed"])
        found: Findings = codec.from_plain(Findings, told["found"])
        return found

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the processes that run."""
        with self._news:
            return tuple(hand.number for hand in self._hands.values() if hand is not None)

    def forget(self) -> None:
        """Drop what was not taken; a process in the midst of a text is ended."""
        with self._news:
            self._waiting.clear()
            self._open.clear()
            self._answers.clear()
            for thread in self._busy:
                hand = self._hands[thread]
                if hand is not None:
                    hand.end()
            self._news.notify_all()

    def end(self) -> None:
        """End all processes now."""
        with self._news:
            self._ended = True
            threads = tuple(self._hands)
            for hand in self._hands.values():
                if hand is not None:
                    hand.end()
        self.forget()
        for thread in threads:
            thread.join()

    def _work(self) -> None:
        """Have one process go through texts for as long as there are any."""
        me = threading.current_thread()
        try:
            while (wanted := self._next(me)) is not None:
                told = self._tried(me, wanted)
                with self._news:
                    self._busy.discard(me)
                    if wanted.key in self._open and told is not None:
                        self._answers[wanted.key] = told
                    self._open.discard(wanted.key)
                    self._news.notify_all()
        # Whatever it is, nobody may wait for this thread any longer.
        except BaseException as error:
            self._give_up(f"{type(error).__name__}")
            raise
        finally:
            self._dismiss(me)
            with self._news:
                self._busy.discard(me)
                self._hands.pop(me, None)

    def _next(self, me: threading.Thread) -> Wanted | None:
        with self._news:
            self._news.wait_for(lambda: self._waiting or self._ended, self.idle)
            if self._ended or not self._waiting:
                self._dismiss(me)
                del self._hands[me]  # at once, while nobody can add a text that would count on it
                return None
            self._busy.add(me)
            return self._waiting.popleft()

    def _tried(self, me: threading.Thread, wanted: Wanted) -> dict[str, Any] | None:
        """Return the answer to a text; None where nobody wants it, or no process will start."""
        for _ in range(TRIES):
            hand = self._hand(me)
            if hand is None:
                return None
            try:
                return hand.ask(wanted.line)
            except HandLost as lost:
                self._dismiss(me)
                if hand.ended:
                    return None
                log.warning("%s is gone through once more: %s.", wanted.name or "A text", lost)
        return {"failed": DIED}

    def _hand(self, me: threading.Thread) -> Hand | None:
        """Return the process of a thread, new where it has none; None where none will start."""
        for attempt in range(TRIES):
            with self._news:
                hand = self._hands[me]
                if hand is not None or self._ended:
                    return None if self._ended else hand
                hand = self._hands[me] = self.start(self.setup)
            try:
                self.backend = hand.begin()
            except HandLost as lost:
                self._dismiss(me)
                if hand.ended:
                    return None
                if attempt + 1 == TRIES:
                    self._give_up(str(lost))
        return self._hands[me]

    def _give_up(self, why: str) -> None:
        """No process will start: what is open is to be done by who wants it."""
        with self._news:
            self._unable = True
            log.warning("No process to go through texts could be started: %s.", why)
            self._waiting.clear()
            self._open.clear()
            self._news.notify_all()

    def _dismiss(self, me: threading.Thread) -> None:
        with self._news:
            hand, self._hands[me] = self._hands.get(me), None
            if hand is not None:
                hand.close()


def not_gone_through(name: str, failed: str) -> NotGoneThrough:
    """Return the error for a text the program fails on.

    Args:
        name: of the text.
        failed: the place in the program, or `DIED`.
    """
    if failed == DIED:
        why = phrase(
            "{name} was not gone through: the process that did so ended in it twice.", name=name
        )
    else:
        why = phrase(
            "{name} was not gone through: the program failed in it ({place}).",
            name=name,
            place=failed,
        )
    return NotGoneThrough(why, AGAIN)
