"""Articles, findings, meetings, decisions as plain JSON, and back with every value checked."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import BriefingError
from briefing.library import codec
from briefing.model import (
    Article,
    Decision,
    Extent,
    Findings,
    HiddenRange,
    ImportedText,
    Meeting,
    Span,
    Stated,
)
from briefing.model.decision import ACTIONS
from briefing.phrase import phrase

_STATED = ("title", "outlet", "author", "published", "address")


@dataclass(frozen=True, slots=True)
class Ids:
    """A library's numbers as names that hold everywhere: articles by SHA-256, meetings by place."""

    articles: Mapping[Any, Any]
    meetings: Mapping[Any, Any]


def article_values(article: Article, findings: Findings | None) -> dict[str, Any]:
    """Return an article with its findings as plain values."""
    names = ("sha256", "file_name", "kind", "text", "language", "imported_at", "starred")
    return {
        **{name: getattr(article, name) for name in names},
        **{name: str(getattr(article, name) or "") for name in _STATED},
        "reasons": dict(article.reasons),
        "hidden": codec.plain(article.hidden),
        "findings": codec.plain(findings) if findings else None,
    }


def imported_text(told: Mapping[str, Any], original: bytes) -> ImportedText:
    """Return the article of these values, to be added; raises ValueError, TypeError or KeyError."""
    reasons = _mapping(told["reasons"])
    known = {"address": "", **told}  # older bundles have none
    text = _text(told["text"])
    text.encode("utf-8")
    hidden = codec.from_plain(tuple[HiddenRange, ...], told["hidden"])
    position = 0
    for item in hidden:
        if not position <= item.start <= item.end <= len(text):
            raise ValueError("a hidden range outside the text")
        position = item.end
    return ImportedText(
        path=_text(told["file_name"]),
        sha256=_text(told["sha256"]),
        original=original,
        text=text,
        encoding="utf-8",
        kind=_text(told["kind"]),
        language=_text(told["language"]),
        hidden=hidden,
        **{name: _stated(known, name, reasons) for name in _STATED},
    )


def findings_of(told: Mapping[str, Any], text: str) -> Findings | None:
    """Return the findings of these values, each quote checked against the text."""
    if told["findings"] is None:
        return None
    found: Findings = codec.from_plain(Findings, told["findings"])
    if any(text[e.start : e.end] != e.quote or e.start < 0 for e in codec.found_in(Extent, found)):
        raise ValueError("a quote that the text does not have")
    if any(not 0 <= s.start <= s.end <= len(text) for s in found.sentences):
        raise ValueError("a sentence outside the text")
    return found


def meeting_values(meeting: Meeting, ids: Ids) -> dict[str, Any]:
    """Return a meeting as plain values, its articles by SHA-256."""
    told = {field.name: getattr(meeting, field.name) for field in dataclasses.fields(meeting)}
    del told["id"], told["asks"]
    told |= {"confirmed": sorted(meeting.confirmed)}
    told |= {"articles": [ids.articles[number] for number in meeting.articles]}
    return {name: codec.plain(value) for name, value in told.items()}


def meeting_of(told: Mapping[str, Any]) -> Meeting:
    """Return the meeting of these values, without articles and id."""
    confirmed = frozenset(codec.from_plain(tuple[str, ...], told["confirmed"]))
    sides = codec.from_plain(tuple[str, ...], told["sides"])
    return Meeting(
        id=0,
        title=_text(told["title"]),
        sides=sides,
        leaders=codec.from_plain(tuple[tuple[str, str], ...], told["leaders"]),
        date=_date(told["date"]),
        end_date=_date(told["end_date"]),
        date_basis=_text(told["date_basis"]),
        place=_text(told["place"]),
        host=None if told["host"] is None else _text(told["host"]),
        confirmed=confirmed - {"starred"},
        note=_text(told["note"]),
        # Older bundles tell of no star, or tell of it among what was confirmed.
        starred=bool(told.get("starred")) or "starred" in confirmed,
    )


def decision_values(decision: Decision, ids: Ids) -> dict[str, Any]:
    """Return a decision as plain values, with names for the numbers in it."""
    return {
        "action": decision.action,
        "kind": decision.kind,
        "key": decision.key,
        "meeting": ids.meetings.get(decision.meeting),
        "article": ids.articles.get(decision.article),
        "fields": dict(decision.fields),
        "spans": [
            [ids.articles[s.article], s.start, s.end, s.quote]
            for s in decision.spans
            if s.article in ids.articles
        ],
        "at": decision.at,
    }


def decision_of(told: Mapping[str, Any], ids: Ids) -> Decision:
    """Return the decision of these values, with this library's numbers."""
    if told["action"] not in ACTIONS:
        raise ValueError("an action that is none")
    return Decision(
        action=_text(told["action"]),
        kind=_text(told["kind"]),
        key=_text(told["key"]),
        meeting=None if told["meeting"] is None else ids.meetings[told["meeting"]],
        article=None if told["article"] is None else ids.articles[told["article"]],
        fields={name: _field(value) for name, value in _mapping(told["fields"]).items()},
        spans=tuple(_span(one, ids) for one in told["spans"]),
        at=_text(told["at"]),
    )


def checked(told: Any, name: str) -> list[Mapping[str, Any]]:
    """Return a list of mappings from a bundle; raises BriefingError where it is none."""
    found = told.get(name)
    if not isinstance(found, list) or any(not isinstance(item, dict) for item in found):
        raise BriefingError(
            phrase("The bundle is not imported: its {name} are no list.", name=name)
        )
    return found


def _stated(told: Mapping[str, Any], name: str, reasons: Mapping[str, Any]) -> Stated | None:
    value = _text(told[name])
    if name == "published" and value:
        dt.date.fromisoformat(value)
    if name == "address" and value and not value.startswith("https://"):
        raise ValueError("an address that is none")
    return Stated(value, _text(reasons.get(name, "the bundle"))) if value else None


def _field(value: Any) -> str | list[str]:
    return [_text(item) for item in value] if isinstance(value, list) else _text(value)


def _span(told: Any, ids: Ids) -> Span:
    sha256, start, end, quote = told
    return Span(ids.articles[sha256], _whole(start), _whole(end), _text(quote))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text is expected")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a number is expected")
    return value


def _date(value: Any) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(_text(value))


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("fields with values are expected")
    return value
