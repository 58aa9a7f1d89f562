"""Asks: what one side wants of the other, offers it or refuses it, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.askers import Asker, find_asker
from briefing.extract.bands import Evidence, band_of
from briefing.extract.clauses import conditional, is_negated, span_of
from briefing.extract.document import Document
from briefing.extract.issues import labels_in
from briefing.extract.scene import Stage, set_stage
from briefing.extract.sides import SideMention
from briefing.extract.tables import Tables
from briefing.extract.triggers import Trigger, triggers_in
from briefing.extract.voices import Voice, sentence_voices
from briefing.model import AskFound, Extent, IssueFound, MeetingFound, PersonFound
from briefing.model.finding import BANDS

_NEGATION = re.compile(r"\b(?:not|never|no longer)\b|n[’']t\b", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;:.!?\"”’'–—-]+$")
_OPEN_QUESTION = re.compile(r"\b(?:what|whether|how|why)\b[^,;]{0,30}$", re.IGNORECASE)
FLIPS = {"ask": "red_line", "offer": "red_line"}
# Frames whose words hold the negation themselves.
SPEECH_ACTS = (
    "urge", "press", "ask", "call", "appeal", "demand", "request", "push",
    "offer", "commit", "pledge", "promise", "propose", "announce", "expect",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An ask before those of one sentence are brought together."""

    trigger: Trigger
    asker: Asker
    side: str
    of: str | None
    kind: str
    band: str
    issues: tuple[str, ...]


def find_asks(
    document: Document,
    *,
    meeting: MeetingFound | None,
    people: tuple[PersonFound, ...],
    mentions: tuple[SideMention, ...],
    issues: tuple[IssueFound, ...],
    tables: Tables,
) -> tuple[AskFound, ...]:
    """Return the asks, offers and red lines of a text: one for each side, sentence and kind.

    Args:
        document: the text.
        tables: the tables with the frames and cues.
        meeting: the meeting the text is about; its sides are those that may ask.
        people: the people of the text; ministers and leaders speak for their side.
        mentions: the places that stand for a side, those through people included.
        issues: the issues of the text, whose labels the asks carry.
    """
    stage = set_stage(document, meeting, people, mentions, tables)
    voices = sentence_voices(stage)
    known = {issue.label for issue in issues}
    asks: list[AskFound] = []
    for index in range(len(document.sentences)):
        found = list(_in_sentence(index, stage, voices[index], known))
        asks += _brought_together(found, index, stage)
    return tuple(asks)


def _in_sentence(index: int, stage: Stage, voice: Voice, known: set[str]) -> Iterator[Found]:
    quote = stage.document.quote(index)
    labels = tuple(label for label in labels_in(quote, stage.tables.issues) if label in known)
    for trigger in triggers_in(index, stage):
        asker = find_asker(trigger, stage, voice)
        if asker is None or asker.home:
            continue
        kind = _kind(trigger)
        if not kind:
            continue
        for side in asker.sides:
            of = _of(asker, side, stage)
            if of == side:
                continue
            evidence = _evidence(trigger, asker, stage, side=side, of=of, labels=labels)
            band = band_of(evidence)
            if band:
                yield Found(trigger, asker, side, of, kind, band, labels)


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


def _of(asker: Asker, side: str, stage: Stage) -> str | None:
    if asker.of is not None:
        return asker.of
    if asker.joint:
        return next((one for one in asker.sides if one != side), None)
    return stage.other(side)


def _evidence(
    trigger: Trigger,
    asker: Asker,
    stage: Stage,
    *,
    side: str,
    of: str | None,
    labels: tuple[str, ...],
) -> Evidence:
    sentence = stage.document.sentences[trigger.sentence]
    here = {m.side for m in stage.between(sentence.start, sentence.end)}
    quote = stage.document.quote(trigger.sentence)
    cues = stage.tables.ask_cues
    before = quote[: trigger.start - stage.document.offset(trigger.sentence)]
    other = bool(here - {side}) if not stage.sides else bool(here & set(stage.sides) - {side})
    other = other or asker.joint
    issue = bool(labels) or cues.talks.search(quote) is not None
    needs = trigger.frame.needs
    met = {"other": asker.of is not None or other, "issue": issue or other}.get(needs, True)
    supposed = (
        quote.rstrip().endswith("?")
        or (
            trigger.token is not None and trigger.frame.pos != "noun" and conditional(trigger.token)
        )
        or (trigger.frame.asker == "owner" and _OPEN_QUESTION.search(before) is not None)
        or (trigger.token is None and cues.conditions.search(before[-40:]) is not None)
    )
    return Evidence(
        weight=trigger.frame.weight,
        sure=asker.sure and asker.how != "nearest",
        other=other,
        issue=issue,
        met=met,
        outsider=bool(stage.sides) and side not in stage.sides,
        answered=of in stage.sides and trigger.frame.weight == 3,
        supposed=supposed,
        judged=asker.voice.attribution == "analyst",
        past=cues.past.search(quote) is not None,
    )


def _brought_together(found: list[Found], index: int, stage: Stage) -> Iterator[AskFound]:
    """Keep the surest of each side and kind; of two kinds the surer one where they share words."""
    best: dict[tuple[str, str], Found] = {}
    for one in sorted(found, key=_rank):
        best.setdefault((one.side, one.kind), one)
    for one in sorted(best.values(), key=lambda f: (f.trigger.start, f.side)):
        if not any(_outdoes(other, one) for other in best.values()):
            yield _ask(one, index, stage)


def _rank(found: Found) -> tuple[int, int, int]:
    frame = found.trigger.frame
    return BANDS.index(found.band), -frame.weight, -(found.trigger.end - found.trigger.start)


def _outdoes(other: Found, one: Found) -> bool:
    if other is one or other.side != one.side or _rank(other) >= _rank(one):
        return False
    return other.trigger.start < one.trigger.end and one.trigger.start < other.trigger.end


def _ask(found: Found, index: int, stage: Stage) -> AskFound:
    clause = _clause(found.trigger, stage)
    text = _TAIL.sub("", stage.document.text[found.trigger.start : clause.end])
    hedge = stage.tables.ask_cues.hedges.search(clause.quote)
    attribution, voiced_by = _attribution(found)
    frame = found.trigger.frame
    return AskFound(
        side=found.side,
        of=found.of,
        kind=found.kind,
        text=" ".join(text.split()),
        issues=_issues(found, clause, stage),
        sentence=stage.document.extent(index),
        clause=clause,
        voiced_by=voiced_by,
        attribution=attribution,
        band=found.band,
        hedge=hedge.group() if hedge else "",
        why=f"“{found.trigger.words}” ({frame.id}); {found.side} as {found.asker.how}",
        frame=frame.id,
    )


def _clause(trigger: Trigger, stage: Stage) -> Extent:
    sentence = stage.document.sentences[trigger.sentence]
    text = stage.document.text
    low, high = trigger.start, trigger.end
    if trigger.token is None:
        stop = re.compile(r"[;–—]|, (?:and|but|while) ").search(text, trigger.end, sentence.end)
        return Extent.of(text, low, stop.start() if stop else sentence.end)
    first, last = span_of(trigger.token)
    low, high = min(low, sentence.start + first), max(high, sentence.start + last)
    while high > low and text[high - 1] in " ,;:.!?\"”’'–—":
        high -= 1
    return Extent.of(text, low, max(high, trigger.end))


def _issues(found: Found, clause: Extent, stage: Stage) -> tuple[str, ...]:
    """Labels in the clause first, then those of the sentence."""
    near = [x for x in labels_in(clause.quote, stage.tables.issues) if x in found.issues]
    return tuple(dict.fromkeys([*near, *found.issues]))


def _attribution(found: Found) -> tuple[str, str | None]:
    voice = found.asker.voice
    if voice.attribution != "reporter":
        return voice.attribution, voice.name
    said = found.trigger.words.split()[0].lower()
    if found.asker.person is not None and said.endswith("ed"):
        return "named", found.asker.person
    return "reporter", None
