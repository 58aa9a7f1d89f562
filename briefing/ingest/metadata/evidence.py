"""A text as metadata is looked for in it: its lines, which are hidden, which is head."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.ingest.text.lines import Line, lines_of
from briefing.model import HiddenRange, split_paragraphs

HEAD_LINES = 60
"""Lines above an article's own text that may hold title, byline and date."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One line: whether it is hidden as chrome by `rule`, and its paragraph number if not."""

    line: Line
    rule: str
    paragraph: int

    @property
    def where(self) -> str:
        """The place as named in a reason: `¶ 3`, or that the line is of the page around it."""
        return f"¶ {self.paragraph}" if self.paragraph else "a line of the page around the article"


@dataclass(frozen=True)
class Evidence:
    """All lines of one text, in order."""

    text: str
    hidden: Sequence[HiddenRange]
    lines: tuple[Seen, ...]

    @classmethod
    def of(cls, text: str, hidden: Sequence[HiddenRange]) -> Evidence:
        """Return the view of a text with these ranges hidden."""
        numbers = split_paragraphs(text, [(item.start, item.end) for item in hidden])
        rules = {item.start: item.rule for item in hidden}
        lines = lines_of(text)
        seen = []
        rule = ""
        for line, paragraph in zip(lines, numbers, strict=True):
            rule = rules.get(line.start, rule or "page")
            if paragraph.number:
                seen.append(
                    Seen(replace(line, text=_visible(text, line, hidden)), "", paragraph.number)
                )
            else:
                seen.append(Seen(line, rule, 0))
        return cls(text, hidden, tuple(seen))

    def shown(self) -> list[Seen]:
        """Return the lines a reader of the article sees."""
        return [seen for seen in self.lines if seen.paragraph]

    def head(self) -> Iterator[Seen]:
        """Yield the lines from the last ones before the article's own text up to its first line."""
        first = self._first_text()
        yield from self.lines[max(0, first - HEAD_LINES) : first + 1]

    def foot(self, count: int = 12) -> Sequence[Seen]:
        """Return the last lines of the text."""
        return self.lines[-count:]

    def _first_text(self) -> int:
        """The index of the first line that is clearly of the article's own text."""
        for index, seen in enumerate(self.lines):
            if seen.paragraph and seen.line.prose and seen.line.words > 22:
                return index
        return max(len(self.lines) - 1, 0)


def _visible(text: str, line: Line, hidden: Sequence[HiddenRange]) -> str:
    pieces = []
    position = line.start
    for index in range(bisect_right(hidden, line.start, key=_end), len(hidden)):
        item = hidden[index]
        if item.start >= line.end:
            break
        pieces.append(text[position : max(item.start, position)])
        position = item.end
    return " ".join("".join([*pieces, text[position : line.end]]).split())


def _end(item: HiddenRange) -> int:
    return item.end
