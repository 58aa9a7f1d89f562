"""The passage of a text that is most like some words, to show what was altered."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from briefing.export.markup.escape import folded
from briefing.model import Extent

_WORD = re.compile(r"\S+")
_ALIKE = 0.6
_SLACK = 5  # words that may have been added or left out before the longest stretch in common


def verbatim(words: str, text: str) -> Extent | None:
    """Return where whole words stand in a text, white space aside; None where they do not."""
    parts = [re.escape(part) for part in folded(words).split()]
    if not parts:
        return None
    before = r"(?<!\w)" if words.strip()[0].isalnum() else ""
    after = r"(?!\w)" if words.strip()[-1].isalnum() else ""
    found = re.search(before + r"\s+".join(parts) + after, text)
    return Extent(found.start(), found.end(), found.group()) if found else None


def nearest(words: str, text: str) -> Extent | None:
    """Return the passage of a text most like these words, None where none is much like them."""
    wanted = [_bare(match.group()) for match in _WORD.finditer(words)]
    places = list(_WORD.finditer(text))
    there = [_bare(match.group()) for match in places]
    match = SequenceMatcher(None, wanted, there, autojunk=False).find_longest_match()
    if not match.size:
        return None
    first = max(0, match.b - match.a - _SLACK)
    window = there[first : first + len(wanted) + 2 * _SLACK]
    blocks = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()[:-1]
    begin = max(0, blocks[0].b - blocks[0].a)
    last = min(len(window), blocks[-1].b + len(wanted) - blocks[-1].a)
    chosen = places[first + begin : first + last]
    extent = _trimmed(text, chosen[0].start(), chosen[-1].end())
    alike = SequenceMatcher(None, folded(words), folded(extent.quote), autojunk=False).ratio()
    return extent if alike >= _ALIKE else None


def _trimmed(text: str, start: int, end: int) -> Extent:
    """Return a passage without the punctuation around it."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Extent.of(text, start, end)


def _bare(word: str) -> str:
    return re.sub(r"\W", "", word).casefold() or word
