"""What the program proposes about one article, before the user's decisions are laid over it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from briefing.model.article import HiddenRange
from briefing.model.text import Extent, Sentence

PERSON_KINDS = (
    "leader", "minister", "official", "opposition", "legislator", "premier",
    "expert", "stakeholder", "foreign_leader", "family", "other",
)  # fmt: skip
PARTICIPATIONS = ("host", "attending", "expected", "mentioned")
ASK_KINDS = ("ask", "offer", "red_line")
ATTRIBUTIONS = ("named", "unnamed_official", "analyst", "reporter")
BANDS = ("high", "medium", "candidate")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFound:
    """The meeting an article is about, as its text tells it.

    Attributes:
        title: `Carney–Trump meeting, Washington`.
        date: first day; None where neither text nor published date tells it.
        date_in_text: how far the text itself gives it: `explicit`, `weekday` or `none`.
        date_text: the words; date_basis: the reasoning, as shown to the user.
        end_date: last day of a visit of several days, else None.
        place: the city; place_text: the words of the text (`White House`).
        sides: governments whose leaders or ministers meet, best first.
        leaders: pairs (side, name).
        host: the side on whose soil it is held; None on neutral ground or where unknown.
        evidence: the sentences that tell of the meeting.
    """

    title: str
    sides: tuple[str, ...]
    leaders: tuple[tuple[str, str], ...] = ()
    date: dt.date | None = None
    end_date: dt.date | None = None
    date_text: str = ""
    date_in_text: str = "none"
    date_basis: str = ""
    place: str = ""
    place_text: str = ""
    host: str | None = None
    evidence: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFound:
    """A named person of an article.

    Attributes:
        name: the fullest form in the text, without title.
        side: the country the person acts for or comes from; None where the text ties it to none.
        roles: offices in normal form: `Minister of Foreign Affairs`, `Secretary of State`.
        kind: one of PERSON_KINDS. participation: one of PARTICIPATIONS.
        spelled: the surface forms, as in the text.
        mentions: every place of the text that names the person, in order, at least one.
        why: how name, side and role were found, as one line for the user.
    """

    name: str
    side: str | None
    roles: tuple[str, ...]
    kind: str
    participation: str
    spelled: tuple[str, ...]
    mentions: tuple[Extent, ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFound:
    """A policy subject of an article.

    Attributes:
        label: the canonical label of the issues table. parent: its parent's label or None.
        aliases: the words used for it in the text.
        sentences: the sentences that speak of it. mentions: the places of the words.
    """

    label: str
    parent: str | None
    aliases: tuple[str, ...]
    sentences: tuple[Extent, ...]
    mentions: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFound:
    """What one side wants of, offers to or refuses the other, in one sentence.

    Attributes:
        side: who wants it (never who says it). of: the other side, None where not told.
        kind: one of ASK_KINDS. text: the clause of the source, trimmed to what is asked.
        issues: labels of the issues it is about, best first.
        sentence: its sentence. clause: the part of it that carries the ask, inside `sentence`.
        voiced_by: who is quoted, None for the reporter. attribution: one of ATTRIBUTIONS.
        hedge: the words that weaken it (`is expected to`), "" where there are none.
        band: one of BANDS. Only high and medium enter a briefing.
        why: trigger, subject and frame id, as one line for the user.
        frame: id of the frame or rule that found it.
    """

    side: str
    of: str | None
    kind: str
    text: str
    issues: tuple[str, ...]
    sentence: Extent
    clause: Extent
    voiced_by: str | None
    attribution: str
    band: str
    hedge: str = ""
    why: str = ""
    frame: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PressureFound:
    """A demand of opposition, provinces, experts or business on their own government."""

    who: str
    on: str
    text: str
    sentence: Extent
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything extraction says of one article.

    Attributes:
        backend: what did the work: `en_core_web_sm 3.8.0` or `rules`; where the model read only
            the first part of a very long text, with `PARTLY` and the character it read up to.
        resources: hash of the tables used, so that a change of table is seen as a change.
        meetings: the meetings the article is about, main one first; empty where there is none.
    """

    backend: str
    resources: str
    sentences: tuple[Sentence, ...]
    hidden: tuple[HiddenRange, ...] = ()
    meetings: tuple[MeetingFound, ...] = ()
    people: tuple[PersonFound, ...] = ()
    issues: tuple[IssueFound, ...] = ()
    asks: tuple[AskFound, ...] = ()
    pressure: tuple[PressureFound, ...] = ()


PARTLY = "; rules alone from character"
"""What the name of a backend goes on with, where the model did not read a text to its end."""
