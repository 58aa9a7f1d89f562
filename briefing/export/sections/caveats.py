"""Caveats: where the sources disagree, what rests on little, what is inferred or not reviewed."""

from __future__ import annotations

import re

from briefing.export.asking import wording
from briefing.export.desk import Desk, line
from briefing.export.outline import Block, Bullets, Line
from briefing.export.tongue import sides_of
from briefing.export.wording import sentence, unquoted
from briefing.model import Article, Ask

_NAMED = 3
_DATES = 8
_COUNTED = re.compile(r"^['‘](?P<words>.+?)['’](?P<how>: the next|: the last|, counted)")
_STATED = re.compile(r"^stated: (?P<words>.+?)(?P<year>; year from the publication date)?$")
_DIFFER = re.compile(r"^Sources disagree on the side of (?P<name>.+?): (?P<told>.+)\.$")


def caveats(desk: Desk) -> tuple[Block, ...]:
    """Return one bullet for each reason to read with care."""
    makers = (_conflicts, _thin, _other_side, _dates, _foreign, _by_rules, _unreviewed)
    found = [bullet for make in makers for bullet in make(desk)]
    return (Bullets(tuple(found)),) if found else ()


def reviewed(desk: Desk) -> tuple[int, int]:
    """Return how many findings the user has looked at, and how many there are."""
    records = desk.briefing.records
    groups = (records.people, records.issues, records.asks, records.pressure)
    statuses = [item.status for group in groups for item in group]
    return len(statuses) - statuses.count("proposed"), len(statuses)


def told_conflict(desk: Desk, conflict: str) -> str:
    """Return a disagreement of sources in the language of the briefing."""
    match = _DIFFER.match(conflict)
    if match is None:
        return unquoted(conflict)
    told = desk.speech.in_parts([_one_side(desk, each) for each in match["told"].split("; ")])
    return unquoted(desk.speech.say("sides_differ", name=match["name"], told=told))


def _one_side(desk: Desk, told: str) -> str:
    side, _, outlets = told.partition(" in ")
    return desk.speech.say("side_in", side=desk.speech.side(side), outlets=outlets)


def _conflicts(desk: Desk) -> list[Line]:
    records = desk.briefing.records
    said = [(c, p.spans) for p in records.people for c in p.conflicts]
    said += [(c, a.spans) for a in desk.asks for c in a.conflicts]
    return [
        line(desk.cited(sentence(told_conflict(desk, text)), spans[:2])) for text, spans in said
    ]


def _thin(desk: Desk) -> list[Line]:
    asks = [a for a in desk.asks if a.attribution == "unnamed_official" and len(a.outlets) < 2]
    if not asks:
        return []
    speech = desk.speech
    told = list(dict.fromkeys(speech.named(unquoted(wording(ask, 8))) for ask in asks))
    names = told[:_NAMED]
    if len(told) > _NAMED:
        names.append(speech.number_of("more", len(told) - _NAMED))
    items = speech.count("item", len(told))
    return [line(speech.number_of("thin", len(told), items=items, told=speech.listed(names)))]


def _other_side(desk: Desk) -> list[Line]:
    """Say so where nobody of the other side is on record for what it wants."""
    if not desk.theirs or not desk.other_sides or any(_own(desk, ask) for ask in desk.theirs):
        return []
    return [line(desk.speech.say("nobody_of", **sides_of(desk.speech, desk.other_sides)))]


def _own(desk: Desk, ask: Ask) -> bool:
    """Whether a side speaks for itself: by one of its people, by its name, or in a joint text."""
    if ask.attribution != "named":
        return False
    person = desk.names.person(ask.voiced_by) if ask.voiced_by else None
    return person.side == ask.side if person else desk.is_joint(ask) or ask.voiced_by == ask.side


def _dates(desk: Desk) -> list[Line]:
    meeting = desk.briefing.meeting
    items: list[Line] = []
    if meeting.date is None:
        items.append(line(desk.speech.say("no_date")))
    elif "date" not in meeting.confirmed:
        items += _basis(desk, meeting.date_basis)
    items += [
        line(desk.speech.say("no_published", article=f"{desk.outlet(a)}, {desk.titled(a)}"))
        for a in desk.briefing.articles
        if a.published is None
    ]
    found = [text for a in desk.briefing.articles if (text := _date_found(desk, a))]
    if found:
        told = desk.speech.in_parts(found[:_DATES])
        items.append(line(desk.speech.number_of("published_found", len(found), told=told)))
    return items


def _basis(desk: Desk, basis: str) -> list[Line]:
    """Tell from which words the date was inferred; a date that stands in the text needs no caveat."""
    stated = _STATED.match(basis)
    counted = _COUNTED.match(basis)
    if not basis or (stated and not stated["year"]):
        return []
    if stated:
        told = desk.speech.say("date_year", words=unquoted(stated["words"]))
    elif counted:
        key = {": the next": "date_from_next", ": the last": "date_from_last"}
        chosen = key.get(counted["how"], "date_from_words")
        told = desk.speech.say(chosen, words=unquoted(counted["words"]))
    else:
        told = desk.speech.say("date_other", words=unquoted(basis).rstrip("."))
    return [line(told)]


def _date_found(desk: Desk, article: Article) -> str:
    """How the date of an article was found, "" where the user told it or nothing does."""
    reason = dict(article.reasons).get("published", "")
    if article.published is None or not reason or "user" in reason or reason.startswith("given"):
        return ""
    day = f", {desk.headings.day(article.published)}" if article.outlet or article.title else ""
    why = f" ({unquoted(reason).rstrip('.')})" if desk.speech.language == "en" else ""
    return f"{desk.outlet(article)}{day}{why}"


def _foreign(desk: Desk) -> list[Line]:
    return [line(desk.speech.say("foreign"))] if desk.is_foreign else []


def _by_rules(desk: Desk) -> list[Line]:
    # A model that was asked for and not found is told behind a semicolon.
    by_rules = [a for a in desk.briefing.articles if a.extracted_by.split(";")[0] == "rules"]
    names = [desk.outlet(article) for article in by_rules]
    if not names:
        return []
    return [line(desk.speech.say("by_rules", names=desk.speech.listed(names)))]


def _unreviewed(desk: Desk) -> list[Line]:
    done, total = reviewed(desk)
    if done == total:
        return []
    findings = desk.speech.count("finding", total)
    return [line(desk.speech.say("not_reviewed", left=total - done, findings=findings))]
