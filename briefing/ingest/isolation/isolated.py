"""Reading files in a child process that may hang, crash or grow without harm to the program.

One child serves many files. One that takes too long, answers with too much, or dies is ended;
that file is refused with a sentence and the next one gets a new child.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing import itself
from briefing.errors import UnreadableFile
from briefing.ingest.isolation.frames import (
    BadFrame,
    Frame,
    article_of,
    part_of,
    read_frame,
    write_frame,
)
from briefing.ingest.text.document import Part
from briefing.model import ImportedText
from briefing.phrase import as_phrase, from_plain, phrase

log = logging.getLogger(__name__)

TICK = 0.1
"""Seconds between two looks whether the user has cancelled."""

BUSY = 5
"""How many times longer than its processor time a file may take where others use the machine."""

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one file may take.

    Attributes:
        start: seconds of processor time the child may take to start.
        seconds: seconds of processor time for a file, and `seconds_a_megabyte` more for each
            megabyte of it.
        seconds_an_article: seconds more for each article a file turned out to hold.
        output: bytes of everything read out of one file.
        articles: articles, or files, in one file.
    """

    start: float = 60.0
    seconds: float = 4.4
    seconds_a_megabyte: float = 0.15
    seconds_an_article: float = 0.5
    output: int = 200 * _MEGABYTE
    articles: int = 10_000


def nothing_to_check() -> None:
    """Carry on: nobody can cancel."""


@dataclass
class IsolatedReader:
    """Reads files in a child process, started when the first file comes.

    Attributes:
        check: called several times a second while a file is read; what it raises ends the child.
    """

    limits: Limits = field(default_factory=Limits)
    check: Callable[[], None] = nothing_to_check
    _child: _Child | None = field(default=None, init=False, repr=False)

    def articles_of(self, data: bytes, name: str, suffix: str) -> Iterator[ImportedText | Part]:
        """Yield the articles of a file's bytes, and the files inside it.

        A file must be read to its end, or given up, before the next is begun.

        Raises:
            UnreadableFile: it cannot be read, takes too long, too much memory, or tells too much.
        """
        child = self._ready(name)
        whole = False
        try:
            child.ask(name, suffix, data)
            yield from self._answers(child, data, name)
            whole = True
        except (BadFrame, BrokenPipeError) as error:
            log.warning("The reading process said what it should not: %s", error)
            raise _gave_up(name, "its reader stopped in the middle of it") from error
        except UnreadableFile:
            whole = child.answered
            raise
        finally:
            if not whole:
                self.close()

    def close(self) -> None:
        """End the child; the next file starts a new one."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _ready(self, name: str) -> _Child:
        if self._child is None:
            self._child = _Child(self.limits.output)
            try:
                frame = self._child.frame(self.limits.start, self.check)
            except BadFrame as error:
                self.close()
                raise _gave_up(name, "the reading process did not start") from error
            except BaseException:
                self.close()
                raise
            if frame is None or not frame.head.get("ready"):
                self.close()
                raise _gave_up(name, "the reading process did not start")
        return self._child

    def _answers(self, child: _Child, data: bytes, name: str) -> Iterator[ImportedText | Part]:
        limits = self.limits
        patience = limits.seconds + limits.seconds_a_megabyte * len(data) / _MEGABYTE
        left, told = patience, 0
        for _ in range(limits.articles):
            began = child.spent()
            frame = child.frame(min(patience, left), self.check)
            left += limits.seconds_an_article - (child.spent() - began)
            if frame is None:
                raise _gave_up(
                    name,
                    phrase(
                        "reading it took longer than {patience} seconds", patience=f"{patience:.0f}"
                    ),
                )
            told += frame.size
            if told > limits.output:
                raise _gave_up(name, "it holds more than an import may bring")
            if "article" in frame.head:
                yield article_of(frame, data)
            elif "part" in frame.head:
                yield part_of(frame)
            else:
                child.answered = not frame.head.get("memory")
                return _end(frame, name)
        raise _gave_up(
            name, phrase("it holds more than {articles} articles", articles=f"{limits.articles:,}")
        )


def _end(frame: Frame, name: str) -> None:
    """Return where the file was read to its end; raise what it was refused for."""
    if frame.head.get("done"):
        return
    if frame.head.get("memory"):
        raise _gave_up(name, "reading it takes more memory than an article should")
    refused = frame.head.get("refused")
    if isinstance(refused, list) and len(refused) == 2:
        raise UnreadableFile(*_words(refused, name))
    log.warning("The reader of a file failed: %s", frame.head.get("failed"))
    raise _gave_up(name, "its reader failed on what is in it")


def _words(refused: list[object], name: str) -> tuple[str, str]:
    """Return the message and the hint a child refused a file with."""
    try:
        return from_plain(refused[0]), from_plain(refused[1])
    except (ValueError, RecursionError) as error:
        raise _gave_up(name, "its reader failed on what is in it") from error


def _gave_up(name: str, why: str) -> UnreadableFile:
    return UnreadableFile(
        phrase("{name} is not imported: {why}.", name=name, why=as_phrase(why)),
        "Save its text and import that.",
    )


class _Child:
    """One running child process, and the thread that takes in what it says."""

    def __init__(self, limit: int) -> None:
        self.answered = False
        self._started = time.monotonic()
        self._limit = limit
        self._process = subprocess.Popen(  # noqa: S603 - the program itself
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=itself.environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._frames: queue.Queue[Frame | BadFrame] = queue.Queue(maxsize=16)
        self._ended = threading.Event()
        self._listener = threading.Thread(target=self._listen, name="reading files", daemon=True)
        self._listener.start()

    def ask(self, name: str, suffix: str, data: bytes) -> None:
        """Send a file to read."""
        self.answered = False
        assert self._process.stdin is not None
        write_frame(self._process.stdin, {"name": name, "suffix": suffix}, data)  # type: ignore[arg-type]

    def spent(self) -> float:
        """Return the processor time it has used, in seconds; else the time of day."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text(
                encoding="ascii", errors="replace"
            )
        except OSError:  # no Linux, or it has just ended
            return time.monotonic() - self._started
        user, system = told.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def frame(self, seconds: float, check: Callable[[], None]) -> Frame | None:
        """Return what it says next; None where it says nothing for so much processor time.

        On a busy machine that may be longer by the clock, but never more than BUSY times as long.

        Raises:
            BadFrame: it died, or said what is no frame.
        """
        began, most = time.monotonic(), self.spent() + seconds
        while self.spent() < most and time.monotonic() - began < BUSY * seconds:
            with contextlib.suppress(queue.Empty):
                said = self._frames.get(timeout=TICK)
                if isinstance(said, BadFrame):
                    raise said
                return said
            check()
        return None

    def end(self) -> None:
        """End it now, whatever it does."""
        self._ended.set()
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with contextlib.suppress(BrokenPipeError):  # what was not yet sent is not wanted
                stream.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while True:
            try:
                frame = read_frame(self._process.stdout, self._limit)  # type: ignore[arg-type]
            except (BadFrame, ValueError, OSError) as error:
                said: Frame | BadFrame = BadFrame(str(error))
            else:
                said = frame or BadFrame("it died")
            if not self._pass_on(said) or isinstance(said, BadFrame):
                return

    def _pass_on(self, said: Frame | BadFrame) -> bool:
        """Queue what was said as soon as there is room; False once nobody listens any more."""
        while not self._ended.is_set():
            with contextlib.suppress(queue.Full):
                self._frames.put(said, timeout=TICK)
                return True
        return False


def _command() -> list[str]:
    return itself.command("briefing.ingest.isolation.child", itself.READER)
