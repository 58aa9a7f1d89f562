"""Pressure: what opposition, provinces, business and experts demand of their own government."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.asks.ask_words import is_stub, tidy
from briefing.extract.asks.askers import Asker, find_asker
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.triggers import Trigger, triggers_in
from briefing.extract.scenes.voices import Voice
from briefing.extract.text.clauses import AUXILIARIES
from briefing.model import AskFound, PressureFound

_LOOSE = re.compile(r"\b(?:from|for|of|in|with|against)\b", re.IGNORECASE)
REACH = 30
DEMANDS = ("ask", "red_line")
# The auxiliary and the negation that stand right before the words of a demand.
_BEFORE = re.compile(
    r"\b(?:(?:should|must|will|would|shall|can|could|may|might|do|does|did|has|have|had|is|are|was|were|ought)"
    r"(?:n[’']t)?\s+|(?:cannot|can[’']t|won[’']t)\s+)?(?:(?:not|never|no longer)\s+)"
    r"(?:\w+ly\s+)?$"
    r"|\b(?:should|must|would|could|can|will|ought to|(?:should|must|would|could|do|does|did|is|are|was|were|"
    r"has|have|had)n[’']t|cannot|can[’']t|won[’']t)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none of (?:us|them)|neither \w+|no \w+)\s+$", re.IGNORECASE
)
# ", the critic said", "in a letter obtained by a newspaper", "said a union".
_REPORTED = re.compile(
    r"(?:,[”’\"]*\s+(?:[\w’'.-]+\s+){0,8}?(?:said|says|added|adds|told|wrote|writes|argued|noted|warned)\b[^,;]*"
    r"|[,”’\"]+\s+(?:said|says|added|wrote|argued|warned)\s+[^;]*"
    r"|\s+said\s+(?:[A-Z]|the |an? |its |one )[^;]*"
    r"|(?:^|,?\s+)(?:(?:according to|in)\s+(?:an?|the)\s+[^,;]{1,40}\s+)?"
    r"(?:obtained|seen|reviewed|viewed|first reported)\s+by\b[^;]*)$"
)


def find_pressure(
    stage: Stage, voices: tuple[Voice, ...], asks: tuple[AskFound, ...]
) -> tuple[PressureFound, ...]:
    """Return the demands on a government from its own side: at most one for each sentence.

    Args:
        stage: the text with its people, sides and meeting; with one, only its sides are pressed.
        voices: who speaks each sentence.
        asks: the asks of the text; a sentence with a sure ask is not told as pressure too.
    """
    taken = {ask.sentence.start for ask in asks if ask.band == "high"}
    found = []
    for index, sentence in enumerate(stage.document.sentences):
        if sentence.start in taken:
            continue
        told = [*_by_actors(index, stage, voices[index]), *_by_cues(index, stage)]
        found += told[:1]
    return tuple(found)


def _by_actors(index: int, stage: Stage, voice: Voice) -> Iterator[PressureFound]:
    for trigger in triggers_in(index, stage):
        if trigger.frame.weight < 2 or trigger.frame.kind not in DEMANDS:
            continue
        asker = find_asker(trigger, stage, voice)
        if asker is None or not asker.home or _told_to_themselves(trigger, asker):
            continue
        on = _pressed(asker, trigger, stage)
        if on is not None:
            why = f"“{trigger.words}” ({trigger.frame.id}) by {asker.person or 'those at home'}"
            yield from _found(index, stage, asker.person or "", on, _start(trigger, stage), why)


def _told_to_themselves(trigger: Trigger, asker: Asker) -> bool:
    """`Voters should not expect a deal`: advice to those at home is no demand of theirs."""
    if trigger.token is None or asker.how != "subject":
        return False
    return any(
        child.dep_ in AUXILIARIES and child.lower_ in ("should", "must", "ought")
        for child in trigger.token.children
    )


def _start(trigger: Trigger, stage: Stage) -> int:
    """Where the demand begins: at the auxiliary and the negation before its words, if there are."""
    offset = stage.document.sentences[trigger.sentence].start
    text = stage.document.text
    told = _BEFORE.search(text[offset : trigger.start])
    start = min([offset + told.start() if told else trigger.start, *_marks(trigger, stage)])
    nobody = _NOBODY.search(text[offset:start])
    return offset + nobody.start() if nobody else start


def _marks(trigger: Trigger, stage: Stage) -> Iterator[int]:
    """Yield where the auxiliaries and the negation of a demand's verb stand, as the parse has them."""
    verb = trigger.token
    if verb is None:
        return
    if verb.dep_ == "neg":
        verb = verb.head
    for child in verb.children:
        if child.dep_ in ("neg", *AUXILIARIES) and child.i < verb.i:
            yield stage.document.offset(trigger.sentence) + child.idx


def _pressed(asker: Asker, trigger: Trigger, stage: Stage) -> str | None:
    """The government of those who press, where the sentence or the meeting tells of it."""
    if asker.sides:
        own = asker.sides[0]
        addressed = set(_addressed(trigger, stage))
        if addressed and own not in addressed:
            return None  # they press the other government
        return own if not stage.sides or own in stage.sides else None
    sentence = stage.document.sentences[trigger.sentence]
    here = [m.side for m in stage.between(sentence.start, sentence.end)]
    for side in (*asker.voice.sides, *_addressed(trigger, stage), *here):
        if not stage.sides or side in stage.sides:
            return side
    return None


def _addressed(trigger: Trigger, stage: Stage) -> Iterator[str]:
    """`Called on Ottawa to`: the government in or after the words, not in `exemption from Japan`."""
    text, sentence = stage.document.text, stage.document.sentences[trigger.sentence]
    within = stage.between(trigger.start, trigger.end)
    if within:
        yield within[0].side
        return
    for mention in stage.between(trigger.end, min(sentence.end, trigger.end + REACH)):
        if not _LOOSE.search(text, trigger.end, mention.start):
            yield mention.side


def _by_cues(index: int, stage: Stage) -> Iterator[PressureFound]:
    quote = stage.document.quote(index)
    offset = stage.document.offset(index)
    for cue in stage.tables.pressure:
        match = cue.search(quote)
        if match is None:
            continue
        on = _side_in(match, offset, stage) or _first_side(index, stage)
        if on is not None and not _another_pressed(on, offset + match.end(), index, stage):
            who = " ".join((match.group("who") or "not told").split())
            yield from _found(
                index, stage, who, on, offset + match.start(), f"{cue.id}: “{match.group()}”"
            )


def _another_pressed(on: str, end: int, index: int, stage: Stage) -> bool:
    """`Lawmakers of Peru urged Chile`: the words are followed by the other government."""
    text, last = stage.document.text, stage.document.sentences[index].end
    near = stage.between(end, min(last, end + REACH))
    return bool(near) and near[0].side != on and not _LOOSE.search(text, end, near[0].start)


def _side_in(match: re.Match[str], offset: int, stage: Stage) -> str | None:
    low, high = match.span("on")
    near = stage.between(offset + low, offset + high)
    return next((m.side for m in near if not stage.sides or m.side in stage.sides), None)


def _first_side(index: int, stage: Stage) -> str | None:
    sentence = stage.document.sentences[index]
    near = stage.between(sentence.start, sentence.end)
    return next((m.side for m in near if not stage.sides or m.side in stage.sides), None)


def _found(  # noqa: PLR0917 -- the fields of one value
    index: int, stage: Stage, who: str, on: str, start: int, why: str
) -> Iterator[PressureFound]:
    """Yield the demand with its words to the end of the sentence, unless they say too little."""
    sentence = stage.document.extent(index)
    words = _told(stage.document.text[start : sentence.end])
    if is_stub(words):
        return
    yield PressureFound(
        who=" ".join(who.split()) or "not told", on=on, text=words, sentence=sentence, why=why
    )


def _told(words: str) -> str:
    """Return the words of a demand without who said or passed it on, and without a lone mark."""
    words = _REPORTED.sub("", " ".join(words.split()).rstrip(' ."”’'))
    return tidy(words)
