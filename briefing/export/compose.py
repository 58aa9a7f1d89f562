"""From the content of a briefing to its outline: every section in order, then notes and front matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

from briefing.export.desk import Desk, line
from briefing.export.headings import headings
from briefing.export.outline import Block, Line, Outline, Run, Section, Text, count_words
from briefing.export.sections.annexes import biographies, pressure, sources
from briefing.export.sections.asks import further, objectives, our_asks, their_asks
from briefing.export.sections.background import background
from briefing.export.sections.caveats import caveats, reviewed
from briefing.export.sections.glance import glance
from briefing.export.sections.issues import issues
from briefing.export.sections.participants import participants
from briefing.export.sections.quotations import quotations
from briefing.export.sections.raised import points, press, raised
from briefing.export.sections.scenario import scenario
from briefing.export.template import Template, template
from briefing.export.wording import counted, unquoted
from briefing.model import Briefing

_SECTIONS: Mapping[str, Callable[[Desk], tuple[Block, ...]]] = {
    "glance": glance,
    "scenario": scenario,
    "participants": participants,
    "objectives": objectives,
    "our_asks": our_asks,
    "their_asks": their_asks,
    "issues": issues,
    "points": points,
    "raised": raised,
    "press": press,
    "background": background,
    "caveats": caveats,
    "further": further,
    "biographies": biographies,
    "quotations": quotations,
    "pressure": pressure,
    "sources": sources,
}


def outline(
    briefing: Briefing,
    *,
    profile: str = "leaders-meeting",
    omit_empty: bool = False,
    language: str = "en",
) -> Outline:
    """Put the content of a briefing in order; the same content always gives the same outline.

    Args:
        briefing: the content.
        profile: name of a template in `resources/templates/`.
        omit_empty: leave sections out of which the sources say nothing, instead of saying so.
        language: `en` or `fr`, for headings, columns, prompts and dates.

    Raises:
        BadValue: there is no such profile or language.
    """
    plan = template(profile)
    desk = Desk(briefing, headings(language), plan)
    main = _numbered(desk, plan, omit_empty=omit_empty)
    annexes = _annexes(desk, plan)
    marking = _marking(desk, count_words(main))
    kept = _kept(desk)
    return Outline(
        front=_front(desk, plan),
        title=f"{desk.headings.title}: {subject(briefing, desk)}",
        marking=marking,
        sections=(*main, *annexes, *kept),
        notes=desk.notes.all(),
        wording=language,
        annex_word=desk.headings.annex,
    )


def subject(briefing: Briefing, desk: Desk) -> str:
    """Return `Ada Holm – Bo Lind, Sund, 3 March 2031`: leaders or sides, place, date."""
    meeting = briefing.meeting
    sides = [side for side in (desk.our_side, *desk.other_sides) if side]
    leaders = dict(reversed(meeting.leaders))
    both = [leaders.get(side, "") for side in sides]
    who = " – ".join(both if len(both) > 1 and all(both) else sides) or meeting.title
    parts = [who, meeting.place, desk.headings.days(meeting.date, meeting.end_date)]
    return ", ".join(unquoted(part) for part in parts if part)


def _numbered(desk: Desk, plan: Template, *, omit_empty: bool) -> tuple[Section, ...]:
    numbers = count(1)
    sections: list[Section] = []
    for key in plan.sections:
        blocks = _SECTIONS[key](desk)
        if not blocks and omit_empty:
            continue
        blocks = blocks or (Text(line(desk.headings.empty)),)
        title = desk.headings.sections[key]
        sections.append(Section(key, str(next(numbers)), title, blocks))
    return tuple(sections)


def _annexes(desk: Desk, plan: Template) -> tuple[Section, ...]:
    """Annexes are left out where they are empty; sources come last, since they list the notes."""
    letters = count(ord("A"))
    sections: list[Section] = []
    for key in plan.annexes:
        blocks = _SECTIONS[key](desk)
        if blocks:
            title = desk.headings.sections[key]
            sections.append(Section(key, chr(next(letters)), title, blocks, annex=True))
    return tuple(sections)


def _kept(desk: Desk) -> tuple[Section, ...]:
    users = desk.kept()
    return (Section("kept", "", desk.headings.sections["kept"], users),) if users else ()


def _marking(desk: Desk, words: int) -> Line:
    articles = desk.briefing.articles
    pages = max(1, round(2 * words / desk.limits["words_a_page"])) / 2
    half = "½" if pages % 1 else ""
    whole = str(int(pages)) if pages >= 1 else ""
    parts: list[Line] = [
        (desk.strong_label("marking"), Run(" "), desk.user("marking", "marking")),
        (desk.strong_label("prepared"), Run(f" {_prepared(desk)}")),
        (desk.strong_label("sources"), Run(f" {_reach(desk)}" if articles else " none")),
        (
            desk.strong_label("length"),
            Run(
                f" {counted(words, 'word')}, about {whole}{half} {'page' if pages <= 1 else 'pages'} and annexes"
            ),
        ),
    ]
    dotted = parts[0]
    for part in parts[1:]:
        dotted = (*dotted, Run(" · "), *part)
    return dotted


def _prepared(desk: Desk) -> str:
    import datetime as dt

    try:
        return desk.headings.day(dt.date.fromisoformat(desk.briefing.prepared[:10]))
    except ValueError:
        return unquoted(desk.briefing.prepared) or desk.headings.date_unknown


def _reach(desk: Desk) -> str:
    articles = desk.briefing.articles
    outlets = {article.outlet for article in articles if article.outlet}
    days = sorted(article.published for article in articles if article.published)
    said = [counted(len(articles), "article")]
    said += [counted(len(outlets), "outlet")] if outlets else []
    said += [desk.headings.days(days[0], days[-1])] if days else []
    return ", ".join(said)


def _front(desk: Desk, plan: Template) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    briefing, meeting = desk.briefing, desk.briefing.meeting
    done, total = reviewed(desk)
    return (
        ("title", f"{desk.headings.title}: {subject(briefing, desk)}"),
        ("meeting", meeting.date.isoformat() if meeting.date else "unknown"),
        ("meeting_end", meeting.end_date.isoformat() if meeting.end_date else ""),
        ("place", meeting.place),
        ("sides", meeting.sides),
        ("our_side", desk.our_side),
        ("prepared", briefing.prepared),
        ("sources", str(len(briefing.articles))),
        ("reviewed", f"{done} of {total} findings"),
        ("library", briefing.library),
        ("version", briefing.version),
        ("template", plan.name),
        ("language", desk.headings.language),
    )
