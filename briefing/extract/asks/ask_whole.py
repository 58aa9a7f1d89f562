"""Whether an ask's words are whole; where they are not, the words that the sentence gives instead.

Words that end in the midst of a phrase, or hold no more than a general noun or an adjective, tell
a reader nothing. What is missing stands in the same sentence more often than not.
"""

from __future__ import annotations

import re
from typing import Any

from briefing.extract.asks.ask_words import is_stub, tidy
from briefing.extract.scenes.scene import Stage
from briefing.extract.scenes.triggers import Trigger
from briefing.extract.text.clauses import SUBJECTS, span_of, token_at

# Verbs of saying that may stand before what is asked.
_REPORTS = frozenset(
    ["tell", "say", "stress", "reiterate", "note", "add", "repeat", "argue", "state", "explain"]
)
_GENERAL = frozenset(["thing", "possibility", "way"])
# What may stand between `told Peru` and what Peru is told: `that`, `on Tuesday`.
_BEFORE_CLAUSE = ("mark", "prep", "npadvmod", "advmod", "punct")
_COMPLEMENTS = ("dobj", "attr", "acomp", "xcomp", "ccomp", "nsubjpass")
_OPEN_END = re.compile(
    r"(?:^|\s)(?:the|a|an|and|or|but|nor|of|with|from|into|that|than|as|via|for|"
    r"its|their|his|her|our|your|my|which|whose|if|because|per)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\w['’]s$")
_JOINED_END = re.compile(r",?\s+(?:and|or)\s+[a-z]+(?:ing|ed)$")
_CONTENT = ("NOUN", "PROPN", "VERB", "NUM")
_MORE = ("NN", "JJ", "DT", "PRP$", "CD", "VBN")


def whole(words: str, trigger: Trigger, stage: Stage) -> str:
    """Return the words, mended where the sentence tells more; "" where they stay hollow.

    Args:
        words: what is asked, as words of the sentence of the trigger.
        trigger: where the ask was found.
        stage: the text it stands in.
    """
    mended = _mended(words, trigger, stage)
    if is_stub(mended) or _OPEN_END.search(mended) or is_owner(mended):
        return ""
    found = _tokens(mended, trigger, stage)
    return "" if found and (_is_cut(found) or _is_general(found)) else mended


def is_owner(words: str) -> bool:
    """Whether words end with an owner whose thing is missing: `the minister's`."""
    return _POSSESSIVE.search(words) is not None


def _mended(words: str, trigger: Trigger, stage: Stage) -> str:
    if not words or (place := _place(words, trigger, stage)) is None:
        return words
    if place[1] <= trigger.start:
        return from_trigger(words, trigger, stage)
    found = _tokens(words, trigger, stage)
    if not found:
        return words
    told = _told(found[0])
    told = told or _with_object(found)
    if told is None and _is_general(found):
        told = _other_side(found)
    if told is not None:
        offset, text = stage.document.offset(trigger.sentence), stage.document.text
        return tidy(text[offset + told[0] : offset + told[1]])
    if _names_alone(found):
        return _to_the_end(words, found[-1], trigger, stage)
    return _JOINED_END.sub("", words) if _is_cut(found) else words


def _names_alone(found: list[Any]) -> bool:
    """`Malta and Cyprus`, before `to open their ports`: who is asked, without what."""
    after = found[-1].doc[found[-1].i + 1 :]
    named = all(token.pos_ in ("PROPN", "CCONJ", "DET", "PUNCT") for token in found)
    return named and len(after) > 1 and after[0].tag_ == "TO" and after[1].tag_ == "VB"


def _to_the_end(words: str, last: Any, trigger: Trigger, stage: Stage) -> str:
    end = stage.document.sentences[trigger.sentence].end
    after = stage.document.offset(trigger.sentence) + last.idx + len(last.text)
    return tidy(words + stage.document.text[after:end])


def from_trigger(words: str, trigger: Trigger, stage: Stage) -> str:
    """Return the sentence from the trigger on; the words given where that says too little."""
    sentence = stage.document.sentences[trigger.sentence]
    later = tidy(stage.document.text[trigger.start : sentence.end])
    return words if is_stub(later) else later


def _place(words: str, trigger: Trigger, stage: Stage) -> tuple[int, int] | None:
    sentence = stage.document.sentences[trigger.sentence]
    quote, wanted = stage.document.quote(trigger.sentence), " ".join(words.split())
    flat = " ".join(quote.split())
    low = flat.find(wanted)
    if low < 0:
        return None
    high = low + len(wanted)
    if len(flat) < len(quote):  # more than one blank between two words
        kept = [at for at, mark in enumerate(quote) if not (mark + quote[at - 1]).isspace()]
        low, high = kept[low], kept[high - 1] + 1
    return sentence.start + low, sentence.start + high


def _tokens(words: str, trigger: Trigger, stage: Stage) -> list[Any]:
    """Return the tokens of the words; none without a parse or where the words were joined anew."""
    parse = stage.document.parse(trigger.sentence)
    place = _place(words, trigger, stage)
    if parse is None or place is None:
        return []
    offset = stage.document.offset(trigger.sentence)
    first, last = (token_at(parse, at - offset) for at in (place[0], place[1] - 1))
    return [] if first is None or last is None else list(parse[first.i : last.i + 1])


def _told(verb: Any) -> tuple[int, int] | None:
    """`told a paper that Peru must act`: where what is told stands, without the `that`."""
    if verb.lemma_.lower() not in _REPORTS or verb.pos_ != "VERB":
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.left_edge.i > verb.i), None)
    if clause is None:
        return None
    begin = [c.left_edge.idx for c in clause.lefts if c.dep_ not in _BEFORE_CLAUSE]
    return min([*begin, clause.idx]), span_of(clause)[1]


def _is_cut(found: list[Any]) -> bool:
    """Whether the last word is a participle joined on whose object is missing."""
    last = found[-1]
    if len(found) < 3 or found[-2].dep_ != "cc" or not last.lower_.endswith(("ing", "ed")):
        return False
    following = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    return following is not None and following.tag_.startswith(_MORE)


def _is_general(found: list[Any]) -> bool:
    """Whether the words hold no noun or verb, or no more than `the only thing that we accept`."""
    head = next((t for t in found if t.pos_ in _CONTENT), None)
    if head is None:
        return True
    if head.lemma_.lower() not in _GENERAL or head.pos_ != "NOUN" or head.i - found[0].i > 3:
        return False
    if any(child.dep_ in ("prep", "acl") for child in head.children if child in found):
        return False
    below = set(head.subtree)
    return all(token in below or token.pos_ == "PUNCT" for token in found)


def _with_object(found: list[Any]) -> tuple[int, int] | None:
    """`the talks that Peru seeks to hold in May`: from what is held on, which stands before."""
    verb = lowest = found[0]
    while (below := next((c for c in lowest.children if c.dep_ == "xcomp"), None)) is not None:
        lowest = below
    if any(c.dep_ in _COMPLEMENTS and c.i > lowest.i for c in lowest.children):
        return None
    while verb.dep_ == "xcomp":
        verb = verb.head
    fronted = [t for t in verb.subtree if t.i < found[0].i and t.dep_ in ("dobj", "pobj")]
    if verb.dep_ != "relcl" or not any(_is_fronted(token) for token in fronted):
        return None
    return verb.head.left_edge.idx, found[-1].idx + len(found[-1].text)


def _is_fronted(token: Any) -> bool:
    """Whether it is the `that` of `talks that Peru seeks`, not that of `areas in which`."""
    before = token.doc[token.i - 1] if token.i else None
    return token.tag_ in ("WDT", "WP") and (before is None or before.tag_ != "IN")


def _other_side(found: list[Any]) -> tuple[int, int] | None:
    """Return what a general noun or an adjective is told to be: the other side of `is`."""
    for token in found:
        verb = token.head
        if verb.lemma_ != "be" or verb == token:
            continue
        if token.lemma_.lower() == "way":
            return span_of(verb)
        if token.dep_ in SUBJECTS:
            return _right_of(verb)
        if token.dep_ == "attr":
            own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
            return None if own is None or own.pos_ == "PRON" else span_of(own)
        if token.dep_ == "acomp":
            return _after_colon(verb, token)
    return None


def _right_of(verb: Any) -> tuple[int, int] | None:
    low, high = verb.idx + len(verb.text), span_of(verb)[1]
    return (low, high) if high > low else None


def _after_colon(verb: Any, adjective: Any) -> tuple[int, int] | None:
    """`The goal is modest: end the duties`: what stands after the colon."""
    colon = next((t for t in verb.doc[adjective.i :] if t.text == ":"), None)
    if colon is None:
        return None
    return colon.idx + 1, verb.doc[-1].idx + len(verb.doc[-1].text)
