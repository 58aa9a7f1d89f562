"""Where a word stands in its sentence: whether talks are of it, told by the grammar.

`They discussed fish and visas`, `talks on fish`, `a row over fish`, `ways to sell more fish`.
"""

from __future__ import annotations

from typing import Any

TALKED, TALKS_NOUN, TALKS_VERB, WEAK = "talked", "talks noun", "talks verb", "weak verb"


def words(told: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(told.split())


STRONG = (TALKED, TALKS_NOUN, TALKS_VERB)
CLIMB = 8
_BEFORE_NOUN = ("compound", "nmod", "amod")
# Nouns and verbs whose object, or what follows `on`, is a subject of talks.
TALK_NOUNS = words(
    "talk discussion dialogue negotiation agreement accord pact treaty memorandum deal issue matter topic"
    " agenda subject area field sector cooperation co-operation collaboration consultation dispute tension"
    " row rift difference disagreement concern priority quarrel clash friction question problem conversation"
    " exchange view stance position debate standoff partnership proposal plan request demand call meeting"
    " summit progress way avenue"
)
TALK_VERBS = words(
    "discuss raise cover address tackle negotiate resolve settle review focus touch talk cooperate"
    " collaborate agree consult prioritize prioritise debate explore differ disagree clash exchange examine"
    " consider deliberate analyse analyze assess feature dominate top"
)
# Verbs that more often than not have a subject of talks as their object, and less surely so.
WEAK_VERBS = words(
    "include expand strengthen deepen boost enhance promote intensify develop broaden advance increase"
    " improve facilitate launch implement concern involve relate pertain highlight underline underscore"
    " reaffirm reiterate welcome praise voice express propose offer seek urge press request demand speak"
    " sign stress emphasize emphasise conclude finalise finalize"
)
_LINKS = words(
    "on over about regarding concerning including of in for like as around upon into such"
)
_PASSED = words("of including like as in for to")
_TOPS = frozenset(("top", "dominate", "feature", "figure"))
_BOARD = frozenset(("agenda", "table", "focus", "issues", "topics"))


def place_of(word: Any) -> str:
    """Return how talks are of a word: one of STRONG, WEAK, or "" where they are not.

    Args:
        word: a spaCy token of a parsed sentence.
    """
    token: Any | str = word
    for _ in range(CLIMB):
        token = _up(token)
        if isinstance(token, str):
            return token
    return ""


def _up(token: Any) -> Any | str:
    """Return the word whose place is that of this one, or the place itself."""
    place, head = token.dep_, token.head
    if place in ("conj", "appos"):
        return head
    if place in ("pobj", "pcomp") and head.dep_ in ("prep", "agent", "dative", "prt"):
        return _after_link(head)
    if place in ("dobj", "nsubjpass") and head.pos_ in ("VERB", "AUX"):
        return _of_verb(head)
    if place == "nsubj":
        return TALKED if _tops(head) else ""
    if place in _BEFORE_NOUN:
        return head
    return ""


def _after_link(link: Any) -> Any | str:
    above = link.head
    lemma, word = above.lemma_.lower(), link.lower_
    if word in _LINKS:
        if lemma in TALK_NOUNS:
            return TALKS_NOUN
        if lemma in TALK_VERBS:
            return TALKS_VERB
        if lemma in WEAK_VERBS:
            return WEAK
    return above if above.pos_ == "NOUN" and word in _PASSED else ""


def _of_verb(verb: Any) -> Any | str:
    """Return the place of a verb's object: `ways to boost X` and `talks on boosting X` are of X."""
    lemma = verb.lemma_.lower()
    if lemma in TALK_VERBS:
        return TALKED
    top = verb
    while top.dep_ == "conj" and top.head is not top:
        top = top.head
    if top.dep_ == "acl" and top.head.pos_ == "NOUN":
        return top.head
    if top.dep_ == "pcomp":
        return top
    return WEAK if lemma in WEAK_VERBS else ""


def _tops(verb: Any) -> bool:
    """Whether what a verb tells of its subject is that talks are of it: `X tops the agenda`."""
    if verb.lemma_.lower() in _TOPS:
        return True
    links = (child for child in verb.children if child.dep_ == "prep")
    return verb.lemma_ == "be" and any(w.lower_ in _BOARD for link in links for w in link.subtree)
