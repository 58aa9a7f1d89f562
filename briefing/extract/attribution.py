"""Attribution: on whose word an ask is told: by name, by an official, an analyst or the reporter."""

from __future__ import annotations

import re

from briefing.extract.evidence import Claim
from briefing.extract.scene import Stage
from briefing.extract.voices import speaker_above

_MARKS = re.compile(r"[\"“”]")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_BETWEEN = re.compile(r",\s+(?:[\w’'.-]+\s+){1,7}?([\w]+)(?=\s*(?:,|\.?$))")
AUTHORS = ("joint statement", "statement", "readout")
# To do these is to speak: "Japan called on Chile" is on Japan's word.
SPEECH_ACTS = (
    "urge", "press", "ask", "call", "appeal", "demand", "request", "insist", "warn", "propose",
    "pledge", "promise", "reaffirm", "stress", "announce", "vow", "reiterate", "refuse",
)  # fmt: skip


def attribution_of(claim: Claim, stage: Stage) -> tuple[str, str | None]:
    """Return the attribution of an ask, and whose words it is, None for the reporter's own."""
    voice, asker = claim.asker.voice, claim.asker
    if voice.attribution != "reporter" and _is_told_by_voice(claim, stage):
        return voice.attribution, (
            asker.person or "readout"
        ) if voice.name == "readout" else voice.name
    token = claim.trigger.token
    said = token is None or token.tag_ == "VBD"
    if asker.person is not None and claim.trigger.words.split()[0].lower().endswith("ed"):
        return "named", asker.person
    if said and asker.how == "subject" and claim.trigger.frame.id.startswith(SPEECH_ACTS):
        return "named", claim.side
    return "reporter", None


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
    speaks = any(
        word.lower_ in stage.tables.speech.verbs and word.pos_ == "VERB" for word in parse or ()
    )
    if not speaks or _MARKS.search(quote):
        return True
    return speaker_above(trigger.token, trigger.sentence, stage) is not None


def _said_between(words: str, stage: Stage) -> bool:
    """Whether the words after the trigger hold `, a senior official said,`."""
    return any(
        match.group(1).lower() in stage.tables.speech.verbs for match in _BETWEEN.finditer(words)
    )
