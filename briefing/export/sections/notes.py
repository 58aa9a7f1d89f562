"""The user's notes on the meeting, its issues, asks, people and articles, with what each is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.export.desk import Desk, line
from briefing.export.outline import Block, Bullets, Line, Run
from briefing.export.wording import capitalised, sentence, unquoted
from briefing.model import Ask, Issue, Pressure, Span


def notes(desk: Desk) -> tuple[Block, ...]:
    """Return a bullet for each note; what it is on stands before it, the footnote after it."""
    items = tuple(_items(desk))
    return (Bullets(items),) if items else ()


def _items(desk: Desk) -> Iterator[Line]:
    briefing, records = desk.briefing, desk.briefing.records
    if briefing.meeting.note:
        yield _item(desk, desk.headings.labels["meeting"], briefing.meeting.note)
    for issue in (one for one in records.issues if _noted(one)):
        yield _item(desk, desk.speech.issue(issue.label), issue.note)
    said_things: tuple[Ask | Pressure, ...] = (*records.asks, *records.pressure)
    for said in (one for one in said_things if _noted(one)):
        yield _item(desk, said.text, said.note, said.spans[:1])
    for article, note in briefing.article_notes:
        if note and article in desk.articles:
            yield _item(desk, desk.titled(desk.articles[article]), note)


def _noted(record: Issue | Ask | Pressure) -> bool:
    return bool(record.note) and record.status != "rejected"


def _item(desk: Desk, what: str, note: str, spans: Iterable[Span] = ()) -> Line:
    """Return `What: note.`; a note is the user's own word, so no mark in it makes a quotation."""
    about = Run(desk.headed(capitalised(unquoted(what))), "strong")
    return line(about, desk.cited(f" {sentence(unquoted(note))}", spans))
