"""Menus and link boxes of a page saved as text, told from the article by the build of the page.

A page dumped as text is a run of short, mostly bulleted lines, then the article, then short lines
again. Three observations carry this: menus are runs of short lines among which words of every
site's navigation turn up; the article's paragraphs stand at one depth of the page; and what
stands below them after the first menu or link box is no longer article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.ingest.text.lines import Line
from briefing.model import HiddenRange

MENU_LENGTH = 6
"""Lines a run must have to be a menu."""

ITEM_WORDS = 6
"""Words a bulleted line may have and still be an item of a menu; four without a bullet."""

DEPTH_SLACK = 3
"""Characters a paragraph's indentation may differ from the article's main one."""

TITLE_WORDS = 5
"""Words of a line above the article that is its title rather than an item."""

_JOINED = 4  # items that make a line a menu run together
_WORD = re.compile(r"\w+")


def page_ranges(
    lines: Sequence[Line], hidden: Sequence[HiddenRange], menu_words: frozenset[str]
) -> list[HiddenRange]:
    """Return the menus of a page, and what is left of its head and foot around them."""
    starts = {item.start for item in hidden}
    known = tuple(line.start in starts for line in lines)
    menus = _menus(lines, known, menu_words)
    if not any(menus):
        return []
    page = _Page(lines, known, menus, menu_words)
    return [
        HiddenRange(line.start, line.end, rule)
        for rule, holds in page.tests()
        for index, line in enumerate(lines)
        if not known[index] and holds(index)
    ]


def _menus(lines: Sequence[Line], known: Sequence[bool], words: frozenset[str]) -> tuple[bool, ...]:
    inside = [False] * len(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (known[end] or _item(lines[end], words)):
            end += 1
        if _is_menu(lines[start:end], known[start:end], words):
            inside[start:end] = [True] * (end - start)
        start = max(end, start + 1)
    return tuple(inside)


def _item(line: Line, words: frozenset[str]) -> bool:
    if line.folded in words or not line.label:
        return True
    if line.prose or (line.ends_as_sentence and line.words > 3):
        return False
    return line.words <= (ITEM_WORDS if line.bulleted else 4)


def _is_menu(run: Sequence[Line], known: Sequence[bool], words: frozenset[str]) -> bool:
    if len(run) < MENU_LENGTH:
        return False
    navigation = sum(line.folded in words for line in run)
    sure = sum(
        hit or not line.label or line.folded in words for line, hit in zip(run, known, strict=True)
    )
    return navigation >= 2 and sure >= 0.25 * len(run)


@dataclass(frozen=True)
class _Page:
    """One page that has menus; the tests say of a line whether it is chrome."""

    lines: Sequence[Line]
    known: Sequence[bool]
    menus: Sequence[bool]
    words: frozenset[str]

    def tests(self) -> list[tuple[str, Callable[[int], bool]]]:
        """Return the tests, each with the rule id of what it finds."""
        first, last = self._body()
        title = self._title(first)
        foot = self._foot(last)
        labels = self._menu_labels()
        return [
            ("menu", lambda i: self.menus[i] and (not title < i < first or self._sure(i))),
            ("empty-item", lambda i: not self.lines[i].label),
            ("page-foot", lambda i: i >= foot),
            ("page-head", lambda i: title >= 0 and i < first and self._aside(i, title)),
            ("menu-joined", lambda i: i < first and _joined(self.lines[i], labels)),
            ("item-text", self._continues_item),
        ]

    def _body(self) -> tuple[int, int]:
        """The first and the last line of prose at the depth at which most of the prose stands."""
        prose = [i for i in range(len(self.lines)) if self._article_like(i)]
        weight: Counter[int] = Counter()
        for i in prose:
            weight[self.lines[i].indent] += len(self.lines[i].text)
        if not weight:
            return len(self.lines), len(self.lines)
        depth = max(weight, key=lambda indent: (weight[indent], -indent))
        level = [i for i in prose if abs(self.lines[i].indent - depth) <= DEPTH_SLACK]
        return level[0], level[-1]

    def _article_like(self, i: int) -> bool:
        line = self.lines[i]
        return line.prose and not line.bulleted and not self.known[i] and not self.menus[i]

    def _title(self, first: int) -> int:
        """The last line above the article that is long enough for a title and no link; or -1."""
        titles = [
            i
            for i in range(first)
            if not (self.known[i] or self.menus[i] or self.lines[i].bulleted)
            and self.lines[i].words >= TITLE_WORDS
        ]
        return titles[0] if titles else -1

    def _foot(self, last: int) -> int:
        below = range(last + 1, len(self.lines))
        return next((i for i in below if self.known[i] or self.menus[i]), len(self.lines))

    def _sure(self, i: int) -> bool:
        line = self.lines[i]
        return self.known[i] or line.bulleted or line.folded in self.words

    def _menu_labels(self) -> dict[str, list[str]]:
        menu = zip(self.lines, self.menus, strict=True)
        return _by_first_word({line.label for line, inside in menu if inside} - {""})

    def _aside(self, i: int, title: int) -> bool:
        """Whether it is an item below the title, or one above that repeats the title."""
        line = self.lines[i]
        return line.bulleted and (i > title or line.label == self.lines[title].label)

    def _continues_item(self, i: int) -> bool:
        """Whether it is the text of an item whose bulleted line is chrome, one depth further in."""
        line, above = self.lines[i], self.lines[i - 1]
        if i == 0 or line.bulleted or line.prose or not self.known[i - 1]:
            return False
        return above.bulleted and line.indent > above.indent > 0


def _by_first_word(labels: Iterable[str]) -> dict[str, list[str]]:
    """Return the labels by the first word in them, "" where they have none."""
    found: dict[str, list[str]] = {}
    for label in labels:
        word = _WORD.search(label)
        found.setdefault(word.group() if word else "", []).append(label)
    return found


def _joined(line: Line, labels: Mapping[str, Sequence[str]]) -> bool:
    """Whether it is a whole menu run together on one line."""
    rest = line.label
    words = {"", *_WORD.findall(rest)}
    inside = [label for word in words for label in labels.get(word, ()) if label in rest]
    if sum(map(rest.count, inside)) < _JOINED:
        return False
    taken = 0
    for label in sorted(inside, key=lambda one: (-len(one), one)):
        rest, count = re.subn(rf"(?<!\w){re.escape(label)}(?!\w)", "", rest)
        taken += count
    return taken >= _JOINED and len(rest.split()) <= 2
