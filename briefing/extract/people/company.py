"""With whom a person is told to come, and whom they are told to meet."""

from __future__ import annotations

import re

from briefing.extract.people.clusters import Cluster
from briefing.extract.people.crowd import Crowd
from briefing.extract.text.document import Document

_COMPANY = re.compile(
    r"\b(?:joined|accompanied|flanked|escorted|represented) by\b|\b(?:alongside|along with)\b"
)
_MEETING = re.compile(
    r"\b(?:meet|meets|met|meeting|talks|discussions|summit|lunch|dinner|breakfast|spoke|speak|speaks|sit down|sat down)"
    r"(?:\s(?:\S+\s){0,3}?with)?\s+(?:the\s)?$"
)
_WITH = re.compile(r"(?:Accompanying|Joining|Flanking|Travel?ling with|With)\b")
_LIST = 160  # characters a list of companions may run
_PRONOUN = re.compile(
    r"(?:He|She|They|The (?:president|prime minister|chancellor|minister|leader))\b"
)


def companion_of(cluster: Cluster, clusters: Crowd, document: Document) -> Cluster | None:
    """Return whom a person comes with: `X will be joined by NAME`; None where nobody is told."""
    for mention in cluster.mentions:
        sentence = document.sentences[mention.sentence]
        if _WITH.match(document.text, sentence.start):
            first = _subject(mention.from_title, mention.sentence, clusters, document)
            if first is not None and first is not cluster:
                return first
        match = _COMPANY.search(document.text, sentence.start, mention.from_title)
        if match is None or mention.from_title - match.end() > _LIST:
            continue
        subject = _subject(match.start(), mention.sentence, clusters, document)
        if subject is not None and subject is not cluster:
            return subject
    return None


def partner_of(cluster: Cluster, clusters: Crowd, document: Document) -> Cluster | None:
    """Return whom a person meets: `X held talks with NAME`; None where nobody is told."""
    for mention in cluster.mentions:
        start = document.sentences[mention.sentence].start
        before = document.text[max(start, mention.from_title - 50) : mention.from_title]
        match = _MEETING.search(before)
        if match is None:
            continue
        position = mention.from_title - len(before) + match.start()
        subject = _subject(position, mention.sentence, clusters, document)
        if subject is not None and subject is not cluster:
            return subject
    return None


def _subject(position: int, sentence: int, clusters: Crowd, document: Document) -> Cluster | None:
    """The person named first before a place in its sentence, or first in the one before."""
    for index in (sentence, sentence - 1):
        named = [(m.start, c) for m, c in clusters.named_in(index) if m.start < position]
        if named:
            return min(named, key=lambda pair: pair[0])[1]
        if not _PRONOUN.match(document.quote(index)):
            return None
    return None
