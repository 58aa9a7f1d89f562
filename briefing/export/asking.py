"""One ask in words: what, who says so, how firmly, and where it stands."""

from __future__ import annotations

import re

from briefing.export.desk import Desk
from briefing.export.escape import folded
from briefing.export.names import is_description
from briefing.export.nearness import verbatim
from briefing.export.outline import Line, Run
from briefing.export.wording import asked, clipped, indefinite, lowered
from briefing.model import Ask, Span

_TABLE_WORDS = 32  # a clause of the press can run on; the footnote leads to all of it
_PRONOUNS = frozenset({"it", "he", "she", "they", "who", "which", "we", "i"})  # tell of nobody
_THING = re.compile(r"(?:readout|statement|communiqu[eé]|letter|report|memo|document|brief|draft)")
_OWN = ("edited", "added")
_MANY = re.compile(
    r"^(?:two|three|four|five|six|several|many|some|both|\d+)\b"
    r"|\b(?:people|insiders|\w+(?:ials|rces|ders|des|mats|ers|ors))\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:official|minister|aide|diplomat|advis[eo]r|envoy|administration|government|federal)",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"^\W*(?:to )?offer(?:s|ed|ing)?(?: to)?\s+(?=\w)", re.IGNORECASE)
_QUOTED = re.compile(r"“([^“”]*)”")


def wording(ask: Ask, words: int = 0) -> str:
    """Return what is asked: as the start of a line, or, cut to `words` words, inside one."""
    text = ask.text
    if ask.kind == "offer":
        text = _OFFERED.sub("", text)  # the line is marked as an offer already
    text = asked(text, own=ask.status in _OWN, capital=not words)
    return clipped(text, words) if words else text


def marked(desk: Desk, ask: Ask) -> Line:
    """Return what is asked, offers and red lines marked as such."""
    words = wording(ask) if ask.status in _OWN else clipped(wording(ask), _TABLE_WORDS)
    if ask.kind == "ask":
        return (Run(words),)
    return (Run(f"{desk.label(ask.kind)}:", "emphasis"), Run(f" {words}"))


def who(desk: Desk, ask: Ask) -> str:
    """Return who says so: a name with its role at first use, or a description in words."""
    if ask.voiced_by and ask.voiced_by.casefold() not in _PRONOUNS:
        voice = lowered(desk.names.full(ask.voiced_by))
        if ask.attribution == "unnamed_official":
            return indefinite(voice)
        return f"the {voice}" if _THING.fullmatch(voice) else voice
    return {
        "unnamed_official": "an unnamed official",
        "analyst": "an analyst",
        "named": "the source itself",
    }.get(ask.attribution, "the reporter")


def strength(desk: Desk, ask: Ask) -> str:
    """Return how firmly it is said: `on record`, `two unnamed officials`, `reported` …, with its hedge."""
    return _hedged(desk, ask, _attribution(ask))


def evidence(desk: Desk, ask: Ask, limit: int = 3) -> tuple[Span, ...]:
    """Return the sentences to cite: the strongest, and any that holds words the ask quotes."""
    spans = desk.notes.known(ask.spans)
    chosen = list(spans[:limit])
    for quoted in _QUOTED.findall(wording(ask)):
        holding = [span for span in spans if verbatim(quoted, span.quote)]
        if holding and not any(span in chosen for span in holding):
            chosen[-1] = holding[0]
    return tuple(chosen)


def sources(desk: Desk, ask: Ask) -> Line:
    """Return the outlets of an ask, each with the footnotes of its sentences."""
    by_outlet: dict[str, list[Span]] = {}
    for span in evidence(desk, ask):
        article = desk.articles[span.article]
        by_outlet.setdefault(desk.outlet(article), []).append(span)
    runs: list[Run] = []
    for outlet, spans in by_outlet.items():
        runs += [Run("; ")] if runs else []
        runs.append(desk.cited(outlet, spans))
    return tuple(runs)


def _attribution(ask: Ask) -> str:
    if ask.attribution == "named":
        return "on record"
    if ask.attribution == "analyst":
        return "an analyst’s reading"
    if ask.attribution == "reporter":
        return "reported"
    voice = ask.voiced_by or ""
    noun = "official" if not voice or _OFFICIAL.search(voice) else "source"
    return f"unnamed {noun}s" if _MANY.search(voice) else f"unnamed {noun}"


def _hedged(desk: Desk, ask: Ask, words: str) -> str:
    hedge = folded(ask.hedge)
    if not hedge:
        return words
    said = any(verbatim(hedge, span.quote) for span in evidence(desk, ask))
    return f"{words}, “{hedge}”" if said else f"{words}, hedged"


def says(desk: Desk, ask: Ask) -> str:
    """Return who says so and how firmly as one phrase, for use inside brackets."""
    voice = who(desk, ask)
    if ask.attribution == "named" and not ask.voiced_by:
        return "on record"
    if ask.attribution == "reporter" and not ask.voiced_by:
        return "reported"
    if ask.attribution != "named" and is_description(voice):
        return voice
    return f"{voice}, {_attribution(ask)}"
