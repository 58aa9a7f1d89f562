"""Whether words given for those of a source stand in its sentence, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.export.language.tables import expansions
from briefing.export.markup.escape import folded

_TOKEN = re.compile(r"[^\W_]+|[$€£¥%]")
_FREE = frozenset({"to"})  # `can be shared` is told as `to be shared`
_DENIALS = frozenset({"not", "no", "never", "cannot", "nor", "without", "neither", "nobody"})
_REFUSED = re.compile(r"\b(?:reject|rul(?:e|es|ed|ing) out)", re.IGNORECASE)
_SHORT_NOT = re.compile(r"(?<=n)['’]t\b")


def stands(words: str, sentence: str, language: str = "en") -> bool:
    """Return whether every word and figure stands in a sentence, in order, nothing denied left out.

    Case, punctuation and white space do not count, nor does what was left out between the words.

    Args:
        words: as a briefing tells them, abbreviations written out or not.
        sentence: of the source.
        language: in which abbreviations are written out.
    """
    wanted = [each for each in _tokens(_bare(words, language)) if each not in _FREE]
    there = _tokens(sentence)
    if wanted[:1] == ["no"] and "no" not in there and _REFUSED.search(sentence):
        wanted = wanted[1:]  # `ruled out concessions` is told as `no concessions`
    window = _window(wanted, there)
    if window is None:
        return False
    return sum(each in _DENIALS for each in window) <= sum(each in _DENIALS for each in wanted)


def strange(words: str, sentences: Iterable[str], language: str = "en") -> tuple[str, ...]:
    """Return the words that stand in none of the sentences, as they are written, each once."""
    there = {token for sentence in sentences for token in _tokens(sentence)} | _FREE
    found = _TOKEN.findall(_bare(words, language))
    return tuple(dict.fromkeys(each for each in found if not set(_tokens(each)) <= there))


def _bare(words: str, language: str) -> str:
    """Return words without what their abbreviations are said to stand for."""
    known, _ = expansions(language)
    for short, long in known.items():
        if long in words:
            words = words.replace(f"{short} ({long})", short)
    return words


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(_SHORT_NOT.sub(" not", folded(words)).casefold())


def _window(wanted: Sequence[str], there: Sequence[str]) -> Sequence[str] | None:
    """Return the shortest stretch of a sentence that holds all words in order, or None."""
    if not wanted:
        return ()
    starts = [at for at, token in enumerate(there) if token == wanted[0]]
    found = [(start, end) for start in starts if (end := _end(wanted, there, start))]
    if not found:
        return None
    start, end = min(found, key=lambda each: each[1] - each[0])
    return there[max(0, start - 1) : end]  # with the `not` that may stand before the first word


def _end(wanted: Sequence[str], there: Sequence[str], start: int) -> int:
    """Return where the words end that begin at `start`, 0 where they do not all follow."""
    at = start
    for each in wanted:
        while at < len(there) and there[at] != each:
            at += 1
        if at == len(there):
            return 0
        at += 1
    return at
