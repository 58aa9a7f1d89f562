"""Actors: who a noun phrase stands for: governments, those at home, analysts, officials."""

from __future__ import annotations

import re
from typing import Any

from briefing.extract.scenes.scene import GOVERNMENT, NOBODY, Actor, Stage
from briefing.extract.text.clauses import phrase_of
from briefing.extract.text.named_places import named_between
from briefing.extract.text.sides import ACTING, SideMention
from briefing.model import PersonFound

PERSONAL = frozenset({"he", "she", "him", "her", "his"})
FIRST = frozenset({"we", "i", "us", "our", "my"})
THIRD = frozenset({"it", "they", "its", "their", "them"})
# `the two Cold War allies`, `both nations`: the sides together.
_BOTH = re.compile(
    r"(?:(?:the|our|their|these)\s+)?(?:two|both)\s+(?:[\w'’-]+\s+){0,3}(?:allies|leaders|countries|sides"
    r"|nations|governments|presidents|ministers|men|women|neighbou?rs|powers|economies|states"
    r"|partners|parties|capitals|delegations|rivals)\b",
    re.IGNORECASE,
)
# `People familiar with the talks`: unnamed, but no voters.
_INFORMED = re.compile(
    r"\s+(?:who (?:were|was|are|is) )?(?:familiar|briefed|close|involved|with (?:direct )?knowledge)\b"
)
BACK = 300
_THE_TWO = ("the two", "both", "both of them")
_HOST_AND_GUEST = re.compile(r"(?:the\s+)?hosts?\s+and\s+guests?\b", re.IGNORECASE)
# `Kyiv's allies`: whoever they are, not Kyiv.
_OTHERS = frozenset([
    "ally", "allies", "partner", "partners", "backer", "backers", "supporter", "supporters", "neighbour",
    "neighbours", "neighbor", "neighbors", "rival", "rivals", "foe", "foes", "adversary", "adversaries",
    "donors", "creditors", "lenders",
])  # fmt: skip
_BELONGS = frozenset(
    [
        "member",
        "members",
        "deputy",
        "deputies",
        "speaker",
        "chair",
        "chairman",
        "head",
        "leader",
        "part",
    ]
)
_OF_HOME = re.compile(r"\s+of\s+(?:\w+['’]s?\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,3}?([a-z]+)\b")
_AND = re.compile(r"\s*(?:and|&|,|-|–|/)\s*(?:the\s+)?")


def is_first(token: Any) -> bool:
    """Whether a token is `we`, `us` or the like; `US` is a country."""
    return token.lower_ in FIRST and token.text != "US"


def is_pronoun(token: Any) -> bool:
    """Whether a token stands for somebody named elsewhere."""
    return is_first(token) or token.lower_ in PERSONAL | THIRD


def actor_of(token: Any, index: int, stage: Stage) -> Actor:
    """Return who the noun phrase around a token of sentence `index` stands for."""
    offset = stage.document.offset(index)
    if is_pronoun(token) and token.pos_ in ("PRON", "DET"):
        return NOBODY  # see voices.py and askers.py: pronouns need the sentences around
    low, high = phrase_of(token)
    actor = actor_between(offset + low, offset + high, offset + token.idx, stage, token.lower_)
    for other in token.conjuncts:
        if other.i > token.i and other.idx - token.idx < 80:
            low, high = phrase_of(other)
            joined = actor_between(
                offset + low, offset + high, offset + other.idx, stage, other.lower_
            )
            actor = _joined(actor, joined)
    return actor


def actor_between(  # noqa: PLR0911, PLR0917 -- one line for each kind of actor
    start: int, end: int, head: int, stage: Stage, word: str
) -> Actor:
    """Return who the words of the text from `start` to `end` stand for; `head` is their noun."""
    words = stage.document.text[start:end]
    person = stage.person_at(head, head + len(word))
    if person is not None:
        return as_actor(person, words)
    together = _together(start, end, head, stage)
    if together:
        return Actor(together, "government", words=words)
    mentions = [m for m in stage.between(start, end) if m.how != "place"]
    if word in _OTHERS and mentions and mentions[0].start < head:
        return Actor(words=words)
    sides = _sides(mentions, head, stage)
    if word in stage.tables.ask_cues.analysts:
        return Actor(sides, "analyst", words=words)
    region = _subnational(mentions, head)
    if region or _people(mentions, head, stage.document.text):
        return Actor((region,) if region else sides, "home", words=words)
    if word in _BELONGS and _of_those_at_home(head + len(word), end, stage):
        return Actor(sides, "home", words=words)
    return _of_noun(word, head, mentions, Actor(sides, words=words), stage)


def _of_noun(  # noqa: PLR0917 -- what `actor_between` found so far
    word: str, head: int, mentions: list[SideMention], actor: Actor, stage: Stage
) -> Actor:
    """Tell by the noun itself whether a government, its officials or those at home act."""
    cues, sides = stage.tables.ask_cues, actor.sides
    informed = word == "people" and _INFORMED.match(stage.document.text, head + len(word))
    at_head = [m for m in mentions if m.start <= head < m.end]
    governs = any(_governs(m) for m in at_head)
    # The last word of `the European Union` is no trade union.
    union = governs and any(m.how in ("name", "body") for m in at_head)
    if (word in cues.home and not informed and not union) or (at_head and not governs):
        return Actor(sides, "home", words=actor.words)
    if sides:
        unnamed = informed or word in cues.sources - cues.institutions
        kind = "official" if unnamed else "government"
        return Actor(sides, kind, words=actor.words)
    if word in cues.institutions:
        return Actor((), "institution", words=actor.words)
    return Actor((), "official" if informed or word in cues.sources else "", words=actor.words)


def _of_those_at_home(start: int, end: int, stage: Stage) -> bool:
    """`A member of Peru's parliament`: what follows `of` is no government."""
    of = _OF_HOME.match(stage.document.text, start, end)
    return of is not None and of.group(1) in stage.tables.ask_cues.home


def _together(start: int, end: int, head: int, stage: Stage) -> tuple[str, ...]:
    """The sides of `the two nuclear powers`, of `the two` where two meet, of `the premier` by office."""
    words = stage.document.text[start:end]
    alone = words.lower() in _THE_TWO and len(stage.parties) == 2
    if alone and words.lower().startswith("both"):
        alone = _both_before(start, stage)
    alone = alone or _HOST_AND_GUEST.match(stage.document.text, start) is not None
    if alone or stage.tables.ask_cues.both.match(words) or _BOTH.match(words):
        return stage.parties
    return tuple(
        m.side for m in stage.between(start, end) if m.how == "leader" and m.start <= head < m.end
    )


def _both_before(start: int, stage: Stage) -> bool:
    """Whether `both` are the two governments: both are named just before it, and nobody from home is."""
    persons = named_between(stage.named, max(0, start - BACK), start)
    if any(person.kind not in ACTING for person in persons):
        return False
    return set(stage.parties) <= {m.side for m in stage.between(start - BACK, start)}


def as_actor(person: PersonFound, words: str) -> Actor:
    """Return who a person stands for by their kind."""
    if person.kind in ACTING and person.side:
        return Actor((person.side,), "government", person, words)
    side = (person.side,) if person.side else ()
    if person.kind == "foreign_leader":
        return Actor(side, "government", person, words)
    kind = "analyst" if person.kind in ("expert", "other", "family") else "home"
    return Actor(side, kind, person, words)


def _sides(mentions: list[SideMention], head: int, stage: Stage) -> tuple[str, ...]:
    at_head = [m.side for m in mentions if m.start <= head < m.end]
    if at_head:
        return (at_head[0],)
    before = [m for m in mentions if m.start <= head and _governs(m)]
    after = [m for m in mentions if m.start > head and _governs(m)]
    if len(before) > 1 and _AND.fullmatch(stage.document.text[before[-2].end : before[-1].start]):
        return tuple(dict.fromkeys(m.side for m in before[-2:]))
    chosen = before[-1:] or after[:1]
    if (
        not before
        and len(after) > 1
        and _AND.fullmatch(stage.document.text[after[0].end : after[1].start])
    ):
        chosen = after[:2]  # `the leaders of Kenya and Egypt`
    return tuple(dict.fromkeys(m.side for m in chosen))


def _subnational(mentions: list[SideMention], head: int) -> str:
    """Return the country of a province or state that acts: `the Bavarian government`; else ""."""
    before = [m for m in mentions if m.start <= head]
    return before[-1].side if before and before[-1].how == "region" else ""


def _people(mentions: list[SideMention], head: int, text: str) -> bool:
    """`Canadians want`: the people; `the Russians want`: their government."""
    return any(
        m.how == "demonym"
        and m.start <= head < m.end
        and text[m.end - 1] == "s"
        and text[max(0, m.start - 4) : m.start].lower() != "the "
        for m in mentions
    )


def _governs(mention: SideMention) -> bool:
    if mention.how == "body":
        return mention.side == "European Union"
    return mention.how in GOVERNMENT


def _joined(one: Actor, two: Actor) -> Actor:
    if two.kind != "government" or one.kind != "government":
        return one
    sides = tuple(dict.fromkeys((*one.sides, *two.sides)))
    return Actor(sides, "government", one.person or two.person, one.words)
