"""Attribution: on whose word an ask is told: by name, by an official, an analyst or the reporter."""

from __future__ import annotations

import re

from briefing.extract.asks.evidence import Claim
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.voices import speaker_above

_MARKS = re.compile(r"[\"“”]")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_BETWEEN = re.compile(r",\s+(?:[\w’'.-]+\s+){1,7}?([\w]+)(?=\s*(?:,|\.?$))")
AUTHORS = ("joint statement", "statement", "readout")
# To do these is to speak: "Japan called on Chile" is on Japan's word.
SPEECH_ACTS = (
    "urge", "press", "ask", "call", "appeal", "demand", "request", "insist", "warn", "propose",
    "pledge", "promise", "reaffirm", "stress", "announce", "vow", "reiterate", "refuse",
)  # fmt: skip

# Whoever is told to do these says it, whatever the tense: "Peru stresses that Chile must".
TELLING = frozenset([
    "tell", "argue", "stress", "emphasise", "emphasize", "say", "note", "warn", "insist", "underline",
    "underscore", "state", "declare", "remind", "caution", "explain", "reiterate",
])  # fmt: skip
_HAS_SAID = re.compile(
    r"\b(?:has|have)\s+(?:\w+\s+)?(?:said|made\s+(?:it\s+)?clear|indicated|signall?ed|insisted)\b"
)


def attribution_of(claim: Claim, stage: Stage) -> tuple[str, str | None]:
    """Return the attribution of an ask, and whose words it is, None for the reporter's own."""
    voice, asker = claim.asker.voice, claim.asker
    if _is_standing_word(claim, stage):
        return "reporter", None
    if voice.attribution != "reporter" and _is_told_by_voice(claim, stage):
        return voice.attribution, (
            asker.person or "readout"
        ) if voice.name == "readout" else voice.name
    token = claim.trigger.token
    said = token is None or token.tag_ == "VBD"
    telling = token is not None and token.lemma_.lower() in TELLING and asker.how == "subject"
    if telling or _is_speech_carried(claim):
        return "named", asker.person or claim.side
    if asker.person is not None and claim.trigger.words.split()[0].lower().endswith("ed"):
        return "named", asker.person
    if said and asker.how == "subject" and claim.trigger.frame.id.startswith(SPEECH_ACTS):
        return "named", claim.side
    return "reporter", None


def _is_standing_word(claim: Claim, stage: Stage) -> bool:
    """`Peru has said it will not`: what a government has said before, told by the reporter."""
    voice, trigger = claim.asker.voice, claim.trigger
    if voice.attribution != "named" or voice.name in AUTHORS or voice.name in stage.names:
        return False
    quote = stage.document.quote(trigger.sentence)
    before = quote[: trigger.start - stage.document.offset(trigger.sentence)]
    return _HAS_SAID.search(before) is not None and _MARKS.search(quote) is None


def _is_speech_carried(claim: Claim) -> bool:
    """`The minister made an appeal`: a noun that tells of speech, said by a person."""
    token, asker = claim.trigger.token, claim.asker
    if token is None or asker.person is None or asker.how != "subject":
        return False
    speech = token.pos_ == "NOUN" and token.lemma_.lower() in ("appeal", "call", "demand", "plea")
    return speech and token.dep_ == "dobj" and token.head.tag_ == "VBD"


def _is_told_by_voice(claim: Claim, stage: Stage) -> bool:
    """Whether the sentence's voice tells this ask, and not only another part of the sentence."""
    trigger, voice = claim.trigger, claim.asker.voice
    quote = stage.document.quote(trigger.sentence)
    before = quote[: trigger.start - stage.document.offset(trigger.sentence)]
    if _said_between(quote[len(before) :], stage):
        return True
    if trigger.token is None or voice.name in AUTHORS or _ACCORDING.search(quote):
        return True
    if claim.asker.how not in ("subject", "owner", "agent") or len(_MARKS.findall(before)) % 2:
        return True
    parse = stage.document.parse(trigger.sentence)
    speaking = [
        word.i
        for word in parse or ()
        if word.lower_ in stage.tables.speech.verbs and word.pos_ == "VERB"
    ]
    if speaking == [trigger.token.i] and voice.name not in stage.names:
        return bool(_MARKS.search(quote))  # `both have announced a deal`
    if not speaking or _MARKS.search(quote):
        return True
    return speaker_above(trigger.token, trigger.sentence, stage) is not None


def _said_between(words: str, stage: Stage) -> bool:
    """Whether the words after the trigger hold `, a senior official said,`."""
    return any(
        match.group(1).lower() in stage.tables.speech.verbs for match in _BETWEEN.finditer(words)
    )
