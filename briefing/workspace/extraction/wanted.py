"""A text to be gone through, with all that its findings depend on, as two processes tell it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefing.model import HiddenRange


@dataclass(frozen=True)
class Wanted:
    """What extraction is given; two that are equal have the same findings.

    Attributes:
        name: how the text is called in messages; no part of what is found.
    """

    text: str
    published: dt.date | None = None
    hidden: tuple[HiddenRange, ...] = ()
    sides: tuple[str, ...] = ()
    our_side: str = ""
    name: str = field(default="", compare=False)

    @cached_property
    def line(self) -> bytes:
        """It as one line of JSON."""
        told = {
            "text": self.text,
            "published": self.published.isoformat() if self.published else None,
            "hidden": [[h.start, h.end, h.rule] for h in self.hidden],
            "sides": self.sides,
            "our_side": self.our_side,
        }
        return json.dumps(told).encode("ascii") + b"\n"

    @cached_property
    def key(self) -> str:
        """The SHA-256 of all that what is found depends on."""
        return hashlib.sha256(self.line).hexdigest()


def arguments_of(line: bytes) -> dict[str, Any]:
    """Return what `Extractor.extract` is to be given for a line that `Wanted.line` told."""
    told: dict[str, Any] = json.loads(line)
    day = told["published"]
    return told | {
        "published": dt.date.fromisoformat(day) if day else None,
        "hidden": tuple(HiddenRange(*one) for one in told["hidden"]),
        "sides": tuple(told["sides"]),
    }
