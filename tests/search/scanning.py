"""The plain scan: reads every entry for every query. Slow, short, and what the index is held against."""

from __future__ import annotations

from briefing.search.adjacency import places
from briefing.search.analysis import terms
from briefing.search.engine.chunks import words_of
from briefing.search.entries import entries
from briefing.search.fields import TEXT_FIELDS
from briefing.search.lexicon import accepts
from briefing.search.nodes import All, AnyOf, Dates, Near, Not, Run, Value

KINDS = {"title": "article", "ask": "ask"}


class Scan:
    """All entries of some documents, taken apart."""

    def __init__(self, documents):
        self.entries = [entry for document in documents for entry in entries(document)]
        self._words = [
            {f: words_of(t, e.hidden if f == "body" else ()) for f, t in e.texts.items()}
            for e in self.entries
        ]

    def found(self, node):
        """Return the article and ask of each entry that answers, in order."""
        return sorted(
            (entry.article, entry.ask)
            for entry, words in zip(self.entries, self._words, strict=True)
            if self._answers(node, entry, words)
        )

    def _answers(self, node, entry, words):
        match node:
            case All(parts):
                return all(self._answers(part, entry, words) for part in parts)
            case AnyOf(parts):
                return any(self._answers(part, entry, words) for part in parts)
            case Not(part):
                return not self._answers(part, entry, words)
            case Run() | Near():
                return self._text(node, entry, words)
            case _:
                return self._filtered(node, entry)

    def _filtered(self, node, entry):
        match node:
            case Dates(first, last):
                return any(first <= d <= (last or "9999") for d in entry.values["date"])
            case Value():
                return any(value in self._meant(node) for value in entry.values.get(node.field, ()))
            case _:
                return True  # Everything

    def _text(self, part, entry, words):
        name = _field(part)
        if name in KINDS and KINDS[name] not in entry.values["kind"]:
            return False
        return any(
            places(part, lambda step, field=field: _standing(step, words.get(field, {})))
            for field in ((name,) if name else TEXT_FIELDS)
        )

    def _meant(self, part):
        known = {v for entry in self.entries for v in entry.values.get(part.field, ())}
        if part.quoted:
            same = {v for v in known if terms(v) == tuple(s[0].text for s in part.steps)}
            if same:
                return same
        return {v for v in known if _has(terms(v), part.steps)}


def _standing(step, words):
    accepted = accepts(step)
    return sorted({at for word, positions in words.items() if accepted(word) for at in positions})


def _has(words, steps):
    size = len(steps)
    return any(
        all(accepts(step)(word) for step, word in zip(steps, words[at : at + size], strict=True))
        for at in range(len(words) - size + 1)
    )


def _field(part):
    return part.field if isinstance(part, Run) else _field(part.left) or part.right.field
