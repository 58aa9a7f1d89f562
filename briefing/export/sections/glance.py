"""At a glance: what meeting, which issues, the biggest ask and offer each way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.export.asking import told, wording
from briefing.export.desk import Desk, line
from briefing.export.escape import folded
from briefing.export.names import tells_role
from briefing.export.occasion import is_headline, nearness
from briefing.export.outline import Block, Bullets, Line, plain
from briefing.export.sections.scenario import outcome
from briefing.export.wording import capitalised, unquoted
from briefing.model import Ask, Span, is_caption


def glance(desk: Desk) -> tuple[Block, ...]:
    """Return at most five bullets, at most as many words as the template allows."""
    makers: list[Callable[[], Line]] = [
        lambda: _meeting(desk),
        lambda: _issues(desk),
        lambda: _first(desk, "we_want", desk.ours, "ask"),
        lambda: _first(desk, "they_want", desk.theirs, "ask"),
        lambda: _outcome(desk),
        lambda: (
            _first(desk, "their_line", desk.theirs, "red_line")
            or _first(desk, "our_line", desk.ours, "red_line")
        ),
    ]
    bullets: list[Line] = []
    left = desk.limits["glance_words"]
    for make in makers:
        if len(bullets) == desk.limits["glance_bullets"]:
            break
        before = desk.notes.count()
        bullet = make()
        words = len(plain(bullet).split())
        if bullet and words <= left:
            bullets.append(bullet)
            left -= words
        else:
            desk.notes.keep(before)  # else the notes would have gaps in their numbers
    return (Bullets(tuple(bullets)),) if bullets else ()


def _meeting(desk: Desk) -> Line:
    """Who meets whom, where and when; cited where one sentence names the leaders together."""
    meeting = desk.briefing.meeting
    speech, fields = desk.speech, {"where": _where(desk), "when": _when(desk)}
    leaders = [name for _, name in meeting.leaders]
    spans = together(desk, leaders)
    if len(leaders) == 2 and meeting.host in desk.briefing.meeting.sides:
        hosts = [name for side, name in meeting.leaders if side == meeting.host]
        guests = [name for side, name in meeting.leaders if side != meeting.host]
        if hosts and guests:
            host, guest = desk.names.titled(hosts[0]), desk.names.titled(guests[0])
            text = speech.say("receives", host=host, guest=guest, **fields)
            return line(desk.cited(capitalised(text), spans))
    if len(leaders) > 1:
        who = speech.listed([desk.names.titled(name) for name in leaders])
    elif meeting.sides:
        who = speech.listed([speech.side(side) for side in meeting.sides])
    else:
        return line(speech.say("nobody", **fields))
    text = speech.say("meet" if len(meeting.sides) > 1 else "takes_part", who=who, **fields)
    return line(desk.cited(capitalised(text), spans))


def _where(desk: Desk) -> str:
    place = desk.briefing.meeting.place
    return f" {unquoted(desk.speech.at(place))}" if place else ""


def _when(desk: Desk) -> str:
    meeting, speech = desk.briefing.meeting, desk.speech
    if meeting.date is None:
        return speech.say("no_day", unknown=desk.headings.date_unknown)
    if meeting.end_date and meeting.end_date > meeting.date:
        return speech.say("on_days", days=desk.headings.days(meeting.date, meeting.end_date))
    return speech.say("on_day", day=desk.headings.long_day(meeting.date))


def together(desk: Desk, names: Sequence[str]) -> tuple[Span, ...]:
    """Return the sentence that names all these people, best with day, place and roles; the earliest of equals."""
    people = [person for name in names if (person := desk.names.person(name))]
    if len(names) < 2 or len(people) < len(names):
        return ()
    named = [
        {desk.notes.sentence(span) for span in desk.notes.known(person.spans)} for person in people
    ]
    order = {article.id: at for at, article in enumerate(desk.briefing.articles)}

    def rank(span: Span) -> tuple[int, bool, int, int, int]:
        words = folded(span.quote)
        roles = sum(tells_role(words, person) for person in people)
        loose = is_caption(words) or is_headline(words)
        near = nearness(words, desk.briefing.meeting)
        return -near, loose, -roles, order[span.article], span.start

    return tuple(sorted(set.intersection(*named), key=rank)[:1])


def _outcome(desk: Desk) -> Line:
    expected = outcome(desk)
    return line(desk.strong_label("outcome"), " ", *expected) if expected else ()


def _issues(desk: Desk) -> Line:
    labels = [issue.label for issue in desk.issues[:3]]
    if not labels:
        return ()
    spans = [span for issue in desk.issues[:3] for span in desk.notes.known(issue.spans)[:1]]
    return line(desk.strong_label("issues"), " ", desk.cited(f"{desk.listed(labels)}.", spans))


def _first(desk: Desk, label: str, asks: Sequence[Ask], kind: str) -> Line:
    ask = next((each for each in asks if each.kind == kind), None)
    if ask is None or (asks is desk.theirs and desk.is_joint(ask) and _is_told(desk, ask, kind)):
        return ()
    label = "both_want" if kind == "ask" and desk.is_joint(ask) else label
    return line(desk.strong_label(label), *told(desk, ask, wording(ask, 18), lead=" ", end="."))


def _is_told(desk: Desk, ask: Ask, kind: str) -> bool:
    """Whether our side wants the same, and wants nothing more than that."""
    ours = next((each for each in desk.ours if each.kind == kind), None)
    return ours is not None and ours.text.casefold() == ask.text.casefold()
