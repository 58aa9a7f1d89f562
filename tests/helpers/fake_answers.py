"""What the invented workspace answers to a query."""

from __future__ import annotations

import datetime as dt

from briefing.model import Count, Hit, SearchResult
from tests.helpers import invented


def answer(query: str) -> SearchResult:
    """Return where the first word of a query stands in the invented article."""
    if query.startswith('"') and query.count('"') == 1:
        return SearchResult(
            query=query, message="A quotation mark is not closed.", suggestion=f'{query}"'
        )
    word = query.lower().partition(" ")[0]
    text = invented.TEXT.lower()
    places = [i for i in range(len(text)) if text.startswith(word, i)]
    if not places:
        return SearchResult(query=query, message=f"Nothing holds “{word}”.")
    spans = tuple((i, i + len(word)) for i in places)
    snippet = invented.TEXT[places[0] : places[0] + 60].replace("\n", " ")
    hit = Hit(
        kind="article",
        article=1,
        ask=None,
        title=invented.TITLE,
        outlet="The Lake Courier",
        published=dt.date(2031, 3, 21),
        meeting=1,
        snippet=snippet,
        marks=((0, len(word)),),
        start=spans[0][0],
        end=spans[0][1],
        spans=spans,
    )
    counts = (Count("side", "Freedonia", 1, 'side:"Freedonia"'),)
    return SearchResult(query=query, total=1, hits=(hit,), counts=counts, seconds=0.004)
