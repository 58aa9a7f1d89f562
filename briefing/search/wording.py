"""The words, phrases and patterns of a query as steps: what may stand at each position.

Unquoted, a word is asked for by its stem, and `us` is the country: nobody searches for the pronoun.
In quotation marks a word is asked for as written; there `us` may be either, as the quoted text may
have been all in small letters, but `US` is the country alone.
"""

from __future__ import annotations

import re

from briefing.errors import BadQuery
from briefing.phrase import phrase
from briefing.search.analysis import COUNTRY_WORDS, fold, terms, tokens
from briefing.search.nodes import Form, Step

_FUZZY = re.compile(r"(.+?)~([12]?)")
_WILD = re.compile(r"\*|\?(?=[\w*?])")  # a question mark at the end of a word ends a question
_PIECES = re.compile(r"(?:[^\W_]|['’*?])+")


def quoted_steps(text: str) -> tuple[Step, ...]:
    """Return the steps of a phrase in quotation marks: exact words, in order."""
    steps: dict[int, Step] = {}
    for token in tokens(text, asked=True):
        if token.position not in steps:
            written = text[token.start : token.end]
            forms: Step = (Form(token.term, "exact"),)
            if written.islower() and written in COUNTRY_WORDS:
                forms += (Form(written, "exact"),)
            steps[token.position] = forms
    return tuple(steps.values())


def unfinished_steps(text: str) -> tuple[Step, ...]:
    """Return the steps of a phrase whose end is still typed: the beginning of its last word will do."""
    steps = quoted_steps(text)
    if not steps or not text[-1:].isalnum():
        return steps
    last = steps[-1]
    return (*steps[:-1], (*last, Form(last[0].text, "prefix")))


def typed_steps(text: str) -> tuple[Step, ...]:
    """Return the steps of a word that may still be typed: the beginning of its last word is enough."""
    steps = word_steps(text)
    if not steps or not text[-1:].isalnum():
        return steps
    last = steps[-1][0]
    if last.how == "stem" and len(last.text) >= 2 and "." not in last.text:
        return (*steps[:-1], (Form(last.text, "typed"),))
    return steps


def word_steps(text: str) -> tuple[Step, ...]:
    """Return the steps of a word outside quotation marks; `supply-managed` has two.

    Raises:
        BadQuery: where a wildcard has fewer than two letters beside it and would match any word.
    """
    fuzzy = _FUZZY.fullmatch(text) if "~" in text else None
    if fuzzy and (asked := terms(fuzzy[1])):
        edits = int(fuzzy[2] or 1)
        return (*_stems(asked[:-1]), (Form(asked[-1], "fuzzy", edits),))
    if _WILD.search(text):
        return _wild_steps(text)
    return _stems(terms(text))


def _stems(asked: tuple[str, ...]) -> tuple[Step, ...]:
    return tuple((Form(term, "stem"),) for term in asked)


def _wild_steps(text: str) -> tuple[Step, ...]:
    if text.endswith("*") and not _WILD.search(text.rstrip("*")):
        asked = terms(text.rstrip("*"))
        if asked and (len(asked[-1]) >= 2 or asked[-1].isdigit()):
            return (*_stems(asked[:-1]), (Form(asked[-1].rstrip("."), "prefix"),))
    steps: list[Step] = []
    for piece in _PIECES.findall(text):
        if not _WILD.search(piece):
            steps += _stems(terms(piece))
            continue
        if sum(c.isalnum() for c in piece) < 2:
            raise BadQuery(
                phrase(
                    "“{text}” would match nearly every word; give it at least two letters.",
                    text=text,
                )
            )
        steps.append((Form(re.sub(r"\*+", "*", fold(piece)), "glob"),))
    return tuple(steps)
