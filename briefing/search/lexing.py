"""A query text cut into words, phrases, fields, brackets and operators, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.search.analysis import has_long_name, is_long_name
from briefing.search.fields import ASKED

QUOTES = '"“”„‟«»＂'
_STRAIGHT = str.maketrans(dict.fromkeys(QUOTES, '"'))
_LEXEME = re.compile(
    r"""(?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | (?P<phrase>"[^"]*(?:"(?:~\d+)?|$))
    | (?P<range>\[[^\]"()]*(?:\]|$))
    | (?P<operator>(?:AND|OR|NOT|NEAR(?:/\d{1,3})?)(?=[\s()]|$))
    | (?P<minus>-(?=[^\s)-]))
    | (?P<field>[A-Za-z_]+:)(?!//)
    | (?P<word>[^\s()"]+)""",
    re.VERBOSE,
)

_WORD = re.compile(r'[^\s()"]+')
_BRACKETED = re.compile(r'\[[^\s()"]*')


class Lexeme(NamedTuple):
    """One piece of a query: `query[start:end]`."""

    kind: str
    text: str
    start: int
    end: int


def quoted(value: str) -> str:
    """Return a value in quotation marks, those inside it taken out: they mean nothing to a search."""
    return f'"{value.translate(dict.fromkeys(map(ord, QUOTES), " "))}"'


def lex(query: str) -> list[Lexeme]:
    """Return the pieces of a query in order; the words of a long name of a place are one piece."""
    pieces = list(_pieces(query.translate(_STRAIGHT)))
    return list(_joined(query, pieces)) if has_long_name(query) else pieces


def _pieces(query: str) -> Iterator[Lexeme]:
    at = 0
    while match := _LEXEME.match(query, at):
        kind = match.lastgroup or "word"
        if kind == "field" and not _names_a_field(query, match):
            match = _WORD.match(query, at) or match
            kind = "word"
        if kind == "range" and not query[:at].endswith("date:"):
            match = _BRACKETED.match(query, at) or match
            kind = "word"
        if kind != "space":
            yield Lexeme(kind, match[0], match.start(), match.end())
        at = match.end()


def _names_a_field(query: str, match: re.Match[str]) -> bool:
    """Tell a field from a word before a colon, as in a pasted headline: `Trade: what is next`."""
    if match[0][:-1].lower() in ASKED:
        return True
    return match.end() < len(query) and not query[match.end()].isspace()


def _joined(query: str, pieces: list[Lexeme]) -> Iterator[Lexeme]:
    at = 0
    while at < len(pieces):
        for number in (4, 2):
            group = pieces[at : at + number]
            text = query[group[0].start : group[-1].end]
            if {p.kind for p in group} == {"word"} and len(group) == number and is_long_name(text):
                yield Lexeme("word", text, group[0].start, group[-1].end)
                at += number
                break
        else:
            yield pieces[at]
            at += 1
