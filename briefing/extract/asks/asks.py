"""Asks: what one side wants of the other, offers it or refuses it, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from briefing.extract.asks.ask_text import clause_of, whole_wording, wording_of
from briefing.extract.asks.ask_whole import from_trigger, is_owner, whole
from briefing.extract.asks.askers import Asker, find_asker, is_told_to_another, is_undergone
from briefing.extract.asks.attribution import attribution_of
from briefing.extract.asks.bands import CANDIDATE, weigh
from briefing.extract.asks.evidence import Claim
from briefing.extract.asks.guesses import guess_askers
from briefing.extract.issues.issues import labels_in
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.triggers import Trigger, triggers_in
from briefing.extract.scenes.voices import Voice
from briefing.extract.text.clauses import is_negated
from briefing.model import AskFound, Extent, IssueFound
from briefing.model.finding import BANDS

_NEGATION = re.compile(r"\b(?:not|never|no longer)\b|n[’']t\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|the) other\b")
_BETWEEN = re.compile(r"\bbetween (?:the|our|these)?\s*(?:two|both)\b")
_WORD_AFTER = re.compile(r"[ -]([a-z][a-z-]+)")
FLIPS = {"ask": "red_line", "offer": "red_line"}
# Frames whose words hold the negation themselves.
SPEECH_ACTS = (
    "urge", "press", "ask", "call", "appeal", "demand", "request", "push",
    "offer", "commit", "pledge", "promise", "propose", "announce", "expect", "plain_call",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A claim that holds, before those of one sentence are brought together."""

    claim: Claim
    clause: Extent
    text: str
    band: str
    score: float


def find_asks(
    stage: Stage, voices: tuple[Voice, ...], issues: tuple[IssueFound, ...]
) -> tuple[AskFound, ...]:
    """Return the asks, offers and red lines of a text: one for each side, sentence and kind.

    Args:
        stage: the text with its people, sides and meeting; the meeting's sides are those that may ask.
        voices: who speaks each sentence.
        issues: the issues of the text, whose labels the asks carry.
    """
    known = {issue.label for issue in issues}
    asks: list[AskFound] = []
    for index in range(len(stage.document.sentences)):
        found = list(_in_sentence(index, stage, voices[index], known))
        asks += _brought_together(found, index, stage)
    return tuple(asks)


def _in_sentence(index: int, stage: Stage, voice: Voice, known: set[str]) -> Iterator[Found]:
    for claim, clause in claims_in(index, stage, voice, known):
        score, band = weigh(claim, stage, stage.tables.ask_cues.weights)
        text, band = _worded(claim, clause, band, stage) if band else ("", "")
        if text:
            yield Found(claim, clause, text, band, score)


def _worded(claim: Claim, clause: Extent, band: str, stage: Stage) -> tuple[str, str]:
    """Return the words and the band: where no words of the sentence are whole, a candidate."""
    index, trigger = claim.trigger.sentence, claim.trigger
    cut = wording_of(claim, clause, stage)
    text = whole(cut, trigger, stage)
    if text:
        return text, band
    sentence = whole_wording(index, stage, sure=band != CANDIDATE)
    if not (cut or sentence) and band != CANDIDATE:
        sentence = from_trigger("", trigger, stage)
    text = whole(sentence, trigger, stage)
    return (text, band) if text else ("" if is_owner(cut) else cut or sentence, CANDIDATE)


def claims_in(
    index: int, stage: Stage, voice: Voice, known: set[str]
) -> Iterator[tuple[Claim, Extent]]:
    """Yield all that may be an ask in sentence `index`, with the clause that holds it."""

    @cache  # several triggers share a clause
    def named(words: str) -> tuple[str, ...]:
        return tuple(label for label in labels_in(words, stage.tables.issues) if label in known)

    for trigger in triggers_in(index, stage):
        kind = _kind(trigger)
        if not kind:
            continue
        clause = clause_of(trigger, stage)
        near, labels = named(clause.quote), named(stage.document.quote(index))
        for asker, side, of in _askers(trigger, stage, voice):
            # `Our countries should work together`: what both are to do is offered.
            together = asker.shared or _wish_together(asker, trigger, stage)
            as_told = "offer" if together and kind == "ask" else kind
            claim = Claim(
                trigger=trigger, asker=asker, side=side, of=of, kind=as_told, near=near, labels=labels
            )  # fmt: skip
            yield claim, clause


def _wish_together(asker: Asker, trigger: Trigger, stage: Stage) -> bool:
    """`Both hope to reopen their embassies`: what all sides wish together, and not of a third or each other."""
    if not asker.joint or not set(stage.parties) <= set(asker.sides):
        return False
    if asker.of is not None and asker.of not in stage.parties:
        return False
    return _EACH.search(stage.document.quote(trigger.sentence)) is None


def _askers(
    trigger: Trigger, stage: Stage, voice: Voice
) -> Iterator[tuple[Asker, str, str | None]]:
    told = find_asker(trigger, stage, voice)
    if (told is not None and told.home) or is_told_to_another(trigger) or is_undergone(trigger):
        return
    if told is not None and _binds_both(told, trigger, stage):
        told = replace(told, sides=stage.parties, of=None)
    guessed = guess_askers(trigger, stage, voice, told)
    for asker in guessed if told is None else (told, *guessed):
        for side in asker.sides:
            of = _of(asker, side, trigger.sentence, stage)
            if of != side:
                yield asker, side, of


def _binds_both(asker: Asker, trigger: Trigger, stage: Stage) -> bool:
    """`Hopes to deepen ties between the two countries` offers what both do; so both offer it."""
    if asker.joint or trigger.frame.kind != "offer" or len(stage.parties) != 2:
        return False
    if asker.sides[0] not in stage.parties or not asker.sure:
        return False
    end = stage.document.sentences[trigger.sentence].end
    return _BETWEEN.search(stage.document.text, trigger.start, end) is not None


def _kind(trigger: Trigger) -> str:
    """Return the kind, turned round by a negation; "" where the negation takes the ask away."""
    frame = trigger.frame
    negated = _NEGATION.search(trigger.words) is not None
    if not negated and trigger.token is not None and frame.pos == "verb":
        negated = is_negated(trigger.token)
    holds_it = frame.kind == "red_line" and _NEGATION.search(frame.example) is not None
    if not negated or holds_it:
        return frame.kind
    if frame.asker == "speaker":
        return frame.kind
    if frame.kind == "red_line":
        return frame.kind if _negates_itself(trigger) else ""
    if frame.id.startswith(SPEECH_ACTS):
        return ""
    return FLIPS[frame.kind]


def _negates_itself(trigger: Trigger) -> bool:
    return bool(re.search(r"not|n't|never", trigger.frame.pattern.pattern[-400:])) and bool(
        _NEGATION.search(trigger.words)
    )


def _of(asker: Asker, side: str, index: int, stage: Stage) -> str | None:
    if asker.of is not None and not _merely_an_adjective(asker.of, index, stage):
        return asker.of
    if asker.joint:
        return next((one for one in asker.sides if one != side), None)
    return stage.other(side)


def _merely_an_adjective(of: str, index: int, stage: Stage) -> bool:
    """Whether a side outside the meeting is named only as in `Chilean wine`: nobody is asked by that."""
    if not stage.parties or of in stage.parties:
        return False
    sentence, text = stage.document.sentences[index], stage.document.text
    named = [m for m in stage.between(sentence.start, sentence.end) if m.side == of]
    actors = stage.tables.ask_cues.sources | stage.tables.ask_cues.institutions
    following = (_WORD_AFTER.match(text, m.end) for m in named)
    return all(
        m.how == "demonym"
        and text[m.end - 1] != "s"
        and after is not None
        and after.group(1) not in actors
        for m, after in zip(named, following, strict=True)
    )


def _brought_together(found: list[Found], index: int, stage: Stage) -> Iterator[AskFound]:
    """Keep the surest of each side and kind; of two kinds the surer one where they share words."""
    best: dict[tuple[str, str], Found] = {}
    for one in sorted(found, key=_rank):
        best.setdefault((one.claim.side, one.claim.kind), one)
    for one in sorted(best.values(), key=lambda f: (f.claim.trigger.start, f.claim.side)):
        if not any(_outdoes(other, one) for other in best.values()):
            yield _ask(one, index, stage)


def _rank(found: Found) -> tuple[int, float, int]:
    trigger = found.claim.trigger
    return BANDS.index(found.band), -found.score, trigger.start - trigger.end


def _outdoes(other: Found, one: Found) -> bool:
    if other is one or other.claim.side != one.claim.side or _rank(other) >= _rank(one):
        return False
    first, second = other.claim.trigger, one.claim.trigger
    return first.start < second.end and second.start < first.end


def _ask(found: Found, index: int, stage: Stage) -> AskFound:
    claim, clause = found.claim, found.clause
    hedge = stage.tables.ask_cues.hedges.search(clause.quote)
    attribution, voiced_by = attribution_of(claim, stage)
    frame = claim.trigger.frame
    return AskFound(
        side=claim.side,
        of=claim.of,
        kind=claim.kind,
        text=found.text,
        issues=tuple(dict.fromkeys([*claim.near, *claim.labels])),
        sentence=stage.document.extent(index),
        clause=clause,
        voiced_by=voiced_by,
        attribution=attribution,
        band=found.band,
        hedge=hedge.group() if hedge else "",
        why=_why(claim),
        frame=frame.id,
    )


def _why(claim: Claim) -> str:
    trigger, asker = claim.trigger, claim.asker
    who = f"{claim.side} ({asker.person})" if asker.person else claim.side
    words = " ".join(trigger.words.split())
    return f"“{words}” ({trigger.frame.id}); {who} as {asker.how}"
