"""An outline as Markdown: it decides on marks and spacing, on no word of the content."""

from __future__ import annotations

import json
import re

from briefing.export.composing.compose import outline
from briefing.export.language.languages import tongue
from briefing.export.language.tongue import Tongue
from briefing.export.markup.escape import escape, escape_heading, escape_start, folded
from briefing.export.markup.fences import CLOSING, opening
from briefing.export.markup.seal import sealed
from briefing.export.outlines.citation import citation
from briefing.export.outlines.layout import Layout
from briefing.export.outlines.outline import (
    Block,
    Bullets,
    Line,
    Note,
    Outline,
    Run,
    Section,
    Table,
    Text,
    User,
)
from briefing.export.outlines.reference import reference
from briefing.export.parts.ledger import Ledger
from briefing.export.parts.template import DEFAULT, Templates
from briefing.model import Briefing

_BARE = re.compile(r"\d{4}-\d\d-\d\d|0|[1-9]\d{0,8}|[A-Za-z]+(?:[ -][A-Za-z]+)*")
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"})
_MARKS = {"": "", "strong": "**", "emphasis": "*"}


def render_markdown(
    briefing: Briefing,
    *,
    profile: str = DEFAULT,
    omit_empty: bool = False,
    language: str = "en",
    since: Ledger | None = None,
    templates: Templates | None = None,
) -> str:
    """Return a briefing as Markdown; the same briefing gives the same bytes.

    Args:
        briefing: the content.
        profile: name of a template in `resources/templates/`.
        omit_empty: leave out sections of which the sources say nothing.
        language: of the headings, `en` or `fr`.
        since: what the version before held, to say what changed.
        templates: where plans and layouts are found; those of the program alone if not given.

    Raises:
        BadValue: there is no such profile or language.
        BadResource: the plan or the layout is malformed; file and line are named.
    """
    found = templates or Templates()
    content = outline(
        briefing,
        profile=profile,
        omit_empty=omit_empty,
        language=language,
        since=since,
        templates=found,
    )
    return to_markdown(content, found.layout(profile))


def to_markdown(content: Outline, layout: Layout | None = None) -> str:
    """Return an outline as Markdown, with front matter, footnotes and the user's sections fenced.

    Args:
        content: the outline.
        layout: how its parts are placed; the program's own way if not given.

    Raises:
        BadResource: the layout is malformed, or leaves out words of the user or a note.
    """
    chosen = layout or Templates().layout(DEFAULT)
    sections = [_section(content, section) for section in content.sections]
    text = chosen.render(
        {
            "front": _front(content),
            "fields": dict(content.front),
            "title": _title(content.title, content.wording),
            "marking": _line(content.marking, content.wording),
            "sections": sections,
            "section": {section["key"]: section for section in sections},
            "notes": "\n".join(note_line(note, content.wording) for note in content.notes),
        }
    )
    chosen.refuse_losses(text, content)
    return sealed(text)


def _section(content: Outline, section: Section) -> dict[str, str | bool]:
    return {
        "key": section.key,
        "number": section.number,
        "title": _title(section.title, content.wording),
        "heading": _heading(content, section),
        "annex": section.annex,
        "body": "\n\n".join(_block(block, content.wording) for block in section.blocks),
    }


def _front(content: Outline) -> str:
    lines = [f"{key}: {_yaml(value)}" for key, value in content.front if value]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: str | tuple[str, ...]) -> str:
    """Return a YAML value; JSON strings are YAML, and `<` is coded so that no fence is there."""
    if isinstance(value, tuple):
        return f"[{', '.join(_yaml(each) for each in value)}]"
    if _BARE.fullmatch(value) and value.lower() not in _YAML_WORDS:
        return value
    return json.dumps(folded(value), ensure_ascii=False).replace("<", "\\u003c")


def _heading(content: Outline, section: Section) -> str:
    title = _title(section.title, content.wording)
    if section.annex:
        return f"{content.annex_word} {section.number}. {title}"
    return f"{section.number}. {title}" if section.number else title


def _title(words: str, language: str) -> str:
    return tongue(language).set_out(escape_heading(words))


def _block(block: Block, language: str) -> str:
    match block:
        case Text(line):
            return escape_start(_line(line, language))
        case Bullets(items, numbered):
            marks = [f"{n}." if numbered else "-" for n in range(1, len(items) + 1)]
            lines = [escape_start(_line(item, language)) for item in items]
            return "\n".join(f"{mark} {text}" for mark, text in zip(marks, lines, strict=True))
        case Table():
            return _table(block, language)
        case User():
            return _user_block(block)


def _table(table: Table, language: str) -> str:
    rows = [[escape(head) for head in table.header], ["---"] * len(table.header)]
    rows += [[_line(cell, language) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _line(line: Line, language: str) -> str:
    speech = tongue(language)
    return "".join(
        _user_inline(run) if isinstance(run, User) else speech.set_out(_run(run, speech))
        for run in line
    )


def _run(run: Run, speech: Tongue) -> str:
    words = escape(run.text)
    before = " " if run.text[:1].isspace() else ""
    after = " " if run.text[1:] and run.text[-1:].isspace() else ""
    notes = " ".join(f"[^{number}]" for number in run.notes)
    if not words:
        return (before or after) + notes
    if run.style == "quote":
        return f"{before}{speech.quoted(words)}{notes}{after}"
    mark = _MARKS[run.style]
    return f"{before}{mark}{words}{mark}{notes}{after}"


def _user_block(user: User) -> str:
    return f"{opening(user.name)}\n{user.text or user.prompt}\n{CLOSING}"


def _user_inline(user: User) -> str:
    text = user.text or user.prompt
    inside = f"\n{text}\n" if "\n" in text else text
    return f"{opening(user.name)}{inside}{CLOSING}"


def note_line(note: Note, language: str) -> str:
    """Return the line that defines a footnote, with the reference by which it is proved."""
    return f"[^{note.number}]: {_line(citation(note, language), language)} {reference(note)}"
