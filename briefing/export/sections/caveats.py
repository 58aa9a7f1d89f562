"""Caveats: where the sources disagree, what rests on little, what is inferred or not reviewed."""

from __future__ import annotations

import re

from briefing.export.language.tongue import sides_of
from briefing.export.language.wording import sentence, unquoted
from briefing.export.outlines.outline import Block, Bullets, Line
from briefing.export.parts.asking import wording
from briefing.export.parts.content import Content, line
from briefing.model import Article, Ask
from briefing.model.finding import PARTLY

_NAMED = 3
_DATES = 8
_COUNTED = re.compile(r"^['‘](?P<words>.+?)['’](?P<how>: the next|: the last|, counted)")
_STATED = re.compile(r"^stated: (?P<words>.+?)(?P<year>; year from the publication date)?$")
_DIFFER = re.compile(r"^Sources disagree on the side of (?P<name>.+?): (?P<told>.+)\.$")


def caveats(content: Content) -> tuple[Block, ...]:
    """Return one bullet for each reason to read with care."""
    makers = (_conflicts, _thin, _other_side, _dates, _foreign, _by_rules, _partly, _unreviewed)
    found = [bullet for make in makers for bullet in make(content)]
    return (Bullets(tuple(found)),) if found else ()


def reviewed(content: Content) -> tuple[int, int]:
    """Return how many findings the user has looked at, and how many there are."""
    records = content.briefing.records
    groups = (records.people, records.issues, records.asks, records.pressure)
    statuses = [item.status for group in groups for item in group]
    return len(statuses) - statuses.count("proposed"), len(statuses)


def told_conflict(content: Content, conflict: str) -> str:
    """Return a disagreement of sources in the language of the briefing."""
    match = _DIFFER.match(conflict)
    if match is None:
        return unquoted(conflict)
    told = content.speech.in_parts([_one_side(content, each) for each in match["told"].split("; ")])
    return unquoted(content.speech.say("sides_differ", name=match["name"], told=told))


def _one_side(content: Content, told: str) -> str:
    side, _, outlets = told.partition(" in ")
    return content.speech.say("side_in", side=content.speech.side(side), outlets=outlets)


def _conflicts(content: Content) -> list[Line]:
    records = content.briefing.records
    said = [(c, p.spans) for p in records.people for c in p.conflicts]
    said += [(c, a.spans) for a in content.asks for c in a.conflicts]
    return [
        line(content.cited(sentence(told_conflict(content, text)), spans[:2]))
        for text, spans in said
    ]


def _thin(content: Content) -> list[Line]:
    asks = [a for a in content.asks if a.attribution == "unnamed_official" and len(a.outlets) < 2]
    if not asks:
        return []
    speech = content.speech
    told = list(dict.fromkeys(speech.named(unquoted(wording(ask, 8))) for ask in asks))
    names = told[:_NAMED]
    if len(told) > _NAMED:
        names.append(speech.number_of("more", len(told) - _NAMED))
    items = speech.count("item", len(told))
    return [line(speech.number_of("thin", len(told), items=items, told=speech.listed(names)))]


def _other_side(content: Content) -> list[Line]:
    """Say so where nobody of the other side is on record for what it wants."""
    if (
        not content.theirs
        or not content.other_sides
        or any(_own(content, ask) for ask in content.theirs)
    ):
        return []
    return [line(content.speech.say("nobody_of", **sides_of(content.speech, content.other_sides)))]


def _own(content: Content, ask: Ask) -> bool:
    """Whether a side speaks for itself: by one of its people, by its name, or in a joint text."""
    if ask.attribution != "named":
        return False
    person = content.names.person(ask.voiced_by) if ask.voiced_by else None
    return person.side == ask.side if person else content.is_joint(ask) or ask.voiced_by == ask.side


def _dates(content: Content) -> list[Line]:
    meeting = content.briefing.meeting
    items: list[Line] = []
    if meeting.date is None:
        items.append(line(content.speech.say("no_date")))
    elif "date" not in meeting.confirmed:
        items += _basis(content, meeting.date_basis)
    items += [
        line(
            content.speech.say("no_published", article=f"{content.outlet(a)}, {content.titled(a)}")
        )
        for a in content.briefing.articles
        if a.published is None
    ]
    found = [text for a in content.briefing.articles if (text := _date_found(content, a))]
    if found:
        told = content.speech.in_parts(found[:_DATES])
        items.append(line(content.speech.number_of("published_found", len(found), told=told)))
    return items


def _basis(content: Content, basis: str) -> list[Line]:
    """Tell from which words the date was inferred; a date in the text needs no caveat."""
    stated = _STATED.match(basis)
    counted = _COUNTED.match(basis)
    if not basis or (stated and not stated["year"]):
        return []
    if stated:
        told = content.speech.say("date_year", words=unquoted(stated["words"]))
    elif counted:
        key = {": the next": "date_from_next", ": the last": "date_from_last"}
        chosen = key.get(counted["how"], "date_from_words")
        told = content.speech.say(chosen, words=unquoted(counted["words"]))
    else:
        told = content.speech.say("date_other", words=unquoted(basis).rstrip("."))
    return [line(told)]


def _date_found(content: Content, article: Article) -> str:
    """How the date of an article was found, "" where the user told it or nothing does."""
    reason = dict(article.reasons).get("published", "")
    if article.published is None or not reason or "user" in reason or reason.startswith("given"):
        return ""
    day = f", {content.headings.day(article.published)}" if article.outlet or article.title else ""
    why = f" ({unquoted(reason).rstrip('.')})" if content.speech.language == "en" else ""
    return f"{content.outlet(article)}{day}{why}"


def _foreign(content: Content) -> list[Line]:
    return [line(content.speech.say("foreign"))] if content.is_foreign else []


def _by_rules(content: Content) -> list[Line]:
    # A model that was asked for and not found is told behind a semicolon.
    by_rules = [a for a in content.briefing.articles if a.extracted_by.split(";")[0] == "rules"]
    names = [content.outlet(article) for article in by_rules]
    if not names:
        return []
    return [line(content.speech.say("by_rules", names=content.speech.listed(names)))]


def _partly(content: Content) -> list[Line]:
    partly = [content.outlet(a) for a in content.briefing.articles if PARTLY in a.extracted_by]
    if not partly:
        return []
    return [line(content.speech.say("partly_by_rules", names=content.speech.listed(partly)))]


def _unreviewed(content: Content) -> list[Line]:
    done, total = reviewed(content)
    if done == total:
        return []
    findings = content.speech.count("finding", total)
    return [line(content.speech.say("not_reviewed", left=total - done, findings=findings))]
