"""What to tell of a search that found nothing: one sentence, and a query to click."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from briefing.search.analysis import terms
from briefing.search.answering import Answering, words_of
from briefing.search.nodes import Form, Node, Run, Value
from briefing.search.parsing import Parsed, Spot, parse
from briefing.search.snapshot import Snapshot


def advise(query: str, parsed: Parsed, snapshot: Snapshot) -> tuple[str, str]:
    """Return the sentence and the query for a search without hits; the query is "" where none helps."""
    if not snapshot.tables.docs:
        return "There is nothing to search yet: import articles first.", ""
    answering = Answering(snapshot)
    for spot in parsed.spots:
        if isinstance(spot.part, Value):
            if not answering.values(spot.part):
                return _unknown_value(query, spot, spot.part, snapshot)
        elif missing := _missing(spot.part, snapshot):
            return _unknown_word(query, spot, missing, snapshot)
    for suggestion in _wider(query, parsed):
        if answering.answer(suggestion[1]):
            return "Nothing answers all parts of this query.", suggestion[0]
    return "Nothing answers this query.", ""


def _missing(part: Run, snapshot: Snapshot) -> Form | None:
    lexicon = snapshot.tables.lexicon
    return next((step[0] for step in part.steps if not words_of(step, lexicon)), None)


def _unknown_word(query: str, spot: Spot, missing: Form, snapshot: Snapshot) -> tuple[str, str]:
    written = query[spot.start : spot.end]
    message = f"“{missing.text}” is in no article."
    if missing.how in ("glob", "prefix", "fuzzy"):
        return f"No word in the articles matches “{written}”.", ""
    tables = snapshot.tables
    near = tables.lexicon.closest(
        missing.text, lambda w: sum(len(snapshot.postings(f, w)) for f in tables.words)
    )
    if not near:
        return message, ""
    other = [near if step[0] == missing else step[0].text for step in spot.part.steps]
    text = " ".join(other)
    if written.startswith('"'):
        text = f'"{text}"'
    return message, query[: spot.start] + text + query[spot.end :]


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


def _wider(query: str, parsed: Parsed) -> Iterator[tuple[str, Node]]:
    """Yield queries that ask for less: words joined by OR, then the words without the filters."""
    words = [query[s.start : s.end] for s in parsed.spots if isinstance(s.part, Run)]
    plain = " ".join(words)
    for text in (plain, " OR ".join(words)):
        if words and text.strip() != query.strip():
            node = parse(text + " ").node
            if node:
                yield text, node
