"""Single values of the model for tests of exports: an article, a place in it, a person, an ask."""

import re
from hashlib import sha256
from typing import Any

from briefing.model import (
    Article,
    Ask,
    Issue,
    Person,
    Sentence,
    Span,
    split_paragraphs,
)


def article(number: int, text: str, **changes: Any) -> Article:
    """Return an article whose sentences are cut at full stops."""
    values: dict[str, Any] = {
        "id": number,
        "sha256": sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "file_name": f"article-{number}.txt",
        "kind": "text",
        "text": text,
        "title": "",
        "outlet": "",
        "author": "",
        "published": None,
        "language": "en",
        "imported_at": "2031-03-01T09:00:00+00:00",
        "sentences": sentences(text),
        "extracted_by": "en_core_web_sm 3.8.0",
    }
    return Article(**(values | changes))


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return sentences, cut after a full stop or a closing mark before a capital."""
    found = []
    for paragraph in split_paragraphs(text):
        for match in re.finditer(
            r"\S.*?(?:[.]”?(?= [A-Z“])|$)", text[paragraph.start : paragraph.end]
        ):
            start = paragraph.start + match.start()
            found.append(Sentence(start, paragraph.start + match.end(), paragraph.number))
    return tuple(found)


def span(of: Article, words: str) -> Span:
    """Return the place of these words, which must be there."""
    start = of.text.index(words)
    return Span(of.id, start, start + len(words), words)


def within(of: Article, words: str) -> Span:
    """Return the sentence that holds these words."""
    at = of.text.index(words)
    found = next(s for s in of.sentences if s.start <= at < s.end)
    return Span(of.id, found.start, found.end, of.text[found.start : found.end])


def ask(key: str, side: str, text: str, spans: tuple[Span, ...], **changes: Any) -> Ask:
    """Return an ask of one side of the other."""
    values: dict[str, Any] = {
        "id": 1,
        "key": key,
        "meeting": 1,
        "side": side,
        "of": "Esteria" if side == "Norvia" else "Norvia",
        "kind": "ask",
        "text": text,
        "issues": (),
        "voiced_by": None,
        "attribution": "reporter",
        "band": "high",
        "status": "proposed",
        "spans": spans,
        "outlets": ("Sund Courier",),
    }
    return Ask(**(values | changes))


def person(
    name: str, side: str | None, role: str, spans: tuple[Span, ...], **changes: Any
) -> Person:
    """Return a minister who attends."""
    values: dict[str, Any] = {
        "id": 1,
        "key": name.lower(),
        "meeting": 1,
        "name": name,
        "side": side,
        "roles": (role,) if role else (),
        "kind": "minister",
        "participation": "attending",
        "status": "proposed",
        "spans": spans,
        "spelled": (name,),
        "outlets": ("Sund Courier",),
    }
    return Person(**(values | changes))


def issue(label: str, spans: tuple[Span, ...], **changes: Any) -> Issue:
    """Return an issue."""
    values: dict[str, Any] = {
        "id": 1,
        "key": label.lower(),
        "meeting": 1,
        "label": label,
        "parent": None,
        "status": "proposed",
        "spans": spans,
        "outlets": ("Sund Courier",),
    }
    return Issue(**(values | changes))
