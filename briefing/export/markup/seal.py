"""The seal under an exported briefing: a mark for each of its lines, so that none changes unseen.

Footnotes and quotations are proved against the sources. The seal proves all that is stated besides
them: table cells, names, dates, counts and the wording of asks are as they were exported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from briefing.export.markup.fences import ranges

_LENGTH = 8  # hex digits: one altered line in 4,294,967,296 goes unseen
_A_ROW = 10
_USERS_BREAK = "\x00"
_SEAL = re.compile(r"\n*<!-- lines\n(?P<marks>(?:[0-9a-f]{8}[ \n])+)-->\n?\Z")


@dataclass(frozen=True, slots=True)
class Broken:
    """One place where a text is not as it was sealed.

    Attributes:
        line: of the text, from 1. kind: `altered`, `added` or `missing` (after that line).
    """

    line: int
    kind: str


def sealed(markdown: str) -> str:
    """Return a briefing with the marks of its lines under it, in a comment that no reader sees."""
    text = markdown.rstrip("\n") + "\n"
    marks = [mark for _, mark in _marks(text)]
    rows = [" ".join(marks[at : at + _A_ROW]) for at in range(0, len(marks), _A_ROW)]
    return "\n".join([text, "<!-- lines", *rows, "-->", ""])


def unsealed(markdown: str) -> str:
    """Return a briefing without its seal; its lines keep their numbers."""
    return _SEAL.sub("\n", markdown)


def is_sealed(markdown: str) -> bool:
    """Return whether a text has a seal."""
    return bool(_SEAL.search(markdown))


def broken(markdown: str) -> tuple[Broken, ...]:
    r"""Return where a sealed text was altered, in order; the user's words and white space are free.

    Args:
        markdown: with `\n` at the end of lines.

    Raises:
        BriefingError: a fence is broken; the line is named.
    """
    found = _SEAL.search(markdown)
    if found is None:
        return ()
    there = list(_marks(unsealed(markdown)))
    return tuple(_differences(found["marks"].split(), there))


def _differences(meant: Sequence[str], there: Sequence[tuple[int, str]]) -> Iterator[Broken]:
    marks = [mark for _, mark in there]
    matcher = SequenceMatcher(None, meant, marks, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, come = last - first, end - start
        for at in range(start, end):
            yield Broken(there[at][0], "altered" if at - start < gone else "added")
        if gone > come:
            yield Broken(there[end - 1][0] if end else 1, "missing")


def _marks(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (number of the line, mark) for each line that is not blank, the user's left out."""
    number = 1
    for line in _on_one_line(markdown).split("\n"):
        words = " ".join(line.replace(_USERS_BREAK, "").split())
        if words:
            yield number, sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
        number += 1 + line.count(_USERS_BREAK)


def _on_one_line(markdown: str) -> str:
    """Return the text with what the user wrote replaced by marks of the lines it went over."""
    pieces: list[str] = []
    position = 0
    for _, start, end in ranges(markdown):
        pieces += [markdown[position:start], _USERS_BREAK * markdown.count("\n", start, end)]
        position = end
    return "".join([*pieces, markdown[position:]])
