"""What looks like a person's name and is none: firms, headings, who reports, a verb that opens a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.extract.tables.tables import Tables
from briefing.extract.text.words import Word

_LONG = 4  # letters: a heading writes even shorter words small
_SHARE = 0.85
_FEWEST = 5  # words of a heading
_STARTS = ("ing", "ed")
_SHORTEST = 6  # letters of a verb that opens a sentence
_ABBREVIATION = 4  # letters
_FIRM = re.compile(
    r",? (?:which\b|an? (?:[\w’'-]+ ){0,3}?(?:publisher|company|firm|newspaper|daily|tabloid|weekly|magazine|subsidiary|brand|retailer"
    r"|airline|conglomerate|start-?up|manufacturer|carmaker|lender|news agency|broadcaster|think tank|group|party|charity|ngo|nonprofit)\b)"
)
_REPORTS = re.compile(
    r"(?:,? report(?:ing|s)\b(?: live)?(?: from| for|[.,])|,? (?:has|have) more\b|.{0,40}\bcontributed (?:reporting|to this|to the report))"
)


def in_title_case(quote: str) -> bool:
    """Whether a sentence is written as a heading is: nearly all its words with capitals, no stop."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_]+", quote) if len(word) >= _LONG]
    if len(words) < _FEWEST or quote.rstrip()[-1:] in '.!”"':
        return False
    capitals = [word for word in words if word[0].isupper() and not word.isupper()]
    return len(capitals) >= _SHARE * len(words)


def opens_sentence(words: Sequence[Word], low: int, high: int, tables: Tables) -> int:
    """Return 1 where the first word of a name is none: `Addressing NAME`, `Alongside NAME NAME`."""
    if low or high - low < 2:
        return 0
    word = words[low]
    verb = len(word.lower) >= _SHORTEST and word.lower.endswith(_STARTS)
    doing = verb and word.lower.endswith("ing")
    return int(
        verb and (doing or not word.person) and not tables.officeholders.is_given_name(word.text)
    )


def is_thing(text: str, words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Whether words of the text tell that a name is that of a firm, a paper or an abbreviation."""
    low, high = run
    if _FIRM.match(text, words[high - 1].end):
        return True
    if high - low > 1:
        return False
    word = words[low]
    shouted = low > 0 and len(words[low - 1].text) > 1 and words[low - 1].text.isupper()
    short = word.text.isupper() and len(word.text) <= _ABBREVIATION and not shouted
    linking = word.lower in ("i", "of", "the", "and", "for", "to", "in", "on", "at")
    return short or linking or text[max(0, word.start - 1) : word.start] == "("


def is_reporter(text: str, words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Whether somebody is named as the maker of the report: `the channel's NAME, reporting from`."""
    low, high = run
    owned = low > 0 and words[low - 1].possessive
    return owned and _REPORTS.match(text, words[high - 1].end) is not None
