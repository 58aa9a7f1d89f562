"""Finding web chrome in a text: ranges with the id of the rule that found each, never a deletion.

Three sources, laid over each other: mark-up left in the text (`markup`), the patterns of
`resources/chrome.yaml`, and the build of a saved page (`menus`). Rules look at lines and their
neighbours, so they hold for pages nobody here has seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.ingest.chrome.menus import page_ranges
from briefing.ingest.known.chrome_rules import ChromeRule, ChromeRules, chrome_rules, rule_set
from briefing.ingest.known.outlets import known_outlets
from briefing.ingest.text.lines import Line, lines_of
from briefing.ingest.text.markup import markup_ranges
from briefing.model import HiddenRange

LIST_LIMIT = 12
"""Links below a heading such as “Most read” that may be hidden with it."""

LINE_LIMIT = 800
"""Characters of a line above which it is an article's text for sure."""

HEAD_PROSE = 3
"""Paragraphs (headline, standfirst, caption) above the line where an article's own text starts."""

TAIL_SHARE = 0.25
"""Prose below a heading such as “Site index”, against that above it, if it is to be the end."""


def hide_chrome(text: str, known: Iterable[HiddenRange] = ()) -> tuple[HiddenRange, ...]:
    """Return the stretches of `text` that are web chrome, in order, without overlaps.

    White space at the ends of a stretch is left out of it. Where rules overlap, the stretch has
    the id of the one that starts first.

    Args:
        text: the source text.
        known: what the file's format already told to be chrome; it is part of the result.
    """
    rules = chrome_rules()
    found = [*markup_ranges(text), *known]
    found += _stretches(text, rules)
    lines = lines_of(_blanked(text, found))
    hidden = _Lines(lines).ranges()
    found += hidden
    found += page_ranges(lines, hidden, rules.menu_words)
    return layered(text, found)


def _stretches(text: str, rules: ChromeRules) -> Iterator[HiddenRange]:
    for rule in rules.of("stretch"):
        group = "hide" if "hide" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            if match.start(group) < match.end(group):
                yield HiddenRange(match.start(group), match.end(group), rule.id)


class _Lines:
    """Applies the rules that look at whole lines to the lines of one text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._hit = [""] * len(lines)

    def ranges(self) -> list[HiddenRange]:
        """Return a range for each line that a rule hides."""
        self._anywhere()
        self._body(self._head())
        self._tail()
        self._outlet_names()
        return [
            HiddenRange(line.start, line.end, rule)
            for line, rule in zip(self._lines, self._hit, strict=True)
            if rule
        ]

    def _anywhere(self) -> None:
        anywhere = rule_set("any")
        for index, line in enumerate(self._lines):
            if self._hit[index] or len(line.text) > LINE_LIMIT:
                continue
            if rule := anywhere.first(line.label):
                self._apply(rule, index)

    def _apply(self, rule: ChromeRule, index: int) -> None:
        if rule.kind == "tail" and self._is_end(index):
            self._hit[index:] = [hit or rule.id for hit in self._hit[index:]]
            return
        self._hit[index] = rule.id
        if rule.kind == "list":
            for below in self._links_below(index):
                self._hit[below] = self._hit[below] or rule.id

    def _links_below(self, index: int) -> Iterator[int]:
        links = []
        for below in range(index + 1, min(index + 1 + LIST_LIMIT, len(self._lines))):
            line = self._lines[below]
            if line.prose and (line.ends_as_sentence or not line.bulleted):
                break
            links.append(below)
        # A heading right above prose may be a subheading of the article, not a link.
        yield from links if index + 1 + len(links) >= len(self._lines) else links[:-1] or links

    def _is_end(self, index: int) -> bool:
        above = sum(len(line.text) for line in self._lines[:index] if line.prose)
        below = sum(len(line.text) for line in self._lines[index:] if line.prose)
        return below <= TAIL_SHARE * above

    def _head(self) -> int:
        """Apply the rules for the head; return the index of the first line below it."""
        prose = 0
        for index, line in enumerate(self._lines):
            self._placed("head", index)
            prose += line.prose and not self._hit[index]
            if prose > HEAD_PROSE or (prose and line.words > 45):
                return index
        return len(self._lines)

    def _body(self, first: int) -> None:
        shouted = sum(line.text.isupper() for line in self._lines)
        if shouted > 0.25 * len(self._lines):
            return
        for index in range(first, len(self._lines)):
            self._placed("body", index)

    def _tail(self) -> None:
        for index in range(len(self._lines) - 1, -1, -1):
            self._placed("tail", index)
            if not self._hit[index]:
                return

    def _outlet_names(self) -> None:
        """Hide an outlet's name that stands alone on the first line or ends the text."""
        for index in range(len(self._lines) - 1, -1, -1):
            if self._hit[index]:
                continue
            if not _names_outlet(self._lines[index]):
                break
            self._hit[index] = "outlet-name"
        if self._lines and not self._hit[0] and _names_outlet(self._lines[0]):
            self._hit[0] = "outlet-name"

    def _placed(self, where: str, index: int) -> None:
        if self._hit[index]:
            return
        if rule := rule_set(where).first(self._lines[index].label):
            self._hit[index] = rule.id


def _names_outlet(line: Line) -> bool:
    outlet = known_outlets().named(line.text)
    return outlet is not None and not outlet.plain


def _blanked(text: str, ranges: Sequence[HiddenRange]) -> str:
    """Return the text with these ranges as spaces, so that lines are read without them."""
    if not ranges:
        return text
    letters = list(text)
    for item in ranges:
        letters[item.start : item.end] = [
            letter if letter in "\r\n" else " " for letter in letters[item.start : item.end]
        ]
    return "".join(letters)


def layered(text: str, found: Iterable[HiddenRange]) -> tuple[HiddenRange, ...]:
    """Return ranges in order, without overlaps and blanks at their ends; the first one wins."""
    merged: list[HiddenRange] = []
    for item in sorted(found):
        start = max(item.start, merged[-1].end) if merged else item.start
        trimmed = _trimmed(text, start, item.end, item.rule)
        if trimmed is None:
            continue
        last = merged[-1] if merged else None
        if last and last.rule == trimmed.rule and not text[last.end : trimmed.start].strip():
            merged[-1] = HiddenRange(last.start, trimmed.end, last.rule)
        else:
            merged.append(trimmed)
    return tuple(merged)


def _trimmed(text: str, start: int, end: int, rule: str) -> HiddenRange | None:
    stretch = text[start:end]
    if not stretch.strip():
        return None
    left = len(stretch) - len(stretch.lstrip())
    return HiddenRange(start + left, start + left + len(stretch.strip()), rule)
