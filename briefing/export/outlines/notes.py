"""Footnotes: each sentence of a source gets one number, given in the order of first use."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain

from briefing.export.language.cutting import clipped
from briefing.export.markup.escape import folded
from briefing.export.outlines.outline import Note
from briefing.model import Article, Sentence, Span, is_caption

_DATELINE = re.compile(
    r"^[A-Z][A-Z .,’'/-]{2,40}(?:\([^()]{2,40}\) ?)?\s*[—–-]+\s*(?=\S)|^\([A-Za-z ]{2,20}\)\s*[—–-]*\s*"
)

_OPENING = 12


class Notes:
    """Numbers the sentences that lines rest on.

    Args:
        articles: the articles that may be cited; a span of any other article is not cited.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._numbers: dict[Span, int] = {}
        self._starts = {a.id: [s.start for s in a.sentences] for a in self._articles.values()}

    def cite(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Return the numbers of the sentences that hold these spans, ascending."""
        numbers: list[int] = []
        for span in spans:
            if span.article not in self._articles:
                continue
            number = self._numbers.setdefault(self.sentence(span), len(self._numbers) + 1)
            if number not in numbers:
                numbers.append(number)
        return tuple(sorted(numbers))

    def count(self) -> int:
        """Return how many footnotes there are so far."""
        return len(self._numbers)

    def keep(self, count: int) -> None:
        """Forget every footnote after the first `count`, where the lines with them are dropped."""
        self._numbers = dict(list(self._numbers.items())[:count])

    def sentence(self, span: Span) -> Span:
        """Return the sentence that holds a span, or the span itself where none holds it whole."""
        article = self._articles[span.article]
        at = bisect_right(self._starts[span.article], span.start) - 1
        if at < 0:
            return span
        found: Sentence = article.sentences[at]
        if span.end > found.end:
            return span
        return Span(span.article, found.start, found.end, article.text[found.start : found.end])

    def known(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the spans whose article may be cited."""
        return tuple(span for span in spans if span.article in self._articles)

    def all(self) -> tuple[Note, ...]:
        """Return every footnote in order."""
        return tuple(
            note_of(self._articles[span.article], span, number)
            for span, number in self._numbers.items()
        )


def note_of(article: Article, span: Span, number: int) -> Note:
    """Return the footnote of that number on a passage of an article."""
    return Note(
        number=number,
        sha256=article.sha256,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        file_name=article.file_name,
        paragraph=article.paragraph_at(span.start),
        start=span.start,
        end=span.end,
        quote=span.quote,
        headline=article.title or opening(article, _OPENING),
    )


def opening(article: Article, words: int) -> str:
    """Return the first words of an article, captions and the place it was written from left out."""
    shown = (folded(article.text[p.start : p.end]) for p in article.paragraphs if p.number)
    first = next(shown, "")
    told = next((each for each in chain((first,), shown) if not is_caption(each)), first)
    return clipped(_DATELINE.sub("", told), words) or article.file_name
