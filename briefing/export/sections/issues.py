"""Issues by weight: figures, our position, theirs, what is shared and what is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.export.language.tongue import sides_of
from briefing.export.language.wording import stands_alone, unquoted
from briefing.export.markup.escape import folded
from briefing.export.outlines.expansion import explained
from briefing.export.outlines.outline import Block, Bullets, Line, Run, Text, User, ended, plain
from briefing.export.parts.asking import told, wording
from briefing.export.parts.content import Content, line
from briefing.export.parts.occasion import is_headline
from briefing.export.sections.caveats import told_conflict
from briefing.export.sections.figures import figures
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


def issues(content: Content) -> tuple[Block, ...]:
    """Return the main issues, each as a bold line and its bullets; a bare one is only named."""
    blocks: list[Block] = []
    bare: list[Issue] = []
    so_far = _SoFar()
    for issue in content.main_issues:
        so_far.number += 1
        before = content.notes.count()
        head = _head(content, so_far.number, issue)
        bullets = _bullets(content, issue, so_far)
        if not bullets:
            content.notes.keep(before)
            bare.append(issue)
            so_far.number -= 1
        elif all(_refers(content, bullet) for bullet in bullets):
            # Nothing of its own: one line says where its asks stand.
            found = {int(n) for each in bullets for n in re.findall(r"\d+", plain(each))}
            where_said = content.speech.listed([str(number) for number in sorted(found)])
            blocks.append(
                Text((*head, Run(content.speech.say("asks_as_under", numbers=where_said))))
            )
        else:
            blocks += [Text(head), Bullets(bullets)]
    rest = [*bare, *content.issues[len(content.main_issues) :]]
    return (*blocks, Text(_also(content, rest))) if rest else tuple(blocks)


def _refers(content: Content, bullet: Line) -> bool:
    """Whether a bullet says no more than under which numbers its asks stand."""
    before, after = content.speech.say("as_under", numbers="|").split("|")
    words = plain(bullet).partition(": ")[2]
    return bool(re.fullmatch(rf"{re.escape(before)}[\d, a-z]+{re.escape(after)}", words))


def _also(content: Content, rest: Sequence[Issue]) -> Line:
    names = content.listed([issue.label for issue in rest[:_ALSO]])
    if len(rest) > _ALSO:
        more = content.speech.number_of("more", len(rest) - _ALSO)
        names = content.speech.say("several", first=names, more=more)
    return (Run(content.speech.say("also", names=names), "emphasis"),)


def _head(content: Content, number: int, issue: Issue) -> Line:
    """The label, how much is said of it, and how much of that names each side."""
    speech, total = content.speech, len(issue.spans)
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
    explanation = explained(label, content.headings.language)
    return line(head, explanation, content.cited(f"{reach}.", content.notes.known(issue.spans)[:1]))


def _bullets(content: Content, issue: Issue, so_far: _SoFar) -> tuple[Line, ...]:
    all_ours = [ask for ask in content.ours if issue.label in ask.issues]
    all_theirs = [ask for ask in content.theirs if issue.label in ask.issues]
    both = [a for a in all_ours if in_common(a, all_theirs)]
    ours = [a for a in all_ours if a not in both]
    theirs = [a for a in all_theirs if not in_common(a, both)]
    found = [
        _figures(content, issue, so_far),
        _position(content, "ours", ours, so_far),
        _position(content, "theirs", theirs, so_far),
        _position(content, "shared", both, so_far) or _shared(content, ours, theirs),
        () if both else _open(content, ours, theirs),
        () if all_ours or all_theirs else _state(content, issue),
    ]
    return tuple(bullet for bullet in found if bullet)


def in_common(ask: Ask, others: Iterable[Ask]) -> bool:
    """Return whether another side is reported to want the very same, as in a joint statement."""
    return any(other.text.casefold() == ask.text.casefold() for other in others)


def _figures(content: Content, issue: Issue, so_far: _SoFar) -> Line:
    runs: list[Run] = []
    for words, span in figures(content.notes.known(issue.spans)):
        if words in so_far.figures or len(runs) >= 2 * content.limits["figures"] - 1:
            continue
        so_far.figures.add(words)
        runs += [Run(content.speech.in_parts(["", ""]))] if runs else []
        runs.append(content.cited(words, [span], "quote"))
    return ended((_tag(content, "figures"), *runs)) if runs else ()


def _position(content: Content, label: str, asks: Sequence[Ask], so_far: _SoFar) -> Line:
    """The asks of one side on an issue; where all stand under earlier issues, which these are."""
    fresh = [ask for ask in asks if ask.key not in so_far.under][: content.limits["issue_asks"]]
    if asks and not fresh:
        earlier = sorted({so_far.under[ask.key] for ask in asks})
        numbers = content.speech.listed([str(number) for number in earlier])
        return (_tag(content, label), Run(content.speech.say("as_under", numbers=numbers)))
    runs: list[Run | User] = []
    for ask in fresh:
        so_far.under[ask.key] = so_far.number
        runs += [Run(content.speech.in_parts(["", ""]))] if runs else []
        kind = "" if ask.kind == "ask" else f"{content.label(ask.kind).lower()} – "
        runs += told(content, ask, wording(ask, _ASK_WORDS), lead=kind)
    return ended((_tag(content, label), *runs)) if runs else ()


def _shared(content: Content, ours: Sequence[Ask], theirs: Sequence[Ask]) -> Line:
    """Shared ground is claimed only where both sides are reported to offer something."""
    if any(a.kind == "offer" for a in ours) and any(a.kind == "offer" for a in theirs):
        return (_tag(content, "shared"), Run(content.speech.say("both_offer")))
    return ()


def _state(content: Content, issue: Issue) -> Line:
    """Where nobody is reported to ask anything: the most telling sentence, verbatim, if short."""
    for span in content.notes.known(issue.spans):
        words = folded(span.quote)
        is_short = len(words.split()) <= _STATE_WORDS
        is_plain = not set(words) & set('“”"«»') and not is_headline(words)
        if is_short and is_plain and stands_alone(words):
            return ended((_tag(content, "as_reported"), content.cited(words, [span], "quote")))
    return ()


def _open(content: Content, ours: Sequence[Ask], theirs: Sequence[Ask]) -> Line:
    said = []
    if ours and not theirs and content.other_sides:
        said.append(_nothing_from(content, content.other_sides))
    if theirs and not ours and content.our_side:
        said.append(_nothing_from(content, (content.our_side,)))
    if _against(ours, theirs):
        said.append(content.speech.say("we_meet_line"))
    if _against(theirs, ours):
        said.append(content.speech.say("they_meet_line"))
    said += [
        told_conflict(content, c).rstrip(".") for ask in (*ours, *theirs) for c in ask.conflicts
    ]
    return (_tag(content, "open"), Run(f"{content.speech.in_parts(said)}.")) if said else ()


def _nothing_from(content: Content, sides: Sequence[str]) -> str:
    fields = sides_of(content.speech, sides)
    return content.speech.say("nothing_from", side=fields["sides"], of_side=fields["of_sides"])


def _against(asking: Sequence[Ask], refusing: Sequence[Ask]) -> bool:
    return any(a.kind == "ask" for a in asking) and any(a.kind == "red_line" for a in refusing)


def _tag(content: Content, label: str) -> Run:
    return Run(
        f"{content.headed(content.label(label))} ", "strong" if content.is_foreign else "emphasis"
    )
