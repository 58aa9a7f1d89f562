"""Askers: the side whose wish a trigger tells, and the side it is told to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from briefing.extract.scenes.actors import PERSONAL, THIRD, actor_between, is_first
from briefing.extract.scenes.addressees import find_addressee
from briefing.extract.scenes.owners import find_goer, find_imposer, find_owner
from briefing.extract.scenes.scene import NOBODY, Actor, Stage
from briefing.extract.scenes.triggers import Trigger
from briefing.extract.scenes.voices import Voice, resolve, speaker_above
from briefing.extract.tables.inflection import IRREGULAR
from briefing.extract.text.clauses import (
    OBJECT_CONTROL,
    agent,
    ancestors,
    is_finite,
    is_negated,
    is_passive,
    subject,
)

_PERSPECTIVE = re.compile(r"['’]s?\s+(?:perspective|point of view|standpoint|viewpoint)\b")
_MARKS = re.compile(r"[\"“”]")
_QUOTED = re.compile(r"[\"”],?\s+(?:and\s+|while\s+)?(?:also\s+)?$")
LIGHT = frozenset([
    "make", "have", "renew", "repeat", "present", "put", "issue", "voice", "give", "express",
    "signal", "show", "submit", "reiterate", "send", "lay", "drop", "raise", "bring", "table",
    "keep", "step", "launch", "lead", "mount", "maintain", "extend",
])  # fmt: skip
_OURS = frozenset([
    "government", "country", "countries", "governments", "team", "position", "side", "goal",
    "policy", "message", "effort", "focus", "objective", "nation", "nations", "aim", "priority",
    "intention", "administration",
])  # fmt: skip


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
        joint: whether both sides ask together. shared: whether both are to do it together.
    """

    sides: tuple[str, ...]
    of: str | None
    how: str
    voice: Voice
    sure: bool = True
    home: bool = False
    person: str | None = None
    shared: bool = False

    @property
    def joint(self) -> bool:
        """Whether several sides ask together."""
        return len(self.sides) > 1


def find_asker(trigger: Trigger, stage: Stage, voice: Voice) -> Asker | None:
    """Return who asks whom by a trigger, or None where no government can be told.

    Args:
        trigger: the words that tell of the ask.
        stage: the text around them.
        voice: the voice of the whole sentence.
    """
    speaking = _speaking(trigger, stage, voice)
    how = trigger.frame.asker
    if speaking.home and not _told_apart(trigger, stage, voice):
        return Asker(speaking.sides, None, how, speaking, home=True, person=speaking.name)
    if how == "speaker":
        return _said(trigger, stage, speaking)
    if how == "both":
        return Asker(stage.parties, None, "both", speaking) if len(stage.parties) > 1 else None
    return None if is_told_to_another(trigger) else _acting(trigger, stage, speaking)


def _acting(trigger: Trigger, stage: Stage, speaking: Voice) -> Asker | None:
    actor, how = _perspective(trigger, stage), "owner"
    if not actor.sides:
        actor, how = _actor(trigger, stage, speaking)
    if actor.kind == "home":
        return Asker(actor.sides, None, how, speaking, home=True, person=actor.words)
    if actor.kind == "analyst" or not actor.sides:
        return None
    of = find_addressee(trigger, stage, actor.sides)
    name = actor.person.name if actor.person else None
    return Asker(actor.sides, of, how, speaking, actor.sure, person=name)


def is_told_to_another(trigger: Trigger) -> bool:
    """Whether another asks for this: in "urged Japan to protect", the protecting is no red line."""
    token = trigger.token
    if token is None or trigger.frame.asker not in ("subject", "owner"):
        return False
    for verb, child in ancestors(token):
        if child.dep_ in ("ccomp", "xcomp") and verb.lemma_.lower() in OBJECT_CONTROL:
            doer = subject(token)
            if doer is not None and doer.i > verb.i and not (is_finite(child) or is_finite(token)):
                return True
    return False


def is_undergone(trigger: Trigger) -> bool:
    """Whether someone unnamed asks: `was asked about it`, `when pressed`."""
    token, frame = trigger.token, trigger.frame
    if token is None or frame.asker != "subject" or frame.kind != "ask" or _raising(trigger):
        return False
    return is_passive(token) and agent(token) is None


def _speaking(trigger: Trigger, stage: Stage, voice: Voice) -> Voice:
    if trigger.token is None:
        return voice
    return speaker_above(trigger.token, trigger.sentence, stage) or voice


def _told_apart(trigger: Trigger, stage: Stage, voice: Voice) -> bool:
    """Whether a government does it in a clause that those at home, who speak elsewhere, do not say."""
    if trigger.token is None or trigger.frame.asker != "subject":
        return False
    if speaker_above(trigger.token, trigger.sentence, stage) is not None or _MARKS.search(
        stage.document.quote(trigger.sentence)
    ):
        return False
    doer = subject(trigger.token)
    if doer is None or doer.lower_ in PERSONAL | THIRD or is_first(doer):
        return False
    return _subject_actor(trigger, stage, voice).kind == "government"


def _after_quotation(trigger: Trigger, stage: Stage) -> bool:
    """`“They can fix it,” she said, urging ...`: a participle after a quotation is the speaker's."""
    sentence = stage.document.sentences[trigger.sentence]
    before = stage.document.text[sentence.start : trigger.start]
    participle = trigger.token is not None and trigger.token.tag_ == "VBG"
    return participle and _QUOTED.search(before) is not None


def _said(trigger: Trigger, stage: Stage, voice: Voice) -> Asker | None:
    """A speaker says that another must act: the speaker's side asks."""
    acting = _subject_actor(trigger, stage, voice)
    if not voice.sides or voice.attribution in ("analyst", "reporter"):
        return None
    if len(voice.sides) > 1:
        return Asker(voice.sides, None, "speaker", voice)
    side = voice.sides[0]
    if side in acting.sides and len(acting.sides) == 1:
        return None
    of = next((one for one in acting.sides if one != side), None)
    of = of or find_addressee(trigger, stage, (side,))
    return Asker((side,), of, "speaker", voice, shared=side in acting.sides)


def _actor(trigger: Trigger, stage: Stage, voice: Voice) -> tuple[Actor, str]:
    if trigger.frame.asker == "owner":
        actor = find_owner(trigger, stage, _first_person(voice, stage))
        if actor.sides or actor.kind:
            return actor, "owner"
        if trigger.token is None or not _carried(trigger.token):
            return NOBODY, "owner"
    elif trigger.token is not None and is_passive(trigger.token) and not _raising(trigger):
        return _of_passive(trigger, stage)
    actor = _subject_actor(trigger, stage, voice)
    if actor.sides or actor.kind:
        return actor, "subject"
    if trigger.token is not None and _blank_subject(trigger.token):
        return NOBODY, "subject"
    return _nearest(trigger, stage), "nearest"


def _of_passive(trigger: Trigger, stage: Stage) -> tuple[Actor, str]:
    """`Urged by Japan`; in `Japan will not be bullied`, it is the subject who refuses.

    `Chile's tariffs will be cut` by Chile.
    """
    by = agent(trigger.token)
    if by is not None:
        return resolve(by, trigger.sentence, stage), "agent"
    if trigger.frame.kind == "red_line" and is_negated(trigger.token):
        found = subject(trigger.token)
        actor = NOBODY if found is None else resolve(found, trigger.sentence, stage)
        return (actor, "subject") if actor.kind == "government" else (NOBODY, "agent")
    if trigger.frame.kind == "offer":
        found = subject(trigger.token)
        if found is not None and found.lower_ in stage.tables.ask_cues.measures:
            return find_imposer(found, trigger.sentence, stage), "owner"
    return NOBODY, "agent"


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
    if found is None or (voice.sides and _after_quotation(trigger, stage)):
        return NOBODY if found is None else _first_person(voice, stage)
    before = trigger.token.nbor(-1) if trigger.token.i > 0 else found
    if before.lower_ in stage.tables.ask_cues.home and before.tag_ == "NNS":
        return Actor((), "home", words=before.text)  # the parser joins "and voters want" wrongly
    if found.lower_ in PERSONAL | THIRD and (above := _speaker_itself(trigger, stage)):
        return above
    ours = found.lower_ in _OURS and any(c.lower_ == "our" for c in found.children)
    if is_first(found) or ours:
        return _first_of(found, trigger, stage, voice)
    actor = resolve(found, trigger.sentence, stage)
    return actor if actor.sides or actor.kind else find_goer(found, trigger, stage)


def _first_of(found: Any, trigger: Trigger, stage: Stage, voice: Voice) -> Actor:
    if found.lower_ == "we" and len(stage.parties) > 1 and trigger.frame.id.startswith("agree"):
        return Actor(stage.parties, "government", words="we")
    quote = stage.document.quote(trigger.sentence)
    joint = found.lower_ not in ("i", "my") and not re.search(r"[\"“”]", quote)
    return _first_person(voice, stage, joint=joint)


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
    if joint and voice.attribution == "reporter" and len(stage.parties) > 1:
        return Actor(stage.parties, "government", words="we")
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
