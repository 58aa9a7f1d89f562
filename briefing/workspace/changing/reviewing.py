"""The user's judgement on what was found: accept, reject, edit, merge, add, note, star."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.errors import BadValue
from briefing.library import Library, Session
from briefing.model import Ask, Changes, Decision, Extent, Issue, Person, Pressure, Span
from briefing.model.finding import ASK_KINDS, ATTRIBUTIONS, BANDS, PARTICIPATIONS, PERSON_KINDS
from briefing.phrase import joined, phrase
from briefing.workspace.gathering.keys import ask_key, issue_key, person_key, pressure_key
from briefing.workspace.records.assembling import assemble

Record = Person | Issue | Ask | Pressure
Fields = Mapping[str, str | list[str]]

EDITABLE: Mapping[str, frozenset[str]] = {
    "person": frozenset({"name", "side", "roles", "kind", "participation"}),
    "issue": frozenset({"label", "parent"}),
    "ask": frozenset({"side", "of", "kind", "text", "issues", "voiced_by", "attribution", "band"}),
    "pressure": frozenset({"who", "on", "text"}),
}
REQUIRED = {
    "person": ("name",),
    "issue": ("label",),
    "ask": ("side", "text"),
    "pressure": ("who", "on", "text"),
}
CHOICES: Mapping[tuple[str, str], Sequence[str]] = {
    ("ask", "kind"): ASK_KINDS,
    ("ask", "attribution"): ATTRIBUTIONS,
    ("ask", "band"): BANDS,
    ("person", "kind"): PERSON_KINDS,
    ("person", "participation"): PARTICIPATIONS,
}
_NAMES = {
    "person": ("person", "people"),
    "issue": ("issue", "issues"),
    "ask": ("ask", "asks"),
    "pressure": ("demand", "demands"),
}
_VERBS = ("Accept", "Reject", "Edit", "Merge", "Split", "Star", "Unstar", "Note on", "Add")
_VERBS_OF_SEVERAL = ("Accept", "Reject", "Merge")


@dataclass
class Reviewing:
    """Takes decisions about the records of one library."""

    library: Library

    def decide(
        self, action: str, kind: str, ids: Sequence[int], *, everywhere: bool = False
    ) -> Changes:
        """Accept or reject records; with `everywhere`, in every meeting of the library."""
        title = _title(action.capitalize(), kind, len(ids))

        def make(record: Record, place: Decision) -> Decision:
            return replace(place, action=action, key=record.key)

        return self._each(title, kind, ids, make, everywhere=everywhere)

    def edit(self, kind: str, record: int, fields: Fields, *, everywhere: bool = False) -> Changes:
        """Set fields of a record; they stay set however often extraction runs."""
        _check(kind, fields)

        def make(known: Record, place: Decision) -> Decision:
            return replace(place, action="edit", key=known.key, fields=dict(fields))

        return self._each(_title("Edit", kind), kind, [record], make, everywhere=everywhere)

    def merge(self, kind: str, into: int, other: int) -> Changes:
        """Make two records one; the first keeps its name."""
        if kind not in {"person", "issue", "ask"}:
            raise BadValue(
                phrase("Records of the kind {kind} cannot be merged.", kind=phrase(kind))
            )
        with self.library.reading() as session:
            target = session.records.get(kind, into).key

        def make(known: Record, place: Decision) -> Decision:
            return replace(place, action="merge", key=known.key, fields={"into": target})

        return self._each(_title("Merge", kind, 2), kind, [other], make)

    def split(self, kind: str, record: int, places: Sequence[int], fields: Fields) -> Changes:
        """Take some places of a record out of it, into a record of their own.

        Args:
            kind: `person`, `issue` or `ask`.
            record: the record's id.
            places: numbers of its spans, from 0; at least one, and not all.
            fields: what the new record says otherwise; see EDITABLE.
        """
        if kind not in {"person", "issue", "ask"}:
            raise BadValue(phrase("Records of the kind {kind} cannot be split.", kind=phrase(kind)))
        _check(kind, fields)

        def make(known: Record, place: Decision) -> Decision:
            gone = tuple(known.spans[n] for n in sorted(set(places)) if n < len(known.spans))
            if not gone or len(gone) == len(known.spans):
                raise BadValue("To split, choose some of the places, and leave at least one.")
            told = {**fields, "key": f"{known.key}:split:{gone[0].article}:{gone[0].start}"}
            return replace(place, action="split", key=known.key, fields=told, spans=gone)

        return self._each(_title("Split", kind), kind, [record], make)

    def star(self, kind: str, record: int, *, on: bool) -> Changes:
        """Star a record, or take its star away."""

        def make(known: Record, place: Decision) -> Decision:
            fields = {"starred": "yes" if on else "no"}
            return replace(place, action="star", key=known.key, fields=fields)

        return self._each(_title("Star" if on else "Unstar", kind), kind, [record], make)

    def note(self, kind: str, record: int, text: str) -> Changes:
        """Write the user's note on a record; "" takes it away."""

        def make(known: Record, place: Decision) -> Decision:
            return replace(place, action="note", key=known.key, fields={"note": text})

        return self._each(_title("Note on", kind), kind, [record], make)

    def add(self, kind: str, fields: Fields, extent: tuple[int, int, int]) -> Changes:
        """Add a record from selected text.

        Args:
            kind: `person`, `issue`, `ask` or `pressure`.
            fields: what it says; see EDITABLE.
            extent: article id, start and end of the text it rests on.
        """
        _check(kind, fields)
        missing = [name for name in REQUIRED[kind] if not fields.get(name)]
        if missing:
            raise BadValue(
                phrase(
                    "To add this {kind}, {missing} must be given.",
                    kind=phrase(kind),
                    missing=joined([phrase(name) for name in missing], " and "),
                )
            )
        article, start, end = extent
        with self.library.operation(_title("Add", kind)) as session:
            known = session.articles.get(article)
            if not 0 <= start < end <= len(known.text):
                raise BadValue("Select the text first that says so.")
            span = Extent.of(known.text, start, end).within(article)
            for meeting in known.meetings or (None,):
                session.decisions.add(_addition(kind, fields, span, meeting))
            return assemble(session, articles=[article])

    def _each(
        self,
        title: str,
        kind: str,
        ids: Sequence[int],
        make: Callable[[Record, Decision], Decision],
        *,
        everywhere: bool = False,
    ) -> Changes:
        with self.library.operation(title) as session:
            records = [session.records.get(kind, one) for one in ids]
            for record in records:
                place = _everywhere(kind) if everywhere else _at_home(kind, record)
                session.decisions.add(make(record, place))
            if everywhere:
                return _all(session)
            loose = [r.spans[0].article for r in records if r.meeting is None]
            meetings = [r.meeting for r in records if r.meeting is not None]
            return assemble(session, meetings=meetings, articles=loose)


def _all(session: Session) -> Changes:
    lines = session.articles.lines()
    return assemble(session, articles=[line.id for line in lines])


def _everywhere(kind: str) -> Decision:
    return Decision(action="accept", kind=phrase(kind), key="")


def _at_home(kind: str, record: Record) -> Decision:
    article = record.spans[0].article if record.meeting is None else None
    return Decision(
        action="accept", kind=phrase(kind), key="", meeting=record.meeting, article=article
    )


def _addition(kind: str, fields: Fields, span: Span, meeting: int | None) -> Decision:
    return Decision(
        action="add",
        kind=phrase(kind),
        key=_key(kind, fields, span),
        meeting=meeting,
        article=span.article if meeting is None else None,
        fields=dict(fields),
        spans=(span,),
    )


def _key(kind: str, fields: Fields, span: Span) -> str:
    if kind == "person":
        return person_key(str(fields["name"]))
    if kind == "issue":
        return issue_key(str(fields["label"]))
    if kind == "ask":
        return ask_key(str(fields["side"]), f"added {fields.get('kind', 'ask')}", span.quote)
    return pressure_key(str(fields["who"]), span.quote)


def _check(kind: str, fields: Fields) -> None:
    if kind not in EDITABLE:
        raise BadValue(phrase("There are no records of the kind “{kind}”.", kind=phrase(kind)))
    for name, value in fields.items():
        if name not in EDITABLE[kind]:
            raise BadValue(
                phrase(
                    "A record of the kind {kind} has no field “{name}”.",
                    kind=phrase(kind),
                    name=name,
                )
            )
        choices = CHOICES.get((kind, name))
        if choices and value not in choices:
            raise BadValue(
                phrase(
                    "{name} of this {kind} must be one of {choices}.",
                    name=name,
                    kind=phrase(kind),
                    choices=", ".join(choices),
                )
            )


def titles() -> Iterator[str]:
    """Give the patterns of all titles that decisions have."""
    for one, several in _NAMES.values():
        yield from (f"{verb} {one}" for verb in _VERBS)
        yield from (f"{verb} {{number}} {several}" for verb in _VERBS_OF_SEVERAL)


def _title(verb: str, kind: str, number: int = 1) -> str:
    """Return what an operation is called: `Accept ask`, `Accept 3 asks`."""
    one, several = _NAMES[kind]
    return f"{verb} {one}" if number == 1 else phrase(f"{verb} {{number}} {several}", number=number)
