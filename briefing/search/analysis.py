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
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

VERSION = 1  # grows with every change of what `tokens` answers: an index of another is made anew

COUNTRY_WORDS = {"us": "u.s.", "usa": "u.s.", "uk": "u.k.", "eu": "e.u.", "un": "u.n."}
_LONG_NAMES = {
    ("united", "states", "of", "america"): "u.s.",
    ("united", "states"): "u.s.",
    ("united", "kingdom"): "u.k.",
    ("european", "union"): "e.u.",
    ("united", "nations"): "u.n.",
}
_LONG_STARTS = {name[0] for name in _LONG_NAMES}

_TOKEN = re.compile(
    r"""(?<![^\W_])(?:
        (?P<dotted>(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|[A-Z]\.[A-Z]\b)
      | (?P<joined>[^\W\d_]{1,5}-\d{1,3}[A-Za-z]?(?![^\W_]))
      | (?P<number>(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)+)[^\W\d_]*)
    )
    | (?P<word>(?:[^\W_][\u0300-\u036f\u00ad]*)+(?:['’ʼ](?:[^\W_][\u0300-\u036f\u00ad]*)+)*)""",
    re.VERBOSE,
)
_BETWEEN = re.compile(r"[\s-]+")
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
    from whoosh.lang.porter2 import stem as porter2

    return str(porter2(term))  # type: ignore[no-untyped-call, unused-ignore]


def tokens(text: str, *, asked: bool = False) -> list[Token]:
    """Return the words of a text in order; several may stand at one position, the main one first.

    Args:
        text: a source text, or a piece of a query.
        asked: whether it is a query, in which `us`, `uk`, `eu`, `un` in any case are the places.
    """
    found: list[Token] = []
    position = -1
    for match in _TOKEN.finditer(text):
        position += 1
        found += _read(match, position, asked=asked)
    return _with_long_names(text, found)


@lru_cache(maxsize=20_000)
def terms(text: str) -> tuple[str, ...]:
    """Return the main word of each position of a query text or value, in order."""
    main: dict[int, str] = {}
    for token in tokens(text, asked=True):
        main.setdefault(token.position, token.term)
    return tuple(main[position] for position in sorted(main))


def is_long_name(text: str) -> bool:
    """Tell whether a text is the long name of one of the places: `United States`."""
    return tuple(re.split(r"[\s-]+", fold(text))) in _LONG_NAMES


def _read(match: re.Match[str], position: int, *, asked: bool) -> list[Token]:
    start, end = match.span()
    written = match[0]
    kind = match.lastgroup
    if kind == "dotted":
        term = fold(written.replace(".", ""))
        return [Token(COUNTRY_WORDS.get(term, term), start, end, position)]
    if kind == "joined":
        head, _, tail = written.partition("-")
        cut = start + len(head)
        return [
            Token(fold(head + tail), start, end, position),
            Token(fold(head), start, cut, position),
            Token(fold(tail), cut + 1, end, position),
        ]
    if len(written) > 2 and written[-2] in "'’ʼ" and written[-1] in "sS":
        written, end = written[:-2], end - 2
    term = fold(written)
    if term in COUNTRY_WORDS and (asked or written.isupper()):
        term = COUNTRY_WORDS[term]
    return [Token(term, start, end, position)]


def _with_long_names(text: str, found: list[Token]) -> list[Token]:
    """Move each long name of a place onto one position and put its short form there, first."""
    if not any(token.term in _LONG_STARTS for token in found):
        return found
    answer: list[Token] = []
    gone = 0
    at = 0
    while at < len(found):
        name = _long_name(text, found, at)
        first = found[at].position - gone
        if name:
            answer.append(
                Token(_LONG_NAMES[name], found[at].start, found[at + len(name) - 1].end, first)
            )
            answer += [t._replace(position=first) for t in found[at : at + len(name)]]
            gone += len(name) - 1
        else:
            answer.append(found[at]._replace(position=first))
        at += len(name) or 1
    return answer


def _long_name(text: str, found: list[Token], at: int) -> tuple[str, ...]:
    if found[at].term not in _LONG_STARTS:
        return ()
    for name in _LONG_NAMES:
        here = found[at : at + len(name)]
        if tuple(t.term for t in here) == name and all(
            _BETWEEN.fullmatch(text, a.end, b.start) for a, b in pairwise(here)
        ):
            return name
    return ()
