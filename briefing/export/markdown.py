"""An outline as Markdown: it decides on marks and spacing, on no word of the content."""

from __future__ import annotations

import json
import re

from briefing.export.compose import outline
from briefing.export.escape import escape, escape_heading, escape_start, folded
from briefing.export.fences import CLOSING, opening
from briefing.export.headings import headings
from briefing.export.outline import (
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
from briefing.export.reference import reference
from briefing.export.wording import title_words, unquoted
from briefing.model import Briefing

_BARE = re.compile(r"\d{4}-\d\d-\d\d|0|[1-9]\d{0,8}|[A-Za-z]+(?:[ -][A-Za-z]+)*")
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"})
_MARKS = {"": "", "strong": "**", "emphasis": "*"}


def render_markdown(
    briefing: Briefing,
    *,
    profile: str = "leaders-meeting",
    omit_empty: bool = False,
    language: str = "en",
) -> str:
    """Return a briefing as Markdown; the same briefing gives the same bytes.

    Args:
        briefing: the content.
        profile: name of a template in `resources/templates/`.
        omit_empty: leave out sections of which the sources say nothing.
        language: of the headings, `en` or `fr`.

    Raises:
        BadValue: there is no such profile or language.
    """
    return to_markdown(outline(briefing, profile=profile, omit_empty=omit_empty, language=language))


def to_markdown(content: Outline) -> str:
    """Return an outline as Markdown, with front matter, footnotes and the user's sections fenced."""
    blocks = [_front(content), f"# {escape_heading(content.title)}", _line(content.marking)]
    for section in content.sections:
        blocks.append(_heading(content, section))
        blocks += [_block(block) for block in section.blocks]
    if content.notes:
        blocks.append("\n".join(_note(note, content.wording) for note in content.notes))
    return "\n\n".join(blocks) + "\n"


def _front(content: Outline) -> str:
    lines = [f"{key}: {_yaml(value)}" for key, value in content.front if value]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: str | tuple[str, ...]) -> str:
    """Return a YAML value; JSON strings are YAML, and `<` is coded so that no fence can stand there."""
    if isinstance(value, tuple):
        return f"[{', '.join(_yaml(each) for each in value)}]"
    if _BARE.fullmatch(value) and value.lower() not in _YAML_WORDS:
        return value
    return json.dumps(folded(value), ensure_ascii=False).replace("<", "\\u003c")


def _heading(content: Outline, section: Section) -> str:
    title = escape_heading(section.title)
    if section.annex:
        return f"## {content.annex_word} {section.number}. {title}"
    return f"## {section.number}. {title}" if section.number else f"## {title}"


def _block(block: Block) -> str:
    match block:
        case Text(line):
            return escape_start(_line(line))
        case Bullets(items, numbered):
            marks = [f"{n}." if numbered else "-" for n in range(1, len(items) + 1)]
            lines = [escape_start(_line(item)) for item in items]
            return "\n".join(f"{mark} {text}" for mark, text in zip(marks, lines, strict=True))
        case Table():
            return _table(block)
        case User():
            return _user_block(block)


def _table(table: Table) -> str:
    rows = [[escape(head) for head in table.header], ["---"] * len(table.header)]
    rows += [[_line(cell) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _line(line: Line) -> str:
    return "".join(_user_inline(run) if isinstance(run, User) else _run(run) for run in line)


def _run(run: Run) -> str:
    words = escape(run.text)
    before = " " if run.text[:1].isspace() else ""
    after = " " if run.text[1:] and run.text[-1:].isspace() else ""
    notes = " ".join(f"[^{number}]" for number in run.notes)
    if not words:
        return (before or after) + notes
    if run.style == "quote":
        return f"{before}“{words}”{notes}{after}"
    mark = _MARKS[run.style]
    return f"{before}{mark}{words}{mark}{notes}{after}"


def _user_block(user: User) -> str:
    return f"{opening(user.name)}\n{user.text or user.prompt}\n{CLOSING}"


def _user_inline(user: User) -> str:
    text = user.text or user.prompt
    inside = f"\n{text}\n" if "\n" in text else text
    return f"{opening(user.name)}{inside}{CLOSING}"


def _note(note: Note, language: str) -> str:
    words = headings(language)
    outlet = f"*{escape(unquoted(note.outlet))}*" if note.outlet else words.no_outlet
    title = escape(title_words(note.title)) if note.title else words.no_title
    day = words.day(note.published)
    place = f"¶ {note.paragraph}" if note.paragraph else words.hidden_passage
    known = note.outlet and note.title
    file = "" if known else f", {words.file} {escape(unquoted(note.file_name))}"
    return f"[^{note.number}]: {outlet}, {title}, {day}{file}, {place}. {reference(note)}"
