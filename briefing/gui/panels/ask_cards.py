"""What the cards of asks and of pressure at home say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.gui.panels.cards import Card, Chip
from briefing.gui.records import marks
from briefing.gui.words import wording
from briefing.gui.words.language import tr
from briefing.model import Ask, Pressure

_UNNAMED = frozenset({"unnamed_official", "analyst", "reporter"})


def ask_card(ask: Ask, sides: Sequence[str]) -> Card:
    """Return the card of an ask at a meeting of these sides."""
    return Card(
        text=wording.sentence_case(ask.text),
        chips=tuple(_chips(ask)),
        side=marks.place(ask.side, sides),
        starred=ask.starred,
        note=ask.note,
    )


def pressure_card(pressure: Pressure, sides: Sequence[str]) -> Card:
    """Return the card of a demand on one's own government."""
    status = wording.status(pressure.status)
    return Card(
        wording.sentence_case(pressure.text),
        tr("{who}, on {on}", who=pressure.who, on=pressure.on),
        chips=(Chip(status, "good"),) if status else (),
        side=marks.place(pressure.on, sides),
        starred=pressure.starred,
        note=pressure.note,
    )


def _chips(ask: Ask) -> Iterator[Chip]:
    if ask.band == "candidate":
        yield Chip(ask.side)
    if ask.kind != "ask":
        yield Chip(wording.ask_kind(ask.kind))
    yield from (Chip(name) for name in ask.issues[:2])
    yield Chip(wording.voiced(ask), "warning" if ask.attribution in _UNNAMED else "plain")
    if ask.band == "medium":
        yield Chip(tr("medium confidence"))
    if len(ask.outlets) > 1:
        yield Chip(tr("{count} outlets", count=len(ask.outlets)))
    if wording.status(ask.status):
        yield Chip(wording.status(ask.status), "good")
    if ask.conflicts:
        yield Chip(tr("sources disagree"), "warning")
