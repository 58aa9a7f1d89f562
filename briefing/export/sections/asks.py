"""What each side asks, offers and refuses, as tables sorted by weight."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.export.asking import evidence, marked, sources, strength, who
from briefing.export.desk import Desk, line
from briefing.export.outline import Block, Bullets, Line, Run, Table, Text, User, ended
from briefing.export.sections.quotations import passages
from briefing.export.wording import capitalised, sentence, unquoted
from briefing.model import Ask

_QUOTED_WORDS = 25


def objectives(desk: Desk) -> tuple[Block, ...]:
    """Return the user's own objectives, and what our side is quoted as wanting."""
    user: User = desk.user("objectives", "objectives")
    quoted: list[Run] = []
    spoken = [ask for ask in desk.ours if _ours_speaks(desk, ask)]
    for ask, span, words in passages(desk, spoken, limit=3, longest=_QUOTED_WORDS):
        quoted += [Run(desk.speech.in_parts(["", ""]))] if quoted else [Run(" ")]
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
    return _table(desk, _their_own(desk), ours=False)


def _their_own(desk: Desk) -> tuple[Ask, ...]:
    """Return what they want and we do not, for what both want stands under our asks already."""
    return tuple(ask for ask in desk.theirs if not (desk.is_joint(ask) and _is_ours(desk, ask)))


def _is_ours(desk: Desk, ask: Ask) -> bool:
    return any(mine.text.casefold() == ask.text.casefold() for mine in desk.ours)


def further(desk: Desk) -> tuple[Block, ...]:
    """Return the asks the tables had no room for, by side."""
    limit = desk.limits["asks"]
    rest = desk.ours[limit:] + _their_own(desk)[limit:]
    items = [
        (
            Run(f"{desk.headed(unquoted(desk.speech.bare(ask.side)))} ", "strong"),
            *marked(desk, ask),
            *_basis(desk, ask),
        )
        for ask in rest
    ]
    return (Bullets(tuple(items)),) if items else ()


def _basis(desk: Desk, ask: Ask) -> Line:
    return (desk.cited(f" ({who(desk, ask)}, {strength(desk, ask)}).", evidence(desk, ask)),)


def _table(desk: Desk, asks: Sequence[Ask], *, ours: bool) -> tuple[Block, ...]:
    limit = desk.limits["asks"]
    several = not ours and len({ask.side for ask in asks}) > 1
    heads = ["ask", "issue", "who", "strength", "sources"]
    header = tuple(desk.column(head) for head in (["side"] if several else []) + heads)
    rows = [
        (*((line(unquoted(desk.speech.bare(a.side))),) if several else ()), *_row(desk, a))
        for a in asks[:limit]
    ]
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
        line(", ".join(unquoted(desk.speech.issue(label)) for label in ask.issues[:2]) or "–"),
        line(who(desk, ask)),
        line(strength(desk, ask)),
        sources(desk, ask) or line("–"),
    )


def _note(desk: Desk, more: int, *, ours: bool) -> str:
    """Say what the table leaves out: too uncertain, or of too little weight."""
    speech = desk.speech
    left_out = []
    if more > 0:
        told = speech.number_of("more", more)
        place = f"{desk.speech.say('annex')} A"
        key = "more_in_annex" if desk.has_rest else "more_not_shown"
        left_out.append(speech.say(key, n=more, more=told, annex=place))
    candidates = desk.candidates(ours=ours)
    if candidates:
        counted = speech.count("candidate", candidates)
        left_out.append(speech.number_of("too_uncertain", candidates, candidates=counted))
    shared = [sentence(speech.say("joint_told", title=desk.headings.sections["our_asks"]))]
    has_shared = not ours and len(_their_own(desk)) < len(desk.theirs)
    said = [sentence(capitalised(speech.in_parts(left_out)))] if left_out else []
    return " ".join([*(shared if has_shared else []), *said])
