"""Tidying of an ask's words: without who said it, and without what is joined on."""

from __future__ import annotations

import re

_EDGE = " \t\r\n,;:.–—-…"
_TAIL = re.compile(
    r"(?:,?\s*\b(?:according to|now that)\b.*|,\s*(?:although|though|whereas|which|who|while|as if|now that)\b.*"
    r"|,?\s+(?:he|she|it|they|we|(?:[A-Z][\w.’'-]+\s+){0,4}[A-Z][\w.’'-]+|officials?|sources?|\w+ (?:officials?|sources?)) "
    r"(?:said|says|added|told \w+)\b.*|,[”\"]?\s+(?:said|says|added)\s+(?!to\b)(?:[\w’'.-]+\s*){1,8}|\s+(?:and|or|but|that|to|with|of|in|the|a|an))$",
    re.DOTALL,
)
# ", a senior official said," between commas, or at the end.
_SAID = re.compile(
    r",\s+(?:[\w’'.-]+\s+){1,8}?(?:said|says|added|adds|noted|explained|insisted|argued|told [\w’'. ]{2,40})"
    r"(?:\s+(?:on|last) \w+)?(?=\s*(?:,|$))"
)
# What a side does besides, told in contrast: ", but has warned its exporters".
_CONTRAST = re.compile(
    r",?\s+but\s+(?:also\s+)?(?:has|have|had|is|are|was|were|will|would|said|says|told|warned|he|she|it|they|[A-Z]\w+ (?:has|is|will|said))\b.*",
    re.DOTALL,
)
# Who says so, before what is said.
_HEAD = re.compile(
    r"^(?!(?:it|that)\b)(?:[\w’'.-]+\s+){1,6}?(?:said|says)\s+(?:that\s+)?(?=\S+\s+\S+\s+\S+)"
)
# `U.S`, `p.m`: the full stop after the last letter belongs to it.
_ABBREVIATED = re.compile(r"(?:^|[\s“\"(-])(?:[A-Za-z]\.)+[A-Za-z]$")
# What is left of `it's` or `we'll`.
_CLITIC = re.compile(r"^['’](?:s|re|ll|d|ve|m)\s+")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*")
_LITTLE = (
    "the a an this that these those it its his her their our my your he she they we i you them "
    "him us me is are was were be been being will would could can may might should must do does "
    "did has have had to of for on in at by with from about up out off as and or but not no never "
    "very more most so than what which who whom whose where when how why whether if there here "
    "also now then again still just goal goals aim aims priority need needs want wants call calls "
    "ask asks demand demands red line lines thing things anything something nothing everything "
    "request requests offer offers expects expected called asked pressed wanted urged sought "
    "offered proposed hope hopes "
)
_EMPTY = frozenset(_LITTLE.split())


def tidy(words: str) -> str:
    """Return the words on one line, without who said them, what stands in contrast, and loose ends."""
    words = _trimmed(" ".join(words.split()))
    words = _without_said(words)
    for _ in range(2):
        words = _trimmed(_TAIL.sub("", words))
    plain = _trimmed(_CONTRAST.sub("", words))
    return _trimmed(_even(words if is_stub(plain) else plain))


def _trimmed(words: str) -> str:
    """Return the words without loose marks at their ends; an abbreviation keeps its full stop."""
    words = _CLITIC.sub("", words.strip(_EDGE))
    return f"{words}." if _ABBREVIATED.search(words) else words


def without_head(words: str) -> str:
    """Return the words without `The minister said` before them."""
    bare = _HEAD.sub("", words, count=1)
    return words if is_stub(bare) else bare


def is_stub(words: str) -> bool:
    """Whether words say too little to be read as what is asked."""
    return sum(word.lower() not in _EMPTY for word in _WORDS.findall(words)) < 2


def _without_said(words: str) -> str:
    """End before `, a source said,`; where too little stands before it, go on after it."""
    match = _SAID.search(words)
    if match is None:
        return words
    before = words[: match.start()]
    return before + words[match.end() :].lstrip(",") if is_stub(before) else before


def _even(words: str) -> str:
    """Return the words without a quotation mark or bracket that lost its partner."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if words.count(opening) > words.count(closing):
            cut = words.rindex(opening)
            words = words[:cut] + words[cut + 1 :]
        elif words.count(closing) > words.count(opening):
            cut = words.index(closing)
            words = words[:cut] + words[cut + 1 :]
    return words if words.count('"') % 2 == 0 else words.replace('"', "")
