"""What a search answers with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model.article import Article, HiddenRange
from briefing.model.record import Meeting, Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """One article with all that can be asked of it: what the index is made from.

    Attributes:
        meetings: the meetings it belongs to.
        records: people, issues, asks and pressure with a span in this article.
    """

    article: Article
    meetings: tuple[Meeting, ...]
    records: Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a hit is shown from: an article without all that a list of hits does without.

    Attributes:
        id: of the article. headline, outlet, published, text, hidden: as `Article` has them.
        sentences: start and end, first of all, of each sentence of the text; empty before
            extraction.
    """

    id: int
    headline: str
    outlet: str
    published: date | None
    text: str
    hidden: tuple[HiddenRange, ...] = ()
    sentences: Sequence[Sequence[int]] = ()

    @classmethod
    def of(cls, article: Article) -> Page:
        """Return an article as a page."""
        return cls(
            id=article.id,
            headline=article.headline,
            outlet=article.outlet,
            published=article.published,
            text=article.text,
            hidden=article.hidden,
            sentences=[(s.start, s.end) for s in article.sentences],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article or ask that answers a query.

    Attributes:
        kind: `article` or `ask`. ask: the ask's id for an ask, else None.
        snippet: sentences of the article around its hits, joined by ` … `.
        marks: ranges (start, end) of `snippet` to be marked.
        start, end: the first hit's sentence in the article's text.
        spans: every hit in the article's text, in order: for F3.
    """

    kind: str
    article: int
    ask: int | None
    title: str
    outlet: str
    published: date | None
    meeting: int | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    start: int
    end: int
    spans: tuple[tuple[int, int], ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Count:
    """How many hits share a value: `Count("side", "Canada", 6)`.

    Attributes:
        facet: `meeting`, `side`, `issue`, `person`, `source`, `month` or `kind`.
        query: what to add to the query to narrow to it: `side:"Canada"`.
    """

    facet: str
    value: str
    number: int
    query: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The answer to one query.

    Attributes:
        total: number of all hits, of which `hits` holds the first.
        suggestion: a query that would find more, "" where there is none.
        message: one sentence that explains an empty or partial answer, or "".
    """

    query: str
    total: int = 0
    hits: tuple[Hit, ...] = ()
    counts: tuple[Count, ...] = ()
    suggestion: str = ""
    message: str = ""
    seconds: float = 0.0
