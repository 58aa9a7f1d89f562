"""Caveats: where the sources disagree, what rests on little, what is inferred or not reviewed."""

from __future__ import annotations

from briefing.export.asking import wording
from briefing.export.desk import Desk, line
from briefing.export.outline import Block, Bullets, Line
from briefing.export.wording import counted, in_text, listed, sentence, title_words, unquoted
from briefing.model import Article

_NAMED = 3
_DATES = 8


def caveats(desk: Desk) -> tuple[Block, ...]:
    """Return one bullet for each reason to read with care."""
    makers = (_conflicts, _thin, _other_side, _dates, _by_rules, _unreviewed)
    found = [bullet for make in makers for bullet in make(desk)]
    return (Bullets(tuple(found)),) if found else ()


def reviewed(desk: Desk) -> tuple[int, int]:
    """Return how many findings the user has looked at, and how many there are."""
    records = desk.briefing.records
    groups = (records.people, records.issues, records.asks, records.pressure)
    statuses = [item.status for group in groups for item in group]
    return len(statuses) - statuses.count("proposed"), len(statuses)


def _conflicts(desk: Desk) -> list[Line]:
    records = desk.briefing.records
    said = [(c, p.spans) for p in records.people for c in p.conflicts]
    said += [(c, a.spans) for a in desk.asks for c in a.conflicts]
    return [line(desk.cited(sentence(unquoted(text)), spans[:2])) for text, spans in said]


def _thin(desk: Desk) -> list[Line]:
    asks = [a for a in desk.asks if a.attribution == "unnamed_official" and len(a.outlets) < 2]
    if not asks:
        return []
    told = list(dict.fromkeys(f"‘{unquoted(wording(ask, 8))}’" for ask in asks))
    names = told[:_NAMED]
    more = f" and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    rests = "rests" if len(told) == 1 else "rest"
    items = counted(len(told), "item")
    listing = ", ".join(names) if more else listed(names)
    return [line(f"{items} {rests} on unnamed sources in one outlet alone: {listing}{more}.")]


def _other_side(desk: Desk) -> list[Line]:
    """Say so where nobody of the other side is on record for what it wants."""
    if not desk.theirs or not desk.other_sides:
        return []
    for ask in desk.theirs:
        person = desk.names.person(ask.voiced_by) if ask.voiced_by else None
        if ask.attribution == "named" and person and person.side == ask.side:
            return []
    sides = listed([in_text(side) for side in desk.other_sides])
    return [line(f"Nobody of {sides} is on record here for what it wants; others say it for them.")]


def _dates(desk: Desk) -> list[Line]:
    meeting = desk.briefing.meeting
    items: list[Line] = []
    if meeting.date is None:
        items.append(line("The date of the meeting is not known from these sources."))
    elif "date" not in meeting.confirmed and meeting.date_basis:
        items.append(line(f"Date of the meeting, as found: {_ended(meeting.date_basis)}"))
    unknown = [article for article in desk.briefing.articles if article.published is None]
    items += [
        line(f"The date of {desk.outlet(a)}, {title_words(a.headline)}, is not known.")
        for a in unknown
    ]
    found = [text for a in desk.briefing.articles if (text := _date_found(desk, a))]
    if found:
        items.append(line(f"Dates of articles, as found: {'; '.join(found[:_DATES])}."))
    return items


def _date_found(desk: Desk, article: Article) -> str:
    """How the date of an article was found, "" where the user set it or nothing tells."""
    reason = dict(article.reasons).get("published", "")
    if article.published is None or not reason or "user" in reason:
        return ""
    day = f", {desk.spoken.day(article.published)}" if article.outlet else ""
    return f"{desk.outlet(article)}{day} ({unquoted(reason).rstrip('.')})"


def _by_rules(desk: Desk) -> list[Line]:
    names = [desk.outlet(a) for a in desk.briefing.articles if a.extracted_by == "rules"]
    return (
        [line(f"Read by rules alone, without the language model: {listed(names)}.")]
        if names
        else []
    )


def _unreviewed(desk: Desk) -> list[Line]:
    done, total = reviewed(desk)
    if done == total:
        return []
    return [line(f"Not yet reviewed: {total - done} of {counted(total, 'finding')}.")]


def _ended(reason: str) -> str:
    return sentence(unquoted(reason))
