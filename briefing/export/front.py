"""What stands above the first section: title, front matter, and the line of marking and length."""

from __future__ import annotations

from briefing.export.desk import Desk
from briefing.export.outline import Line, Run
from briefing.export.plan import Plan
from briefing.export.sections.caveats import reviewed
from briefing.export.wording import unquoted

Fields = tuple[tuple[str, str | tuple[str, ...]], ...]


def subject(desk: Desk) -> str:
    """Return `Ada Holm – Bo Lind, Sund, 3 March 2031`: leaders or sides, place, date."""
    meeting = desk.briefing.meeting
    sides = [side for side in (desk.our_side, *desk.other_sides) if side]
    leaders = dict(reversed(meeting.leaders))
    both = [leaders.get(side, "") for side in sides]
    named = [desk.speech.bare(side) for side in sides]
    who = " – ".join(both if len(both) > 1 and all(both) else named) or meeting.title
    parts = [
        who,
        desk.speech.place(meeting.place),
        desk.headings.days(meeting.date, meeting.end_date),
    ]
    return ", ".join(unquoted(part) for part in parts if part)


def front(desk: Desk, plan: Plan) -> Fields:
    """Return the pairs of the front matter."""
    briefing, meeting = desk.briefing, desk.briefing.meeting
    done, total = reviewed(desk)
    return (
        ("title", f"{desk.headed(desk.headings.title)} {subject(desk)}"),
        ("meeting", meeting.date.isoformat() if meeting.date else "unknown"),
        ("meeting_end", meeting.end_date.isoformat() if meeting.end_date else ""),
        ("place", meeting.place),
        ("sides", meeting.sides),
        ("our_side", desk.our_side),
        ("prepared", briefing.prepared),
        ("sources", str(len(briefing.articles))),
        ("reviewed", desk.speech.say("reviewed", done=done, total=total)),
        ("library", briefing.library),
        ("version", briefing.version),
        ("template", plan.name),
        ("language", desk.headings.language),
    )


def marking(desk: Desk, words: int) -> Line:
    """Return the line below the title.

    Args:
        desk: the briefing being put together.
        words: of the main sections.
    """
    parts: list[Line] = [
        (desk.strong_label("marking"), Run(" "), desk.user("marking", "marking")),
        (desk.strong_label("prepared"), Run(f" {_prepared(desk)}")),
        (desk.strong_label("sources"), Run(f" {_reach(desk)}")),
        (desk.strong_label("length"), Run(f" {_length(desk, words)}")),
    ]
    dotted = parts[0]
    for part in parts[1:]:
        dotted = (*dotted, Run(" · "), *part)
    return dotted


def _prepared(desk: Desk) -> str:
    stated = desk.headings.stated(desk.briefing.prepared)
    is_date = stated != desk.headings.date_unknown
    return stated if is_date else unquoted(desk.briefing.prepared) or stated


def _reach(desk: Desk) -> str:
    articles = desk.briefing.articles
    if not articles:
        return desk.speech.say("none")
    outlets = {article.outlet for article in articles if article.outlet}
    days = sorted(article.published for article in articles if article.published)
    said = [desk.speech.count("article", len(articles))]
    said += [desk.speech.count("outlet", len(outlets))] if outlets else []
    said += [desk.headings.days(days[0], days[-1])] if days else []
    return ", ".join(said)


def _length(desk: Desk, words: int) -> str:
    """The length meter: words and pages, and the target where they are over it."""
    pages = max(1, round(2 * words / desk.limits["words_a_page"])) / 2
    target = desk.limits["pages"]
    speech = desk.speech
    over = speech.say("target", pages=target) if pages > target else ""
    whole = f"{int(pages) or ''}{'½' if pages % 1 else ''}"
    noun = speech.noun("page", pages)
    return speech.say(
        "length", words=speech.count("word", words), pages=f"{whole} {noun}", over=over
    )
