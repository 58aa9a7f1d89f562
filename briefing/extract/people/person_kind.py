"""What a person is at the time of the article, and the offices in normal form."""

from __future__ import annotations

import datetime as dt
import re

from briefing.extract.people.clusters import Cluster
from briefing.extract.people.crowd import Crowd
from briefing.extract.people.office import Office
from briefing.extract.tables.officeholder_table import Term
from briefing.extract.text.background import Background

_GOVERNMENT = ("leader", "minister", "official", "premier", "legislator")
_VAGUE = ("stakeholder", "official", "other")
_PARTISAN = ("conservative", "tory", "politician", "opponent", "critic")
# Civil servants of South Asia whose titles are those of ministers elsewhere.
_SECRETARIES = ("foreign secretary", "home secretary", "defence secretary", "finance secretary", "commerce secretary",
                "secretary of commerce", "secretary of defence", "secretary of finance", "secretary of home")  # fmt: skip
_CIVIL = dict.fromkeys(("India", "Pakistan", "Bangladesh", "Nepal", "Sri Lanka"), _SECRETARIES)
_YEAR = re.compile(r"\bin\s(?:[A-Z][a-z]+\s)?((?:1[89]|20)\d\d)\b(?! for the first)")
_RECENT = 4  # years
_FEDERATIONS = ("Canada", "Australia", "Italy", "Germany")


def roles_of(
    cluster: Cluster, side: str | None, background: Background
) -> tuple[tuple[str, ...], str]:
    """Return the offices of a person in normal form, and where they were read.

    The text comes first; where it names none, the dated table does.
    """
    roles = dict.fromkeys(o.role for o in cluster.offices if o.role)
    kept = [r for r in roles if not any(r != other and r in other for other in roles)]
    if kept:
        return tuple(kept), "office as the text gives it"
    term, former = _term_then(cluster, side, background)
    if term is None:
        return (), ""
    role = f"Former {term.office}" if former else term.office
    return (role,), f"office from the table ({term.start or '?'} to {term.end or 'now'})"


def kind_of(cluster: Cluster, side: str | None, clusters: Crowd, background: Background) -> str:
    """Return the kind of a person; whether a leader is one of the meeting is settled later."""
    current = [o for o in cluster.offices if not o.former and o.kind]
    if current:
        return _of_current(current, cluster, side, background)
    past = [o for o in cluster.offices if o.former and o.kind]
    term, former = _term_then(cluster, side, background)
    if past:
        return _of_past(past[0], cluster)
    if term is not None:
        return "other" if former else term.kind
    if _kin(cluster, clusters):
        return "family"
    return "minister" if any(o.head == "counterpart" for o in cluster.offices) else "other"


def _of_current(
    current: list[Office], cluster: Cluster, side: str | None, background: Background
) -> str:
    if any(o.head == "leader" for o in current) and _leads(cluster, side, background):
        return "leader"
    if _long_gone(cluster, background):
        return "other"
    term, former = _term_then(cluster, side, background)
    if all(o.kind == "family" for o in current) and term is not None and not former:
        return term.kind  # `the president's son-in-law`, who serves him as well
    return _of_office(_weightiest(current), cluster, side, background)


def _leads(cluster: Cluster, side: str | None, background: Background) -> bool:
    """Whether the table knows a person called `leader` as head of state or government."""
    day = background.published
    return any(
        t.heads and t.side == side and (day is None or t.holds_on(day)) for t in cluster.terms
    )


def _weightiest(offices: list[Office]) -> Office:
    """The first office counts, but a head of government is one wherever it is said."""
    for office in offices:
        if office.kind == "leader" and office.head in ("president", "prime minister", "chancellor"):
            return office
    return offices[0]


def _of_office(office: Office, cluster: Cluster, side: str | None, background: Background) -> str:
    if office.prospective and office.kind in ("leader", "minister"):
        return "other" if office.kind == "leader" else "official"
    if office.head == "premier" and side in _FEDERATIONS:
        return "premier"
    if office.kind in ("leader", "minister") and _over(office, cluster, side, background):
        return "other"
    return _where_so_called(office, cluster, side, background)


def _where_so_called(
    office: Office, cluster: Cluster, side: str | None, background: Background
) -> str:
    """What an office is where it is held: a foreign secretary of India is no minister."""
    if (office.head == "crown prince" or office.kind in _VAGUE) and _leads(
        cluster, side, background
    ):
        return "leader"  # `summit chairman NAME`, who presides over the European Council
    if office.head.endswith("commissioner") and side == "European Union":
        return "minister"
    civil = office.kind == "minister" and office.role.lower() in _CIVIL.get(side or "", ())
    seated = office.kind == "expert" and office.how == "seat" and "-based" not in office.role
    if civil or seated:  # `White House economist`
        return "official"
    if office.kind == "opposition" and office.head in _PARTISAN:
        term, former = _term_then(cluster, side, background)
        return "other" if former and term is not None and term.heads else office.kind
    return office.kind


def _long_gone(cluster: Cluster, background: Background) -> bool:
    """Whether all that is told of a person is told of a year long past: `King NAME came in 1967`."""
    day = background.published
    if day is None or any(t.holds_on(day) for t in cluster.terms):
        return False
    sentences = {m.sentence for m in cluster.mentions}
    years = [_YEAR.findall(background.document.quote(index)) for index in sentences]
    return all(told and all(int(y) < day.year - _RECENT for y in told) for told in years)


def _over(office: Office, cluster: Cluster, side: str | None, background: Background) -> bool:
    """Whether the table knows that very office and all the person's offices had ended by then."""
    day = background.published
    terms = [t for t in cluster.terms if t.side == side]
    if day is None or not terms:
        return False
    if not all(t.ended_by(day) and _years_after(t, day) >= 1 for t in terms):
        return False
    words = set(office.role.lower().split()) - {"of", "the", "minister", "secretary"}
    return any(
        t.heads if office.kind == "leader" else words & set(t.office.lower().split()) for t in terms
    )


def _years_after(term: Term, day: dt.date) -> int:
    return day.year - int(term.end[:4])


def _of_past(office: Office, cluster: Cluster) -> str:
    if office.kind == "leader":
        return "other"
    quoted = any("speech" in m.evidence for m in cluster.mentions)
    return "expert" if quoted or office.kind in ("official", "expert") else "other"


def _term_then(
    cluster: Cluster, side: str | None, background: Background
) -> tuple[Term | None, bool]:
    """The weightiest term at the time, and whether it was over."""
    day = background.published
    terms = [t for t in cluster.terms if t.side == side]
    if not terms:
        return None, False
    if day is None:
        return max(terms, key=lambda t: (not t.end, t.heads, t.start)), False
    held = [t for t in terms if t.holds_on(day)]
    past = [t for t in terms if t.ended_by(day)]
    if held:
        return min(held, key=lambda t: (not t.heads, t.portfolio == "other")), False
    if past:
        heads = [t for t in past if t.heads]
        return max(heads or past, key=lambda t: t.end), True
    return None, False


def _kin(cluster: Cluster, clusters: Crowd) -> bool:
    return len(cluster.words) > 1 and any(
        other is not cluster and other.leads for other in clusters.called(cluster.words[-1])
    )
