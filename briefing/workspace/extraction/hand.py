"""One process that goes through texts for its parent: both ends of the pipe between them.

Each line is JSON: first the parent tells which tables and model to load, then one text after the
other; each is answered with what was found before the next is sent. No pickles.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from briefing import itself
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.extract import Extractor


class HandLost(Exception):
    """The process ended, or could not begin."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a process loads before it begins; see `Extraction`."""

    user_tables: Path | None = None
    model: str = ""
    command: tuple[str, ...] = ()

    @property
    def line(self) -> bytes:
        """It as one line of JSON."""
        tables = str(self.user_tables) if self.user_tables else None
        return json.dumps({"tables": tables, "model": self.model}).encode("ascii") + b"\n"


class Hand:
    """A running process; it ends with its parent, whose end of the pipe is then closed.

    Attributes:
        ended: whether it was ended on purpose.
    """

    def __init__(self, setup: Setup) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the program itself
            setup.command or itself.command("briefing.workspace.extraction.hand", itself.FINDER),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=itself.environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._setup = setup
        self.ended = False

    @property
    def number(self) -> int:
        """The number of the process."""
        return self._process.pid

    def begin(self) -> str:
        """Load tables and model; return what does the work: a model's name, or `rules`.

        Raises:
            HandLost: it ended, or cannot load them.
        """
        told = self._said(self._setup.line)
        if "ready" not in told:
            raise HandLost(str(told.get("refused")))
        return str(told["ready"])

    def ask(self, line: bytes) -> dict[str, Any]:
        """Return what it answers to a text: `found`, or `failed` with the place in the program.

        Raises:
            HandLost: it ended.
        """
        return self._said(line)

    def end(self) -> None:
        """End it now, whatever it does, because nobody wants its answer; from any thread."""
        self.ended = True
        self._process.kill()

    def close(self) -> None:
        """End it and close the pipes; from the thread that asks."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):  # what was not yet sent is not wanted
                stream.close()

    def _said(self, line: bytes) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
            told = json.loads(self._process.stdout.readline())
        except (OSError, ValueError) as error:  # a broken pipe; no line, or half of one
            raise HandLost(f"its process {self.number} ended") from error
        if not isinstance(told, dict):
            raise HandLost("it said what is no answer")
        return told


def main() -> None:
    """Answer lines on standard input until it ends."""
    # Ctrl+C is for the parent, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # By number: a program without a console has no sys.stdin, though its parent gave it pipes.
    incoming, answers = os.fdopen(0, "rb"), os.fdopen(1, "wb")
    sys.stdout = sys.stderr  # what a library prints must not get between the answers
    logging.disable(logging.CRITICAL)
    with contextlib.suppress(BrokenPipeError):  # the parent is gone
        extractor = _loaded(json.loads(incoming.readline()), lambda told: _say(answers, told))
        while extractor is not None and (line := incoming.readline()):
            _say(answers, _answer(extractor, line))


def _loaded(setup: dict[str, Any], say: Callable[[dict[str, Any]], None]) -> Extractor | None:
    from briefing.extract import Extractor, load_tables

    try:
        tables = load_tables(Path(setup["tables"]) if setup["tables"] else None)
        extractor = Extractor(tables, setup["model"])
        say({"ready": extractor.backend})
    except BriefingError as error:
        say({"refused": str(error)})
        return None
    return extractor


def _answer(extractor: Extractor, line: bytes) -> dict[str, Any]:
    from briefing.library import codec
    from briefing.workspace.extraction.wanted import arguments_of

    given = arguments_of(line)
    try:
        return {"found": codec.plain(extractor.extract(given.pop("text"), **given))}
    # A text the program fails on must be told of as that, and the next one be read.
    except Exception as error:  # noqa: BLE001
        return {"failed": itself.where(error)}


def _say(stream: BinaryIO, told: dict[str, Any]) -> None:
    stream.write(json.dumps(told).encode("ascii") + b"\n")
    stream.flush()


if __name__ == "__main__":
    main()
