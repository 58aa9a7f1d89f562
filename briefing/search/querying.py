"""A query's tree as one of Whoosh's: fields spelled out, so that any walker can answer it.

Two kinds of leaf are our own, as Whoosh has none for them: `Forms`, the words a step means (by stem,
or by stem and beginning while it is typed), and `Values`, the values that have some words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any

from whoosh import query as wq
from whoosh.matching import NullMatcher, UnionMatcher
from whoosh.query.positional import Sequence
from whoosh.query.ranges import TermRange

from briefing.search.analysis import terms
from briefing.search.fields import BOOSTS, TEXT_FIELDS
from briefing.search.lexicon import accepts
from briefing.search.nodes import (
    All,
    AnyOf,
    Dates,
    Everything,
    Form,
    Near,
    Node,
    Not,
    Run,
    Step,
    Value,
)

_KIND_OF = {"title": "article", "ask": "ask"}


class _Several(wq.MultiTerm):  # type: ignore[misc, unused-ignore]
    """Terms of one field, found by looking at all of them."""

    def __init__(self, fieldname: str, boost: float = 1.0) -> None:
        self.fieldname = fieldname
        self.boost = boost

    def field(self) -> str:
        """Return the field."""
        return self.fieldname

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return Whoosh's own way to answer: a union that keeps positions."""
        some = [
            wq.Term(self.fieldname, text, self.boost).matcher(searcher, context)
            for text in self._btexts(searcher.reader())
        ]
        return reduce(UnionMatcher, some) if some else NullMatcher()

    def _btexts(self, ixreader: Any) -> Iterator[bytes]:
        known = (text.decode() for text in ixreader.lexicon(self.fieldname))
        return (text.encode() for text in self.among(known))

    def among(self, known: Iterable[str]) -> list[str]:
        """Return those of the texts that are meant."""
        raise NotImplementedError


class Forms(_Several):
    """The words that a step of a query means, in one field."""

    def __init__(self, fieldname: str, step: Step, boost: float = 1.0) -> None:
        super().__init__(fieldname, boost)
        self.step = step

    def among(self, known: Iterable[str]) -> list[str]:
        """Return the words meant."""
        return list(filter(accepts(self.step), known))


class Values(_Several):
    """The values of a field that have the words of a filter, one after the other.

    A quoted value that is one of the field's stands for itself alone: `side:"Guinea"` is not
    Papua New Guinea.
    """

    def __init__(self, part: Value) -> None:
        super().__init__(part.field)
        self.part = part

    def among(self, known: Iterable[str]) -> list[str]:
        """Return the values meant."""
        known = list(known)
        if self.part.quoted:
            wanted = tuple(step[0].text for step in self.part.steps)
            same = [value for value in known if terms(value) == wanted]
            if same:
                return same
        read = {value: terms(value) for value in known}
        tests = [accepts(step) for step in self.part.steps]
        last = len(tests)
        return [
            value
            for value, words in read.items()
            if any(
                all(test(word) for test, word in zip(tests, words[at : at + last], strict=True))
                for at in range(len(words) - last + 1)
            )
        ]


class Anywhere(wq.Or):  # type: ignore[misc, unused-ignore]
    """A text that may stand in any of the fields."""


def as_whoosh(node: Node) -> Any:
    """Return the tree as a `whoosh.query.Query`."""
    match node:
        case Run() | Near():
            return _anywhere(node)
        case Value():
            return Values(node)
        case Dates(first, last):
            return TermRange("date", first or None, last or None)
        case Everything():
            return wq.Every()
        case _:
            return _combined(node)


def _combined(node: AnyOf | All | Not) -> Any:
    match node:
        case AnyOf(parts):
            return wq.Or([as_whoosh(part) for part in parts])
        case Not(part):
            return wq.And([wq.Every(), wq.Not(as_whoosh(part))])
        case All(parts):
            # Whoosh takes NOT beside other parts for a condition on them; alone it needs all entries.
            some = [
                wq.Not(as_whoosh(p.part)) if isinstance(p, Not) else as_whoosh(p) for p in parts
            ]
            if all(isinstance(part, Not) for part in parts):
                some.insert(0, wq.Every())
            return wq.And(some)


def step_of(leaf: Any) -> Step | None:
    """Return the words a leaf of Whoosh's tree means; None where it is not a leaf of words."""
    match leaf:
        case Forms():
            return leaf.step
        case wq.Term():
            return (Form(leaf.text, "exact"),)
        case wq.Prefix():
            return (Form(leaf.text, "prefix"),)
        case wq.Wildcard():
            return (Form(leaf.text, "glob"),)
        case wq.FuzzyTerm():
            return (Form(leaf.text, "fuzzy", leaf.maxdist),)
        case _:
            return None


def _anywhere(part: Run | Near) -> Any:
    name = field_of(part)
    if not name:
        return Anywhere([_in_field(part, field) for field in TEXT_FIELDS])
    found = _in_field(part, name)
    if name in _KIND_OF:
        return wq.And([found, wq.Term("kind", _KIND_OF[name])])
    return found


def _in_field(part: Run | Near, field: str) -> Any:
    boost = BOOSTS[field]
    if isinstance(part, Near):
        both = [_in_field(part.left, field), _in_field(part.right, field)]
        return Sequence(both, slop=part.distance, ordered=False)
    if len(part.steps) == 1:
        return _leaf(part.steps[0], field, boost)
    if all(len(step) == 1 and step[0].how == "exact" for step in part.steps):
        words = [step[0].text for step in part.steps]
        return wq.Phrase(field, words, slop=part.slop, boost=boost)
    some = [_leaf(step, field, boost) for step in part.steps]
    return Sequence(some, slop=part.slop, ordered=True)


def _leaf(step: Step, field: str, boost: float) -> Any:
    if len(step) > 1:
        return Forms(field, step, boost)
    (form,) = step
    match form.how:
        case "exact":
            return wq.Term(field, form.text, boost)
        case "prefix":
            return wq.Prefix(field, form.text, boost)
        case "glob":
            return wq.Wildcard(field, form.text, boost)
        case "fuzzy":
            return wq.FuzzyTerm(field, form.text, boost, maxdist=form.edits, prefixlength=1)
        case _:
            return Forms(field, step, boost)


def field_of(part: Run | Near) -> str:
    """Return the field a text is asked for in, "" for anywhere."""
    return part.field if isinstance(part, Run) else field_of(part.left) or part.right.field
