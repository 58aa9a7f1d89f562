"""What changed since the version before: asks new, changed, gone; sources added, withdrawn."""

from __future__ import annotations

from briefing.export.language.cutting import clipped, shortened
from briefing.export.language.wording import asked, unquoted
from briefing.export.outlines.outline import Block, Bullets, Line
from briefing.export.parts.content import Content, line
from briefing.export.parts.ledger import Change

_WORDS = 14
_SHOWN = 3


def changes(content: Content) -> tuple[Block, ...]:
    """Return one bullet for each kind of change; nothing where there is no version before."""
    items = [_asks(content, kind) for kind in ("new", "changed", "gone")]
    items += [_sources(content, kind) for kind in ("added", "withdrawn")]
    found = tuple(item for item in items if item)
    return (Bullets(found),) if found else ()


def _asks(content: Content, kind: str) -> Line:
    found = [change for change in content.changes if change.kind == kind]
    if not found:
        return ()
    told = content.speech.in_parts([_ask(content, change) for change in found[:_SHOWN]])
    if len(found) > _SHOWN:
        more = content.speech.number_of("more", len(found) - _SHOWN)
        told = content.speech.say("several", first=told, more=more)
    number = content.speech.count("ask", len(found))
    return line(
        content.strong_label(kind),
        content.speech.say("asks_changed", asks=number, told=told.removesuffix(".")),
    )


def _ask(content: Content, change: Change) -> str:
    words = clipped(shortened(asked(change.words, capital=False), _WORDS), _WORDS)
    if not change.side:
        return unquoted(words)
    return unquoted(
        content.speech.say("by_side", side=content.speech.side(change.side), words=words)
    )


def _sources(content: Content, kind: str) -> Line:
    names = [unquoted(change.words) for change in content.changes if change.kind == kind]
    if not names:
        return ()
    number = content.speech.count("source", len(names))
    told = content.speech.listed(names)
    return line(
        content.strong_label(kind),
        content.speech.say("sources_changed", sources=number, names=told),
    )
