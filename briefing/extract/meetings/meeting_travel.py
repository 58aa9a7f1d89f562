"""Who goes where: words of travel before a place, of welcome, and of guests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.meetings.meeting_scenes import Scene
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.named_places import mentions_between
from briefing.extract.text.sides import SideMention
from briefing.model import Extent, PersonFound

_AT = re.compile(
    r"\b(?:in|at|to|for|near|outside)\s+(?:both\s+)?(?:the\s+|downtown\s+)?"
    r"(?:(?:\S+\s+){0,2}(?:city|capital|town|resort|port|suburb)(?:\s+of)?\s+|[A-Za-z-]+\s|[A-Z]\w+\s+and\s+)?$"
)
# `at talks held in Norway`; where a third country is named like that, it is neutral ground.
_HELD = re.compile(
    r"\b(?:held|hosted|took place|taking place|take place|met|meet|meeting|talks|summit|conference|sidelines [^.,;]{3,40})"
    r"\s+in\s+(?:the\s+)?$"
)
FOUGHT = re.compile(
    r"\b(?:wars?|conflict|fighting|violence|crisis|situation|troops|forces|soldiers|ceasefire|cease-fire|truce|bases?"
    r"|attacks?|protests?|operations?|elections?|peace|stability|investments?|refugees|prisoners?)\s+(?:in|on|near|for)\s+(?:the\s+)?$"
)
EVENT_AFTER = re.compile(
    r"['’]?s?\s+(?:meeting|talks|visit|summit|lunch|dinner|ceremony|session|trip)"
)
TOWARDS = re.compile(
    r"\b(?:(?:visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ling|ing)?|flew|fly|flying|arriv(?:es|ed|e|ing|al)|tour|came|come|comes|"
    r"head(?:s|ed|ing)?|go|goes|went|going|journey|delegation|stop|stopover|stop-over|return(?:s|ed)?|guest)"
    r"(?:\s+(?:to|in|of|for|through|here in))?|welcome[sd]?\s+(?:\S+\s+){0,5}to|bound\s+for"
    r"|(?:visit|trip)\s+(?:\S+\s+){1,6}to)\s+(?:the\s+|neighbou?ring\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
_INSIDE = re.compile(
    r"\b(?:is|was|are|were|be|been|while|when|currently)\s+(?:\w+\s+)?in\s+(?:the\s+)?$"
)
_HOSTS = re.compile(
    r"\b(?:host(?:s|ed)?|welcom(?:es|ed|e)|receiv(?:es|ed|e)|greet(?:s|ed)|hosting)\b"
)
_GUEST = re.compile(r"\bvisiting\s+(?:\S+\s){0,5}$")
_HOSTED_BY = re.compile(
    r"\b(?:(?:hosted|received|greeted|welcomed|invited) by|invitation (?:of|from)|guest of)\s+(?:\S+\s){0,5}$"
)
_VISIT_BY = re.compile(r"\b(?:visit|trip|tour|arrival)\s(?:\S+\s){0,5}?(?:by|of)\s(?:\S+\s){0,4}$")
_ARRIVES = re.compile(
    r"\s(?:\S+\s){0,3}(?:arriv(?:es|ed|ing|e)|landed|flew in|flies in|is visiting)\b"
)
_OWN_VISIT = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}(?:visit|trip)\b")
_HERE = re.compile(
    r"\b(?:arriv\w+|visit|trip|talks|meetings?|met|tour|summit|came|stay|stopover|stop-over)\b[^.;,]{0,90}\bhere\b"
)
_VISIT = re.compile(
    r"\b(?:[Hh]is|[Hh]er|the|[Tt]heir|a)\s(?:[\w-]+\s){0,3}(?:visit|trip)\b(?! (?:by|of|to|from))"
)


def likeliness(
    document: Document, mention: SideMention, scene: Scene, tables: Tables, *, city: bool
) -> float:
    """Return how much a place named in a sentence about a meeting votes for being its place.

    Args:
        document: the text as read.
        mention: the place.
        scene: the sentence.
        tables: the tables.
        city: whether it is a city, else a country.
    """
    text = document.text
    before = " ".join(text[max(0, mention.start - 60) : mention.start].split()) + " "
    if _is_no_place(text, mention, tables, city=city) or FOUGHT.search(before):
        return 0.0
    weight = scene.weight**2 * scene.credit * (1.0 if scene.between else 0.5)
    near = 1 - min(abs(mention.start - scene.event), 100) / 200
    if TOWARDS.search(before):
        return 0.0 if _going_home(document, mention, scene) else weight
    if not city and not _HELD.search(before):
        return 0.5 * weight if _INSIDE.search(before) and _away(document, mention, scene) else 0.0
    told = _AT.search(before) is not None or EVENT_AFTER.match(text, mention.end) is not None
    return weight * near if told or not city else 0.0


def _is_no_place(text: str, mention: SideMention, tables: Tables, *, city: bool) -> bool:
    """Whether words for a side are none for a place: `Norwegian`, `visiting U.S. President`."""
    other = ("demonym", "party", "body", "agency")
    if mention.how in other or (mention.how == "region" and not city):
        return True
    return _adjectival(text, mention, tables)


def _adjectival(text: str, mention: SideMention, tables: Tables) -> bool:
    """`visiting U.S. President`: the name tells whose president, not a place."""
    following = re.match(r" ([A-Za-z]+)", text[mention.end : mention.end + 24])
    return following is not None and following.group(1).lower() in tables.titles.vocabulary


def _traveller(document: Document, mention: SideMention, scene: Scene) -> PersonFound | None:
    """The person named last before a place, in its sentence."""
    start = document.sentences[scene.index].start
    places = [(m.end, p) for p in scene.people for m in mentions_between(p, start, mention.start)]
    return max(places, key=lambda pair: pair[0])[1] if places else None


def _going_home(document: Document, mention: SideMention, scene: Scene) -> bool:
    who = _traveller(document, mention, scene)
    return who is not None and who.side == mention.side and len({p.side for p in scene.people}) == 1


def _away(document: Document, mention: SideMention, scene: Scene) -> bool:
    who = _traveller(document, mention, scene)
    return who is not None and who.side != mention.side


def welcoming(
    document: Document, scene: Scene, sides: tuple[str, ...]
) -> Iterator[tuple[str, float]]:
    """Yield (side, weight) of those told to be hosts: `X hosts Y`, `visiting Y`, `Y's visit`."""
    sentence = document.sentences[scene.index]
    for person in scene.people:
        if person.side not in sides:
            continue
        others = [side for side in sides if side != person.side]
        for place in mentions_between(person, sentence.start, sentence.end):
            before = document.text[max(sentence.start, place.start - 80) : place.start]
            after = (place.end, sentence.end)
            if _HOSTED_BY.search(before) or _hosts(document.text, after, scene, person):
                yield person.side, 1.0
            guest = _guest(document.text, (sentence.start, sentence.end), place, scene)
            if guest and (guest == 1 or len(others) == 1):
                yield from ((side, guest) for side in others)


def _guest(text: str, sentence: tuple[int, int], place: Extent, scene: Scene) -> float:
    """How surely someone named at `place` is told to be a guest."""
    if _GUEST.search(text[max(sentence[0], place.start - 60) : place.start]):
        return 1.0
    if _VISIT_BY.search(text[max(sentence[0], place.start - 80) : place.start]):
        return 0.6
    if len({person.side for person in scene.people}) > 1:
        return 0.0
    if _ARRIVES.match(text, place.end, sentence[1]):
        return 0.4
    if _OWN_VISIT.match(text, place.end, sentence[1]):
        return 0.3
    return 0.2 if _VISIT.search(text, place.end, sentence[1]) else 0.0


def _hosts(text: str, extent: tuple[int, int], scene: Scene, person: PersonFound) -> bool:
    """Whether a word of welcome follows and after it someone of another side."""
    start, end = extent
    match = _HOSTS.search(text, start, min(start + 45, end))
    if match is None or "," in text[start : match.start()]:
        return False
    return any(
        text[m.end : m.end + 1] not in "'’"
        for other in scene.people
        if other.side != person.side
        for m in mentions_between(other, match.end(), match.end() + 60)
    )


def said_here(document: Document, scene: Scene) -> bool:
    """Whether a report says `arrived here`, `talks here`: in the city of its dateline."""
    sentence = document.sentences[scene.index]
    return _HERE.search(document.text, sentence.start, sentence.end) is not None
