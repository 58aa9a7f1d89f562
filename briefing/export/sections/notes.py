"""The user's notes on the meeting, its issues, asks, people and articles, with what each is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.export.language.wording import capitalised, sentence, unquoted
from briefing.export.outlines.outline import Block, Bullets, Line, Run
from briefing.export.parts.content import Content, line
from briefing.model import Ask, Issue, Pressure, Span


def notes(content: Content) -> tuple[Block, ...]:
    """Return a bullet for each note; what it is on stands before it, the footnote after it."""
    items = tuple(_items(content))
    return (Bullets(items),) if items else ()


def _items(content: Content) -> Iterator[Line]:
    briefing, records = content.briefing, content.briefing.records
    if briefing.meeting.note:
        yield _item(content, content.headings.labels["meeting"], briefing.meeting.note)
    for issue in (one for one in records.issues if _noted(one)):
        yield _item(content, content.speech.issue(issue.label), issue.note)
    said_things: tuple[Ask | Pressure, ...] = (*records.asks, *records.pressure)
    for said in (one for one in said_things if _noted(one)):
        yield _item(content, said.text, said.note, said.spans[:1])
    for article, note in briefing.article_notes:
        if note and article in content.articles:
            yield _item(content, content.titled(content.articles[article]), note)


def _noted(record: Issue | Ask | Pressure) -> bool:
    return bool(record.note) and record.status != "rejected"


def _item(content: Content, what: str, note: str, spans: Iterable[Span] = ()) -> Line:
    """Return `What: note.`; a note is the user's own word, so no mark in it makes a quotation."""
    about = Run(content.headed(capitalised(unquoted(what))), "strong")
    return line(about, content.cited(f" {sentence(unquoted(note))}", spans))
