"""Values to put into a library, with texts of our own."""

import hashlib
from dataclasses import fields
from datetime import date

from hypothesis import strategies as st

from briefing.model import (
    Ask,
    AskFound,
    Decision,
    Extent,
    Findings,
    HiddenRange,
    ImportedText,
    Issue,
    IssueFound,
    Meeting,
    MeetingFound,
    Person,
    PersonFound,
    Pressure,
    PressureFound,
    Records,
    Sentence,
    Span,
    Stated,
)

TEXT = (
    "Envoys meet over timber\n\n"
    "The envoy of Arland will see her colleague from Bellmark on Friday.\n\n"
    "Arland wants the duty on timber gone. Subscribe to our letter\n"
)


def imported(text=TEXT, path="/in/timber.txt", **more):
    data = text.encode()
    given = {
        "path": path,
        "sha256": hashlib.sha256(data).hexdigest(),
        "original": data,
        "text": text,
        "encoding": "utf-8",
        "title": Stated("Envoys meet over timber", "first line"),
        "published": Stated("2031-03-04", "date line"),
    }
    return ImportedText(**(given | more))


def numbered(n, **more):
    """One of many articles that differ."""
    return imported(f"{TEXT}\nNumber {n}.\n", path=f"/in/{n}.txt", **more)


def meeting(**more):
    given = {
        "id": 0,
        "title": "Arland–Bellmark meeting",
        "sides": ("Arland", "Bellmark"),
        "leaders": (("Arland", "Ida Vane"),),
        "date": date(2031, 3, 7),
        "confirmed": frozenset({"sides", "date"}),
    }
    return Meeting(**(given | more))


def ask(key="lift duty", article=1, **more):
    given = {
        "id": 0,
        "key": key,
        "meeting": None,
        "side": "Arland",
        "of": "Bellmark",
        "kind": "ask",
        "text": "the duty on timber gone",
        "issues": ("Timber",),
        "voiced_by": None,
        "attribution": "reporter",
        "band": "high",
        "status": "proposed",
        "spans": (quoted(article, "Arland wants the duty on timber gone."),),
    }
    return Ask(**(given | more))


def person(key="ida vane", article=1, **more):
    given = {
        "id": 0,
        "key": key,
        "meeting": None,
        "name": "Ida Vane",
        "side": "Arland",
        "roles": ("Envoy",),
        "kind": "official",
        "participation": "attending",
        "status": "proposed",
        "spans": (quoted(article, "The envoy of Arland"),),
    }
    return Person(**(given | more))


def issue(key="timber", article=1, **more):
    given = {
        "id": 0,
        "key": key,
        "meeting": None,
        "label": "Timber",
        "parent": None,
        "status": "proposed",
        "spans": (quoted(article, "timber"),),
    }
    return Issue(**(given | more))


def pressure(key="mills", article=1, **more):
    given = {
        "id": 0,
        "key": key,
        "meeting": None,
        "who": "Mill owners",
        "on": "Arland",
        "text": "hurry",
        "status": "proposed",
        "spans": (quoted(article, "on Friday"),),
    }
    return Pressure(**(given | more))


def records(article=1, **more):
    given = {
        "people": (person(article=article),),
        "issues": (issue(article=article),),
        "asks": (ask(article=article),),
        "pressure": (pressure(article=article),),
    }
    return Records(**(given | more))


def quoted(article, quote, text=TEXT):
    start = text.index(quote)
    return Span(article, start, start + len(quote), quote)


def findings(text=TEXT, **more):
    end = text.index("\n")
    given = {
        "backend": "rules",
        "resources": "a1",
        "sentences": (Sentence(0, end, 1),),
        "people": (
            PersonFound(
                name="Ida Vane",
                side="Arland",
                roles=("Envoy",),
                kind="official",
                participation="attending",
                spelled=("The envoy",),
                mentions=(Extent.of(text, 0, 6),),
            ),
        ),
    }
    return Findings(**(given | more))


def decision(key="lift duty", **more):
    given = {"action": "accept", "kind": "ask", "key": key, "meeting": 1, "at": "2031-03-05T10:00"}
    return Decision(**(given | more))


def _whole(cls):
    """Values of a class with every field drawn, those with a default too."""
    drawn = {f.name: ... for f in fields(cls) if f.init}
    return st.builds(cls, **drawn)


_SHORT = st.text(max_size=8)


def register():
    """Tell Hypothesis how to draw the parts, small ones, so that the wholes are not huge."""
    st.register_type_strategy(str, _SHORT)
    for cls in (
        Extent,
        Span,
        Sentence,
        HiddenRange,
        MeetingFound,
        PersonFound,
        IssueFound,
        AskFound,
        PressureFound,
        Person,
        Issue,
        Ask,
        Pressure,
        Meeting,
    ):
        st.register_type_strategy(cls, _whole(cls))


any_findings = st.deferred(lambda: _whole(Findings))
any_records = st.deferred(lambda: _whole(Records))
any_meeting = st.deferred(lambda: _whole(Meeting))
any_decision = st.deferred(
    lambda: st.builds(
        Decision,
        action=...,
        kind=...,
        key=...,
        meeting=st.none() | st.integers(1, 3),
        article=st.none() | st.integers(1, 3),
        fields=st.dictionaries(_SHORT, _SHORT | st.lists(_SHORT, max_size=3), max_size=3),
        spans=...,
        at=...,
    )
)
