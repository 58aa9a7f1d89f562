"""The entries that answer a query, with their scores: a walk over the query's tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.search.adjacency import places
from briefing.search.analysis import terms
from briefing.search.fields import BOOSTS, TEXT_FIELDS
from briefing.search.lexicon import Lexicon
from briefing.search.nodes import (
    All,
    AnyOf,
    Dates,
    Everything,
    Near,
    Node,
    Not,
    Run,
    Step,
    Value,
    steps_of,
)
from briefing.search.ranking import combine, weigh
from briefing.search.snapshot import Docs, Snapshot


def words_of(step: Step, lexicon: Lexicon) -> frozenset[str]:
    """Return all words that may stand for a step."""
    return frozenset[str]().union(*(lexicon.words(form) for form in step))


class Answering:
    """Answers queries from one snapshot; used by one thread at a time, as the snapshot is."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._tables = snapshot.tables

    def answer(self, node: Node) -> Docs:
        """Return the entries that answer a query and their scores, 0 for filters alone."""
        match node:
            case Run() | Near():
                return self._text(node)
            case AnyOf(parts):
                return combine(map(self.answer, parts))
            case All(parts):
                return self._all(parts)
            case _:
                return dict.fromkeys(self._filtered(node), 0.0)

    def values(self, part: Value) -> frozenset[str]:
        """Return the values of its field that a filter means.

        A quoted value that is one of the field's stands for itself alone: `side:"Guinea"` is not
        Papua New Guinea. Else a value is meant that has the words, one after the other.
        """
        known = {value: terms(value) for value in self._tables.values[part.field]}
        if part.quoted:
            wanted = tuple(step[0].text for step in part.steps)
            same = frozenset(value for value, words in known.items() if words == wanted)
            if same:
                return same
        lexicon = self._tables.value_words[part.field]
        options = [words_of(step, lexicon) for step in part.steps]
        return frozenset(value for value, words in known.items() if _contains(words, options))

    def _filtered(self, node: Value | Dates | Everything | Not) -> Iterable[int]:
        match node:
            case Value():
                known = self._tables.values[node.field]
                return (doc for value in self.values(node) for doc in known[value])
            case Dates(first, last):
                dates = self._tables.date.items()
                return (doc for doc, day in dates if first <= day <= (last or "9999"))
            case Not(part):
                without = self.answer(part)
                return (doc for doc in self._tables.docs if doc not in without)
            case Everything():
                return self._tables.docs

    def _all(self, parts: Sequence[Node]) -> Docs:
        wanted = sorted((self.answer(p) for p in parts if not isinstance(p, Not)), key=len)
        if not wanted:
            wanted = [dict.fromkeys(self._tables.docs, 0.0)]
        first, *others = wanted
        unwanted = [self.answer(p.part) for p in parts if isinstance(p, Not)]
        found = {}
        for doc, score in first.items():
            if any(doc in no for no in unwanted):
                continue
            total = score
            for other in others:
                more = other.get(doc)
                if more is None:
                    break
                total += more
            else:
                found[doc] = total
        return found

    def _text(self, part: Run | Near) -> Docs:
        name = part.field if isinstance(part, Run) else _field_of(part)
        found = [self._in_field(part, field) for field in ((name,) if name else TEXT_FIELDS)]
        merged = combine(found)
        if name in ("title", "ask"):
            kind = self._tables.values["kind"].get(
                "article" if name == "title" else "ask", frozenset()
            )
            return {doc: score for doc, score in merged.items() if doc in kind}
        return merged

    def _in_field(self, part: Run | Near, field: str) -> Docs:
        steps = steps_of(part)
        scored = [self._step(step, field) for step in steps]
        first, *others = sorted(scored, key=len)
        both = {
            d: sum((o[d] for o in others), s)
            for d, s in first.items()
            if all(d in o for o in others)
        }
        if len(steps) == 1 or not both:
            return both
        wanted = frozenset(both)
        standing = {step: self._positions(step, field, wanted) for step in steps}
        return {
            doc: score
            for doc, score in both.items()
            if places(part, lambda step, doc=doc: standing[step].get(doc, ()))  # type: ignore[misc]
        }

    def _step(self, step: Step, field: str) -> Docs:
        here = self._tables.words[field]
        words = [word for word in words_of(step, self._tables.lexicon) if word in here]
        if not words:
            return {}
        counted = combine(self._snapshot.postings(field, word) for word in words)
        return weigh(
            counted,
            self._tables.lengths[field],
            mean=self._tables.mean[field],
            entries=len(self._tables.docs),
            boost=BOOSTS[field],
        )

    def _positions(self, step: Step, field: str, wanted: frozenset[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for word in words_of(step, self._tables.lexicon):
            for doc, at in self._snapshot.positions(field, word, wanted).items():
                found[doc] = sorted({*found[doc], *at}) if doc in found else at
        return found


def _field_of(part: Run | Near) -> str:
    return part.field if isinstance(part, Run) else _field_of(part.left) or part.right.field


def _contains(words: tuple[str, ...], options: list[frozenset[str]]) -> bool:
    last = len(words) - len(options)
    return any(
        all(words[at + i] in option for i, option in enumerate(options)) for at in range(last + 1)
    )
