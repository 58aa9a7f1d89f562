"""Voices: for whom a speaker speaks, and whom a word in a sentence stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from briefing.extract.scenes.actors import PERSONAL, THIRD, actor_of, as_actor
from briefing.extract.scenes.scene import NOBODY, Actor, Stage
from briefing.extract.text.bearers import Bearers
from briefing.extract.text.clauses import SUBJECTS, ancestors, own_subject, subject
from briefing.model import PersonFound

_OFFICE_AFTER = re.compile(
    r"(?:['’]s?)?(?:\s+[\w-]+){0,3}\s+(?:officials?|sources?|aides?|diplomats?|spokes\w+|ministry)\b"
)
# `Peruvian media reported`: what the press says is the press's word.
_MEDIA = re.compile(
    r"\b(?:media|(?:news )?agency|newspapers?|daily|broadcaster|television|radio|tabloid|magazine|press)$",
    re.IGNORECASE,
)
OFFICES = frozenset(
    ["president", "minister", "secretary", "chancellor", "premier", "ambassador", "commissioner"]
)
SPEAKS_FOR = frozenset([
    "speak", "represent", "lead", "head", "chair", "run", "lobby", "president", "chairman",
    "chairwoman", "chief", "director", "spokesman", "spokeswoman", "spokesperson", "chairperson",
])  # fmt: skip
SPOKEN = ("ccomp", "xcomp", "parataxis", "dobj", "advcl", "dep", "oprd")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks.

    Attributes:
        sides: the governments spoken for; empty where the speaker speaks for none.
        attribution: named, unnamed_official, analyst or reporter.
        name: as shown: a person's name, or the words of the text.
        home: whether it is one who presses the own government: opposition, business ...
    """

    sides: tuple[str, ...] = ()
    attribution: str = "reporter"
    name: str | None = None
    home: bool = False


REPORTER = Voice()


def voice_of(actor: Actor) -> Voice:
    """Return the voice of an actor that speaks."""
    if actor.person is not None:
        attribution = "analyst" if actor.kind == "analyst" else "named"
        sides = () if actor.kind == "analyst" else actor.sides
        # A premier who says "we" states the position of the country; see the guidelines.
        home = actor.kind == "home" and actor.person.kind != "premier"
        return Voice(sides, attribution, actor.person.name, home)
    if _MEDIA.search(" ".join(actor.words.split())):
        return REPORTER
    attribution = {"analyst": "analyst", "official": "unnamed_official"}.get(actor.kind, "named")
    sides = () if actor.kind == "analyst" else actor.sides
    name = " ".join(actor.words.split()) or None
    return Voice(sides, attribution, name, actor.kind == "home")


def speaker_above(token: Any, index: int, stage: Stage) -> Voice | None:
    """Return the voice of the nearest verb of saying that governs a token, or None."""
    for verb, child in ancestors(token):
        if child.dep_ in SPOKEN and _says(verb, stage):
            actor = resolve(subject(verb), index, stage)
            if actor.kind or actor.sides:
                return voice_of(actor)
    return None


def _says(verb: Any, stage: Stage) -> bool:
    """A verb of saying, or `make clear`."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.lower_ in stage.tables.speech.verbs:
        return True
    return verb.lemma_ == "make" and any(child.lower_ == "clear" for child in verb.subtree)


def resolve(  # noqa: PLR0911 -- one line for each kind of word
    token: Any | None, index: int, stage: Stage
) -> Actor:
    """Return who a token stands for; `he` is the person named last, `it` the side named last."""
    if token is None:
        return NOBODY
    place = stage.document.offset(index) + token.idx
    if token.lower_ in PERSONAL:
        if leader := _leader_before(place, index, stage):
            return leader
        person = stage.last_person(place)
        return NOBODY if person is None else as_actor(person, person.name)
    if token.lower_ in THIRD:
        return _of_subject_before(token, place, index, stage) or _of_third(
            token.lower_, place, stage
        )
    actor = _of_trade(token, actor_of(token, index, stage), stage)
    if not actor.sides and actor.person is None and token.lower_ in OFFICES:
        bearer = _bearer(token, place, stage)
        return actor if bearer is None else as_actor(bearer, bearer.name)
    if actor.sides or actor.kind not in ("official", "institution"):
        return actor
    if not actor.words.lower().startswith(("the ", "a ", "one ", "its ", "his ", "her ")):
        return actor
    return _of_office(actor, place, stage)


def _of_trade(token: Any, actor: Actor, stage: Stage) -> Actor:
    """Return one who speaks for a trade as one who presses at home; any other as it is."""
    if actor.kind not in ("", "analyst") or not _speaks_for_trade(token, stage):
        return actor
    name = actor.person.name if actor.person else actor.words.split(",")[0]
    return Actor(actor.sides, "home", actor.person, " ".join(name.split()))


def _speaks_for_trade(token: Any, stage: Stage) -> bool:
    """Whether a name is followed by `who speaks for carmakers`, `head of the growers' union`."""
    for child in token.children:
        if child.dep_ not in ("relcl", "appos") or child.i < token.i:
            continue
        lead = child.lemma_.lower() in SPEAKS_FOR or any(
            one.lemma_.lower() in SPEAKS_FOR for one in child.children
        )
        words = " ".join(one.text for one in child.subtree)
        if lead and stage.tables.ask_cues.lobbies.search(words):
            return True
    return False


def _bearer(token: Any, place: int, stage: Stage) -> PersonFound | None:
    """`The vice president`: the person named last before it whose office has these words."""
    told = (c.lower_ for c in token.children if c.dep_ in ("compound", "amod"))
    office = frozenset((token.lower_, *told))
    if office not in stage.bearers:
        stage.bearers[office] = Bearers(office, stage.people)
    return stage.bearers[office].before(place)


def _leader_before(place: int, index: int, stage: Stage) -> Actor | None:
    """`The president ... he`: an office that stands first in the same sentence."""
    start = stage.document.sentences[index].start
    near = [m for m in stage.between(start, place) if m.how in ("person", "leader")]
    if near and near[0].how == "leader":
        return Actor(
            (near[0].side,), "government", words=stage.document.text[near[0].start : near[0].end]
        )
    return None


def _of_subject_before(token: Any, place: int, index: int, stage: Stage) -> Actor | None:
    """`It refuses ...`, first in its sentence: the government the sentence before is about."""
    sentence = stage.document.sentences[index]
    if token.dep_ not in SUBJECTS or index == 0 or stage.between(sentence.start, place):
        return None
    actor = _about(index - 1, stage)
    if actor.kind != "government" or (token.lower_ == "it" and len(actor.sides) != 1):
        return None
    person = actor.person is not None and token.lower_ != "they"
    return None if person else Actor(actor.sides, "government", words=actor.words)


def _about(index: int, stage: Stage) -> Actor:
    """Return who a sentence is about; one that begins with `it` is about whom the one before is.

    A run of such sentences is read from its first one on, however long it is.
    """
    first = index
    while first > 0 and first not in stage.doers and _leans(first, stage):
        first -= 1
    for place in range(first, index + 1):
        if place not in stage.doers:
            doer = _doer(place, stage)
            stage.doers[place] = NOBODY if doer is None else resolve(doer, place, stage)
    return stage.doers[index]


def _leans(index: int, stage: Stage) -> bool:
    doer = _doer(index, stage)
    return doer is not None and doer.lower_ in THIRD


def _doer(index: int, stage: Stage) -> Any | None:
    parse = stage.document.parse(index)
    root = next((one for one in parse or () if one.dep_ == "ROOT"), None)
    return None if root is None else own_subject(root)


def _of_third(word: str, place: int, stage: Stage) -> Actor:
    if word in ("they", "them", "their") and len(stage.parties) > 1:
        near = stage.between(place - 120, place)
        if len({m.side for m in near} & set(stage.parties)) > 1:
            return Actor(stage.parties, "government", words=word, sure=False)
    near = stage.between(place - 300, place)
    acting = [m for m in near if m.how in ("name", "capital", "seat", "agency", "person", "leader")]
    if not acting:
        return NOBODY
    return Actor((acting[-1].side,), "government", words=word, sure=False)


def _of_office(actor: Actor, place: int, stage: Stage) -> Actor:
    """`The official`, `the ministry`: of the side whose officials were named last before it.

    Where none were, of the side named first in the text: an article begins at home.
    """
    text = stage.document.text
    for mention in reversed(stage.between(max(0, place - 3000), place)):
        if _OFFICE_AFTER.match(text, mention.end):
            return Actor((mention.side,), actor.kind, None, actor.words, sure=False)
    first = stage.first_acting
    return Actor((first,) if first else (), actor.kind, None, actor.words, sure=False)
