"""Where a text names people: runs of name-like words, with title, apposition and other evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.extract.people.appositions import apposition_after
from briefing.extract.people.not_people import in_title_case, is_reporter, is_thing, opens_sentence
from briefing.extract.people.office import Office
from briefing.extract.people.titles_before import title_before
from briefing.extract.tables.officeholder_table import name_words
from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention, within
from briefing.extract.text.words import Word, may_name, words_of

_JUNIOR = re.compile(r",? (?:Jr|Sr)\.")
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_PLACES = ("town", "city", "village", "province", "district", "region", "port", "island", "state")
_LEARNED = ("professor", "prof", "dr")
_ABOUT = ("a", "an", "the", "who", "whose", "now", "then")
_BEFORE_THINGS = ("the", "a", "an", "in", "at", "near", "outside")
_TITLED_ALONE = ("leader", "minister", "official", "legislator", "premier", "opposition", "family")


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place that names a person.

    Attributes:
        start, end: the name alone; from_title: where title or honorific before it begin.
        words: the words of the name. sentence: index of its sentence.
        honorific: the form of address before it (`Mr`), or "".
        offices: what titles and appositions beside it say.
        owner: the name whose bearer this person serves (`X's spokesman NAME`), or "".
        evidence: `title`, `honorific`, `apposition`, `speech`, `known`, `model`.
    """

    start: int
    end: int
    from_title: int
    words: tuple[str, ...]
    sentence: int
    honorific: str = ""
    offices: tuple[Office, ...] = ()
    evidence: frozenset[str] = frozenset()
    owner: str = ""

    @property
    def certain(self) -> bool:
        """Whether the place by itself shows that a person is meant."""
        if "honorific" in self.evidence:
            return True
        if len(self.words) == 1:
            alone = any(o.kind in _TITLED_ALONE or o.head == "professor" for o in self.offices)
            return alone and "title" in self.evidence
        return bool(self.evidence)


def find_names(
    document: Document, mentions: tuple[SideMention, ...], tables: Tables
) -> tuple[NameMention, ...]:
    """Return all places that look like a person's name, in order; weigh them by their evidence."""
    found: list[NameMention] = []
    likely: dict[int, tuple[SideMention, ...]] = {}
    for index, sentence in enumerate(document.sentences):
        if document.quote(index).lower().startswith(tables.titles.bylines):
            continue
        inside = tuple(within(mentions, sentence.start, sentence.end))
        if may_name(document, index, inside, tables):
            likely[index] = inside
    document.see_names(likely)
    for index, inside in likely.items():
        words = words_of(document, index, inside, tables)
        heading = in_title_case(document.quote(index))
        for low, high in _runs(words, tables):
            run = (low + opens_sentence(words, low, high, tables), high)
            mention = _mention(document, index, words, run=run, tables=tables)
            if mention is not None:
                found.append(_in_heading(mention, tables) if heading else mention)
    return tuple(found)


def _in_heading(mention: NameMention, tables: Tables) -> NameMention:
    """In `Envoy Unpacks Deal` capitals tell nothing: only names known otherwise stand for people."""
    name = " ".join(mention.words)
    holders = tables.officeholders
    known = holders.of_name(name) or holders.is_given_name(mention.words[0])
    if known and len(mention.words) > 1 and "model" in mention.evidence:
        return mention
    if holders.of_name(name) or (len(mention.words) == 1 and holders.is_surname(name)):
        return mention
    return replace(mention, evidence=frozenset(), offices=())


def _runs(words: Sequence[Word], tables: Tables) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(words):
        if not _begins(words, position, tables):
            position += 1
            continue
        end = position + 1
        while end < len(words) and _goes_on(words, end, tables):
            end += 1
        while end > position + 1 and words[end - 1].particle and not words[end - 1].capital:
            end -= 1
        yield position, end
        position = end


def _begins(words: Sequence[Word], position: int, tables: Tables) -> bool:
    word = words[position]
    if word.namelike:
        return not _party_before_name(words, position, tables)
    if not word.capital or word.side:
        return False
    # A surname that is a common word too (May, Park): only behind a form of address or a title.
    before = words[position - 1] if position else None
    titled = before is not None and word.near and before.lower in tables.titles.honorifics
    vocabulary = word.lower in tables.titles.honorifics or word.lower in tables.titles.heads
    if word.lower in tables.titles.not_names - tables.titles.surnames:
        return False  # `the UN General Assembly`, `General Electric`
    return titled and not vocabulary and word.lower not in tables.titles.modifiers


def _party_before_name(words: Sequence[Word], position: int, tables: Tables) -> bool:
    """`Conservative NAME NAME`: the first word is no part of the name."""
    following = words[position + 1 : position + 3]
    two = len(following) == 2 and all(w.near and w.namelike for w in following)
    return two and words[position].lower in tables.titles.modifiers


def _goes_on(words: Sequence[Word], position: int, tables: Tables) -> bool:
    word = words[position]
    if not word.near:
        return False
    following = words[position + 1] if position + 1 < len(words) else None
    if word.namelike:
        return True
    if word.particle:
        return (
            following is not None and following.near and (following.namelike or following.particle)
        )
    if not word.capital or word.side:
        return False
    # A surname that is a common word as well: Bishop, He, May.
    last = following is None or not following.near or not following.capital
    titles = tables.titles
    name = word.lower not in titles.not_names or word.lower in titles.surnames
    return last and name and (word.person or _known_together(words, position, tables))


def _known_together(words: Sequence[Word], position: int, tables: Tables) -> bool:
    name = f"{words[position - 1].text} {words[position].text}"
    return bool(tables.officeholders.of_name(name))


def _mention(
    document: Document, index: int, words: Sequence[Word], *, run: tuple[int, int], tables: Tables
) -> NameMention | None:
    low, high = run
    if _part_of_something(words, low, high, tables) or is_thing(document.text, words, run):
        return None
    if is_reporter(document.text, words, run):
        return None
    end = words[high - 1].end
    name = tuple(w.text for w in words[low:high])
    before = title_before(document.text, words, run, tables)
    after = (
        apposition_after(document.text, words, high, tables)
        if len(name) > 1 or before.honorific in _LEARNED
        else ()
    )
    if _told(before.office):
        after = tuple(office for office in after if office.head == "of" and not office.role)
    if len(name) > 1 and (junior := _JUNIOR.match(document.text, end)):
        end = junior.end()
    told = (before.joined, before.office, *after)
    offices = tuple(office for office in told if office is not None)
    evidence = _evidence(words, run, before.honorific, tables)
    likely = any(w.person for w in words[low:high])
    likely = likely or tables.officeholders.is_given_name(name[0])
    evidence |= {"title"} if before.office and (likely or before.office.told) else set()
    evidence |= {"apposition"} if any(likely or office.told for office in after) else set()
    return NameMention(
        words[low].start,
        end,
        before.start if before.start >= 0 else words[low].start,
        name,
        index,
        before.honorific,
        offices,
        frozenset(evidence),
        before.owner or next((office.owner for office in after if office.owner), ""),
    )


def _set_apart(words: Sequence[Word], high: int) -> bool:
    """Whether words on the bearer follow a comma: `NAME, who`, `NAME, the owner`."""
    following = words[high] if high < len(words) else None
    return following is not None and not following.near and following.lower in _ABOUT


def _told(office: Office | None) -> bool:
    """Whether a title before the name says it all; a rank alone (`General`) does not."""
    if office is None or not office.role or office.former:
        return False
    return bool(office.side) or office.kind != "official" or len(office.role.split()) > 1


def _part_of_something(words: Sequence[Word], low: int, high: int, tables: Tables) -> bool:
    following = words[high] if high < len(words) and words[high].near else None
    if following is not None and _of_body(following, tables):
        return True
    before = words[low - 1] if low and words[low].near else None
    if before is None or not before.capital:
        return before is not None and before.lower in ("the", "a", "an") and not words[low].person
    return (
        before.lower in tables.titles.not_names
        and before.lower not in tables.titles.modifiers
        and before.lower not in tables.titles.honorifics
        and before.text not in tables.abbreviations.openers
        and not words[low].person
    )


def _of_body(word: Word, tables: Tables) -> bool:
    """Whether a name goes on as that of a body: `Brookings Institution`; a day or month does not."""
    calendar = word.lower.endswith("day") or word.lower in MONTHS
    body = word.capital and not word.side and word.lower in tables.titles.not_names
    return body and not calendar


def _evidence(
    words: Sequence[Word], run: tuple[int, int], honorific: str, tables: Tables
) -> set[str]:
    low, high = run
    evidence = set()
    if honorific:
        evidence.add("honorific")
    before = words[low - 1].lower if low and words[low].near else ""
    placed = before in _BEFORE_THINGS
    placed = placed or (low > 1 and before == "of" and words[low - 2].lower in _PLACES)
    likely = tables.officeholders.is_given_name(words[low].text) or words[high - 1].possessive
    likely = likely or high - low == 1 or _set_apart(words, high)
    if all(w.person for w in words[low:high]) and likely and not placed:
        evidence.add("model")
    following = words[high] if high < len(words) else None
    if following is not None and following.near and following.lower in tables.speech.verbs:
        evidence.add("speech")
    if low and words[low].near and words[low - 1].lower in ("said", "says", "told", "asked"):
        evidence.add("speech")
    if low > 1 and before == "to" and words[low - 2].lower == "according":
        evidence.add("speech")
    name = " ".join(w.text for w in words[low:high])
    if len(name_words(name)) > 1 and tables.officeholders.of_name(name):
        evidence.add("known")
    return evidence
