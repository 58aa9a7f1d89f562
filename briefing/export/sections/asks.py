"""What each side asks, offers and refuses, as tables sorted by weight."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.export.language.wording import capitalised, sentence, unquoted
from briefing.export.outlines.outline import Block, Bullets, Line, Run, Table, Text, User, ended
from briefing.export.parts.asking import evidence, marked, sources, strength, who
from briefing.export.parts.content import Content, line
from briefing.export.sections.quotations import passages
from briefing.model import Ask

_QUOTED_WORDS = 25


def objectives(content: Content) -> tuple[Block, ...]:
    """Return the user's own objectives, and what our side is quoted as wanting."""
    user: User = content.user("objectives", "objectives")
    quoted: list[Run] = []
    spoken = [ask for ask in content.ours if _ours_speaks(content, ask)]
    for ask, span, words in passages(content, spoken, limit=3, longest=_QUOTED_WORDS):
        quoted += [Run(content.speech.in_parts(["", ""]))] if quoted else [Run(" ")]
        quoted.append(Run(words, "quote"))
        quoted.append(content.cited(f" ({who(content, ask)})", [span]))
    if not quoted:
        return (user,)
    return (user, Text(ended((content.strong_label("as_reported"), *quoted))))


def _ours_speaks(content: Content, ask: Ask) -> bool:
    """Whether one of our own is on record with it; what others say we want is no objective."""
    person = content.names.person(ask.voiced_by) if ask.voiced_by else None
    return ask.attribution == "named" and person is not None and person.side == content.our_side


def our_asks(content: Content) -> tuple[Block, ...]:
    """Return the table of our asks, offers and red lines."""
    return _table(content, content.ours, ours=True)


def their_asks(content: Content) -> tuple[Block, ...]:
    """Return the table of what the other side, or sides, want of us."""
    return _table(content, _their_own(content), ours=False)


def _their_own(content: Content) -> tuple[Ask, ...]:
    """Return what they want and we do not, for what both want stands under our asks already."""
    return tuple(
        ask for ask in content.theirs if not (content.is_joint(ask) and _is_ours(content, ask))
    )


def _is_ours(content: Content, ask: Ask) -> bool:
    return any(mine.text.casefold() == ask.text.casefold() for mine in content.ours)


def further(content: Content) -> tuple[Block, ...]:
    """Return the asks the tables had no room for, by side."""
    limit = content.limits["asks"]
    rest = content.ours[limit:] + _their_own(content)[limit:]
    items = [
        (
            Run(f"{content.headed(unquoted(content.speech.bare(ask.side)))} ", "strong"),
            *marked(content, ask),
            *_basis(content, ask),
        )
        for ask in rest
    ]
    return (Bullets(tuple(items)),) if items else ()


def _basis(content: Content, ask: Ask) -> Line:
    return (
        content.cited(f" ({who(content, ask)}, {strength(content, ask)}).", evidence(content, ask)),
    )


def _table(content: Content, asks: Sequence[Ask], *, ours: bool) -> tuple[Block, ...]:
    limit = content.limits["asks"]
    several = not ours and len({ask.side for ask in asks}) > 1
    heads = ["ask", "issue", "who", "strength", "sources"]
    header = tuple(content.column(head) for head in (["side"] if several else []) + heads)
    rows = [
        (*((line(unquoted(content.speech.bare(a.side))),) if several else ()), *_row(content, a))
        for a in asks[:limit]
    ]
    note = _note(content, len(asks) - limit, ours=ours)
    blocks: tuple[Block, ...] = (Table(header, tuple(rows)),) if rows else ()
    if not note:
        return blocks
    if not rows:
        blocks = (Text(line(content.headings.empty)),)
    return (*blocks, Text((Run(note, "emphasis"),)))


def _row(content: Content, ask: Ask) -> tuple[Line, ...]:
    return (
        marked(content, ask),
        line(", ".join(unquoted(content.speech.issue(label)) for label in ask.issues[:2]) or "–"),
        line(who(content, ask)),
        line(strength(content, ask)),
        sources(content, ask) or line("–"),
    )


def _note(content: Content, more: int, *, ours: bool) -> str:
    """Say what the table leaves out: too uncertain, or of too little weight."""
    speech = content.speech
    left_out = []
    if more > 0:
        told = speech.number_of("more", more)
        place = f"{content.speech.say('annex')} A"
        key = "more_in_annex" if content.has_rest else "more_not_shown"
        left_out.append(speech.say(key, n=more, more=told, annex=place))
    candidates = content.candidates(ours=ours)
    if candidates:
        counted = speech.count("candidate", candidates)
        left_out.append(speech.number_of("too_uncertain", candidates, candidates=counted))
    shared = [sentence(speech.say("joint_told", title=content.headings.sections["our_asks"]))]
    has_shared = not ours and len(_their_own(content)) < len(content.theirs)
    said = [sentence(capitalised(speech.in_parts(left_out)))] if left_out else []
    return " ".join([*(shared if has_shared else []), *said])
