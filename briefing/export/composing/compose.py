"""From a briefing's content to its outline: sections in order, then notes and front matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count

from briefing.export.composing.front import front, marking, subject
from briefing.export.language.headings import headings
from briefing.export.outlines.expansion import expanded
from briefing.export.outlines.order import in_order
from briefing.export.outlines.outline import Block, Outline, Section, Text, count_words
from briefing.export.parts.content import Content, line
from briefing.export.parts.ledger import Ledger
from briefing.export.parts.plan import Chapter, Plan
from briefing.export.parts.template import DEFAULT, Templates
from briefing.export.sections.annexes import biographies, pressure, sources
from briefing.export.sections.asks import further, objectives, our_asks, their_asks
from briefing.export.sections.background import background
from briefing.export.sections.caveats import caveats
from briefing.export.sections.changes import changes
from briefing.export.sections.glance import glance
from briefing.export.sections.issues import issues
from briefing.export.sections.notes import notes
from briefing.export.sections.participants import participants
from briefing.export.sections.quotations import quotations
from briefing.export.sections.raised import next_steps, points, press, raised
from briefing.export.sections.scenario import scenario
from briefing.model import Briefing

_SECTIONS: Mapping[str, Callable[[Content], tuple[Block, ...]]] = {
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
    "next_steps": next_steps,
    "caveats": caveats,
    "further": further,
    "biographies": biographies,
    "notes": notes,
    "quotations": quotations,
    "pressure": pressure,
    "sources": sources,
}
_UNTITLED = ("our_asks", "their_asks")  # tables that do not say whose asks they hold
_VERBATIM = ("notes", "quotations", "sources")  # annexes with the words of others and the user
_SHRUNK = ("asks", "issues", "issue_asks", "figures", "raised", "facts")
_STEPS = (1.0, 0.75, 0.5, 0.34, 0.17)


def outline(
    briefing: Briefing,
    *,
    profile: str = DEFAULT,
    omit_empty: bool = False,
    language: str = "en",
    since: Ledger | None = None,
    max_pages: int | None = None,
    templates: Templates | None = None,
) -> Outline:
    """Put the content of a briefing in order; the same content always gives the same outline.

    Args:
        briefing: the content.
        profile: name of a plan.
        omit_empty: leave sections out of which the sources say nothing, instead of saying so.
        language: `en` or `fr`, for headings, columns, prompts and dates.
        since: what the version before held, to say what changed; None to say nothing.
        max_pages: the most pages the main sections may take; what weighs least goes to the annex.
            If not given, as the plan has it.
        templates: where plans are found; those of the program alone if not given.

    Raises:
        BadValue: there is no such profile or language.
        BadResource: the plan is malformed.
    """
    plan = (templates or Templates()).plan(profile)
    made = _outlined(briefing, plan, language, since, omit_empty=omit_empty)
    most = max_pages or plan.limits["most_pages"]
    if not most:
        return made
    room = most * plan.limits["words_a_page"]
    for step in _STEPS:
        made = _outlined(briefing, _shrunk(plan, step), language, since, omit_empty=omit_empty)
        if made.words <= room:
            break
    return replace(made, fit=most)


def _shrunk(plan: Plan, step: float) -> Plan:
    """Return the plan with fewer rows and bullets, at least one each."""
    fewer = {key: max(1, round(plan.limits[key] * step)) for key in _SHRUNK}
    return replace(plan, limits={**plan.limits, **fewer})


def _outlined(
    briefing: Briefing, plan: Plan, language: str, since: Ledger | None, *, omit_empty: bool
) -> Outline:
    content = Content(briefing, headings(language), plan, since)
    met: set[str] = set()
    labels = _labels(content)
    told = expanded(_since(content), met, labels, language)
    main = expanded(_numbered(content, plan, omit_empty=omit_empty), met, labels, language)
    annexes = tuple(
        annex if annex.key in _VERBATIM else expanded((annex,), met, labels, language)[0]
        for annex in _annexes(content, plan)
    )
    words = count_words(main)
    heading = marking(content, words)
    made = Outline(
        front=front(content, plan),
        title=f"{content.headed(content.headings.title)} {subject(content)}",
        marking=heading,
        sections=(*told, *main, *annexes, *_kept(content)),
        notes=content.notes.all(),
        wording=language,
        annex_word=content.headings.annex,
        words=words,
    )
    return in_order(made)


def _labels(content: Content) -> list[str]:
    """The names of all subjects told of, those of the meeting before among them."""
    held = [content.briefing.records, *(content.briefing.earlier or ())[1:]]
    found = [issue.label for records in held for issue in records.issues]
    found += [label for records in held for ask in records.asks for label in ask.issues]
    return [content.speech.issue(label) for label in dict.fromkeys(found)]


def _since(content: Content) -> tuple[Section, ...]:
    told = changes(content)
    if not told or content.since is None:
        return ()
    day = content.headings.stated(content.since.prepared)
    return (Section("changes", "", f"{content.headings.sections['changes']} {day}", told),)


def _numbered(content: Content, plan: Plan, *, omit_empty: bool) -> tuple[Section, ...]:
    numbers = count(1)
    sections: list[Section] = []
    for chapter in plan.sections:
        blocks = _chapter(content, plan, chapter)
        if not blocks and omit_empty:
            continue
        blocks = blocks or (Text(line(content.headings.empty)),)
        title = _title(content, plan, chapter.key)
        sections.append(Section(chapter.key, str(next(numbers)), title, blocks))
    return tuple(sections)


def _chapter(content: Content, plan: Plan, chapter: Chapter) -> tuple[Block, ...]:
    """The parts of one section in order, with their titles where the section's own does not do."""
    found: tuple[Block, ...] = ()
    for part in chapter.parts:
        blocks = _SECTIONS[part](content)
        if blocks and (part != chapter.parts[0] or (part != chapter.key and part in _UNTITLED)):
            found += (Text((content.strong(_title(content, plan, part)),)),)
        found += blocks
    return found


def _title(content: Content, plan: Plan, key: str) -> str:
    language = content.headings.language
    own = plan.titles.get(language, {}).get(key) or content.headings.sections.get(key)
    return own or next(titles[key] for titles in plan.titles.values() if key in titles)


def _annexes(content: Content, plan: Plan) -> tuple[Section, ...]:
    """Annexes are left out where they are empty; sources come last, since they list the notes."""
    letters = count(ord("A"))
    sections: list[Section] = []
    for key in plan.annexes:
        blocks = _SECTIONS[key](content)
        if blocks:
            title = _title(content, plan, key)
            sections.append(Section(key, chr(next(letters)), title, blocks, annex=True))
    return tuple(sections)


def _kept(content: Content) -> tuple[Section, ...]:
    users = content.kept()
    return (Section("kept", "", content.headings.sections["kept"], users),) if users else ()
