"""Voices: who says a sentence, by name, by office, or over a quotation that runs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.extract.clauses import subject
from briefing.extract.scene import NOBODY, PERSONAL, THIRD, Actor, Stage, actor_of, as_actor

_QUOTE_OPEN = re.compile(r"^[\s—–-]*[\"“‘«]")
_MARKS = re.compile(r"[\"“”]")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the |a |an )?")
_OFFICE_AFTER = re.compile(
    r"(?:['’]s?)?(?:\s+[\w-]+){0,3}\s+(?:officials?|sources?|aides?|diplomats?|spokes\w+|ministry)\b"
)
NEAR = 90


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


def sentence_voices(stage: Stage) -> tuple[Voice, ...]:
    """Return the voice of each sentence; a quotation without a speaker takes that of its neighbour."""
    document = stage.document
    own = [_own_voice(index, stage) for index in range(len(document.sentences))]
    voices: list[Voice] = []
    open_quote = False
    paragraph = -1
    for index, sentence in enumerate(document.sentences):
        quote = document.quote(index)
        if sentence.paragraph != paragraph and not _QUOTE_OPEN.match(quote):
            open_quote = False
        voice = own[index]
        if voice is None and (open_quote or _QUOTE_OPEN.match(quote)):
            voice = _neighbour(index, own, voices, stage)
        voices.append(voice or REPORTER)
        open_quote = _left_open(quote, open_quote=open_quote)
        paragraph = sentence.paragraph
    return tuple(voices)


def voice_of(actor: Actor) -> Voice:
    """Return the voice of an actor that speaks."""
    if actor.person is not None:
        attribution = "analyst" if actor.kind == "analyst" else "named"
        sides = () if actor.kind == "analyst" else actor.sides
        # A premier who says "we" states the position of the country; see the guidelines.
        home = actor.kind == "home" and actor.person.kind != "premier"
        return Voice(sides, attribution, actor.person.name, home)
    attribution = {"analyst": "analyst", "official": "unnamed_official"}.get(actor.kind, "named")
    sides = () if actor.kind == "analyst" else actor.sides
    name = " ".join(actor.words.split()) or None
    return Voice(sides, attribution, name, actor.kind == "home")


def speaker_above(token: Any, index: int, stage: Stage) -> Voice | None:
    """Return the voice of the nearest verb of saying that governs a token, or None."""
    for verb in token.ancestors:
        if verb.lower_ in stage.tables.speech.verbs and verb.pos_ in ("VERB", "AUX"):
            actor = resolve(subject(verb), index, stage)
            if actor.kind or actor.sides:
                return voice_of(actor)
    return None


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
        return _of_third(token.lower_, place, stage)
    actor = actor_of(token, index, stage)
    if actor.sides or actor.kind not in ("official", "institution"):
        return actor
    if not actor.words.lower().startswith(("the ", "a ", "one ", "its ", "his ", "her ")):
        return actor
    return _of_office(actor, place, stage)


def _leader_before(place: int, index: int, stage: Stage) -> Actor | None:
    """`The president ... he`: an office that stands first in the same sentence."""
    start = stage.document.sentences[index].start
    near = [m for m in stage.between(start, place) if m.how in ("person", "leader")]
    if near and near[0].how == "leader":
        return Actor(
            (near[0].side,), "government", words=stage.document.text[near[0].start : near[0].end]
        )
    return None


def _of_third(word: str, place: int, stage: Stage) -> Actor:
    if word in ("they", "them", "their") and len(stage.sides) > 1:
        near = stage.between(place - 120, place)
        if len({m.side for m in near} & set(stage.sides)) > 1:
            return Actor(stage.sides, "government", words=word, sure=False)
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
    first = next(
        (m.side for m in stage.mentions if m.side in stage.sides and m.how != "place"), None
    )
    return Actor((first,) if first else (), actor.kind, None, actor.words, sure=False)


def _own_voice(index: int, stage: Stage) -> Voice | None:
    parse = stage.document.parse(index)
    found = list(_parsed_speakers(parse, index, stage) if parse is not None else ())
    if not found:
        found = list(_plain_speakers(index, stage))
    return found[-1] if found else None


def _parsed_speakers(parse: Any, index: int, stage: Stage) -> Iterator[Voice]:
    inside = _quoted(parse.text)
    for token in parse:
        if token.lower_ == "according":
            yield from _according(token, index, stage)
        if token.lower_ not in stage.tables.speech.verbs or token.pos_ not in ("VERB", "AUX"):
            continue
        if any(low <= token.idx < high for low, high in inside):
            continue
        actor = resolve(subject(token), index, stage)
        if actor.kind or actor.sides:
            yield voice_of(actor)


def _according(token: Any, index: int, stage: Stage) -> Iterator[Voice]:
    for preposition in token.children:
        for noun in preposition.children:
            if noun.dep_ == "pobj":
                yield voice_of(resolve(noun, index, stage))


def _quoted(text: str) -> list[tuple[int, int]]:
    places = [match.start() for match in _MARKS.finditer(text)]
    if len(places) % 2:
        places.append(len(text))
    return list(zip(places[::2], places[1::2], strict=True))


def _plain_speakers(index: int, stage: Stage) -> Iterator[Voice]:
    """Without a parse: a person or an office just beside a verb of saying."""
    text, sentence = stage.document.text, stage.document.sentences[index]
    for word in re.finditer(r"\b\w+\b", text[sentence.start : sentence.end]):
        if word.group() not in stage.tables.speech.verbs:
            continue
        place = sentence.start + word.start()
        person = stage.person_at(max(sentence.start, place - NEAR), min(sentence.end, place + 40))
        if person is not None:
            yield voice_of(as_actor(person, person.name))
            continue
        before = text[max(sentence.start, place - NEAR) : place].lower().split()
        near = [
            m for m in stage.between(max(sentence.start, place - NEAR), place) if m.how != "place"
        ]
        sides = (near[-1].side,) if near else ()
        if before and before[-1].strip(",") in stage.tables.ask_cues.sources:
            yield Voice(sides, "unnamed_official", before[-1])
        elif near and place - near[-1].end < 3:
            yield Voice(sides, "named", near[-1].side)


def _left_open(quote: str, *, open_quote: bool) -> bool:
    for mark in _MARKS.findall(quote):
        open_quote = {"“": True, "”": False}.get(mark, not open_quote)
    return open_quote


def _neighbour(
    index: int, own: list[Voice | None], voices: list[Voice], stage: Stage
) -> Voice | None:
    sentences = stage.document.sentences
    after = own[index + 1] if index + 1 < len(own) else None
    if after is not None and sentences[index + 1].paragraph == sentences[index].paragraph:
        return after
    if voices and voices[-1].attribution != "reporter":
        return voices[-1]
    return None
