"""One ask in words: what, who says so, how firmly, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.export.language.cutting import clipped, shortened
from briefing.export.language.fidelity import stands
from briefing.export.language.names import is_description
from briefing.export.language.nearness import verbatim
from briefing.export.language.wording import asked, capitalised
from briefing.export.markup.escape import folded
from briefing.export.outlines.outline import Line, Run
from briefing.export.parts.content import Content, line
from briefing.model import Ask, Span

_TABLE_WORDS = 32  # a clause of the press can run on; the footnote leads to all of it
_PRONOUNS = frozenset({"it", "he", "she", "they", "who", "which", "we", "i"})  # tell of nobody
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
_RULED_OUT = re.compile(
    r"^\W*(?:(?:has|have|had|is|are|was|were|will|would) )?(?:also |again |firmly |flatly )?"
    r"(?:reject(?:s|ed|ing)?|rul(?:e|es|ed|ing) out)\s+"
    r"(?:(?:any|all|an?|the (?:idea|notion|prospect|possibility) of(?: an?)?)\s+)?(?=[a-z])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^“”]*)”")


def wording(ask: Ask, words: int = 0) -> str:
    """Return what is asked: as the start of a line, or, cut to `words` words, inside one."""
    text = ask.text
    if ask.kind == "offer":
        text = _OFFERED.sub("", text)  # the line is marked as an offer already
    if ask.kind == "red_line" and ask.status not in _OWN:
        text = _RULED_OUT.sub("no ", text)
    text = asked(text, own=ask.status in _OWN, capital=not words)
    if not words:
        return text
    return clipped(text if ask.status in _OWN else shortened(text, words), words)


def marked(content: Content, ask: Ask) -> Line:
    """Return what is asked; offers, red lines and what both sides want are marked as such."""
    words = wording(ask)
    if ask.status not in _OWN:
        words = clipped(shortened(words, _TABLE_WORDS), _TABLE_WORDS)
    marks = [content.speech.say("joint")] if content.is_joint(ask) else []
    marks += [] if ask.kind == "ask" else [content.label(ask.kind)]
    own = (
        content.speech.say("reworded")
        if _is_reworded(content, words, evidence(content, ask))
        else ""
    )
    told = line(Run(words, _style(content, ask)), f" ({own})" if own else "")
    if not marks:
        return told
    mark = " – ".join([marks[0], *(each.lower() for each in marks[1:])])
    style = "strong" if _style(content, ask) else "emphasis"
    return (Run(content.headed(mark), style), Run(" "), *told)


def told(content: Content, ask: Ask, words: str, *, lead: str = "", end: str = "") -> Line:
    """Return an ask as part of a line: what, and in brackets who says so, with its note.

    Args:
        content: the briefing being put together.
        ask: the ask.
        words: its wording.
        lead: what stands before it.
        end: what closes the sentence.
    """
    spans = evidence(content, ask, 1)
    own = [content.speech.say("reworded")] if _is_reworded(content, words, spans) else []
    by = f" ({content.speech.in_parts([*own, says(content, ask)])}){end}"
    if not _style(content, ask):
        return (content.cited(f"{lead}{words}{by}", spans),)
    return (*((Run(lead),) if lead else ()), Run(words, "emphasis"), content.cited(by, spans))


def _is_reworded(content: Content, words: str, spans: Sequence[Span]) -> bool:
    """Whether none of the sentences cited has these words: somebody worded the ask anew."""
    return bool(spans) and not any(_has(content, words, span) for span in spans)


def _has(content: Content, words: str, span: Span) -> bool:
    return stands(words, content.notes.sentence(span).quote, content.speech.language)


def _style(content: Content, ask: Ask) -> str:
    """Words of the press in a briefing of another language are in italics, as foreign words are."""
    return "" if ask.status in _OWN or not content.is_foreign else "emphasis"


def who(content: Content, ask: Ask) -> str:
    """Return who says so: a name with its role at first use, or a description in words."""
    if ask.voiced_by and ask.voiced_by.casefold() not in _PRONOUNS:
        return content.names.full(ask.voiced_by, ask.attribution)
    known = ("unnamed_official", "analyst", "named")
    kind = ask.attribution if ask.attribution in known else "reporter"
    return content.speech.say(f"said_by_{kind}")


def strength(content: Content, ask: Ask) -> str:
    """Return how firmly it is said: `on record`, `unnamed officials` …, with its hedge."""
    return _hedged(content, ask, _attribution(content, ask))


def evidence(content: Content, ask: Ask, limit: int = 3) -> tuple[Span, ...]:
    """Return the sentences to cite: the strongest, one that has the words, and any they quote."""
    spans = content.notes.known(ask.spans)
    chosen = list(spans[:limit])
    words = wording(ask)
    if not any(_has(content, words, span) for span in chosen):
        chosen[-1:] = [span for span in spans if _has(content, words, span)][:1] or chosen[-1:]
    for quoted in _QUOTED.findall(words):
        holding = [span for span in spans if verbatim(quoted, span.quote)]
        if holding and not any(span in chosen for span in holding):
            chosen[-1] = holding[0]
    return tuple(chosen)


def sources(content: Content, ask: Ask) -> Line:
    """Return the outlets of an ask, each with the footnotes of its sentences."""
    by_outlet: dict[str, list[Span]] = {}
    for span in evidence(content, ask):
        article = content.articles[span.article]
        by_outlet.setdefault(content.outlet(article), []).append(span)
    runs: list[Run] = []
    for outlet, spans in by_outlet.items():
        runs += [Run(content.speech.in_parts(["", ""]))] if runs else []
        runs.append(content.cited(capitalised(outlet), spans))
    return tuple(runs)


def _attribution(content: Content, ask: Ask) -> str:
    simple = {"named": "on_record", "analyst": "reading", "reporter": "reported"}
    if ask.attribution in simple:
        return content.speech.say(simple[ask.attribution])
    voice = ask.voiced_by or ""
    noun = "official" if not voice or _OFFICIAL.search(voice) else "source"
    return content.speech.say(f"unnamed_{noun}{'s' if _MANY.search(voice) else ''}")


def _hedged(content: Content, ask: Ask, words: str) -> str:
    hedge = folded(ask.hedge)
    if not hedge:
        return words
    said = any(verbatim(hedge, span.quote) for span in evidence(content, ask))
    return f"{words}, {content.speech.quoted(hedge) if said else content.speech.say('hedged')}"


def says(content: Content, ask: Ask) -> str:
    """Return who says so and how firmly as one phrase, for use inside brackets."""
    if not ask.voiced_by and ask.attribution in ("named", "reporter"):
        return _attribution(content, ask)
    voice = who(content, ask)
    if ask.attribution == "unnamed_official" or (
        ask.attribution != "named" and is_description(ask.voiced_by or voice)
    ):
        return voice
    return f"{voice}, {_attribution(content, ask)}"
