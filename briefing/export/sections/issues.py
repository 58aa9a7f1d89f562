"""Issues by weight: figures, our position, theirs, what is shared and what is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.export.asking import evidence, says, wording
from briefing.export.desk import Desk, line
from briefing.export.escape import folded
from briefing.export.expansion import explained
from briefing.export.outline import Block, Bullets, Line, Run, Text, ended, plain
from briefing.export.sections.figures import figures
from briefing.export.wording import counted, in_text, listed, stands_alone, unquoted
from briefing.model import Ask, Issue

_ALSO = 10
_STATE_WORDS = 35
_REFERRED = re.compile(r": as under [\d, and]+\.$")


@dataclass
class _SoFar:
    """What stands under this issue and the ones before it.

    Attributes:
        number: of the issue being written.
        under: the issue under which each ask stands in full, by the ask's key.
    """

    number: int = 0
    under: dict[str, int] = field(default_factory=dict)
    figures: set[str] = field(default_factory=set)


def issues(desk: Desk) -> tuple[Block, ...]:
    """Return the main issues, each as a bold line and its bullets."""
    blocks: list[Block] = []
    so_far = _SoFar()
    for number, issue in enumerate(desk.main_issues, 1):
        so_far.number = number
        head = _head(desk, number, issue)
        bullets = _bullets(desk, issue, so_far)
        if bullets and all(_REFERRED.search(plain(bullet)) for bullet in bullets):
            # Nothing of its own: one line says where its asks stand.
            where = dict.fromkeys(n for b in bullets for n in re.findall(r"\d+", plain(b)))
            blocks.append(Text((*head, Run(f" Asks: as under {listed(list(where))}."))))
            continue
        blocks.append(Text(head))
        if bullets:
            blocks.append(Bullets(bullets))
    rest = desk.issues[len(desk.main_issues) :]
    if rest:
        more = [f"{len(rest) - _ALSO} more"] if len(rest) > _ALSO else []
        names = desk.listed([issue.label for issue in rest[:_ALSO]] + more)
        blocks.append(Text((Run(f"Also in the sources: {names}.", "emphasis"),)))
    return tuple(blocks)


def _head(desk: Desk, number: int, issue: Issue) -> Line:
    """The label, how much is said of it, and how much of that names each side."""
    reach = f" In {counted(len(issue.spans), 'sentence')}"
    if len(issue.outlets) > 1:
        reach += f" of {len(issue.outlets)} outlets"
    named = [(side, number) for side, number in issue.by_side if number]
    all_on_one = len(named) == 1 and named[0][1] == len(issue.spans)
    sides = [f"{'all' if all_on_one else n} on {in_text(side)}" for side, n in named]
    reach += f", {listed(sides)}" if sides and len(issue.spans) > 1 else ""
    cite = desk.notes.known(issue.spans)[:1]
    head = Run(f"{number}. {unquoted(issue.label)}.", "strong")
    return line(head, explained(unquoted(issue.label)), desk.cited(f"{reach}.", cite))


def _bullets(desk: Desk, issue: Issue, so_far: _SoFar) -> tuple[Line, ...]:
    all_ours = [ask for ask in desk.ours if issue.label in ask.issues]
    all_theirs = [ask for ask in desk.theirs if issue.label in ask.issues]
    both = [a for a in all_ours if in_common(a, all_theirs)]
    ours = [a for a in all_ours if a not in both]
    theirs = [a for a in all_theirs if not in_common(a, both)]
    found = [
        _figures(desk, issue, so_far),
        _position(desk, "ours", ours, so_far),
        _position(desk, "theirs", theirs, so_far),
        _position(desk, "shared", both, so_far) or _shared(desk, ours, theirs),
        () if both else _open(desk, ours, theirs),
        () if all_ours or all_theirs else _state(desk, issue),
    ]
    return tuple(bullet for bullet in found if bullet)


def in_common(ask: Ask, others: Iterable[Ask]) -> bool:
    """Return whether another side is reported to want the very same, as in a joint statement."""
    return any(other.text.casefold() == ask.text.casefold() for other in others)


def _figures(desk: Desk, issue: Issue, so_far: _SoFar) -> Line:
    runs: list[Run] = []
    for words, span in figures(desk.notes.known(issue.spans)):
        if words in so_far.figures or len(runs) >= 2 * desk.limits["figures"] - 1:
            continue
        so_far.figures.add(words)
        runs += [Run("; ")] if runs else []
        runs.append(desk.cited(words, [span], "quote"))
    return ended((_tag(desk, "figures"), *runs)) if runs else ()


def _position(desk: Desk, label: str, asks: Sequence[Ask], so_far: _SoFar) -> Line:
    """The asks of one side on an issue; where all stand under earlier issues, which these are."""
    fresh = [ask for ask in asks if ask.key not in so_far.under][: desk.limits["issue_asks"]]
    if asks and not fresh:
        earlier = sorted({so_far.under[ask.key] for ask in asks})
        return (_tag(desk, label), Run(f"as under {listed([str(n) for n in earlier])}."))
    runs: list[Run] = []
    for ask in fresh:
        so_far.under[ask.key] = so_far.number
        runs += [Run("; ")] if runs else []
        kind = "" if ask.kind == "ask" else f"{desk.label(ask.kind).lower()} – "
        text = f"{kind}{wording(ask, 14)} ({says(desk, ask)})"
        runs.append(desk.cited(text, evidence(desk, ask, 1)))
    return ended((_tag(desk, label), *runs)) if runs else ()


def _shared(desk: Desk, ours: Sequence[Ask], theirs: Sequence[Ask]) -> Line:
    """Shared ground is claimed only where both sides are reported to offer something."""
    if any(a.kind == "offer" for a in ours) and any(a.kind == "offer" for a in theirs):
        return (_tag(desk, "shared"), Run("both sides are reported to offer something here."))
    return ()


def _state(desk: Desk, issue: Issue) -> Line:
    """Where nobody is reported to ask anything: the most telling sentence, verbatim, if short."""
    for span in desk.notes.known(issue.spans):
        words = folded(span.quote)
        is_short = len(words.split()) <= _STATE_WORDS
        if is_short and stands_alone(words) and not set(words) & set('“”"'):
            return (_tag(desk, "as_reported"), desk.cited(words, [span], "quote"))
    return ()


def _open(desk: Desk, ours: Sequence[Ask], theirs: Sequence[Ask]) -> Line:
    other = listed([in_text(side) for side in desk.other_sides])
    us = in_text(desk.our_side)
    said = []
    if ours and not theirs and desk.other_sides:
        said.append(f"nothing from {other} in these sources")
    if theirs and not ours and desk.our_side:
        said.append(f"nothing from {us} in these sources")
    if _against(ours, theirs):
        said.append("we ask something where they have a red line")
    if _against(theirs, ours):
        said.append("they ask something where we have a red line")
    said += [unquoted(c).rstrip(".") for ask in (*ours, *theirs) for c in ask.conflicts]
    return (_tag(desk, "open"), Run(f"{'; '.join(said)}.")) if said else ()


def _against(asking: Sequence[Ask], refusing: Sequence[Ask]) -> bool:
    return any(a.kind == "ask" for a in asking) and any(a.kind == "red_line" for a in refusing)


def _tag(desk: Desk, label: str) -> Run:
    return Run(f"{desk.label(label)}: ", "emphasis")
