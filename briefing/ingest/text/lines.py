"""The lines of a text as the chrome rules see them: where they stand, whether they are prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.model import split_paragraphs

_SENTENCE_END = re.compile(r"[.!?…:;,][\"”’'»)\]]*$|[\"”’»]$")
_BULLET = re.compile(r"\A(?:[*+•·▪◦o-]|\d{1,2}[.)])(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, from `start` to `end` without the white space around it.

    A paragraph of hard-wrapped text is one line here.

    Attributes:
        text: its words, each run of white space as one space.
        label: its words without the bullet.
        folded: the label as it is compared with the words of menus.
        words: how many words it has, a bullet not counted.
        bulleted: whether it is an item of a list.
        indent: white-space characters before it; in a page dumped as text, the depth in the page.
    """

    start: int
    end: int
    indent: int
    text: str
    label: str = field(init=False)
    folded: str = field(init=False)
    words: int = field(init=False)
    bulleted: bool = field(init=False)

    def __post_init__(self) -> None:
        bullet = _BULLET.match(self.text)
        label = self.text[bullet.end() :] if bullet else self.text
        # Each is asked for by many rules, and a page may have a hundred thousand lines.
        object.__setattr__(self, "label", label)
        object.__setattr__(self, "folded", label.lower().replace("’", "'"))
        object.__setattr__(self, "words", len(label.split()))
        object.__setattr__(self, "bulleted", bullet is not None)

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: nine words that end as a sentence does, or twenty."""
        return self.words >= 20 or (self.words >= 9 and self.ends_as_sentence)

    @property
    def ends_as_sentence(self) -> bool:
        """Whether it ends with the mark of a sentence."""
        return _SENTENCE_END.search(self.text[-20:]) is not None


@lru_cache(maxsize=2)  # chrome, fields and metadata ask for the same text one after the other
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
