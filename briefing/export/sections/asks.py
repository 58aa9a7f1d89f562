"""What each side asks, offers and refuses, as tables sorted by weight."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.export.asking import evidence, marked, sources, strength, who
from briefing.export.desk import Desk, line
from briefing.export.outline import Block, Bullets, Line, Run, Table, Text, User, ended
from briefing.export.sections.quotations import passages
from briefing.export.wording import counted, unquoted
from briefing.model import Ask

_QUOTED_WORDS = 25


def objectives(desk: Desk) -> tuple[Block, ...]:
    """Return the user's own objectives, and what our side is quoted as wanting."""
    user: User = desk.user("objectives", "objectives")
    quoted: list[Run] = []
    spoken = [ask for ask in desk.ours if _ours_speaks(desk, ask)]
    for ask, span, words in passages(desk, spoken, limit=3, longest=_QUOTED_WORDS):
        quoted += [Run("; ")] if quoted else [Run(" ")]
        quoted.append(Run(words, "quote"))
        quoted.append(desk.cited(f" ({who(desk, ask)})", [span]))
    if not quoted:
        return (user,)
    return (user, Text(ended((desk.strong_label("as_reported"), *quoted))))


def _ours_speaks(desk: Desk, ask: Ask) -> bool:
    """Whether one of our own is on record with it; what others say we want is no objective."""
    person = desk.names.person(ask.voiced_by) if ask.voiced_by else None
    return ask.attribution == "named" and person is not None and person.side == desk.our_side


def our_asks(desk: Desk) -> tuple[Block, ...]:
    """Return the table of our asks, offers and red lines."""
    return _table(desk, desk.ours, ours=True)


def their_asks(desk: Desk) -> tuple[Block, ...]:
    """Return the table of what the other side, or sides, want of us."""
    return _table(desk, desk.theirs, ours=False)


def further(desk: Desk) -> tuple[Block, ...]:
    """Return the asks the tables had no room for, by side."""
    limit = desk.limits["asks"]
    rest = desk.ours[limit:] + desk.theirs[limit:]
    items = [
        (Run(f"{unquoted(ask.side)}: ", "strong"), *marked(desk, ask), *_basis(desk, ask))
        for ask in rest
    ]
    return (Bullets(tuple(items)),) if items else ()


def _basis(desk: Desk, ask: Ask) -> Line:
    return (desk.cited(f" ({who(desk, ask)}; {strength(desk, ask)}).", evidence(desk, ask)),)


def _table(desk: Desk, asks: Sequence[Ask], *, ours: bool) -> tuple[Block, ...]:
    limit = desk.limits["asks"]
    several = not ours and len({ask.side for ask in asks}) > 1
    heads = ["ask", "issue", "who", "strength", "sources"]
    header = tuple(desk.column(head) for head in (["side"] if several else []) + heads)
    rows = [(*((line(unquoted(a.side)),) if several else ()), *_row(desk, a)) for a in asks[:limit]]
    note = _note(desk, len(asks) - limit, ours=ours)
    blocks: tuple[Block, ...] = (Table(header, tuple(rows)),) if rows else ()
    if not note:
        return blocks
    if not rows:
        blocks = (Text(line(desk.headings.empty)),)
    return (*blocks, Text((Run(note, "emphasis"),)))


def _row(desk: Desk, ask: Ask) -> tuple[Line, ...]:
    return (
        marked(desk, ask),
        line(", ".join(unquoted(label) for label in ask.issues[:2]) or "–"),
        line(who(desk, ask)),
        line(strength(desk, ask)),
        sources(desk, ask) or line("–"),
    )


def _note(desk: Desk, more: int, *, ours: bool) -> str:
    """Say what the table leaves out: too uncertain, or of too little weight."""
    left_out = []
    if more > 0:
        left_out.append(
            f"{more} more in {desk.headings.annex} A" if desk.has_rest else f"{more} more not shown"
        )
    candidates = desk.candidates(ours=ours)
    if candidates:
        left_out.append(f"{counted(candidates, 'candidate')} not shown, too uncertain")
    text = "; ".join(left_out)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
