"""Speaking: who says each sentence, by name, by office, by label, or over a quotation that runs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.extract.scenes.actors import as_actor
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.voices import REPORTER, Voice, resolve, voice_of
from briefing.extract.text.clauses import subject
from briefing.extract.text.forms import JOINT, LABEL, READOUT, STATEMENT, TRANSCRIPT, form_of
from briefing.model import PersonFound

_QUOTE_OPEN = re.compile(r"^[\s—–-]*[\"“‘«]")
_MARKS = re.compile(r"[\"“”]")
_MET = re.compile(
    r"\bI\s+(?:[\w,]+\s+){0,6}?(?:met|welcomed?|hosted|meet|spoke)\b|\bmeeting with\b"
)
_ASKS = re.compile(
    r"\b(?:JOURNALIST|REPORTER|QUESTION|PRESS|MODERATOR|COMPERE|INTERVIEWER)\b", re.I
)
NEAR = 90


def sentence_voices(stage: Stage) -> tuple[Voice, ...]:
    """Return the voice of each sentence.

    A quotation without a speaker takes that of its neighbour; in a transcript, the label before
    the words tells who speaks; in a text of a government, what nobody says is its own word.
    """
    document = stage.document
    form = form_of(document)
    if form == TRANSCRIPT:
        return tuple(_labelled(stage))
    default = _author(form, stage)
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
        voices.append(voice or default)
        open_quote = _left_open(quote, open_quote=open_quote)
        paragraph = sentence.paragraph
    return tuple(voices)


def _author(form: str, stage: Stage) -> Voice:
    """Return who speaks where nobody is named: the reporter, or the governments that write."""
    if form == JOINT:
        return Voice(stage.parties, "named", "joint statement")
    if form == STATEMENT:
        return Voice(_writer(stage), "named", "statement")
    return Voice((), "named", "readout") if form == READOUT else REPORTER


def _writer(stage: Stage) -> tuple[str, ...]:
    """`Today I met with the President of X`: the other side of the meeting writes."""
    met = _MET.search(stage.document.text)
    if met is None or len(stage.parties) != 2:
        return ()
    guest = next((m.side for m in stage.between(met.end(), met.end() + 80)), None)
    return tuple(side for side in stage.parties if side != guest) if guest in stage.parties else ()


def _labelled(stage: Stage) -> Iterator[Voice]:
    voice = REPORTER
    known = {person.name.lower().split()[-1]: person for person in reversed(stage.people)}
    first = next((m.side for m in stage.mentions if m.side in stage.sides), "")
    for index in range(len(stage.document.sentences)):
        label = LABEL.match(stage.document.quote(index))
        if label is not None:
            voice = _labelled_by(label, stage, known, first)
        yield voice


def _labelled_by(
    label: re.Match[str], stage: Stage, known: dict[str, PersonFound], first: str
) -> Voice:
    """Return whose words follow a label.

    Args:
        label: the match.
        stage: the text.
        known: the first person of each last word of a name, in small letters.
        first: the side of the meeting that is named first, or "".
    """
    who = (label.group("who") or "").strip()
    words = who.lower().split()
    if not words or _ASKS.search(who):
        return REPORTER
    surname = words[-1].strip(".")
    person = known.get(surname)
    if person is not None:
        return voice_of(as_actor(person, person.name))
    named = [side for side in stage.parties if side.lower() in who.lower()]
    if named:
        return Voice((named[0],), "named", who.title())
    bearers = [p for p in stage.people if p.kind == "leader" and who.title() in p.roles]
    if len(bearers) == 1:
        return voice_of(as_actor(bearers[0], bearers[0].name))
    if set(words) & stage.tables.ask_cues.sources:
        return Voice((first,) if first else (), "unnamed_official", who.title())
    return Voice((), "named", who.title())


def _own_voice(index: int, stage: Stage) -> Voice | None:
    parse = stage.document.parse(index)
    found = list(_parsed_speakers(parse, index, stage) if parse is not None else ())
    if not found:
        found = list(_plain_speakers(index, stage))
    persons = [voice for voice in found if voice.name and voice.name in stage.names]
    return (persons or found)[-1] if found else None


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
