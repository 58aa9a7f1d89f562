"""The side named nearest to a person, which is theirs where nothing else tells."""

from __future__ import annotations

import re

from briefing.extract.people.crowd import Crowd
from briefing.extract.people.names import NameMention
from briefing.extract.text.background import Background
from briefing.extract.text.sides import SideMention, within

TELLING = ("name", "demonym", "capital", "seat", "place", "body", "agency", "party", "region")
_TOWARDS_OTHERS = re.compile(
    r"\b(?:to|with|against|between|towards?|visit\w*|meet|met|meeting|his|her|its|their)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\s+(?:[\w-]+\s+){0,2}(?:counterparts?|capital|side|guest)\b")


def nearest_side(
    mention: NameMention,
    clusters: Crowd,
    background: Background,
    barred: frozenset[str],
) -> str:
    """Return the side named last before the person, then next after, in the sentence, then paragraph.

    Args:
        mention: the place that tells of the person.
        clusters: all people; sides in the titles of the others are theirs.
        background: the text and its sides.
        barred: sides that have no such office.
    """
    sentence = background.document.sentences[mention.sentence]
    main = set(background.main_sides()) - barred
    here = within(background.mentions, sentence.start, sentence.end)
    inside = [m for m in here if m.how in TELLING and m.side not in barred]
    before = [m for m in inside if m.start < mention.from_title]
    behind = [m for m in inside if m.start > mention.end]
    taken = titles_of_others(mention, clusters)
    after = [m for m in behind if m.start not in taken and _speaks_of_own(background, m)]
    opposed = {m.side for m in behind if not _speaks_of_own(background, m) or m.start in taken}
    after = [m for m in after if m.how != "place" or m.side not in opposed]
    for found in (
        [m for m in before if m.side in main][-1:],
        [m for m in after if m.side in main][:1],
    ):
        if found:
            return found[0].side
    if before:
        return before[-1].side
    opposed &= main
    if len(opposed) == 1 and len(main) == 2:
        return next(iter(main - opposed))
    return _earlier(mention.sentence, background, main) or next((m.side for m in after[:1]), "")


def _earlier(sentence: int, background: Background, main: set[str]) -> str:
    """Return the main side named last in the paragraph of a sentence before it, or ""."""
    sentences = background.document.sentences
    for index in range(sentence - 1, -1, -1):
        before = sentences[index]
        if before.paragraph != sentences[sentence].paragraph:
            break
        for mention in reversed(within(background.mentions, before.start, before.end)):
            if mention.how in TELLING and mention.side in main:
                return mention.side
    return ""


def titles_of_others(mention: NameMention, clusters: Crowd) -> set[int]:
    """Return the places in a person's sentence that belong to titles before other names."""
    return {
        place
        for other, _ in clusters.named_in(mention.sentence)
        if other.start != mention.start
        for place in range(other.from_title, other.start)
    }


def _speaks_of_own(background: Background, mention: SideMention) -> bool:
    """Whether a side named after a person may be theirs: not `with`, `to`, `his SIDE counterpart`."""
    text = background.document.text
    before = text[max(0, mention.start - 24) : mention.start]
    return not _TOWARDS_OTHERS.search(before) and not _OTHERS.match(text, mention.end)
