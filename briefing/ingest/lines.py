"""The lines of a text as the chrome rules see them: where they stand, and whether they are prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model import split_paragraphs

_SENTENCE_END = re.compile(r"[.!?…:;,][\"”’'»)\]]*$|[\"”’»]$")
_BULLET = re.compile(r"\A(?:[*+•·▪◦o-]|\d{1,2}[.)])(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, from `start` to `end` without the white space around it.

    A paragraph of hard-wrapped text is one line here.

    Attributes:
        text: its words, each run of white space as one space.
        indent: white-space characters before it; in a page dumped as text, the depth in the page.
    """

    start: int
    end: int
    indent: int
    text: str

    @property
    def folded(self) -> str:
        """Its words without the bullet, as they are compared with the words of menus."""
        return self.label.lower().replace("’", "'")

    @property
    def words(self) -> int:
        """How many words it has, a bullet not counted."""
        return len(self.label.split())

    @property
    def bulleted(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.text) is not None

    @property
    def label(self) -> str:
        """Its words without the bullet."""
        return _BULLET.sub("", self.text, count=1)

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: nine words that end as a sentence does, or twenty."""
        words = self.words
        return words >= 20 or (words >= 9 and _SENTENCE_END.search(self.text) is not None)

    @property
    def ends_as_sentence(self) -> bool:
        """Whether it ends with the mark of a sentence."""
        return _SENTENCE_END.search(self.text) is not None


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that are not blank, in order."""
    lines = []
    position = 0
    for paragraph in split_paragraphs(text):
        gap = text[position : paragraph.start]
        indent = len(gap) - 1 - max(gap.rfind("\n"), gap.rfind("\r"))
        position = paragraph.end
        words = " ".join(text[paragraph.start : position].split())
        lines.append(Line(paragraph.start, position, indent, words))
    return tuple(lines)
