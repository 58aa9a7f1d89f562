"""Where words somebody pasted stand in the sources: verbatim, altered, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.export.language.nearness import nearest, verbatim
from briefing.export.markup.escape import folded
from briefing.model import Article, Span

_LEAST_WORDS = 3  # fewer are found everywhere, and found altered everywhere


@dataclass(frozen=True, slots=True)
class Located:
    """One place of the sources that has the words, or words much like them.

    Attributes:
        kind: `verbatim` or `altered`.
        span: the place, with the words the source has there. paragraph: its number there.
    """

    kind: str
    span: Span
    paragraph: int


def locate(words: str, articles: Iterable[Article]) -> tuple[Located, ...]:
    """Return where words stand in articles: every verbatim place, else the likest in each article.

    White space and quotation marks around the words do not count; nothing is returned where
    nothing is like them.
    """
    wanted = folded(words).strip(" “”\"'‘’")
    if not wanted:
        return ()
    exact: list[Located] = []
    alike: list[Located] = []
    for article in articles:
        found = verbatim(wanted, article.text)
        if found:
            exact.append(_located("verbatim", article, found.within(article.id)))
        elif len(wanted.split()) >= _LEAST_WORDS and not exact:
            near = nearest(wanted, article.text)
            alike += [_located("altered", article, near.within(article.id))] if near else []
    return tuple(exact or alike)


def _located(kind: str, article: Article, span: Span) -> Located:
    return Located(kind, span, article.paragraph_at(span.start))
