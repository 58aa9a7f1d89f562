"""Issues by weight: figures, our position, theirs, what is shared and what is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.export.asking import told, wording
from briefing.export.desk import Desk, line
from briefing.export.escape import folded
from briefing.export.expansion import explained
from briefing.export.occasion import is_headline
from briefing.export.outline import Block, Bullets, Line, Run, Text, User, ended, plain
from briefing.export.sections.caveats import told_conflict
from briefing.export.sections.figures import figures
from briefing.export.tongue import sides_of
from briefing.export.wording import stands_alone, unquoted
from briefing.model import Ask, Issue

_ALSO = 10
_ASK_WORDS = 18
_STATE_WORDS = 35


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
    """Return the main issues, each as a bold line and its bullets; a bare one is only named."""
    blocks: list[Block] = []
    bare: list[Issue] = []
    so_far = _SoFar()
    for issue in desk.main_issues:
        so_far.number += 1
        before = desk.notes.count()
        head = _head(desk, so_far.number, issue)
        bullets = _bullets(desk, issue, so_far)
        if not bullets:
            desk.notes.keep(before)
            bare.append(issue)
            so_far.number -= 1
        elif all(_refers(desk, bullet) for bullet in bullets):
            # Nothing of its own: one line says where its asks stand.
            found = {int(n) for each in bullets for n in re.findall(r"\d+", plain(each))}
            where_said = desk.speech.listed([str(number) for number in sorted(found)])
            blocks.append(Text((*head, Run(desk.speech.say("asks_as_under", numbers=where_said)))))
        else:
            blocks += [Text(head), Bullets(bullets)]
    rest = [*bare, *desk.issues[len(desk.main_issues) :]]
    return (*blocks, Text(_also(desk, rest))) if rest else tuple(blocks)


def _refers(desk: Desk, bullet: Line) -> bool:
    """Whether a bullet says no more than under which numbers its asks stand."""
    before, after = desk.speech.say("as_under", numbers="|").split("|")
    words = plain(bullet).partition(": ")[2]
    return bool(re.fullmatch(rf"{re.escape(before)}[\d, a-z]+{re.escape(after)}", words))


def _also(desk: Desk, rest: Sequence[Issue]) -> Line:
    names = desk.listed([issue.label for issue in rest[:_ALSO]])
    if len(rest) > _ALSO:
        more = desk.speech.number_of("more", len(rest) - _ALSO)
        names = desk.speech.say("several", first=names, more=more)
    return (Run(desk.speech.say("also", names=names), "emphasis"),)


def _head(desk: Desk, number: int, issue: Issue) -> Line:
    """The label, how much is said of it, and how much of that names each side."""
    speech, total = desk.speech, len(issue.spans)
    reach = speech.say("in_sentences", sentences=speech.count("sentence", total))
    if len(issue.outlets) > 1:
        reach += speech.say("of_outlets", outlets=speech.count("outlet", len(issue.outlets)))
    named = [
        speech.say("all_on", side=speech.side(side))
        if n == total
        else speech.say("n_on", n=n, side=speech.side(side))
        for side, n in issue.by_side
        if n
    ]
    if named and total > 1:
        is_all = any(n == total for _, n in issue.by_side)
        key = "named_all" if is_all else "named_sides"
        reach += speech.say(key, sides=speech.listed(named))
    label = unquoted(speech.issue(issue.label))
    head = Run(f"{number}. {label}.", "strong")
    explanation = explained(label, desk.headings.language)
    return line(head, explanation, desk.cited(f"{reach}.", desk.notes.known(issue.spans)[:1]))


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
        runs += [Run(desk.speech.in_parts(["", ""]))] if runs else []
        runs.append(desk.cited(words, [span], "quote"))
    return ended((_tag(desk, "figures"), *runs)) if runs else ()


def _position(desk: Desk, label: str, asks: Sequence[Ask], so_far: _SoFar) -> Line:
    """The asks of one side on an issue; where all stand under earlier issues, which these are."""
    fresh = [ask for ask in asks if ask.key not in so_far.under][: desk.limits["issue_asks"]]
    if asks and not fresh:
        earlier = sorted({so_far.under[ask.key] for ask in asks})
        numbers = desk.speech.listed([str(number) for number in earlier])
        return (_tag(desk, label), Run(desk.speech.say("as_under", numbers=numbers)))
    runs: list[Run | User] = []
    for ask in fresh:
        so_far.under[ask.key] = so_far.number
        runs += [Run(desk.speech.in_parts(["", ""]))] if runs else []
        kind = "" if ask.kind == "ask" else f"{desk.label(ask.kind).lower()} – "
        runs += told(desk, ask, wording(ask, _ASK_WORDS), lead=kind)
    return ended((_tag(desk, label), *runs)) if runs else ()


def _shared(desk: Desk, ours: Sequence[Ask], theirs: Sequence[Ask]) -> Line:
    """Shared ground is claimed only where both sides are reported to offer something."""
    if any(a.kind == "offer" for a in ours) and any(a.kind == "offer" for a in theirs):
        return (_tag(desk, "shared"), Run(desk.speech.say("both_offer")))
    return ()


def _state(desk: Desk, issue: Issue) -> Line:
    """Where nobody is reported to ask anything: the most telling sentence, verbatim, if short."""
    for span in desk.notes.known(issue.spans):
        words = folded(span.quote)
        is_short = len(words.split()) <= _STATE_WORDS
        is_plain = not set(words) & set('“”"«»') and not is_headline(words)
        if is_short and is_plain and stands_alone(words):
            return ended((_tag(desk, "as_reported"), desk.cited(words, [span], "quote")))
    return ()


def _open(desk: Desk, ours: Sequence[Ask], theirs: Sequence[Ask]) -> Line:
    said = []
    if ours and not theirs and desk.other_sides:
        said.append(_nothing_from(desk, desk.other_sides))
    if theirs and not ours and desk.our_side:
        said.append(_nothing_from(desk, (desk.our_side,)))
    if _against(ours, theirs):
        said.append(desk.speech.say("we_meet_line"))
    if _against(theirs, ours):
        said.append(desk.speech.say("they_meet_line"))
    said += [told_conflict(desk, c).rstrip(".") for ask in (*ours, *theirs) for c in ask.conflicts]
    return (_tag(desk, "open"), Run(f"{desk.speech.in_parts(said)}.")) if said else ()


def _nothing_from(desk: Desk, sides: Sequence[str]) -> str:
    fields = sides_of(desk.speech, sides)
    return desk.speech.say("nothing_from", side=fields["sides"], of_side=fields["of_sides"])


def _against(asking: Sequence[Ask], refusing: Sequence[Ask]) -> bool:
    return any(a.kind == "ask" for a in asking) and any(a.kind == "red_line" for a in refusing)


def _tag(desk: Desk, label: str) -> Run:
    return Run(f"{desk.headed(desk.label(label))} ", "strong" if desk.is_foreign else "emphasis")
