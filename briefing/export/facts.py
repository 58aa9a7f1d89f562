"""What running heads and the properties of a file say of a briefing."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.export.outline import Outline, User, plain
from briefing.export.user_text import user_line


@dataclass(frozen=True, slots=True)
class Facts:
    """What running heads and file properties say.

    Attributes:
        marking: how the document is classified, on one line.
        prepared: ISO date, written as the file's date, so that the same text gives the same bytes.
    """

    title: str
    marking: str
    prepared: str
    language: str = "en"

    @classmethod
    def of(cls, content: Outline) -> Facts:
        """Return the facts of a briefing."""
        marks = [run for run in content.marking if isinstance(run, User)]
        prepared = dict(content.front).get("prepared", "")
        return cls(
            title=content.title,
            marking=" ".join(plain(user_line(mark)) for mark in marks),
            prepared=prepared if isinstance(prepared, str) else "",
            language=content.wording,
        )
