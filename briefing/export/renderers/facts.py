"""What running heads and the properties of a file say of a briefing."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.export.outlines.outline import Outline, User, plain
from briefing.export.outlines.user_text import user_line
from briefing.export.renderers.stamp import stamp


@dataclass(frozen=True, slots=True)
class Facts:
    """What running heads and file properties say.

    Attributes:
        marking: how the document is classified, on one line.
        prepared: ISO date, written as the file's date, so that the same text gives the same bytes.
        library: identity of the library.
        fit: the most pages the main sections may take, 0 for no such limit.
    """

    title: str
    marking: str
    prepared: str
    language: str = "en"
    library: str = ""
    fit: int = 0

    @property
    def stamp(self) -> str:
        """The words by which the file says which library it is of, and of which date."""
        return stamp(self.library, self.prepared)

    @classmethod
    def of(cls, content: Outline) -> Facts:
        """Return the facts of a briefing."""
        marks = [run for run in content.marking if isinstance(run, User)]
        front = dict(content.front)
        return cls(
            title=content.title,
            marking=" ".join(plain(user_line(mark)) for mark in marks),
            prepared=str(front.get("prepared", "")),
            language=content.wording,
            library=str(front.get("library", "")),
            fit=content.fit,
        )
