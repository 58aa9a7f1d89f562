"""Where pasted words stand in the library: passage by passage, verbatim, altered or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.export import Located, locate
from briefing.library import Library
from briefing.model import Article
from briefing.progress import QUIET, Progress

_END = re.compile(r"(?<=[.!?…])[”\"'’)]*\s+")
MOST = 200
"""Passages looked up of one pasted text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One place that has a passage.

    Attributes:
        verbatim: whether it has the very words. words: what it has.
        start, end: the place in the article's text.
    """

    article: int
    outlet: str
    headline: str
    paragraph: int
    verbatim: bool
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Traced:
    """A passage and where it stands; no places where nothing is like it."""

    passage: str
    places: tuple[Trace, ...]

    @property
    def verbatim(self) -> bool:
        """Whether the very words stand somewhere."""
        return any(place.verbatim for place in self.places)


def trace(library: Library, words: str, progress: Progress = QUIET) -> tuple[Traced, ...]:
    """Return where each passage of a pasted text stands.

    A paragraph that stands somewhere whole is one passage; of another, each sentence is one. No
    more than MOST passages are looked up.
    """
    with library.reading() as session:
        articles = [session.articles.get(line.id) for line in session.articles.lines()]
    known = {article.id: article for article in articles}
    found: list[Traced] = []
    paragraphs = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    for number, paragraph in enumerate(paragraphs):
        progress.step(number, len(paragraphs), "Looking")
        found += _of_paragraph(paragraph, articles, known)
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _of_paragraph(
    paragraph: str, articles: Sequence[Article], known: dict[int, Article]
) -> Iterator[Traced]:
    whole = locate(paragraph, articles)
    sentences = [one for one in _END.split(paragraph) if one.strip()]
    if len(sentences) < 2 or any(place.kind == "verbatim" for place in whole):
        yield Traced(paragraph, _places(whole, known))
        return
    for sentence in sentences:
        yield Traced(sentence, _places(locate(sentence, articles), known))


def _places(found: Sequence[Located], known: dict[int, Article]) -> tuple[Trace, ...]:
    return tuple(
        Trace(
            article=place.span.article,
            outlet=known[place.span.article].outlet,
            headline=known[place.span.article].headline,
            paragraph=place.paragraph,
            verbatim=place.kind == "verbatim",
            words=" ".join(place.span.quote.split()),
            start=place.span.start,
            end=place.span.end,
        )
        for place in found
    )
