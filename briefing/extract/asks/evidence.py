"""Evidence: what speaks for and against an ask, as the names the table of weights knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.extract.asks.askers import Asker
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.triggers import Trigger
from briefing.extract.text.clauses import conditional

_OPEN_QUESTION = re.compile(r"\b(?:what|whether|how|why)\b[^,;]{0,30}$", re.IGNORECASE)
# `would not say what Peru's goal will be`
_UNTOLD = re.compile(r"\bwhat (?:the )?(?:[\w.-]+ ){0,3}[\w.-]+['’]s\s+(?:\w+\s+)?$")
_MARKS = re.compile(r"[\"“”]")
_ENDED = re.compile(r"[.!?…:;][\"”’')\]]*$")
_POSSESSED = re.compile(r"(?:['’]s|s['’])\s+(?:\w+\s+)?$")
_AUXILIARY = (
    "would",
    "could",
    "may",
    "might",
    "will",
    "should",
    "must",
    "can",
    "has",
    "have",
    "had",
)
# `Under the deal`, `as part of the new trade agreement`
_BY_DEAL = re.compile(
    r"\b(?:[Uu]nder|[Ii]n|[Aa]s part of|[Bb]y|[Ii]n return for|[Ii]n exchange for|terms of)\s+(?:the|a|an|this|that|their)\s+"
    r"(?:[\w-]+\s+){0,4}(?:deal|agreement|pact|accord|treaty|arrangement|plan)\b"
)
_NEXT = re.compile(r"\s+([\w’']+)")
FOLLOWING = frozenset(
    [
        "to", "that", "for", "of", "the", "a", "an", "its", "his", "their", "our", "no", "not",
        "in", "on", "with", "from", "it", "any", "more", "nothing",
    ]
)  # fmt: skip
DOUBTED = frozenset(
    ["suspect", "fear", "accuse", "believe", "think", "allege", "worry", "doubt", "speculate"]
)
HEAD = 3
LONG = 40
SHORT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is to be weighed: that `side` asks `of` by the words of a trigger."""

    trigger: Trigger
    asker: Asker
    side: str
    of: str | None
    kind: str
    near: tuple[str, ...]
    labels: tuple[str, ...]


def evidence_of(claim: Claim, stage: Stage) -> frozenset[str]:
    """Return the names of all that is true of a claim; see `resources/ask_weights.csv`."""
    return frozenset(
        [
            *_of_frame(claim, stage),
            *_of_asker(claim, stage),
            *_of_sentence(claim, stage),
            *_of_countries(claim, stage),
            *_of_words(claim, stage),
        ]
    )


def supposed(claim: Claim, stage: Stage) -> bool:
    """Whether it stands in a question or a condition."""
    trigger = claim.trigger
    before = _before(trigger, stage)
    cues = stage.tables.ask_cues
    if stage.document.quote(trigger.sentence).rstrip().endswith("?"):
        return True
    if trigger.frame.asker == "owner" and _UNTOLD.search(before):
        return True
    if trigger.frame.asker == "owner" and _POSSESSED.search(before):
        return False  # in "if Peru meets Chile's demands", the demands are made
    if trigger.token is None:
        return cues.conditions.search(before[-40:]) is not None
    if trigger.frame.pos != "noun" and conditional(trigger.token):
        return True
    return trigger.frame.asker == "owner" and _OPEN_QUESTION.search(before) is not None


def is_heading(claim: Claim, stage: Stage) -> bool:
    """Whether the sentence ends without a stop, as headings and captions do."""
    return _ENDED.search(stage.document.quote(claim.trigger.sentence)) is None


def claim_words(claim: Claim, stage: Stage) -> list[str]:
    """Return the words of the claim's sentence."""
    return stage.document.quote(claim.trigger.sentence).split()


def other_named(claim: Claim, stage: Stage) -> bool:
    """Whether the sentence names another side (of the meeting, where there is one)."""
    sentence = stage.document.sentences[claim.trigger.sentence]
    here = {m.side for m in stage.between(sentence.start, sentence.end)} - {claim.side}
    return claim.asker.joint or bool(here & set(stage.parties) if stage.parties else here)


def _of_frame(claim: Claim, stage: Stage) -> Iterator[str]:
    frame = claim.trigger.frame
    yield f"weight {frame.weight}"
    yield f"asker {frame.asker}"
    yield f"kind {claim.kind}"
    yield f"frame {frame.id}"
    if claim.kind != frame.kind:
        yield "turned round"
    other = claim.asker.of is not None or other_named(claim, stage)
    met = {"other": other, "issue": other or bool(claim.labels)}.get(frame.needs, True)
    yield f"needs {frame.needs or 'nothing'} {'met' if met else 'not met'}"


def _of_asker(claim: Claim, stage: Stage) -> Iterator[str]:
    asker = claim.asker
    yield f"how {asker.how}"
    yield "sure" if asker.sure else "unsure"
    if asker.joint:
        yield "together"
    if asker.person is not None:
        yield "person asks"
    yield from _of_person("asker", asker.person, stage)
    yield from _of_person("voice", asker.voice.name, stage)
    if asker.of is not None:
        yield "addressed"
    voice = asker.voice
    yield f"voice {voice.attribution}"
    if voice.sides:
        yield "voice of the side" if claim.side in voice.sides else "voice of another"
    yield from _of_addressee(claim, stage)
    if not stage.sides:
        yield "no meeting"
    if claim.side not in stage.parties:
        yield "outsider asks a side" if claim.of in stage.parties else "outsider"


def _of_person(part: str, name: str | None, stage: Stage) -> Iterator[str]:
    """Who a person is that asks or speaks: a leader, a minister ..."""
    person = stage.by_name.get(name or "")
    if person is not None:
        yield f"{part} is {person.kind}"


def _of_countries(claim: Claim, stage: Stage) -> Iterator[str]:
    """How many of those who may ask the sentence names, and how many others."""
    sentence = stage.document.sentences[claim.trigger.sentence]
    here = {m.side for m in stage.between(sentence.start, sentence.end)}
    yield f"parties named {min(2, len(here & set(stage.parties)))}"
    yield f"others named {min(2, len(here - set(stage.parties)))}"
    if claim.side not in here:
        yield "asker not named"


def _of_addressee(claim: Claim, stage: Stage) -> Iterator[str]:
    if claim.asker.joint:
        yield f"together {claim.trigger.frame.id.split('_')[0]}"
    if claim.of is None:
        yield "asks nobody told"
    elif claim.of not in stage.parties:
        yield f"asks a third, {'another' if other_named(claim, stage) else 'no other'} named"


def _of_sentence(claim: Claim, stage: Stage) -> Iterator[str]:
    quote = stage.document.quote(claim.trigger.sentence)
    cues = stage.cues_in(claim.trigger.sentence)
    words = len(quote.split())
    yield "long" if words > LONG else "short" if words < SHORT else "of usual length"
    if claim.near:
        yield "issue in the clause"
    elif claim.labels:
        yield "issue in the sentence"
    told = {
        "other named": other_named(claim, stage),
        "talks": "talks" in cues,
        "past": "past" in cues,
        "hedge": "hedges" in cues,
        "head of the text": claim.trigger.sentence < HEAD,
        "heading": is_heading(claim, stage),
    }
    yield from (name for name, holds in told.items() if holds)


def _of_words(claim: Claim, stage: Stage) -> Iterator[str]:
    trigger = claim.trigger
    if supposed(claim, stage):
        yield "supposed"
    after = _NEXT.match(stage.document.text, trigger.end)
    word = after.group(1).lower() if after else "nothing"
    yield f"before {word if word in FOLLOWING else 'other words'}"
    if len(_MARKS.findall(_before(trigger, stage))) % 2:
        yield "in a quotation"
    token = trigger.token
    if token is not None:
        yield from _of_token(token, claim, stage)


def _of_token(token: Any, claim: Claim, stage: Stage) -> Iterator[str]:
    yield f"form {token.tag_ if token.pos_ in ('VERB', 'AUX') else token.pos_}"
    yield f"place {token.dep_}"
    for child in token.children:
        if child.dep_ in ("aux", "auxpass", "neg"):
            word = child.lower_
            yield f"with {word}" if word in _AUXILIARY else f"with {child.dep_}"
    yield f"{claim.kind} as {token.tag_}"
    if claim.kind != "ask":
        yield from _of_deed(token, claim, stage)
    if _below_noun(token):
        yield "inside a noun phrase"
    if any(one.lemma_.lower() in DOUBTED for one in token.ancestors):
        yield "only believed"


def _of_deed(verb: Any, claim: Claim, stage: Stage) -> Iterator[str]:
    """What is offered: a thing given, one done together, or a mere state; and whether by a deal."""
    cues = stage.tables.ask_cues
    words = {verb.lemma_.lower(), *(c.lemma_.lower() for c in verb.children if c.dep_ == "xcomp")}
    plain = "plainly " if claim.trigger.frame.id == "plain_will" else f"{claim.kind} "
    told = {"gives": cues.gives, "joins": cues.joins, "is": cues.states}
    yield from (f"{plain}{name}" for name, verbs in told.items() if words & verbs)
    if _BY_DEAL.search(stage.document.quote(claim.trigger.sentence)):
        yield "by a deal"
    if any(c.lower_ == "with" for c in verb.children) and claim.asker.of in stage.parties:
        yield "with the other"


def _below_noun(token: Any) -> bool:
    return any(one.dep_ in ("relcl", "acl", "pcomp") for one in (token, *token.ancestors))


def _before(trigger: Trigger, stage: Stage) -> str:
    return stage.document.text[stage.document.offset(trigger.sentence) : trigger.start]
