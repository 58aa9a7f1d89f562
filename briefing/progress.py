"""How long-running work reports progress and hears that it should stop. No Qt here."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """Raised inside a task once the user asked it to stop."""


class Progress(Protocol):
    """What a use case may call while it works."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report progress; raise Cancelled if the user asked to stop."""


class Quiet:
    """A Progress that says nothing; the default for tests and scripts."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Carry on."""


QUIET = Quiet()
