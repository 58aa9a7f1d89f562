"""Who does what inside a parsed sentence: governors, subjects, objects and negation.

Tokens are spaCy's; labels are those of its English models (ClearNLP).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
AUXILIARIES = ("aux", "auxpass")
FINITE = ("MD", "VBD", "VBZ", "VBP")
CLIMB_TO_SUBJECT = (
    "xcomp",
    "conj",
    "advcl",
    "pcomp",
    "ccomp",
    "prep",
    "dobj",
    "pobj",
    "attr",
    "acl",
)
# Verbs whose object does what the complement says: in "asked Japan to act", Japan acts.
OBJECT_CONTROL = frozenset(
    [
        "ask",
        "urge",
        "press",
        "push",
        "tell",
        "want",
        "expect",
        "encourage",
        "persuade",
        "convince",
        "force",
        "allow",
        "let",
        "help",
        "get",
        "lead",
        "cause",
        "order",
        "invite",
        "require",
        "enable",
        "need",
        "pressure",
        "warn",
        "request",
        "advise",
        "see",
        "like",
        "keep",
        "make",
        "prevent",
        "stop",
        "oblige",
        "compel",
        "prompt",
    ]
)
MAX_CLIMB = 8


def token_at(parse: Any, position: int) -> Any | None:
    """Return the token of a spaCy Doc that holds the character at `position`."""
    place = bisect_right(range(len(parse)), position, key=lambda index: parse[index].idx) - 1
    if place < 0:
        return None
    token = parse[place]
    return token if position < token.idx + len(token.text_with_ws) else None


def governor(token: Any) -> Any:
    """Return the verb an auxiliary belongs to, or the token itself."""
    while token.dep_ in AUXILIARIES and token.head != token:
        token = token.head
    return token


def subject(token: Any) -> Any | None:
    """Return the token that is the subject of a verb or of what governs it, or None."""
    for _ in range(MAX_CLIMB):
        own = own_subject(token) or _joined_wrongly(token)
        if own is not None:
            return _antecedent(own, token)
        if token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ in ("VBG", "VBN", "VBD")):
            return token.head
        parent = token.head
        if parent == token:
            return None
        if token.dep_ == "xcomp" and (controlled := _controlled(parent)) is not None:
            return controlled
        token = parent
    return None


def _joined_wrongly(verb: Any) -> Any | None:
    """`X was not to blame and Y must yield`: the name that the parser joined to what is before `and`."""
    if verb.dep_ != "conj":
        return None
    modals = [child for child in verb.children if child.tag_ == "MD" and child.i < verb.i]
    before = modals[0].i - 1 if modals else 0
    name = verb.doc[before] if before > 1 else None
    if name is None or name.dep_ != "conj" or name.pos_ != "PROPN":
        return None
    return name if verb.doc[name.left_edge.i - 1].dep_ == "cc" else None


def own_subject(token: Any) -> Any | None:
    """Return the subject among a verb's own children, or None."""
    for child in token.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def agent(token: Any) -> Any | None:
    """Return who does it in a passive clause ("urged by Japan"), or None."""
    for child in token.children:
        if child.dep_ == "agent":
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def is_passive(token: Any) -> bool:
    """Whether the verb is in the passive: with its auxiliary, or as a bare participle with `by`."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children):
        return True
    if token.tag_ != "VBN" or any(
        child.dep_ in (*AUXILIARIES, "nsubj") for child in token.children
    ):
        return False
    return bool(token.dep_ == "advcl" or (token.dep_ == "acl" and agent(token) is not None))


def is_finite(token: Any) -> bool:
    """Whether a verb has a tense or a modal of its own: `told Japan that it would act`."""
    if token.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return any(child.dep_ in AUXILIARIES and child.tag_ in FINITE for child in token.children)


def is_negated(token: Any) -> bool:
    """Whether a clause is negated: `not`, `never`, or a subject with `no`."""
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "not", "n't", "n’t"):
            return True
        if child.dep_ in SUBJECTS and any(one.lower_ == "no" for one in child.children):
            return True
    return False


def objects(token: Any) -> Iterator[Any]:
    """Yield the objects of a verb: direct, indirect, and the subject of its complement."""
    for child in token.children:
        if child.dep_ in ("dobj", "dative", "iobj"):
            yield child
        elif child.dep_ in ("ccomp", "xcomp"):
            inner = own_subject(child)
            if inner is not None and inner.i > token.i:
                yield inner


def ancestors(token: Any) -> Iterator[tuple[Any, Any]]:
    """Yield (ancestor, child through which it was reached), nearest first."""
    child = token
    for parent in token.ancestors:
        yield parent, child
        child = parent


def span_of(token: Any) -> tuple[int, int]:
    """Return the characters of a token's whole subtree within its sentence."""
    last = token.right_edge
    return token.left_edge.idx, last.idx + len(last.text)


def phrase_of(token: Any) -> tuple[int, int]:
    """Return the characters of a noun phrase without its relative clauses and appositions."""
    end = token.idx + len(token.text)
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "from"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                last = max((inner, *inner.conjuncts), key=lambda one: one.i)
                end = max(end, last.idx + len(last.text))
    return token.left_edge.idx, end


def _antecedent(found: Any, verb: Any) -> Any:
    if found.tag_ in ("WDT", "WP") or (found.lower_ == "that" and found.tag_ == "DT"):
        clause = verb
        while clause.dep_ not in ("relcl", "acl") and clause.head != clause:
            clause = clause.head
        if clause.dep_ in ("relcl", "acl"):
            return clause.head
    return found


def _controlled(parent: Any) -> Any | None:
    if parent.lemma_.lower() not in OBJECT_CONTROL or is_passive(parent):
        return None
    return next((c for c in parent.children if c.dep_ in ("dobj", "dative")), None)


def conditional(token: Any) -> bool:
    """Whether a verb stands in a clause that begins with `if`, `unless`, `whether`."""
    for clause in (token, *(parent for parent, _ in ancestors(token))):
        for child in clause.children:
            if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
                return True
            if child.tag_ in ("WP", "WRB") and clause.dep_ in ("ccomp", "pcomp", "conj"):
                return True
        if clause.dep_ in ("ROOT", "relcl"):
            break
    return False
