"""A briefing for other programs: its outline as JSON, its asks as a table of CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from briefing.export.escape import folded
from briefing.export.outline import Block, Bullets, Line, Note, Outline, Section, Table, Text, User
from briefing.export.weight import ask_order, is_shown
from briefing.model import Article, Ask, Briefing

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_COLUMNS = (
    "meeting",
    "date",
    "side",
    "of",
    "kind",
    "ask",
    "issues",
    "voiced_by",
    "attribution",
    "hedge",
    "band",
    "status",
    "outlets",
    "source",
    "paragraph",
    "sentence",
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
        "notes": [_note(note) for note in content.notes],
    }
    # A lone surrogate of a damaged source cannot be written; as an escape it can.
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def to_csv(briefing: Briefing) -> str:
    r"""Return the asks of a briefing as CSV (RFC 4180, `\r\n`), weightiest first, one a row.

    A cell that a spreadsheet would take for a formula starts with `'` (CWE-1236).
    """
    articles = {article.id: article for article in briefing.articles}
    asks = sorted(
        (ask for ask in briefing.records.asks if is_shown(ask)),
        key=lambda ask: (ask.side != briefing.our_side, *ask_order(articles, ask)),
    )
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_COLUMNS)
    for ask in asks:
        writer.writerow([_cell(value) for value in _row(briefing, articles, ask)])
    return file.getvalue()


def _row(briefing: Briefing, articles: dict[int, Article], ask: Ask) -> list[str]:
    span = next((span for span in ask.spans if span.article in articles), None)
    article = articles[span.article] if span else None
    return [
        briefing.meeting.title,
        briefing.meeting.date.isoformat() if briefing.meeting.date else "",
        ask.side,
        ask.of or "",
        ask.kind,
        ask.text,
        "; ".join(ask.issues),
        ask.voiced_by or "",
        ask.attribution,
        ask.hedge,
        ask.band,
        ask.status,
        "; ".join(ask.outlets),
        article.outlet or article.file_name if article else "",
        str(article.paragraph_at(span.start)) if article and span else "",
        span.quote if span else "",
    ]


def _cell(value: str) -> str:
    words = folded(value)
    return f"'{words}" if words.startswith(_FORMULA) else words


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


def _note(note: Note) -> dict[str, Any]:
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
    }
