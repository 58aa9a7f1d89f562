"""Lines that come back in article after article of one outlet are furniture, not news."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.ingest.chrome.chrome import layered
from briefing.model import HiddenRange, split_paragraphs

LINE_LENGTH = 240
"""Characters a line may have to be looked at; longer ones are paragraphs of an article."""

OFTEN = 2
"""Other articles of the outlet a line must stand in to be hidden."""

REPEATED = "repeated-line"
ALWAYS = "outlet-line"


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of an article as it is compared, and where it stands."""

    words: str
    start: int
    end: int


def shown_lines(text: str, hidden: Sequence[HiddenRange] = ()) -> tuple[ShownLine, ...]:
    """Return the lines of a text that may be furniture: those shown, and not too long."""
    cut = split_paragraphs(text, [(item.start, item.end) for item in hidden])
    return tuple(
        ShownLine(line_key(text[p.start : p.end]), p.start, p.end)
        for p in cut
        if p.number and p.end - p.start <= LINE_LENGTH
    )


def line_key(line: str) -> str:
    """Return a line as it is compared: white space as one blank, capitals kept."""
    return " ".join(line.split())


def learnt(
    text: str,
    hidden: Sequence[HiddenRange],
    *,
    times: Mapping[str, int],
    rules: Mapping[str, bool],
    keep: Collection[str] = (),
) -> tuple[HiddenRange, ...]:
    """Return what is hidden of a text once its outlet's lines are known.

    Args:
        text: the source text.
        hidden: what is hidden by the general rules.
        times: in how many other articles of the outlet a line stands.
        rules: what the user said of a line of the outlet: to hide it always, or never.
        keep: lines that are never hidden by repetition, such as the article's title.
    """
    found = [
        HiddenRange(line.start, line.end, ALWAYS if rules.get(line.words) else REPEATED)
        for line in shown_lines(text, hidden)
        if rules.get(line.words, times.get(line.words, 0) >= OFTEN and line.words not in keep)
    ]
    return layered(text, [*_allowed(text, hidden, rules), *found])


def _allowed(
    text: str, hidden: Iterable[HiddenRange], rules: Mapping[str, bool]
) -> Iterable[HiddenRange]:
    """The hidden ranges but for whole lines that the user wants shown."""
    shown = {line for line, hide in rules.items() if not hide}
    for item in hidden:
        if not shown or line_key(text[item.start : item.end]) not in shown:
            yield item
