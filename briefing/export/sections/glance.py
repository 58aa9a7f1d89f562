"""At a glance: what meeting, which issues, the biggest ask and offer each way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.export.language.names import tells_role
from briefing.export.language.wording import capitalised, unquoted
from briefing.export.markup.escape import folded
from briefing.export.outlines.outline import Block, Bullets, Line, plain
from briefing.export.parts.asking import told, wording
from briefing.export.parts.content import Content, line
from briefing.export.parts.occasion import is_headline, nearness
from briefing.export.sections.scenario import outcome
from briefing.model import Ask, Span, is_caption


def glance(content: Content) -> tuple[Block, ...]:
    """Return at most five bullets, at most as many words as the template allows."""
    makers: list[Callable[[], Line]] = [
        lambda: _meeting(content),
        lambda: _issues(content),
        lambda: _first(content, "we_want", content.ours, "ask"),
        lambda: _first(content, "they_want", content.theirs, "ask"),
        lambda: _outcome(content),
        lambda: (
            _first(content, "their_line", content.theirs, "red_line")
            or _first(content, "our_line", content.ours, "red_line")
        ),
    ]
    bullets: list[Line] = []
    left = content.limits["glance_words"]
    for make in makers:
        if len(bullets) == content.limits["glance_bullets"]:
            break
        before = content.notes.count()
        bullet = make()
        words = len(plain(bullet).split())
        if bullet and words <= left:
            bullets.append(bullet)
            left -= words
        else:
            content.notes.keep(before)  # else the notes would have gaps in their numbers
    return (Bullets(tuple(bullets)),) if bullets else ()


def _meeting(content: Content) -> Line:
    """Who meets whom, where and when; cited where one sentence names the leaders together."""
    meeting = content.briefing.meeting
    speech, fields = content.speech, {"where": _where(content), "when": _when(content)}
    leaders = [name for _, name in meeting.leaders]
    spans = together(content, leaders)
    if len(leaders) == 2 and meeting.host in content.briefing.meeting.sides:
        hosts = [name for side, name in meeting.leaders if side == meeting.host]
        guests = [name for side, name in meeting.leaders if side != meeting.host]
        if hosts and guests:
            host, guest = content.names.titled(hosts[0]), content.names.titled(guests[0])
            text = speech.say("receives", host=host, guest=guest, **fields)
            return line(content.cited(capitalised(text), spans))
    if len(leaders) > 1:
        who = speech.listed([content.names.titled(name) for name in leaders])
    elif meeting.sides:
        who = speech.listed([speech.side(side) for side in meeting.sides])
    else:
        return line(speech.say("nobody", **fields))
    text = speech.say("meet" if len(meeting.sides) > 1 else "takes_part", who=who, **fields)
    return line(content.cited(capitalised(text), spans))


def _where(content: Content) -> str:
    place = content.briefing.meeting.place
    return f" {unquoted(content.speech.at(place))}" if place else ""


def _when(content: Content) -> str:
    meeting, speech = content.briefing.meeting, content.speech
    if meeting.date is None:
        return speech.say("no_day", unknown=content.headings.date_unknown)
    if meeting.end_date and meeting.end_date > meeting.date:
        return speech.say("on_days", days=content.headings.days(meeting.date, meeting.end_date))
    return speech.say("on_day", day=content.headings.long_day(meeting.date))


def together(content: Content, names: Sequence[str]) -> tuple[Span, ...]:
    """Return the first sentence that names all these people, best with day, place and roles."""
    people = [person for name in names if (person := content.names.person(name))]
    if len(names) < 2 or len(people) < len(names):
        return ()
    named = [
        {content.notes.sentence(span) for span in content.notes.known(person.spans)}
        for person in people
    ]
    order = {article.id: at for at, article in enumerate(content.briefing.articles)}

    def rank(span: Span) -> tuple[int, bool, int, int, int]:
        words = folded(span.quote)
        roles = sum(tells_role(words, person) for person in people)
        loose = is_caption(words) or is_headline(words)
        near = nearness(words, content.briefing.meeting)
        return -near, loose, -roles, order[span.article], span.start

    return tuple(sorted(set.intersection(*named), key=rank)[:1])


def _outcome(content: Content) -> Line:
    expected = outcome(content)
    return line(content.strong_label("outcome"), " ", *expected) if expected else ()


def _issues(content: Content) -> Line:
    labels = [issue.label for issue in content.issues[:3]]
    if not labels:
        return ()
    spans = [span for issue in content.issues[:3] for span in content.notes.known(issue.spans)[:1]]
    return line(
        content.strong_label("issues"), " ", content.cited(f"{content.listed(labels)}.", spans)
    )


def _first(content: Content, label: str, asks: Sequence[Ask], kind: str) -> Line:
    ask = next((each for each in asks if each.kind == kind), None)
    if ask is None or (
        asks is content.theirs and content.is_joint(ask) and _is_told(content, ask, kind)
    ):
        return ()
    label = "both_want" if kind == "ask" and content.is_joint(ask) else label
    return line(
        content.strong_label(label), *told(content, ask, wording(ask, 18), lead=" ", end=".")
    )


def _is_told(content: Content, ask: Ask, kind: str) -> bool:
    """Whether our side wants the same, and wants nothing more than that."""
    ours = next((each for each in content.ours if each.kind == kind), None)
    return ours is not None and ours.text.casefold() == ask.text.casefold()
