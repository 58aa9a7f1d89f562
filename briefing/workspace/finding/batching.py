"""Many queries at once: a table of how often each article answers each of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.model import Hit, SearchResult

_MOST = 1_000  # hits of one query that are counted out
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class HitRow:
    """One article that answers at least one query.

    Attributes:
        title: of the article, or of its ask where that alone answers.
        numbers: for each query how often its words stand in the text; 1 where they stand elsewhere.
    """

    article: int
    title: str
    outlet: str
    published: dt.date | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HitTable:
    """The answer to many queries.

    Attributes:
        totals: for each query, how many articles and asks answer it.
        messages: for each query, what there is to say of it, or "".
        rows: the articles, those that answer most queries first.
    """

    queries: tuple[str, ...]
    totals: tuple[int, ...]
    messages: tuple[str, ...]
    rows: tuple[HitRow, ...]

    def as_csv(self) -> str:
        """Return the table as CSV; no cell is a formula to a spreadsheet."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(["article", "title", "outlet", "published", *map(_cell, self.queries)])
        for row in self.rows:
            day = row.published.isoformat() if row.published else ""
            writer.writerow(
                [
                    row.article,
                    _cell(row.title),
                    _cell(row.outlet),
                    day,
                    *(n or "" for n in row.numbers),
                ]
            )
        return text.getvalue()


def hit_table(queries: Iterable[str], search: Callable[..., SearchResult]) -> HitTable:
    """Ask each query, empty ones left out, and count its hits by article.

    Args:
        queries: one a line.
        search: as `Searcher.search`.
    """
    asked = tuple(dict.fromkeys(query.strip() for query in queries if query.strip()))
    answers = [search(f"{query} ", limit=_MOST) for query in asked]
    articles: dict[int, Hit] = {}
    numbers: dict[int, list[int]] = {}
    for place, answer in enumerate(answers):
        for hit in answer.hits:
            if hit.kind == "article" or hit.article not in articles:
                articles[hit.article] = hit
            counts = numbers.setdefault(hit.article, [0] * len(asked))
            counts[place] = max(counts[place], len(hit.spans), 1)
    rows = [_row(articles[article], tuple(counts)) for article, counts in numbers.items()]
    rows.sort(key=lambda row: (-sum(map(bool, row.numbers)), -sum(row.numbers), row.article))
    return HitTable(
        queries=asked,
        totals=tuple(answer.total for answer in answers),
        messages=tuple(answer.message for answer in answers),
        rows=tuple(rows),
    )


def _row(hit: Hit, numbers: tuple[int, ...]) -> HitRow:
    return HitRow(hit.article, hit.title, hit.outlet, hit.published, numbers)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
