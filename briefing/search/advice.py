"""What to tell of a search that found nothing: one sentence, and a query to click."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from briefing.search.analysis import terms
from briefing.search.answering import Answering, words_of
from briefing.search.lexing import QUOTES
from briefing.search.nodes import Form, Run, Step, Value
from briefing.search.parsing import Parsed, Spot, parse
from briefing.search.snapshot import Snapshot


def advise(query: str, parsed: Parsed, snapshot: Snapshot) -> tuple[str, str]:
    """Return the sentence for a search without hits, and a query that has some, or ""."""
    if not snapshot.tables.docs:
        return "There is nothing to search yet: import articles first.", ""
    answering = Answering(snapshot)
    for spot in parsed.spots:
        if isinstance(spot.part, Value) and not answering.values(spot.part):
            return _unknown_value(query, spot, spot.part, snapshot)
    messages = {
        spot: message for spot in parsed.spots if (message := _unknown(query, spot, snapshot))
    }
    suggestions = (_respelled(query, messages, snapshot), *_wider(query, parsed))
    works = (text for text in suggestions if text != query and _has_hits(text, answering))
    message = next(iter(messages.values()), "Nothing answers all parts of this query.")
    return message, next(works, "")


def _has_hits(query: str, answering: Answering) -> bool:
    node = parse(query + " ").node
    return node is not None and bool(answering.answer(node))


def _unknown(query: str, spot: Spot, snapshot: Snapshot) -> str:
    """Return a sentence on a word that is nowhere, or ""."""
    missing = _missing(spot, snapshot)
    if missing is None:
        return ""
    if missing.how in ("glob", "prefix", "fuzzy"):
        return f"No word in the articles matches “{query[spot.start : spot.end]}”."
    return f"“{missing.text}” is in no article."


def _missing(spot: Spot, snapshot: Snapshot) -> Form | None:
    if isinstance(spot.part, Value):
        return None
    lexicon = snapshot.tables.lexicon
    return next((step[0] for step in spot.part.steps if not words_of(step, lexicon)), None)


def _respelled(query: str, spots: Iterable[Spot], snapshot: Snapshot) -> str:
    """Return the query with each unknown word replaced by the one most like it."""
    for spot in sorted(spots, key=lambda spot: -spot.start):
        quote = '"' if query[spot.start] in QUOTES else ""
        words = [_like(step, snapshot) for step in spot.part.steps]
        query = f"{query[: spot.start]}{quote}{' '.join(words)}{quote}{query[spot.end :]}"
    return query


def _like(step: Step, snapshot: Snapshot) -> str:
    tables = snapshot.tables
    if words_of(step, tables.lexicon):
        return step[0].text

    def frequency(word: str) -> int:
        return sum(len(snapshot.postings(field, word)) for field in tables.words)

    return tables.lexicon.closest(step[0].text, frequency)


def _unknown_value(query: str, spot: Spot, part: Value, snapshot: Snapshot) -> tuple[str, str]:
    known = snapshot.tables.values[part.field]
    message = f"No {part.field} matches {query[spot.start : spot.end]}."
    asked = " ".join(step[0].text for step in part.steps)
    folded = {" ".join(terms(value)): value for value in known}
    pieces = {word: value for text, value in folded.items() for word in text.split()}
    near = difflib.get_close_matches(asked, [*folded, *pieces], 1, 0.7)
    if not near:
        return message, ""
    value = (folded | pieces)[near[0]].replace('"', " ")
    return message, f'{query[: spot.start]}"{value}"{query[spot.end :]}'


def _wider(query: str, parsed: Parsed) -> Iterator[str]:
    """Yield queries that ask for less: the words without the filters, then any of the words."""
    words = [query[spot.start : spot.end] for spot in parsed.spots if isinstance(spot.part, Run)]
    yield " ".join(words)
    yield " OR ".join(words)
