"""A text as chunks: what stands between blanks. Each distinct chunk is analysed once.

A word is met a hundred times for once that it is new, and Python pays for every word it looks at.
So a text is cut at its blanks, which costs next to nothing, and `analysis.tokens` reads only those
chunks it has not seen. The answers are those of `tokens` on the whole text: only long names of
places reach over a blank, and these blanks are bridged first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from briefing.model import HiddenRange
from briefing.search.analysis import COUNTRY_WORDS, PLACE, Token, tokens
from briefing.search.engine.arrays import Array

Chunk = str | tuple[str, int, int]
"""A piece of text without blanks; or one with the range (start, end) of it that is hidden."""

GAP = 100
"""Positions left free between two texts of a field, so that no phrase reaches from one to the next."""

_AROUND = '.,;:!?()[]"“”'
_PLACE_BEGINS = ("nited", "uropean")
_THOUSANDS = re.compile("(?<=\\d)[\u00a0\u202f](?=\\d{3})")
_BLANKS = np.array([chr(code).isspace() for code in range(0x3002)])


def bridged(text: str) -> str:
    """Return a text, no offset changed, in which no word has a blank in it."""
    if "\u00a0" in text or "\u202f" in text:
        text = _THOUSANDS.sub(",", text)
    low = text.lower()
    if any(part in low for part in _PLACE_BEGINS):
        text = PLACE.sub(lambda place: re.sub(r"\s", "-", place[0]), text)
    return text


def starts_of(text: str) -> Array:
    """Return where each chunk of a text begins."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "u4")
    blank = np.ones(len(codes) + 1, bool)
    blank[1:] = _BLANKS[np.minimum(codes, 0x3001)]
    return np.flatnonzero(blank[:-1] & ~blank[1:])


def cut(whole: str, hidden: Sequence[HiddenRange] = ()) -> Sequence[Chunk]:
    """Return the chunks of a bridged text, those that are hidden or partly hidden with what is."""
    chunks: list[Chunk] = [*whole.split()]
    if not hidden or not chunks:
        return chunks
    starts = starts_of(whole)
    ends = starts + np.fromiter(map(len, chunks), "i8", len(chunks))
    for each in hidden:
        low = int(np.searchsorted(ends, each.start, "right"))
        high = int(np.searchsorted(starts, each.end, "left"))
        for at in range(low, high):
            start = int(starts[at])
            chunks[at] = _masked(chunks[at], each.start - start, each.end - start)
    return chunks


def covered(chunk: Chunk, start: int, hidden: Sequence[HiddenRange]) -> Chunk:
    """Return a chunk that stands at a place of a text with what of it is hidden.

    Args:
        chunk: without the blanks around it.
        start: its place in the text.
        hidden: ranges in order of their starts; those that end before the chunk may be left out.
    """
    end = start + len(chunk)
    for each in hidden:
        if each.start >= end:
            break
        if start < each.end:
            chunk = _masked(chunk, each.start - start, each.end - start)
    return chunk


def read(chunk: Chunk) -> tuple[list[Token], int]:
    """Return the words of a chunk that can be seen, and how many positions it takes."""
    if isinstance(chunk, str):
        found = _read(chunk)
        return found, found[-1].position + 1 if found else 0
    text, start, end = chunk
    found, size = read(text)
    return [token for token in found if token.end <= start or end <= token.start], size


def words_of(texts: Sequence[str], hidden: Sequence[HiddenRange] = ()) -> dict[str, list[int]]:
    """Return the words of the texts of a field, each with its positions in order.

    Args:
        texts: a gap between two keeps phrases inside one of them.
        hidden: ranges of the only text. Hidden words keep their positions to themselves, so no
            phrase reaches over them.
    """
    words: dict[str, list[int]] = {}
    base = 0
    for text in texts:
        for chunk in cut(bridged(text), hidden):
            found, size = read(chunk)
            for token in found:
                words.setdefault(token.term, []).append(base + token.position)
            base += size
        base += GAP
    return words


def plain(chunk: str) -> str:
    """Return the word that a chunk is, punctuation around it left out; "" where it is not just one."""
    word = chunk.strip(_AROUND)
    if not (word.isascii() and word.isalpha()):
        return ""
    term = word.lower()
    if term in COUNTRY_WORDS and word.isupper():
        return COUNTRY_WORDS[term]
    return term


def _read(chunk: str) -> list[Token]:
    term = plain(chunk)
    if not term:
        return tokens(chunk)
    word = chunk.strip(_AROUND)
    start = chunk.index(word)
    return [Token(term, start, start + len(word), 0)]


def _masked(chunk: Chunk, start: int, end: int) -> Chunk:
    if isinstance(chunk, str):
        return chunk, max(start, 0), min(end, len(chunk))
    text, before, after = chunk  # two ranges end within one chunk: what lies between goes too
    return text, min(before, max(start, 0)), max(after, min(end, len(text)))
