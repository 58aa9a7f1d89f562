"""What to tell of a search that found nothing: one sentence, and a query to click."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator

from briefing.errors import BadQuery
from briefing.phrase import phrase
from briefing.search.analysis import terms
from briefing.search.lexing import QUOTES, quoted
from briefing.search.nodes import Form, Node, Run, Step, Value
from briefing.search.parsing import Parsed, Spot, parse
from briefing.search.querying import Values
from briefing.search.snapshot import Snapshot

_TRIES = 4  # a query mended may need mending elsewhere

HasHits = Callable[[Node], bool]
"""Tells whether anything answers a query, where it is searched."""


def advise(query: str, parsed: Parsed, snapshot: Snapshot, has_hits: HasHits) -> tuple[str, str]:
    """Return the sentence for a search without hits, and a query that has some, or ""."""
    if not snapshot.count:
        return phrase("There is nothing to search yet: import articles first."), ""
    wished = [spot for spot in parsed.spots if not spot.negative]
    unknown = [spot for spot in wished if _is_unknown(spot, snapshot)]
    message: str = phrase("Nothing answers all parts of this query.")
    if unknown:
        message = _sentence(query, unknown[0], snapshot)
    suggestions = (_respelled(query, unknown, snapshot), *_wider(query, wished))
    some = (text for text in suggestions if text != query and _works(text, has_hits))
    return message, next(some, "")


def worth_a_click(suggestion: str, snapshot: Snapshot, has_hits: HasHits) -> str:
    """Return a suggestion, mended further where that helps: it has hits and no message; or ""."""
    for _ in range(_TRIES):
        if not suggestion or _works(suggestion, has_hits):
            return suggestion
        suggestion = _further(suggestion, snapshot, has_hits)
    return ""


def _further(query: str, snapshot: Snapshot, has_hits: HasHits) -> str:
    try:
        parsed = parse(query)
    except BadQuery as error:
        return error.suggestion
    if parsed.message or parsed.node is None:
        return parsed.suggestion
    return advise(query, parsed, snapshot, has_hits)[1]


def _is_unknown(spot: Spot, snapshot: Snapshot) -> bool:
    if isinstance(spot.part, Value):
        return not Values(spot.part).among(snapshot.values(spot.part.field))
    return _missing(spot.part, snapshot) is not None


def _missing(part: Run, snapshot: Snapshot) -> Form | None:
    return next((step[0] for step in part.steps if not snapshot.has_words(step)), None)


def _sentence(query: str, spot: Spot, snapshot: Snapshot) -> str:
    written = query[spot.start : spot.end]
    if isinstance(spot.part, Value):
        return phrase("No {field} matches {written}.", field=spot.part.field, written=written)
    missing = _missing(spot.part, snapshot)
    if missing is None or missing.how in ("glob", "prefix", "fuzzy"):
        return phrase("No word in the articles matches “{written}”.", written=written)
    return phrase("“{text}” is in no article.", text=missing.text)


def _works(query: str, has_hits: HasHits) -> bool:
    try:
        parsed = parse(query)
    except BadQuery:
        return False
    return not parsed.message and parsed.node is not None and has_hits(parsed.node)


def _respelled(query: str, spots: Iterable[Spot], snapshot: Snapshot) -> str:
    """Return the query with each unknown word replaced by the one most like it, if there is one."""
    for spot in sorted(spots, key=lambda spot: -spot.start):
        if isinstance(spot.part, Value):
            text = _like_value(spot.part, snapshot) or query[spot.start : spot.end]
        else:
            quote = '"' if query[spot.start] in QUOTES else ""
            words = " ".join(_like(step, snapshot) for step in spot.part.steps)
            text = f"{quote}{words}{quote}" if words.strip() else ""
        query = query[: spot.start] + text + query[spot.end :]
    return query.lstrip()


def _like(step: Step, snapshot: Snapshot) -> str:
    return step[0].text if snapshot.has_words(step) else snapshot.closest(step[0].text)


def _like_value(part: Value, snapshot: Snapshot) -> str:
    asked = " ".join(step[0].text for step in part.steps)
    wholes = {" ".join(terms(value)): value for value in snapshot.values(part.field)}
    pieces = {word: value for words, value in wholes.items() for word in words.split()}
    near = difflib.get_close_matches(asked, [*wholes, *pieces], 1, 0.7)
    return quoted((pieces | wholes)[near[0]]) if near else ""


def _wider(query: str, wished: Iterable[Spot]) -> Iterator[str]:
    """Yield queries that ask for less: the words without the filters, then any of the words."""
    words = [query[spot.start : spot.end] for spot in wished if isinstance(spot.part, Run)]
    yield " ".join(words)
    yield " OR ".join(words)
