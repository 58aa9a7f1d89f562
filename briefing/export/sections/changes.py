"""What changed since the version before: asks new, changed and gone, sources added and withdrawn."""

from __future__ import annotations

from briefing.export.cutting import clipped, shortened
from briefing.export.desk import Desk, line
from briefing.export.ledger import Change
from briefing.export.outline import Block, Bullets, Line
from briefing.export.wording import asked, unquoted

_WORDS = 14
_SHOWN = 3


def changes(desk: Desk) -> tuple[Block, ...]:
    """Return one bullet for each kind of change; nothing where there is no version before."""
    items = [_asks(desk, kind) for kind in ("new", "changed", "gone")]
    items += [_sources(desk, kind) for kind in ("added", "withdrawn")]
    found = tuple(item for item in items if item)
    return (Bullets(found),) if found else ()


def _asks(desk: Desk, kind: str) -> Line:
    found = [change for change in desk.changes if change.kind == kind]
    if not found:
        return ()
    told = desk.speech.in_parts([_ask(desk, change) for change in found[:_SHOWN]])
    if len(found) > _SHOWN:
        more = desk.speech.number_of("more", len(found) - _SHOWN)
        told = desk.speech.say("several", first=told, more=more)
    number = desk.speech.count("ask", len(found))
    return line(
        desk.strong_label(kind),
        desk.speech.say("asks_changed", asks=number, told=told.removesuffix(".")),
    )


def _ask(desk: Desk, change: Change) -> str:
    words = clipped(shortened(asked(change.words, capital=False), _WORDS), _WORDS)
    if not change.side:
        return unquoted(words)
    return unquoted(desk.speech.say("by_side", side=desk.speech.side(change.side), words=words))


def _sources(desk: Desk, kind: str) -> Line:
    names = [unquoted(change.words) for change in desk.changes if change.kind == kind]
    if not names:
        return ()
    number = desk.speech.count("source", len(names))
    told = desk.speech.listed(names)
    return line(
        desk.strong_label(kind), desk.speech.say("sources_changed", sources=number, names=told)
    )
