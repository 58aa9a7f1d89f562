"""At a glance: what meeting, which issues, the biggest ask and offer each way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.export.asking import evidence, says, wording
from briefing.export.desk import Desk, line
from briefing.export.escape import folded
from briefing.export.names import tells_role
from briefing.export.occasion import is_caption, is_headline, nearness
from briefing.export.outline import Block, Bullets, Line, plain
from briefing.export.sections.scenario import outcome
from briefing.export.wording import in_text, listed, sentence, unquoted
from briefing.model import Ask, Span


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
    where = f" in {unquoted(meeting.place)}" if meeting.place else ""
    leaders = [name for _, name in meeting.leaders]
    spans = together(desk, leaders)
    if len(leaders) == 2 and meeting.host in desk.briefing.meeting.sides:
        hosts = [name for side, name in meeting.leaders if side == meeting.host]
        guests = [name for side, name in meeting.leaders if side != meeting.host]
        if hosts and guests:
            who = f"{desk.names.titled(hosts[0])} receives {desk.names.titled(guests[0])}"
            return line(desk.cited(f"{who}{where}{_when(desk)}.", spans))
    if len(leaders) > 1:
        who = listed([desk.names.titled(name) for name in leaders])
    elif meeting.sides:
        who = listed([in_text(side) for side in meeting.sides])
    else:
        return line(f"A meeting{where}{_when(desk)}; the sources do not say who takes part.")
    text = f"{who} {'meet' if len(meeting.sides) > 1 else 'takes part'}{where}{_when(desk)}."
    return line(desk.cited(text[:1].upper() + text[1:], spans))


def _when(desk: Desk) -> str:
    meeting = desk.briefing.meeting
    if meeting.date is None:
        return f"; {desk.spoken.date_unknown}"
    if meeting.end_date and meeting.end_date > meeting.date:
        return f" on {desk.spoken.days(meeting.date, meeting.end_date)}"
    return f" on {desk.spoken.long_day(meeting.date)}"


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
    if ask is None:
        return ()
    text = f" {wording(ask, 18)} ({says(desk, ask)})"
    return line(desk.strong_label(label), desk.cited(sentence(text), evidence(desk, ask, 1)))
