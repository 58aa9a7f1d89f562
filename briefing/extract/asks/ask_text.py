"""The wording of an ask: from its clause, what is asked, complete, with its negation."""

from __future__ import annotations

import re
from typing import Any

from briefing.extract.asks.ask_words import is_stub, tidy, without_head
from briefing.extract.asks.evidence import Claim
from briefing.extract.scenes.actors import is_pronoun
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.triggers import Trigger, triggers_in
from briefing.extract.text.clauses import (
    AUXILIARIES,
    is_finite,
    is_negated,
    own_subject,
    span_of,
    subject,
    token_at,
)
from briefing.model import Extent

_STOP = re.compile(r"[;–—]|, (?:and|but|while) ")
_BE = r"(?:(?:is|are|was|were|be|been|being|am|’s|'s|’re|'re|has been|have been)\s+)?"
_ADVERB = r"(?:(?:also|now|still|again|both|only|very much|\w+ly|not only)\s+)*"
# `called on Friday for a truce`
_ON_DAY = (
    r"(?:\s+(?:on|last|this)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=\s+(?:for|to|that)\b))?"
)
# Words that only say that something is wanted or offered; what follows them is what is asked.
_LEAD = re.compile(
    rf"^{_BE}{_ADVERB}(?:"
    # `open to trade`, but not the verb in `to open its ports`.
    r"(?:(?:set|open)(?=\s+(?:to|on)\b)"
    r"|expected|likely|due|poised|going|hoping|looking|seeking|wanting|wishing|aiming|trying"
    r"|willing|ready|prepared|keen|eager|determined|planning|pushing|pressing|asking|calling"
    r"|urging|focus+ed|prioriti[sz]ing|intent)"
    r"|wants?|wanted|seeks?|sought|hopes?|hoped|wish(?:es|ed)?|aims?|aimed|plans?|planned|intends?|intended"
    r"|(?:would|’d|'d) (?:like|love|prefer|welcome)|likes? to see|loves? to see|love to see"
    r"|urge[sd]?|ask(?:s|ed)?|call(?:s|ed)?|appeal(?:s|ed)?|demand(?:s|ed)?|request(?:s|ed)?"
    r"|press(?:es|ed)?|push(?:es|ed)?|plead(?:s|ed)?|insist(?:s|ed)?|propos(?:e|es|ed|ing)"
    r"|offer(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|commit(?:s|ted)?|agree(?:s|d)?"
    r"|expects?|needs?|needed|encourag(?:e|es|ed|ing)|prioriti[sz]es?|requires?|recommend(?:s|ed)?"
    r"|(?:goal|aim|objective|priority|ambition|message|focus|effort|demand|concern)s?\b[^.;]{0,60}?\b(?:is|are|was|be)"
    r"|believes the (?:solution|answer) is"
    rf")\b(?:\s+hard(?= for| to))?{_ON_DAY}(?:\s+(?:to|that|for|on|upon|of))?\s+(?=\S)",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"^(?:will|would|could|can|’ll|'ll|may|might|to|that)\s+(?=[a-z])", re.IGNORECASE
)
_NEVER = re.compile(r"^(?:will|would|shall)\s+(never)\b", re.IGNORECASE)
_TO_DO = re.compile(r"\s+(?:to|on|for|over|about)\s+(?=[a-z])")
_IS = re.compile(r"(?:^|\s)(?:is|are|was|were|be|includes?|included)$", re.IGNORECASE)
_PRESS = re.compile(r"\b(?:press|push)(?:es|ed|ing)?\s+$", re.IGNORECASE)
_ON = re.compile(r"\s(?:on|over|about)\s")
_LINK = re.compile(r"^[“\"]?(?:So(?! (?:long|far|that)\b)|But|And|Yet),? ")
_THEM_TO = re.compile(r"^(?:them|him|her|it|us|you) to\s+(?=[a-z“\"])")
_MORE = re.compile(r"\band (?:on|for|to|over|about)\b")
_LOOSE = re.compile(
    r"(?!at (?:least|most)\b)(?:for|from|by|in|at|as|with|than|of|on|and|or|after|before)\b",
    re.IGNORECASE,
)
REACH = 60
NEAR = 4
MOST_CLIMBS = 4
MOST_WORDS = 32


def clause_of(trigger: Trigger, stage: Stage) -> Extent:
    """Return the part of the sentence that holds the ask; it begins with the trigger or before."""
    sentence = stage.document.sentences[trigger.sentence]
    text = stage.document.text
    low, high = trigger.start, trigger.end
    if trigger.token is None:
        stop = _STOP.search(text, trigger.end, sentence.end)
        return Extent.of(text, low, stop.start() if stop else sentence.end)
    first, last = span_of(trigger.token)
    low, high = min(low, sentence.start + first), max(high, sentence.start + last)
    while high > low and text[high - 1] in " ,;:.!?\"”’'–—":
        high -= 1
    return Extent.of(text, low, max(high, trigger.end))


def wording_of(claim: Claim, clause: Extent, stage: Stage) -> str:
    """Return what is asked as words of the source; "" where the sentence does not tell it."""
    trigger = claim.trigger
    if trigger.token is None:
        return _shown(claim, stage, trigger.start, clause.end)
    if _IS.search(trigger.words):
        return _said_to_be(claim, stage)
    token, offset = _verb_of(trigger.token), stage.document.offset(trigger.sentence)
    for _ in range(MOST_CLIMBS):
        low, high = _bounds(token, claim, stage, offset)
        words = _shown(claim, stage, min(low, trigger.start), max(high, trigger.end))
        if words or token.head.i >= token.i:
            return words
        token = token.head
    return ""


def _verb_of(token: Any) -> Any:
    """Return the verb that `not` or `never` negates; any other token itself."""
    return token.head if token.dep_ == "neg" and token.head.pos_ in ("VERB", "AUX") else token


def _said_to_be(claim: Claim, stage: Stage) -> str:
    """`The goal is to ...`: what follows the verb, up to the end of its clause."""
    trigger = claim.trigger
    offset = stage.document.offset(trigger.sentence)
    verb = token_at(stage.document.parse(trigger.sentence), trigger.end - 1 - offset)
    high = max(trigger.end, offset + span_of(verb)[1] if verb is not None else trigger.end)
    words = tidy(stage.document.text[trigger.end : high])
    return "" if is_stub(words) or _LOOSE.match(words) else _MODAL.sub("", words, count=1)


def _bounds(token: Any, claim: Claim, stage: Stage, offset: int) -> tuple[int, int]:
    """Return where the words begin, with `not` and its auxiliaries, and end, before a clause joined on."""
    trigger = claim.trigger
    own = offset + token.idx <= trigger.start or token == trigger.token
    low = trigger.start - offset if own else token.idx
    if is_negated(token):
        marks = [
            c
            for c in token.children
            if c.dep_ == "neg" or c.dep_ in AUXILIARIES or c.lower_ == "no"
        ]
        low = min([low, *(child.idx for child in marks if child.i < token.i)])
    if (
        trigger.frame.asker == "speaker"
        and token == trigger.token
        and token.pos_ in ("VERB", "AUX")
    ):
        low = min(low, _told_of(token))
    return offset + low, offset + _end(token, claim, stage)


def _told_of(verb: Any) -> int:
    """`The deal must include ...`: with what must be, unless that is a mere pronoun."""
    own = own_subject(verb) or subject(verb)
    if own is None or own.i > verb.i or is_pronoun(own) or own.pos_ == "PRON":
        return int(verb.idx)
    return int(own.left_edge.idx)


def _end(token: Any, claim: Claim, stage: Stage) -> int:
    joined = [
        child
        for child in token.children
        if child.dep_ == "conj"
        and child.i > token.i
        and (own_subject(child) is not None or _asks_too(child, claim, stage))
    ]
    least = claim.trigger.end - claim.trigger.start
    cuts = [_before(child) for child in joined if child.left_edge.idx - token.idx > least]
    return min([*cuts, span_of(token)[1]])


def _asks_too(verb: Any, claim: Claim, stage: Stage) -> bool:
    """Whether a verb joined on tells of an ask of its own: `and is ready to cooperate`."""
    if verb.pos_ not in ("VERB", "AUX") or not is_finite(verb):
        return False
    return any(
        other.token is not None and other.token == verb and other.frame.weight > 1
        for other in triggers_in(claim.trigger.sentence, stage)
    )


def _before(child: Any) -> int:
    """Return where the `and` before a joined clause stands."""
    links = [one for one in child.head.children if one.dep_ == "cc" and one.i < child.i]
    return int(links[-1].idx if links else child.left_edge.idx)


def _shown(claim: Claim, stage: Stage, low: int, high: int) -> str:
    text = stage.document.text
    whole = tidy(text[low:high])
    if claim.kind == "red_line" or low < claim.trigger.start:
        return "" if is_stub(whole) else _NEVER.sub(r"\1", whole, count=1)
    bare = _without_lead(whole, claim, stage)
    for words in (bare, whole):
        if not is_stub(words):
            return words
    return ""


def _without_lead(words: str, claim: Claim, stage: Stage) -> str:
    for _ in range(2):
        led = _LEAD.sub("", words, count=1)
        bare = _without_asked(led, claim, stage) if led != words else led
        if bare == led and _carries(words.removesuffix(led), led):
            break
        if is_stub(bare) or _LOOSE.match(bare):
            break
        words = bare
    return _MODAL.sub("", words.lstrip(" —–-,"), count=1)


def _carries(lead: str, words: str) -> bool:
    """Whether the verb before the words is needed to read them: `push the owner on his fees`."""
    return bool(_PRESS.search(lead) and _ON.search(words[:REACH]))


def _without_asked(words: str, claim: Claim, stage: Stage) -> str:
    """`Japan to lift its tariffs`: who is asked stands beside the ask already."""
    words = _THEM_TO.sub("", words, count=1)
    match = _TO_DO.search(words[:REACH])
    if match is None or claim.of is None or (match.group() != " to " and _MORE.search(words)):
        return words
    named = words[: match.start()]
    place = stage.document.text.find(named, claim.trigger.start)
    told = stage.between(place, place + len(named)) if place >= 0 else ()
    whole = (
        bool(told) and told[0].start - place <= NEAR and place + len(named) - told[-1].end <= NEAR
    )
    return words[match.end() :] if whole and {m.side for m in told} == {claim.of} else words


def whole_wording(index: int, stage: Stage, *, sure: bool) -> str:
    """Return the sentence as wording where the clause does not stand alone; "" if it is too long."""
    said = without_head(" ".join(stage.document.quote(index).split()))
    words = tidy(_LINK.sub("", said))
    if is_stub(words) or (len(words.split()) > MOST_WORDS and not sure):
        return ""
    return words
