"""A briefing for programs: its outline as JSON (`resources/templates/briefing.schema.json`)."""

from __future__ import annotations

import json
from typing import Any

from briefing.export.outlines.citation import citation
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


def to_json(content: Outline) -> str:
    """Return an outline as JSON: front matter, sections with their blocks, and footnotes.

    A block has a `type` (`text`, `bullets`, `table`, `user`); a line is a list of runs, each with
    `text`, and `style` and `notes` where it has them; notes are numbers of `notes`.
    """
    found = {
        "format": 1,
        "front": dict(content.front),
        "title": content.title,
        "marking": _line(content.marking),
        "sections": [_section(section) for section in content.sections],
        "notes": [_note(note, content.wording) for note in content.notes],
    }
    # A lone surrogate of a damaged source cannot be written; as an escape it can.
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "number": section.number,
        "title": section.title,
        "annex": section.annex,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Text(line):
            return {"type": "text", "line": _line(line)}
        case Bullets(items, numbered):
            return {"type": "bullets", "numbered": numbered, "items": [_line(i) for i in items]}
        case Table(header, rows):
            cells = [[_line(cell) for cell in row] for row in rows]
            return {"type": "table", "header": list(header), "rows": cells}
        case User():
            return _user(block)


def _line(line: Line) -> list[dict[str, Any]]:
    found = []
    for run in line:
        if isinstance(run, User):
            found.append(_user(run))
            continue
        item: dict[str, Any] = {"text": run.text}
        item |= {"style": run.style} if run.style else {}
        item |= {"notes": list(run.notes)} if run.notes else {}
        found.append(item)
    return found


def _user(user: User) -> dict[str, Any]:
    return {"type": "user", "name": user.name, "text": user.text}


def _note(note: Note, language: str) -> dict[str, Any]:
    return {
        "number": note.number,
        "sha256": note.sha256,
        "outlet": note.outlet,
        "title": note.title,
        "published": note.published.isoformat() if note.published else None,
        "file": note.file_name,
        "paragraph": note.paragraph or None,
        "start": note.start,
        "end": note.end,
        "quote": note.quote,
        "citation": "".join(run.text for run in citation(note, language) if isinstance(run, Run)),
    }
