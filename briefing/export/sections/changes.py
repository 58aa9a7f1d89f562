"""What changed since the version before: asks new, changed and gone, sources added and withdrawn."""

from __future__ import annotations

from briefing.export.desk import Desk, line
from briefing.export.ledger import Change
from briefing.export.outline import Block, Bullets, Line, Run
from briefing.export.wording import asked, clipped, counted, in_text, listed, sentence, unquoted

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
    told = [_ask(change) for change in found[:_SHOWN]]
    more = [f"{len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
    head = Run(f"{desk.label(kind)}:", "strong")
    text = "; ".join(told) + (f"; and {more[0]}" if more else "")
    return line(head, f" {counted(len(found), 'ask')}: {sentence(text)}")


def _ask(change: Change) -> str:
    words = clipped(asked(change.words, capital=False), _WORDS)
    return unquoted(f"{in_text(change.side)}, {words}") if change.side else unquoted(words)


def _sources(desk: Desk, kind: str) -> Line:
    names = [unquoted(change.words) for change in desk.changes if change.kind == kind]
    if not names:
        return ()
    head = Run(f"{desk.label(kind)}:", "strong")
    return line(head, f" {counted(len(names), 'source')}: {sentence(listed(names))}")
