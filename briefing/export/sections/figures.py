"""Figures of a sentence with what they count, cut out verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.export.markup.escape import folded
from briefing.model import Span

_FIGURE = re.compile(
    r"(?:(?P<before>\w[\w-]*) of )?(?<![\w.,-])(?P<figure>"
    r"(?:US|C|CAD|A|NZ)?[$€£¥] ?\d+(?:[.,]\d+)*(?:[- ](?:thousand|million|billion|trillion))?"
    r"|\d+(?:[.,]\d+)*[- ]?(?:per cent|percent|%|million|billion|trillion|kilograms?|tonnes?|tons"
    r"|barrels|troops|soldiers|jobs|seats|kilomet(?:re|er)s|miles)(?!\w)"
    r")(?P<tail>(?: (?:(?:[A-Z]\.){2,}|[\w$][\w$’'-]*))*(?<![’'])(?![\w’'-]|\.\w))"
)
_STOP = frozenset(
    re.split(
        r"\s+",
        "that which who whom where when while and or but as is are was were be been being has have had "
        "will would could should may might can said says say since after before during over under "
        "it its they he she we this these those if so than then there because into from by at in on "
        "to with without for of the a an about against until unless this last next them us him between every each",
    )
)
_INSIDE = frozenset(["of", "in", "on", "the", "a", "for"])
_AT_ONCE = frozenset(["of", "in", "on"])
_MOST_WORDS, _SURE_WORDS = 5, 3
_COUNTED = re.compile(r"\d[ -]?(?!per|million|billion|trillion|thousand)[a-z]{3,}$")


def figures(spans: Iterable[Span]) -> Iterable[tuple[str, Span]]:
    """Yield the figures of sentences with the words they count, verbatim.

    A figure of which the words do not tell what it counts is left out.
    """
    for span in spans:
        for match in _FIGURE.finditer(folded(span.quote)):
            words = _with_what_it_counts(match)
            if words:
                yield words, span


def _with_what_it_counts(match: re.Match[str]) -> str:
    tail = _trimmed(match["tail"].split())
    if tail or _COUNTED.search(match["figure"]):
        return " ".join([match["figure"], *tail])
    before = match["before"] or ""
    return f"{before} of {match['figure']}" if before and before.lower() not in _STOP else ""


def _trimmed(tail: list[str]) -> list[str]:
    """Cut the words after a figure before the sentence goes on to something else."""
    kept: list[str] = []
    for at, word in enumerate(tail[:_MOST_WORDS]):
        inside = _INSIDE if at else _AT_ONCE
        if word.lower() in _STOP - inside or word.endswith("ed"):
            break
        kept.append(word)
    if len(kept) == _MOST_WORDS < len(tail):
        # The phrase goes on; what follows the last preposition may be but half of it.
        last = [at for at, word in enumerate(kept) if at and word.lower() in _INSIDE]
        kept = kept[: last[-1]] if last else kept[:_SURE_WORDS]
    while kept and (
        kept[-1].lower() in _STOP
        or kept[-1].endswith("ing")
        or kept[-1].endswith(("'s", "’s", "s'", "s’"))
    ):
        kept.pop()
    return kept
