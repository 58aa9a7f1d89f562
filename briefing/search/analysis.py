"""A text as the words that can be asked for, each with its place in the text.

No stop words and no stems: what is indexed is the word as written, folded; stems are a matter of
the query. The rules, and what they do to offsets and positions:

* Case, diacritics and typographic apostrophes are folded: `Québec` is `quebec`.
* Letters with dots are one word: `N.A.T.O.` is `nato`, `J.D.` is `jd`.
* `F-35`, `G-7`, `COVID-19` are one word, `f35`; their parts stand at the same position.
* Thousands separators go, decimal points stay: `1,000` is `1000`, `2.5` is `2.5`.
* A possessive `'s` is not part of the word.
* `U.S.`, `US`, `USA` and `United States` are one word, `u.s.`, at one position, in which the parts
  of the long name stand too; likewise `u.k.`, `e.u.`, `u.n.`. The dots keep it apart from all
  other words. In a text case decides: `US` is the country, `us` and `Us` are the pronoun.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

VERSION = 1  # grows with every change of what `tokens` answers: an index of another is made anew

COUNTRY_WORDS = {"us": "u.s.", "usa": "u.s.", "uk": "u.k.", "eu": "e.u.", "un": "u.n."}
_LONG_NAMES = {
    ("united", "states"): "u.s.",
    ("united", "kingdom"): "u.k.",
    ("european", "union"): "e.u.",
    ("united", "nations"): "u.n.",
}
_LONG_NAME = r"""(?i:united[\s-]+(?:states(?:[\s-]+of[\s-]+america)?|kingdom|nations)
    |european[\s-]+union)(?![^\W_])"""

_TOKEN = re.compile(
    rf"""(?<![^\W_])(?:
        (?P<place>{_LONG_NAME})
      | (?P<dotted>(?:[A-Za-z]\.){{2,}}(?:[A-Za-z]\b)?|[A-Z]\.[A-Z]\b)
      | (?P<joined>[^\W\d_]{{1,5}}-\d{{1,3}}[A-Za-z]?(?![^\W_]))
      | (?P<number>(?:\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)+)[^\W\d_]*)
    )(?:['’ʼ][sS](?![^\W_]))?
    | (?P<word>(?:[^\W_][\u0300-\u036f\u00ad]*)+(?:['’ʼ](?:[^\W_][\u0300-\u036f\u00ad]*)+)*)""",
    re.VERBOSE,
)
PLACE = re.compile(rf"(?<![^\W_])(?:{_LONG_NAME})", re.VERBOSE)
_PART = re.compile(r"[^\W_]+")
_UNFOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("’ʼ", "'")
    | dict.fromkeys("\u00ad, ", "")
)


class Token(NamedTuple):
    """One word of a text: `text[start:end]` as `term`, at a position counted in words."""

    term: str
    start: int
    end: int
    position: int


@lru_cache(maxsize=100_000)
def fold(written: str) -> str:
    """Return the form of a word that is compared: without case, diacritics, curly apostrophes."""
    if written.isascii() and "," not in written:
        return written.lower()
    folded = unicodedata.normalize("NFKD", written).casefold().translate(_UNFOLDED)
    plain = unicodedata.normalize("NFKD", folded)
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def stem(term: str) -> str:
    """Return the stem of a folded word (English, Porter's second algorithm)."""
    if not term.isalpha() or not term.isascii():
        return term
    return stems((term,))[0]


def stems(words: Sequence[str]) -> list[str]:
    """Return the stems of many folded words made of the letters a to z."""
    from Stemmer import Stemmer

    # A stemmer is not safe from two threads at once; a new one costs a microsecond.
    found: list[str] = Stemmer("english").stemWords(words)
    return found


def tokens(text: str, *, asked: bool = False) -> list[Token]:
    """Return the words of a text in order; several may stand at one position, the main one first.

    Args:
        text: a source text, or a piece of a query.
        asked: whether it is a query, in which `us`, `uk`, `eu`, `un` in any case are the places.
    """
    found: list[Token] = []
    for position, match in enumerate(_TOKEN.finditer(text)):
        kind = match.lastgroup
        if kind == "word":
            start, end = match.span()
            term, cut = _read(match[0], asked)
            found.append(Token(term, start, end - cut, position))
        else:
            found += _several(str(kind), match, position)
    return found


@lru_cache(maxsize=20_000)
def terms(text: str) -> tuple[str, ...]:
    """Return the main word of each position of a query text or value, in order."""
    main: dict[int, str] = {}
    for token in tokens(text, asked=True):
        main.setdefault(token.position, token.term)
    return tuple(main[position] for position in sorted(main))


def has_long_name(text: str) -> bool:
    """Tell whether a text has the long name of one of the places."""
    return PLACE.search(text) is not None


def is_long_name(text: str) -> bool:
    """Tell whether a text is the long name of one of the places: `United States`."""
    match = _TOKEN.fullmatch(text)
    return match is not None and match.lastgroup == "place"


@lru_cache(maxsize=100_000)
def _read(written: str, asked: bool) -> tuple[str, int]:  # noqa: FBT001 (a cache key)
    """Return a word as it is compared, and how many letters at its end are not part of it."""
    cut = 2 if len(written) > 2 and written[-2] in "'’ʼ" and written[-1] in "sS" else 0
    written = written[: len(written) - cut]
    term = fold(written)
    if term in COUNTRY_WORDS and (asked or written.isupper()):
        term = COUNTRY_WORDS[term]
    return term, cut


def _several(kind: str, match: re.Match[str], position: int) -> Iterator[Token]:
    """Yield a word that is not simply letters, then its parts, all at one position."""
    start, end = match.span(kind)
    written = match[kind]
    parts = [(m[0], start + m.start(), start + m.end()) for m in _PART.finditer(written)]
    names = tuple(fold(part) for part, _, _ in parts)
    match kind:
        case "place":
            yield Token(_LONG_NAMES[names[0], names[1]], start, end, position)
        case "joined":
            yield Token("".join(names), start, end, position)
        case "dotted":
            term = "".join(names)
            yield Token(COUNTRY_WORDS.get(term, term), start, end, position)
            return
        case _:
            yield Token(fold(written), start, end, position)
            return
    for name, (_, low, high) in zip(names, parts, strict=True):
        yield Token(name, low, high, position)
