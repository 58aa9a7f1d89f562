"""The side a person acts for or comes from."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.extract.people.clusters import Cluster
from briefing.extract.people.company import companion_of, partner_of
from briefing.extract.people.crowd import Crowd
from briefing.extract.people.names import NameMention
from briefing.extract.people.nearest_side import TELLING, nearest_side, titles_of_others
from briefing.extract.people.office import Office
from briefing.extract.tables.officeholder_table import Term, name_words
from briefing.extract.text.background import Background
from briefing.extract.text.sides import last_before, within

_PLACES = ("name", "capital", "place", "seat", "city", "region")
_REACH = 100  # characters behind a name within which the place of work is told
_WORKS_IN = re.compile(
    r"(?:,? (?:of|at|with|from|in)\b|, (?:an?|the|who)\b)[^.;:“”\"]*?\b(?:in|from)\s(?:the\s)?|,? (?:of|from|in) (?:the )?|,? (?:of|at|with|from|an?|the|who)\b[^.;:“”\"]*?\bUniversity of "
)
_TEAM = re.compile(
    r"([A-Z][\w-]+)['’]s (?:[\w-]+ ){0,3}(?:aides|advisers|advisors|envoys|negotiators|allies|lieutenants|ministers)\b,? [^.;:“”\"]{0,80}\Z"
)
_RANK = re.compile(
    r"^(?:(?:first|acting|deputy|assistant|principal|under) ?)+(?= ?secretary)|^under(?=secretary)"
)
# Offices of one country's press that others have as well.
_OF_ALL = (
    "national security adviser",
    "national security advisor",
    "chief of staff",
    "press secretary",
)
_WORLD = frozenset(
    ["nato", "un", "opec", "imf", "wto", "iaea", "unhcr", "unicef", "unesco", "wfp", "osce", "oecd"]
)
_OFFICIAL = ("leader", "minister", "official", "legislator", "opposition", "premier")


def told_side(background: Background) -> Callable[[Cluster], str]:
    """Return what tells the side of a person by title or table alone; "" where neither does."""

    def told(cluster: Cluster) -> str:
        found = _from_title(cluster.offices) or _from_table(cluster, background)
        return found[0] if found else ""

    return told


def side_of(cluster: Cluster, clusters: Crowd, background: Background) -> tuple[str | None, str]:
    """Return the side of a person, None where nothing ties them to one, and why."""
    offices = cluster.offices
    told = _from_title(offices) or _from_table(cluster, background)
    if told is None and any(_of_the_world(office) for office in offices):
        return None, ""
    return (
        told
        or _from_owner(cluster, clusters, background)
        or _from_company(cluster, clusters, background)
        or _from_partner(cluster, clusters, background)
        or _from_own_title(offices, background)
        or _from_family(cluster, clusters)
        or _from_place(cluster, background)
        or _from_demonym(cluster, background)
        or _from_sentence(cluster, clusters, background)
        or (None, "")
    )


def _from_title(offices: tuple[Office, ...]) -> tuple[str, str] | None:
    for office in offices:
        if (
            office.side
            and (office.how in TELLING)
            and not (office.kind == "expert" and office.how in ("agency", "region"))
        ):
            return office.side, f"side named in the title ({office.role or office.head})"
    return None


def _of_the_world(office: Office) -> bool:
    """Whether an office is one of a body of many countries; envoys to it are their country's."""
    words = set(office.role.lower().replace(".", "").split())
    sent = office.head.startswith(("ambassador", "envoy", "permanent", "representative"))
    return not sent and not office.side and bool(words & _WORLD)


def _from_table(cluster: Cluster, background: Background) -> tuple[str, str] | None:
    terms = cluster.terms
    day = background.published
    if day is not None:
        terms = tuple(t for t in terms if t.holds_on(day)) or terms
    sides = {t.side for t in terms}
    if len(sides) > 1:
        sides = sides & set(background.sides) or sides & set(background.likely_sides()) or sides
        sides = {max(sides, key=lambda s: background.counts[s])}
    if not sides or _contradicted(cluster, terms, sides, background):
        return None
    side = next(iter(sides))
    term = next(t for t in terms if t.side == side)
    return side, f"office-holder table: {term.office}, {term.side}"


def _contradicted(
    cluster: Cluster, terms: tuple[Term, ...], sides: set[str], background: Background
) -> bool:
    """A namesake: never named with its country, and the text knows the person otherwise."""
    if any(background.counts[side] for side in sides):
        return False
    day = background.published
    kinds = {o.kind for o in cluster.offices if o.role and not o.former}
    if day is not None and any(t.kind in kinds and t.holds_on(day) for t in terms):
        return False
    return not any(t.heads for t in terms) or bool(cluster.offices)


def _from_owner(
    cluster: Cluster, clusters: Crowd, background: Background
) -> tuple[str, str] | None:
    for owner in _owners(cluster) + _owners_of_team(cluster, background):
        for other in clusters.called(owner[-1]) if owner else ():
            if other is not cluster:
                found = _from_title(other.offices) or _from_table(other, background)
                if found:
                    return found[0], f"serves {other.mentions[0].words[-1]}"
    return None


def _from_company(
    cluster: Cluster, clusters: Crowd, background: Background
) -> tuple[str, str] | None:
    """`X will be joined by Trade Minister NAME`: of X's side."""
    host = companion_of(cluster, clusters, background.document)
    found = _from_title(host.offices) or _from_table(host, background) if host else None
    return (found[0], f"comes with {host.mentions[0].words[-1]}") if host and found else None


def _from_partner(
    cluster: Cluster, clusters: Crowd, background: Background
) -> tuple[str, str] | None:
    """`X held talks with Trade Minister NAME`: of the side that is not X's."""
    other = partner_of(cluster, clusters, background.document)
    found = _from_title(other.offices) or _from_table(other, background) if other else None
    main = background.main_sides()
    if other is None or found is None or found[0] not in main or len(main) != 2:
        return None
    side = main[0] if main[1] == found[0] else main[1]
    if side in _without(cluster, background):
        return None
    return side, f"meets {other.mentions[0].words[-1]}"


def _owners(cluster: Cluster) -> list[tuple[str, ...]]:
    """Names that own the person's title: `X's spokesman`, `a senior X aide`."""
    owners = [name_words(m.owner) for m in cluster.mentions if m.owner]
    return owners + [name_words(word) for o in cluster.offices for word in o.role.split()[1:-1]]


def _owners_of_team(cluster: Cluster, background: Background) -> list[tuple[str, ...]]:
    """The owner of those among whom a person is listed: `X's close aides, special envoy NAME`."""
    text = background.document.text
    starts = [
        (background.document.sentences[m.sentence].start, m.from_title) for m in cluster.mentions
    ]
    found = [_TEAM.search(text[low:high]) for low, high in starts]
    return [name_words(match.group(1)) for match in found if match is not None]


def _from_own_title(offices: tuple[Office, ...], background: Background) -> tuple[str, str] | None:
    own = background.tables.titles.own
    for office in offices:
        role = office.role.removeprefix("Former ").lower()
        plain = _RANK.sub("", role).strip()
        for title in dict.fromkeys((role, plain, office.head, *role.split())):
            known = own.get(title, frozenset())
            sides = [s for s in background.likely_sides() if s in known]
            main = [s for s in background.main_sides() if s in known]
            if not main and office.head in _OF_ALL:
                continue  # `national security adviser` of a country only spoken of
            if len(main) == 1 or len(sides) == 1:
                return (main or sides)[0], f"title of that country ({office.role})"
    return None


def _from_family(cluster: Cluster, clusters: Crowd) -> tuple[str, str] | None:
    family = any(o.kind == "family" for o in cluster.offices)
    for other in clusters.called(cluster.words[-1]):
        if other is cluster or not other.leads:
            continue
        side = next((o.side for o in other.offices if o.side), "") or next(
            (t.side for t in other.terms), ""
        )
        if side and (family or len(cluster.words) > 1):
            return side, "family name of a leader"
    return None


def _from_place(cluster: Cluster, background: Background) -> tuple[str, str] | None:
    """`NAME, an analyst at the institute in Prague`: the country they work in."""
    if any(o.kind in _OFFICIAL for o in cluster.offices):
        return None
    text = background.document.text
    for mention in cluster.mentions:
        behind = within(background.mentions, mention.end + 1, mention.end + _REACH)
        near = [place for place in behind if place.how in _PLACES]
        based = next((p for p in near if text.startswith("-based", p.end)), None)
        if based is not None and not re.search(r"[.;:]\s", text[mention.end : based.start]):
            return based.side, f"based in {text[based.start : based.end]}"
        found = next((p for p in near if _WORKS_IN.fullmatch(text, mention.end, p.start)), None)
        if found is not None:
            return found.side, f"works in {text[found.start : found.end]}"
    return None


def _from_demonym(cluster: Cluster, background: Background) -> tuple[str, str] | None:
    """`Canadian NAME NAME`: the word before the name tells the nation."""
    for place in cluster.mentions:
        before = last_before(background.mentions, place.start)
        if before and before.how == "demonym" and before.end + 1 == place.start:
            return before.side, "nation named before the name"
    return None


def _from_sentence(
    cluster: Cluster, clusters: Crowd, background: Background
) -> tuple[str, str] | None:
    kinds = {o.kind for o in cluster.offices}
    if not kinds & {*_OFFICIAL, "family", ""} or not cluster.offices:
        return None
    first = min(cluster.mentions, key=lambda m: (not m.offices, m.start))
    barred = _without(cluster, background)
    if background.home and background.home not in barred and _bare(first, clusters, background):
        return background.home, "named without a country, as those at home are"
    side = nearest_side(first, clusters, background, barred)
    if side:
        return side, "nearest side named"
    main = [side for side in background.main_sides() if side not in barred]
    return (main[0], "most named side") if main else None


def _bare(mention: NameMention, clusters: Crowd, background: Background) -> bool:
    """Whether no side is named shortly before a person, and the title is one of office."""
    sentences = background.document.sentences
    sentence = sentences[mention.sentence]
    earlier = sentences[max(0, mention.sentence - 1)]
    same = earlier.paragraph == sentence.paragraph
    start = (earlier if same else sentence).start
    before = within(background.mentions, start, mention.from_title)
    official = any(o.kind in _OFFICIAL and o.kind != "leader" for o in mention.offices)
    told = [m for m in before if m.how in TELLING]
    joined = (
        background.document.text[max(0, mention.from_title - 5) : mention.from_title] == " and "
    )
    taken = set() if joined else titles_of_others(mention, clusters)
    return official and all(m.how == "place" or m.start in taken for m in told)


def _without(cluster: Cluster, background: Background) -> frozenset[str]:
    """Sides that have no office of that name."""
    words = {word for o in cluster.offices for word in o.role.lower().split()}
    words |= {o.role.lower() for o in cluster.offices}
    lacks = background.tables.titles.lacks
    return frozenset(side for side, terms in lacks.items() if words & terms)
