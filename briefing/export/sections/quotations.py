"""Key quotations: what is said in the speakers' own words, verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.export.markup.escape import folded
from briefing.export.outlines.outline import Block, Bullets, Run
from briefing.export.parts.asking import who
from briefing.export.parts.content import Content
from briefing.model import Ask, Span

_CURLY = re.compile(r"“([^“”]+)(?:”|$)|^([^“”]+)”")
_CLOSING = re.compile(r'(?<=\S)"(?!\w)')
_LEAST_WORDS = 5


def quotations(content: Content) -> tuple[Block, ...]:
    """Return the weightiest passages in quotation marks, each with its speaker and footnote."""
    asks = [ask for ask in content.asks if ask.voiced_by]
    asks.sort(key=lambda ask: ask.attribution != "named")
    items = [
        (Run(words, "quote"), content.cited(f" – {who(content, ask)}.", [span]))
        for ask, span, words in passages(content, asks, limit=content.limits["quotations"])
    ]
    return (Bullets(tuple(items)),) if items else ()


def passages(
    content: Content, asks: Sequence[Ask], *, limit: int, longest: int = 80
) -> list[tuple[Ask, Span, str]]:
    """Return (ask, sentence, words) of the first quoted passage of each ask that has one.

    Args:
        content: the briefing being put together.
        asks: whose sentences are looked through, in order.
        limit: how many passages to return at most.
        longest: passages of more words are left out, never shortened.
    """
    found: list[tuple[Ask, Span, str]] = []
    seen: set[str] = set()
    for ask in asks:
        for span in content.notes.known(ask.spans):
            words = next((w for w in quoted(span.quote) if len(w.split()) <= longest), "")
            if words and words not in seen and len(found) < limit:
                seen.add(words)
                found.append((ask, span, words))
                break
    return found


def quoted(sentence: str) -> Iterable[str]:
    """Yield the passages of a sentence that stand in quotation marks, short catchwords left out.

    A sentence inside a longer quotation may hold only the opening mark or only the closing one.
    """
    text = _CLOSING.sub("”", folded(sentence)).replace('"', "“")
    for match in _CURLY.finditer(text):
        words = next(group for group in match.groups() if group).strip(" ,")
        if len(words.split()) >= _LEAST_WORDS and not set(words) & set('“”"«»'):
            yield words
