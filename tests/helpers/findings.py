"""Small invented articles and findings, so that a test says only what it is about."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from briefing.model import (
    Article,
    AskFound,
    Extent,
    Findings,
    IssueFound,
    MeetingFound,
    PersonFound,
    split_paragraphs,
)

DAY = dt.date(2031, 5, 6)


def article(number: int, text: str, *, outlet: str = "", **changes: Any) -> Article:
    """Return an article with that text."""
    values: dict[str, Any] = {
        "id": number,
        "sha256": f"{number:064x}",
        "file_name": f"{number}.txt",
        "kind": "text",
        "text": text,
        "title": "",
        "outlet": outlet or f"Outlet {number}",
        "author": "",
        "published": None,
        "language": "en",
        "imported_at": "2031-05-01T00:00:00+00:00",
    }
    return Article(**(values | changes))


def extent(text: str, quote: str) -> Extent:
    """Return the place of `quote` in `text`."""
    start = text.index(quote)
    return Extent(start, start + len(quote), quote)


def person(source: str, name: str, side: str | None, **changes: Any) -> PersonFound:
    """Return a person named in the text."""
    values: dict[str, Any] = {
        "name": name,
        "side": side,
        "roles": (),
        "kind": "minister",
        "participation": "mentioned",
        "spelled": (name,),
        "mentions": (extent(source, name),),
    }
    return PersonFound(**(values | changes))


def ask(source: str, sentence: str, side: str, **changes: Any) -> AskFound:
    """Return an ask that a sentence of the text carries."""
    values: dict[str, Any] = {
        "side": side,
        "of": None,
        "kind": "ask",
        "text": sentence,
        "issues": (),
        "sentence": extent(source, sentence),
        "clause": extent(source, sentence),
        "voiced_by": None,
        "attribution": "reporter",
        "band": "high",
    }
    return AskFound(**(values | changes))


def issue(source: str, label: str, sentence: str) -> IssueFound:
    """Return an issue that a sentence of the text speaks of."""
    return IssueFound(
        label=label, parent=None, aliases=(label.lower(),), sentences=(extent(source, sentence),)
    )


def meeting(sides: Sequence[str] = ("Norland", "Sudland"), **changes: Any) -> MeetingFound:
    """Return a meeting of two invented sides."""
    values: dict[str, Any] = {
        "title": "Ada Holm – Ben Roy",
        "sides": tuple(sides),
        "leaders": (("Norland", "Ada Holm"), ("Sudland", "Ben Roy")),
        "date": DAY,
        "date_in_text": "weekday",
    }
    return MeetingFound(**(values | changes))


def findings(**found: Any) -> Findings:
    """Return the findings of one article."""
    return Findings(backend="rules", resources="", sentences=(), **found)


def paragraphs(text: str) -> int:
    """Return how many paragraphs the text has."""
    return len(split_paragraphs(text))
