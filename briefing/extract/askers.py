"""Askers: the side whose wish a trigger tells, and the side it is told to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.extract.clauses import (
    OBJECT_CONTROL,
    agent,
    ancestors,
    is_passive,
    objects,
    span_of,
    subject,
)
from briefing.extract.inflection import IRREGULAR
from briefing.extract.scene import (
    FIRST,
    NOBODY,
    PERSONAL,
    THIRD,
    Actor,
    Stage,
    actor_between,
    actor_of,
)
from briefing.extract.triggers import Trigger
from briefing.extract.voices import Voice, resolve, speaker_above

# What may stand between an owner and what is owned: "Ottawa's long-standing", "Canadian".
_OWNS = re.compile(
    r"(?:['’]s?)?(?:\s+(?!(?:the|an?|this|that|to|of|in|for|with|at|on|by|from|as|and|over|is|has)\b)"
    r"[\w-]+(?:['’]s)?){0,4}\s+"
)
_PERSPECTIVE = re.compile(r"['’]s?\s+(?:perspective|point of view|standpoint|viewpoint)\b")
_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?$")
LIGHT = frozenset(
    "make have renew repeat present put issue voice give express signal show submit reiterate "
    "send lay drop raise bring table keep step launch lead mount maintain extend".split()
)
OWNER_REACH = 45
_OURS = frozenset(
    "government country countries governments team position side goal policy message effort focus "
    "objective nation nations aim priority intention administration".split()
)
_REFLEXIVE = ("itself", "himself", "herself", "themselves")
TOWARDS = ("to", "on", "upon", "with", "from", "for", "of", "against", "by")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks whom.

    Attributes:
        sides: the governments that ask; several where they ask together.
        of: the government asked, where the words tell it.
        how: `subject`, `owner`, `agent`, `speaker`, `both`, `nearest` (by place alone).
        voice: who says so.
        sure: False where a pronoun or mere nearness decided.
        home: True where those who ask are no government.
        joint: whether both sides do it together.
    """

    sides: tuple[str, ...]
    of: str | None
    how: str
    voice: Voice
    sure: bool = True
    home: bool = False
    person: str | None = None

    @property
    def joint(self) -> bool:
        """Whether several sides ask together."""
        return len(self.sides) > 1


def find_asker(trigger: Trigger, stage: Stage, voice: Voice) -> Asker | None:
    """Return who asks whom by a trigger, or None where no government can be told.

    Args:
        voice: the voice of the whole sentence.
    """
    speaking = _speaking(trigger, stage, voice)
    how = trigger.frame.asker
    if speaking.home:
        return Asker(speaking.sides, None, how, speaking, home=True, person=speaking.name)
    if how == "speaker":
        return _said(trigger, stage, speaking)
    if how == "both":
        return _both(stage, speaking)
    if trigger.token is not None and _told_to(trigger.token):
        return None
    actor, how = _perspective(trigger, stage), how
    if not actor.sides:
        actor, how = _actor(trigger, stage, speaking, how)
    if actor.kind == "home":
        return Asker(actor.sides, None, how, speaking, home=True, person=actor.words)
    if actor.kind == "analyst":
        return None
    if not actor.sides:
        return None
    of = _addressee(trigger, stage, actor.sides)
    name = actor.person.name if actor.person else None
    return Asker(actor.sides, of, how, speaking, actor.sure, person=name)


def _told_to(token: Any) -> bool:
    """Whether another asks for this: in "urged Japan to protect", the protecting is no red line."""
    for verb, child in ancestors(token):
        if child.dep_ in ("ccomp", "xcomp") and verb.lemma_.lower() in OBJECT_CONTROL:
            doer = subject(token)
            if doer is not None and doer.i > verb.i:
                return True
    return False


def _speaking(trigger: Trigger, stage: Stage, voice: Voice) -> Voice:
    if trigger.token is None:
        return voice
    return speaker_above(trigger.token, trigger.sentence, stage) or voice


def _both(stage: Stage, voice: Voice) -> Asker | None:
    return Asker(stage.sides, None, "both", voice) if len(stage.sides) > 1 else None


def _said(trigger: Trigger, stage: Stage, voice: Voice) -> Asker | None:
    """A speaker says that another must act: the speaker's side asks."""
    acting = _subject_actor(trigger, stage, voice)
    if not voice.sides or voice.attribution in ("analyst", "reporter"):
        return None
    side = voice.sides[0]
    if side in acting.sides and len(acting.sides) == 1:
        return None
    of = next((one for one in acting.sides if one != side), None)
    return Asker((side,), of or _addressee(trigger, stage, (side,)), "speaker", voice)


def _actor(trigger: Trigger, stage: Stage, voice: Voice, how: str) -> tuple[Actor, str]:
    if how == "owner":
        actor = _owner(trigger, stage, voice)
        if actor.sides or actor.kind:
            return actor, "owner"
        if trigger.token is None or not _carried(trigger.token):
            return NOBODY, "owner"
    elif trigger.token is not None and is_passive(trigger.token) and not _raising(trigger):
        by = agent(trigger.token)
        return (resolve(by, trigger.sentence, stage), "agent") if by is not None else (NOBODY, "agent")
    actor = _subject_actor(trigger, stage, voice)
    if actor.sides or actor.kind:
        return actor, "subject"
    if trigger.token is not None and _blank_subject(trigger.token):
        return NOBODY, "subject"
    return _nearest(trigger, stage), "nearest"


def _perspective(trigger: Trigger, stage: Stage) -> Actor:
    """`From Ottawa's perspective` names whose wish it is."""
    sentence = stage.document.sentences[trigger.sentence]
    for mention in stage.between(sentence.start, sentence.end):
        if _PERSPECTIVE.match(stage.document.text, mention.end):
            return Actor((mention.side,), "government")
    return NOBODY


def _carried(token: Any) -> bool:
    """Whether a noun is the object of a verb that only carries it: "made a demand"."""
    return token.dep_ in ("dobj", "attr", "oprd") and token.head.lemma_.lower() in LIGHT


def _raising(trigger: Trigger) -> bool:
    """`Is expected to press`: passive in form, but its subject is the one that presses."""
    return trigger.words.split()[0].lower() in IRREGULAR["be"]


def _blank_subject(token: Any) -> bool:
    found = subject(token)
    return found is not None and found.ent_type_ != "GPE"


def _subject_actor(trigger: Trigger, stage: Stage, voice: Voice) -> Actor:
    if trigger.token is None:
        return _we_before(trigger, stage, voice)
    found = subject(trigger.token)
    if found is None:
        return NOBODY
    if found.lower_ in PERSONAL | THIRD and (above := _speaker_itself(trigger, stage)):
        return above
    ours = found.lower_ in _OURS and any(c.lower_ == "our" for c in found.children)
    if found.lower_ in FIRST or ours:
        quote = stage.document.quote(trigger.sentence)
        joint = found.lower_ not in ("i", "my") and not re.search(r"[\"“”]", quote)
        return _first_person(voice, stage, joint=joint)
    return resolve(found, trigger.sentence, stage)


def _speaker_itself(trigger: Trigger, stage: Stage) -> Actor | None:
    """`Ottawa said it would ...`: the pronoun below a verb of saying is the one who says it."""
    above = speaker_above(trigger.token, trigger.sentence, stage)
    if above is None or not above.sides:
        return None
    return Actor(above.sides, "home" if above.home else "government", words=above.name or "")


def _first_person(voice: Voice, stage: Stage, *, joint: bool = False) -> Actor:
    """`We`: the speaker's side, or, in a joint text without a speaker, all sides."""
    if voice.home:
        return Actor(voice.sides, "home", words=voice.name or "")
    if voice.sides:
        return Actor(voice.sides, "government", words=voice.name or "we")
    if joint and voice.attribution == "reporter" and len(stage.sides) > 1:
        return Actor(stage.sides, "government", words="we")
    return NOBODY


def _we_before(trigger: Trigger, stage: Stage, voice: Voice) -> Actor:
    sentence = stage.document.sentences[trigger.sentence]
    before = stage.document.text[max(sentence.start, trigger.start - 30) : trigger.start]
    if re.search(r"\b(?:we|our|I)\b", before):
        return _first_person(voice, stage)
    return NOBODY


def _nearest(trigger: Trigger, stage: Stage) -> Actor:
    """The last government named before the trigger in its sentence."""
    sentence = stage.document.sentences[trigger.sentence]
    before = [m for m in stage.between(sentence.start, trigger.start) if m.how != "place"]
    if not before:
        return NOBODY
    last = before[-1]
    text = stage.document.text
    word = text[last.start : last.end].lower()
    actor = actor_between(last.start, last.end, last.start, stage, word)
    return Actor(actor.sides, actor.kind, actor.person, actor.words, sure=False)


def _owner(trigger: Trigger, stage: Stage, voice: Voice) -> Actor:
    """`Ottawa's demand`, `the Canadian demand`, `a demand by Canada`."""
    sentence = stage.document.sentences[trigger.sentence]
    text = stage.document.text
    low = max(sentence.start, trigger.start - OWNER_REACH)
    before = text[low : trigger.start]
    for mention in reversed(stage.between(low, trigger.start)):
        gap = text[mention.end : trigger.start]
        if _OWNS.fullmatch(gap) and mention.how != "place":
            noun = text[mention.start : mention.end]
            return actor_between(mention.start, mention.end, mention.start, stage, noun.lower())
    if re.search(r"\b(?:our|my)\s+(?:\w+\s+){0,2}$", before):
        return _first_person(voice, stage)
    for mention in stage.between(trigger.end, min(sentence.end, trigger.end + 40)):
        if _BY.search(text[trigger.end - 8 : mention.start]) and text[mention.start - 3 : mention.start] in ("by ", "om "):
            return Actor((mention.side,), "government", words=text[mention.start : mention.end])
    if re.search(r"\b(?:his|her|its|their)\s+(?:\w+\s+){0,2}$", before) and trigger.token is not None:
        return _possessor(trigger, stage)
    return NOBODY


def _possessor(trigger: Trigger, stage: Stage) -> Actor:
    assert trigger.token is not None
    for child in trigger.token.subtree:
        if child.dep_ == "poss" and child.i <= trigger.token.i:
            return resolve(child, trigger.sentence, stage)
    return NOBODY


def _addressee(trigger: Trigger, stage: Stage, sides: tuple[str, ...]) -> str | None:
    """Return the government asked: the object, or who stands after `to`, `on`, `with`."""
    if trigger.token is not None:
        offset = stage.document.offset(trigger.sentence)
        if _asks_home(trigger, stage, sides):
            return sides[0]
        for found in objects(trigger.token):
            actor = actor_of(found, trigger.sentence, stage)
            if found.dep_ == "dobj" and actor.kind == "home":
                return actor.sides[0] if actor.sides else sides[0]
            for side in actor.sides:
                if side not in sides or (found.dep_ == "dobj" and found.lower_ not in _REFLEXIVE):
                    return side
        for low, high in _prepositional(trigger.token):
            for mention in stage.between(offset + low, offset + high):
                if mention.side not in sides and mention.how != "body":
                    return mention.side
    for mention in stage.between(trigger.start, min(trigger.end + 60, stage.document.sentences[trigger.sentence].end)):
        if mention.side not in sides and mention.how not in ("body", "party"):
            return mention.side
    return None


def _asks_home(trigger: Trigger, stage: Stage, sides: tuple[str, ...]) -> bool:
    """Whether it is told to those at home: "hopes to convince Congress"."""
    token = trigger.token
    assert token is not None
    for verb in (token, *(child for child in token.children if child.dep_ == "xcomp")):
        if verb.lemma_.lower() not in OBJECT_CONTROL:
            continue
        for found in objects(verb):
            actor = actor_of(found, trigger.sentence, stage)
            if actor.kind == "home" and set(actor.sides) <= set(sides):
                return True
    return False


def _prepositional(token: Any) -> Iterator[tuple[int, int]]:
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in TOWARDS:
            low, high = span_of(child)
            yield low, min(high, low + 60)


def conditional(token: Any) -> bool:
    """Whether a verb stands in a clause that begins with `if`, `unless`, `whether`."""
    for clause in (token, *(parent for parent, _ in ancestors(token))):
        for child in clause.children:
            if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
                return True
            if child.tag_ in ("WP", "WRB") and clause.dep_ in ("ccomp", "pcomp", "conj"):
                return True
        if clause.dep_ in ("ROOT", "relcl"):
            break
    return False
