"""What stands above the first section: title, front matter, and the line of marking and length."""

from __future__ import annotations

from briefing.export.language.wording import unquoted
from briefing.export.outlines.outline import Line, Run
from briefing.export.parts.content import Content
from briefing.export.parts.plan import Plan
from briefing.export.sections.caveats import reviewed

Fields = tuple[tuple[str, str | tuple[str, ...]], ...]


def subject(content: Content) -> str:
    """Return `Ada Holm – Bo Lind, Sund, 3 March 2031`: leaders or sides, place, date."""
    meeting = content.briefing.meeting
    sides = [side for side in (content.our_side, *content.other_sides) if side]
    leaders = dict(reversed(meeting.leaders))
    both = [leaders.get(side, "") for side in sides]
    named = [content.speech.bare(side) for side in sides]
    who = " – ".join(both if len(both) > 1 and all(both) else named) or meeting.title
    parts = [
        who,
        content.speech.place(meeting.place),
        content.headings.days(meeting.date, meeting.end_date),
    ]
    return ", ".join(unquoted(part) for part in parts if part)


def front(content: Content, plan: Plan) -> Fields:
    """Return the pairs of the front matter."""
    briefing, meeting = content.briefing, content.briefing.meeting
    done, total = reviewed(content)
    return (
        ("title", f"{content.headed(content.headings.title)} {subject(content)}"),
        ("meeting", meeting.date.isoformat() if meeting.date else "unknown"),
        ("meeting_end", meeting.end_date.isoformat() if meeting.end_date else ""),
        ("place", meeting.place),
        ("sides", meeting.sides),
        ("our_side", content.our_side),
        ("prepared", briefing.prepared),
        ("sources", str(len(briefing.articles))),
        ("reviewed", content.speech.say("reviewed", done=done, total=total)),
        ("library", briefing.library),
        ("version", briefing.version),
        ("template", plan.name),
        ("language", content.headings.language),
    )


def marking(content: Content, words: int) -> Line:
    """Return the line below the title.

    Args:
        content: the briefing being put together.
        words: of the main sections.
    """
    parts: list[Line] = [
        (content.strong_label("marking"), Run(" "), content.user("marking", "marking")),
        (content.strong_label("prepared"), Run(f" {_prepared(content)}")),
        (content.strong_label("sources"), Run(f" {_reach(content)}")),
        (content.strong_label("length"), Run(f" {_length(content, words)}")),
    ]
    dotted = parts[0]
    for part in parts[1:]:
        dotted = (*dotted, Run(" · "), *part)
    return dotted


def _prepared(content: Content) -> str:
    stated = content.headings.stated(content.briefing.prepared)
    is_date = stated != content.headings.date_unknown
    return stated if is_date else unquoted(content.briefing.prepared) or stated


def _reach(content: Content) -> str:
    articles = content.briefing.articles
    if not articles:
        return content.speech.say("none")
    outlets = {article.outlet for article in articles if article.outlet}
    days = sorted(article.published for article in articles if article.published)
    said = [content.speech.count("article", len(articles))]
    said += [content.speech.count("outlet", len(outlets))] if outlets else []
    said += [content.headings.days(days[0], days[-1])] if days else []
    return ", ".join(said)


def _length(content: Content, words: int) -> str:
    """The length meter: words and pages, and the target where they are over it."""
    pages = max(1, round(2 * words / content.limits["words_a_page"])) / 2
    target = content.limits["pages"]
    speech = content.speech
    over = speech.say("target", pages=target) if pages > target else ""
    whole = f"{int(pages) or ''}{'½' if pages % 1 else ''}"
    noun = speech.noun("page", pages)
    return speech.say(
        "length", words=speech.count("word", words), pages=f"{whole} {noun}", over=over
    )
