"""How people, issues, asks and pressure read in their lists, in tooltips and aloud."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.gui.records.records_model import Face
from briefing.gui.words import wording
from briefing.gui.words.kept_words import kept_told
from briefing.gui.words.language import tr
from briefing.model import Ask, Issue, Person, Pressure


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


def _quotes(spans: tuple[object, ...]) -> str:
    return wording.counted(len(spans), "place in the text", "places in the text")


def _person_tip(person: Person) -> str:
    return _lines(
        (
            person.name,
            "; ".join(person.roles),
            *map(kept_told, person.conflicts),
            tr("Why: {why}", why=kept_told(person.why)) if person.why else "",
            wording.dotted((", ".join(person.outlets), _quotes(person.spans))),
            tr("Note: {note}", note=person.note) if person.note else "",
        )
    )


def _issue_tip(issue: Issue) -> str:
    by_side = "; ".join(f"{side}: {number}" for side, number in issue.by_side)
    return _lines(
        (
            f"{issue.label} ({issue.parent})" if issue.parent else issue.label,
            tr("Sentences by side: {by_side}", by_side=by_side) if by_side else "",
            tr("In the words: {words}", words=", ".join(issue.aliases)) if issue.aliases else "",
            tr("Why: {why}", why=kept_told(issue.why)) if issue.why else "",
        )
    )


def _ask_tip(ask: Ask) -> str:
    quote = f"“{ask.spans[0].quote}”" if ask.spans else ""
    return _lines(
        (
            quote,
            wording.dotted((wording.voiced(ask), ask.hedge, ", ".join(ask.outlets))),
            *map(kept_told, ask.conflicts),
            tr("Why: {why}", why=kept_told(ask.why)) if ask.why else "",
            tr("Note: {note}", note=ask.note) if ask.note else "",
        )
    )


def _ask_aloud(ask: Ask) -> str:
    towards = tr(" of {of}", of=ask.of) if ask.of else ""
    said = wording.status(ask.status) or tr("to review")
    kind = wording.ask_kind(ask.kind)
    return f"{ask.side} {kind}{towards}: {ask.text}. {wording.voiced(ask)}. {said}"


PEOPLE = Face(
    text=lambda person: person.name,
    tip=_person_tip,
    aloud=lambda person: (
        f"{person.name}, {person.side or tr('no side')}, {wording.role_line(person)}"
    ),
)
ISSUES = Face(
    text=lambda issue: issue.label,
    tip=_issue_tip,
    aloud=lambda issue: (
        f"{issue.label}: " + ", ".join(f"{side} {number}" for side, number in issue.by_side)
    ),
)
ASKS = Face(text=lambda ask: ask.text, tip=_ask_tip, aloud=_ask_aloud)


def _pressure_tip(pressure: Pressure) -> str:
    quote = f"“{pressure.spans[0].quote}”" if pressure.spans else ""
    return _lines((quote, tr("Why: {why}", why=kept_told(pressure.why)) if pressure.why else ""))


PRESSURE = Face(
    text=lambda pressure: pressure.text,
    tip=_pressure_tip,
    aloud=lambda pressure: tr(
        "{who}, on {on}: {text}", who=pressure.who, on=pressure.on, text=pressure.text
    ),
)
