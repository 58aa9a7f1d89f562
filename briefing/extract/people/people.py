"""The people of an article: who is named, for which side, in which office."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.people.clusters import Cluster, gather
from briefing.extract.people.counterparts import give_offices
from briefing.extract.people.crowd import Crowd
from briefing.extract.people.home_side import home_side
from briefing.extract.people.names import NameMention, find_names
from briefing.extract.people.person_kind import kind_of, roles_of
from briefing.extract.people.person_side import side_of, told_side
from briefing.extract.tables.officeholder_table import Term, name_words
from briefing.extract.tables.tables import Tables
from briefing.extract.text.background import Background
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention
from briefing.model import Extent, PersonFound

_NAMED_SIDES = ("name", "demonym", "capital", "seat", "place")


def find_people(
    document: Document,
    tables: Tables,
    *,
    published: dt.date | None,
    sides: Sequence[str],
    mentions: tuple[SideMention, ...],
) -> tuple[PersonFound, ...]:
    """Return the people a text names, in order of first mention.

    Participation is `mentioned` for all; `participation.take_part` settles it once the meeting is
    known, and whether a head of government is a leader of it.

    Args:
        document: the text as read.
        tables: the tables.
        published: the day offices are looked up for; None where unknown.
        sides: the meeting's sides where the user confirmed them, else ().
        mentions: where the text names sides.
    """
    counts = Counter(m.side for m in mentions if m.how in _NAMED_SIDES)
    background = Background(document, tables, published, tuple(sides), mentions, counts)
    clusters, left = gather(find_names(document, mentions, tables))
    clusters += _leaders_by_surname(left, background)
    for cluster in clusters:
        cluster.terms = _terms(cluster, background)
        cluster.terms = cluster.terms or _terms_of_title(cluster, background)
    clusters = _same_holder(clusters)
    background = replace(background, home=home_side(clusters, told_side(background)))
    crowd = Crowd(clusters)
    resolved = [(cluster, side_of(cluster, crowd, background)) for cluster in crowd]
    found = [(cluster, _person(cluster, side, crowd, background)) for cluster, side in resolved]
    people = [person for _, person in give_offices(found)]
    return tuple(sorted(people, key=lambda person: person.mentions[0].start))


def _leaders_by_surname(left: list[NameMention], background: Background) -> list[Cluster]:
    """One name alone: with a title or form of address, or that of the one leader it can mean."""
    found: dict[str, Cluster] = {}
    for mention in left:
        words = name_words(" ".join(mention.words))
        if not words:
            continue
        key = words[-1]
        known = _only_leader(mention, background) if len(words) == 1 else ()
        if key not in found and not mention.certain and not known:
            continue
        if key not in found:
            found[key] = Cluster(words)
        found[key].add(mention)
        found[key].terms = found[key].terms or known
    return list(found.values())


def _same_holder(clusters: list[Cluster]) -> list[Cluster]:
    """Take one name alone for the head of government named in full, however it is spelled."""
    first: dict[tuple[str, str], int] = {}
    for place, cluster in enumerate(clusters):
        for term in cluster.terms if len(cluster.words) > 1 else ():
            first.setdefault((term.name, term.side), place)
    kept = []
    for cluster in clusters:
        heads = {(term.name, term.side) for term in cluster.terms if term.heads}
        same = [first[head] for head in heads if head in first]
        if len(cluster.words) > 1 or not same:
            kept.append(cluster)
            continue
        for mention in cluster.mentions:
            clusters[min(same)].add(mention)
    return kept


def _only_leader(mention: NameMention, background: Background) -> tuple[Term, ...]:
    day = background.published
    sides = background.likely_sides()
    terms = background.tables.officeholders.leaders(mention.words[0], day, sides)
    exact = [t for t in terms if name_words(t.name)[-1] == name_words(mention.words[0])[-1]]
    exact = exact or (list(terms) if mention.evidence else [])
    return tuple(exact) if len({t.side for t in exact}) == 1 else ()


def _terms(cluster: Cluster, background: Background) -> tuple[Term, ...]:
    if cluster.terms or len(cluster.words) < 2:
        return cluster.terms
    names = {" ".join(m.words) for m in cluster.mentions if len(m.words) > 1}
    holders = background.tables.officeholders
    found = {id(t): t for name in names for t in holders.of_name(name)}
    return tuple(found.values())


def _terms_of_title(cluster: Cluster, background: Background) -> tuple[Term, ...]:
    """`President NAME`, `S. NAME, the foreign minister`: the one who held such an office then."""
    day = background.published
    if day is None or len(cluster.words) != 1:
        return ()
    kinds = dict.fromkeys(
        o.kind
        for o in cluster.offices
        if o.role and not o.former and o.kind in ("leader", "minister")
    )
    told = {o.side for o in cluster.offices if o.side}
    for kind in kinds:
        terms = background.tables.officeholders.in_office(cluster.words[0], kind, day)
        likely = tuple(t for t in terms if t.side in background.likely_sides())
        terms = likely or (terms if kind == "leader" else ())
        found = [t for t in terms if not told or t.side in told]
        if len({t.side for t in found}) == 1:
            return tuple(found)
    return ()


def _fullness(mention: NameMention) -> tuple[int, bool, int]:
    shouted = all(word.isupper() for word in mention.words)
    return len(name_words(" ".join(mention.words))), not shouted, -mention.start


def _person(
    cluster: Cluster, side: tuple[str | None, str], clusters: Crowd, background: Background
) -> PersonFound:
    text = background.document.text
    ordered = sorted(cluster.mentions, key=lambda m: m.start)
    fullest = max(ordered, key=_fullness)
    name = text[fullest.start : fullest.end]
    spelled = dict.fromkeys(" ".join(text[m.from_title : m.end].split()) for m in ordered)
    roles, why_role = roles_of(cluster, side[0], background)
    kind = kind_of(cluster, side[0], clusters, background)
    why = "; ".join(part for part in (side[1], why_role) if part)
    return PersonFound(
        name=" ".join(name.split()),
        side=side[0],
        roles=roles,
        kind=kind,
        participation="mentioned",
        spelled=tuple(spelled),
        mentions=tuple(Extent.of(text, m.start, m.end) for m in ordered),
        why=why,
    )
