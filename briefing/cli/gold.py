"""Findings in the shape annotators write them, so that a scorer can compare the two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from briefing.model import (
    AskFound,
    Extent,
    Findings,
    HiddenRange,
    IssueFound,
    MeetingFound,
    PersonFound,
    PressureFound,
)

Json = dict[str, Any]


def document(
    *,
    name: str,
    text: str,
    hidden: Iterable[HiddenRange],
    findings: Findings,
    published: dt.date | None,
) -> Json:
    """Return everything found in a text; offsets count characters of the decoded text.

    Args:
        name: the file's name.
        text: the decoded text.
        hidden: its web chrome.
        findings: what extraction says of it.
        published: the date extraction was told.
    """
    main = findings.meetings[0] if findings.meetings else None
    return {
        "file": name,
        "chars": len(text),
        "backend": findings.backend,
        "meeting": _meeting(main, published) if main else None,
        "people": [_person(one) for one in findings.people],
        "issues": [_issue(one) for one in findings.issues],
        "asks": [_ask(one) for one in findings.asks],
        "pressure": [_pressure(one) for one in findings.pressure],
        "boilerplate": [[one.start, one.end] for one in hidden],
    }


def _meeting(one: MeetingFound, published: dt.date | None) -> Json:
    return {
        "title": one.title,
        "date": one.date.isoformat() if one.date else None,
        "date_text": one.date_text,
        "date_in_text": one.date_in_text,
        "published": published.isoformat() if published else None,
        "date_basis": one.date_basis,
        "end_date": one.end_date.isoformat() if one.end_date else None,
        "place": one.place or None,
        "place_text": one.place_text,
        "sides": list(one.sides),
        "leaders": dict(one.leaders),
        "host": one.host,
    }


def _person(one: PersonFound) -> Json:
    return {
        "name": one.name,
        "side": one.side,
        "roles": list(one.roles),
        "kind": one.kind,
        "participation": one.participation,
        "spelled": list(one.spelled),
    }


def _issue(one: IssueFound) -> Json:
    return {
        "label": one.label,
        "aliases_in_text": list(one.aliases),
        "sentences": [[s.start, s.end] for s in one.sentences],
    }


def _ask(one: AskFound) -> Json:
    return {
        "side": one.side,
        "of": one.of,
        "kind": one.kind,
        "text": one.text,
        "issue": one.issues[0] if one.issues else None,
        "issues": list(one.issues),
        **_place(one.sentence),
        "voiced_by": one.voiced_by,
        "attribution": one.attribution,
        "band": one.band,
    }


def _pressure(one: PressureFound) -> Json:
    return {
        "kind": "domestic_pressure",
        "who": one.who,
        "on": one.on,
        "text": one.text,
        **_place(one.sentence),
    }


def _place(sentence: Extent) -> Json:
    return {"start": sentence.start, "end": sentence.end, "quote": sentence.quote}
