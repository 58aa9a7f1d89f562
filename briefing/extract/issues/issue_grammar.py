"""Evidence for an issue from the grammar of the sentences that name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.extract.issues.agenda import STRONG, place_of, words
from briefing.extract.text.document import Document
from briefing.model import Extent

CLIMB = 6
_ROLES = words("dobj pobj nsubj conj compound amod attr appos nmod poss npadvmod ROOT nsubjpass")
_LINKS = words("on in over about of for to with by from against as at")
_BEFORE_NOUN = frozenset(("role amod", "role compound", "role poss", "role nmod", "role is ADJ"))
_PLACES = frozenset(("role pobj", "role pobj in", "role pobj at", "role pobj from", "role pobj to"))


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the grammar tells of an issue.

    Attributes:
        evidence: names of `resources/issue_weights.csv`.
        talked: the sentences in which talks are of it.
        standing: `yes` where talks are of it, `weak` where perhaps, else `no`; "" without a parse.
    """

    evidence: frozenset[str]
    talked: frozenset[int]
    standing: str


NOTHING = Grammar(frozenset(), frozenset(), "")


def grammar_of(mentions: tuple[Extent, ...], document: Document) -> Grammar:
    """Return what the grammar tells of the places that name an issue; nothing without a parse."""
    if not document.parsed:
        return NOTHING
    found, places, talked = set[str](), [], set[int]()
    for mention in mentions:
        index = document.sentence_at(mention.start) or 0
        word = _word_at(mention, index, document)
        if word is None:
            continue
        found.update(_roles(word))
        found.update(_tense(word))
        if place := place_of(word):
            places.append(place)
            if place in STRONG:
                talked.add(index)
    strong = sum(place in STRONG for place in places)
    standing = "yes" if strong else "weak" if places else "no"
    roles = {name for name in found if name.startswith("role ")}
    found |= {f"subject {place}" for place in places} | {f"subject {standing}"}
    found |= {"subject twice"} if strong > 1 else set()
    found |= {"role only before a noun"} if roles <= _BEFORE_NOUN else set()
    found |= {"role only place"} if roles <= _PLACES else set()
    return Grammar(frozenset(found), frozenset(talked), standing)


def _word_at(mention: Extent, index: int, document: Document) -> Any | None:
    """Return the word of the parse that governs the others of a mention."""
    parse = document.parse(index)
    if parse is None:
        return None
    offset = document.offset(index)
    span = parse.char_span(mention.start - offset, mention.end - offset, alignment_mode="expand")
    return None if span is None or not len(span) else span.root


def _roles(word: Any) -> Iterator[str]:
    if word.dep_ in _ROLES:
        yield f"role {word.dep_}"
    if word.dep_ == "pobj" and word.head.lower_ in _LINKS:
        yield f"role pobj {word.head.lower_}"
    if word.pos_ in ("VERB", "ADJ"):
        yield f"role is {word.pos_}"


def _tense(word: Any) -> Iterator[str]:
    top = word
    for _ in range(CLIMB):
        if top.pos_ in ("VERB", "AUX") or top.head is top:
            break
        top = top.head
    if top.pos_ == "VERB":
        yield "verb past" if top.tag_ in ("VBD", "VBN") else "verb not past"
