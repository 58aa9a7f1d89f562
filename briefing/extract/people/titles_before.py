"""Titles and forms of address before a name: adjacent, or set off by comma or bracket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.extract.people.office import Office, find_head, read_office
from briefing.extract.tables.tables import Tables
from briefing.extract.text.words import Word

LONGEST = 14
DETERMINERS = frozenset(["a", "an", "the", "his", "her", "its", "their", "our"])
_JOINING = ("of", "for", "to", "on")
_ADDRESSES = ("dr", "prof", "professor", "mr", "mrs", "ms", "sheikh", "sir", "gen", "general")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name.

    Attributes:
        start: where it begins; -1 where nothing does.
        owner: the word before a title that owns it: `X's spokesman NAME`.
        joined: the office told before it with `and`: `Deputy Premier and Finance Minister NAME`.
    """

    start: int = -1
    honorific: str = ""
    office: Office | None = None
    owner: str = ""
    joined: Office | None = None


def title_before(text: str, words: Sequence[Word], run: tuple[int, int], tables: Tables) -> Before:
    """Return the title or form of address before the name that is words `run` of a sentence."""
    low = run[0]
    if not low:
        return Before()
    gap = text[words[low - 1].end : words[low].start]
    if gap.strip(".") == " " or gap.isspace():
        before = _adjacent(text, words, low, tables)
        told = before.office is not None or not before.honorific
        return before if told else _behind_address(text, words, run, before, tables)
    if gap in ("'s ", "’s ") and words[low - 1].side:
        return Before(words[low].start, "", _pointed_at(words, low))
    if (
        gap in (", ", " (", ",")
        and low > 1
        and (_closed(text, words, run) or _counterpart_from(words, low))
    ):
        return _set_off(text, words, low, tables)
    return Before()


def _adjacent(text: str, words: Sequence[Word], low: int, tables: Tables) -> Before:
    titles = tables.titles
    previous = words[low - 1]
    honorific = previous.lower if previous.capital and previous.lower in titles.honorifics else ""
    begin = _title_start(text, words, low, tables)
    whole = begin
    begin = _last_of_two(words, begin, low, tables)
    first = words[whole : begin - (not _stroke(words, begin))] if begin > whole else ()
    named = bool(first) and all(w.capital or w.lower in _JOINING for w in first)
    joined = _if_complete(text, first, tables) if named else None
    office = _if_complete(text, words[begin:low], tables) if begin < low else None
    if office is None:
        office, begin = _pointed_at(words, low), low
    if office is not None:
        only_address = honorific and honorific not in titles.heads
        start = words[min(begin, low)].start
        office = _of_owner(office, words, whole)
        if (
            begin > 1
            and words[begin].how == "name"
            and words[begin - 1].lower in ("on", "for", "to")
        ):
            office = replace(
                office, side="", how=""
            )  # `Commission of Inquiry on Syria Chairman NAME`
        if office.head == "leader" and office.kind == "leader" and _party(words, begin):
            office = replace(office, kind="opposition")
        if joined is not None and not office.side:
            office = replace(office, side=joined.side, how=joined.how)
        honorific = honorific if only_address else ""
        return Before(start, honorific, office, _owner(words, whole), joined)
    return Before(previous.start, honorific) if honorific else Before()


def _party(words: Sequence[Word], begin: int) -> bool:
    """Whether a name stands at once before the country of a title: `Forward Malta leader NAME`."""
    before = words[begin - 1] if begin else None
    named = before is not None and before.capital and before.namelike and not before.person
    return named and words[begin].near and words[begin].how == "name"


def _last_of_two(words: Sequence[Word], begin: int, low: int, tables: Tables) -> int:
    """Where the second of two offices joined by `and` begins; `begin` where there is only one."""
    one = find_head(words[begin:low], tables.titles, last=True)
    if one is not None and any(w.lower == "and" for w in words[begin:low][one[0] : one[1]]):
        return begin  # `president and CEO`
    for position in range(low - 2, begin, -1):
        if _stroke(words, position):  # `Deputy Prime Minister/Finance Minister`
            return position
        if words[position].lower not in ("and", "&"):
            continue
        left, right = words[begin:position], words[position + 1 : low]
        two = find_head(left, tables.titles, last=True), find_head(right, tables.titles, last=True)
        if all(two):
            return position + 1
    return begin


def _stroke(words: Sequence[Word], position: int) -> bool:
    one, two = words[position - 1], words[position]
    return (
        two.start - one.end == 1
        and not two.near
        and one.capital
        and two.capital
        and "." not in one.text
    )


def _behind_address(  # noqa: PLR0917
    text: str, words: Sequence[Word], run: tuple[int, int], before: Before, tables: Tables
) -> Before:
    """A title set off from a form of address: `Prime Minister of Japan, the Hon NAME`."""
    low = run[0]
    while low and (
        words[low - 1].lower in tables.titles.honorifics or words[low - 1].lower == "the"
    ):
        low -= 1
    if not low or text[words[low - 1].end : words[low].start].strip() != ",":
        return before
    found = _set_off(text, words, low, tables)
    return replace(before, office=found.office, owner=found.owner) if found.office else before


def _of_owner(office: Office, words: Sequence[Word], begin: int) -> Office:
    """`Canada's Prime Minister`: the owner of the title is its side."""
    owner = words[begin - 1] if begin else None
    if owner is None or not owner.possessive or not owner.side or office.side:
        return office
    return replace(office, side=owner.side, how=owner.how)


def _owner(words: Sequence[Word], begin: int) -> str:
    return words[begin - 1].text if begin and words[begin - 1].possessive else ""


def _pointed_at(words: Sequence[Word], low: int) -> Office | None:
    """`his Chinese counterpart NAME` and `France's NAME` tell the side and no office."""
    while low > 1 and words[low - 1].lower in _ADDRESSES:
        low -= 1
    previous = words[low - 1]
    if previous.lower == "counterpart":
        side = next((w.side for w in words[max(0, low - 3) : low] if w.side), "")
        return Office("", "counterpart", "", side, "demonym" if side else "")
    if previous.possessive and previous.side:
        return Office("", "of", "", previous.side, "name")
    return None


def _counterpart_from(words: Sequence[Word], low: int) -> Office | None:
    """`her counterpart from Malta, NAME`, set off behind the country."""
    position = low - 1
    while position > 1 and words[position].side:
        position -= 1
    if position < low - 1 and words[position].lower in ("from", "of"):
        before = words[position - 1].lower
        if before in ("counterpart", "counterparts"):
            return Office("", "counterpart", "", words[low - 1].side, "name")
    return None


def _title_start(text: str, words: Sequence[Word], low: int, tables: Tables) -> int:
    begin = low
    while begin > max(0, low - LONGEST):
        word = words[begin - 1]
        if begin < low and not words[begin].near and not _abbreviated(text, word, words[begin]):
            break
        if not _in_title(words, begin - 1, tables):
            break
        begin -= 1
        if word.possessive:
            break
    while begin < low and _leads_nowhere(words[begin], tables):
        begin += 1
    return begin


def _abbreviated(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start] in (". ", "-", "/")


def _leads_nowhere(word: Word, tables: Tables) -> bool:
    titles = tables.titles
    known = word.lower in titles.modifiers or word.lower in titles.heads
    return word.lower in titles.linking or (word.text in tables.abbreviations.openers and not known)


def _in_title(words: Sequence[Word], position: int, tables: Tables) -> bool:
    word, titles = words[position], tables.titles
    if word.possessive:
        return bool(word.side)
    if word.text == "host" and words[position + 1].capital:
        return False  # `will host Prime Minister NAME`
    if word.side or word.lower in titles.vocabulary:
        return True
    if word.lower in ("and", "&"):
        return _joins(words, position, tables)
    if word.lower in titles.linking:
        portfolio = word.lower == "on" and words[position + 1].lower in titles.modifiers
        return position > 0 and (portfolio or word.lower in ("of", "for", "to", "the"))
    return word.capital and _body(words, position, tables)


def _joins(words: Sequence[Word], position: int, tables: Tables) -> bool:
    left, right = words[position - 1], words[position + 1]
    known = tables.titles.modifiers | tables.titles.heads.keys()
    both = left.lower in known and right.lower in known
    return bool(position) and both and not left.side


def _body(words: Sequence[Word], position: int, tables: Tables) -> bool:
    """A party, body or form of address inside a title: `Hydro president`, `Minister Gen NAME`."""
    word, titles = words[position], tables.titles
    if word.lower in titles.honorifics:
        return True
    if not word.namelike:
        return word.lower in titles.not_names and not word.lower.endswith("day")
    return not word.person and words[position + 1].lower in titles.heads


def _if_complete(text: str, words: Sequence[Word], tables: Tables) -> Office | None:
    if words[-1].lower in tables.titles.linking:
        return None
    found = find_head(words, tables.titles, last=True)
    if found is None:
        return None
    if any(w.lower == "on" for w in words[found[1] :]):  # `adviser to the president on trade`
        return read_office(text, words, tables, last=False)
    after = words[found[1] :]
    if after and after[0].lower not in _JOINING and after[0].lower not in tables.titles.honorifics:
        return None
    return read_office(text, words, tables)


def _closed(text: str, words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Whether a comma, bracket or stop follows the name, as it does behind a title set off."""
    end = words[run[1] - 1].end
    return text[end : end + 1] in (",", ")", ".", ";", "”", '"', "") or text[end : end + 2] == " ("


def _set_off(text: str, words: Sequence[Word], low: int, tables: Tables) -> Before:
    """A title set off by comma or bracket: `the national security adviser, NAME, said`."""
    pointed = _counterpart_from(words, low) or _pointed_at(words, low)
    if pointed is not None and pointed.head == "counterpart":
        return Before(words[low].start, "", pointed)
    begin = _title_start(text, words, low, tables)
    headed = find_head(words[begin:low], tables.titles, last=True)
    if headed is None or not _definite(words, begin):
        begin = _long_title(text, words, low, tables)
    if begin >= low:
        return Before()
    office = _if_complete(text, words[begin:low], tables)
    if office is None:
        office = read_office(text, words[begin:low], tables, last=False)
    if office is None:
        return Before()
    return Before(words[low].start, "", _of_owner(office, words, begin), _owner(words, begin))


def _definite(words: Sequence[Word], begin: int) -> bool:
    before = words[max(0, begin - 2) : begin]
    told = any(w.lower in DETERMINERS or w.possessive for w in before)
    return told or bool(words[begin].side) or begin == 0


def _long_title(text: str, words: Sequence[Word], low: int, tables: Tables) -> int:
    """Where `the head of X's centre of excellence` begins; `low` where there is no such title."""
    for position in range(low - 1, max(0, low - LONGEST), -1):
        if "," in text[words[position - 1].end : words[position].start]:
            break
        following = words[position + 1].lower if position + 1 < low else ""
        told = any(
            w.lower in DETERMINERS or w.possessive for w in words[max(0, position - 3) : position]
        )
        if words[position].lower in tables.titles.heads and told and following in _JOINING:
            return position - 1 if words[position - 1].side else position
    return low
