"""What stands beside a name and tells an office: titles before it, appositions after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.extract.office import Office, find_head, read_office
from briefing.extract.tables import Tables
from briefing.extract.words import Word

_LONGEST = 14
_ARTICLES = frozenset(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "our",
        "who",
        "now",
        "currently",
        "also",
        "one",
    ]
)
_SERVED = frozenset(
    [
        "is",
        "was",
        "served",
        "serves",
        "has",
        "had",
        "been",
        "as",
        "worked",
        "works",
        "became",
        "also",
        "once",
        "currently",
        "a",
        "an",
        "the",
        "leads",
        "heads",
    ]
)
_PAST = frozenset(["was", "served", "had", "worked", "once"])
_STOPS = '.;:!?"“”()[]–—'


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name.

    Attributes:
        start: where it begins; -1 where nothing does.
        owner: the word before a title that owns it: `X's spokesman NAME`.
    """

    start: int = -1
    honorific: str = ""
    office: Office | None = None
    owner: str = ""


def title_before(text: str, words: Sequence[Word], low: int, tables: Tables) -> Before:
    """Return the title or form of address before the name that begins at word `low`."""
    if not low:
        return Before()
    previous = words[low - 1]
    gap = text[previous.end : words[low].start]
    if gap.strip(".") == " " or gap.isspace():
        return _adjacent(text, words, low, tables)
    if gap in (", ", " (", ",") and low > 1:
        return _set_off(text, words, low, tables)
    return Before()


def _adjacent(text: str, words: Sequence[Word], low: int, tables: Tables) -> Before:
    titles = tables.titles
    previous = words[low - 1]
    honorific = previous.lower if previous.capital and previous.lower in titles.honorifics else ""
    begin = _title_start(text, words, low, tables)
    office = None
    if begin < low:
        office = _if_complete(text, words[begin:low], tables)
    if office is None and previous.lower == "counterpart":
        office = _counterpart(words, low)
        begin = low
    if office is not None:
        only_address = honorific and honorific not in titles.heads
        owner = words[begin - 1].text if begin and words[begin - 1].possessive else ""
        start = words[min(begin, low)].start
        return Before(start, honorific if only_address else "", office, owner)
    if honorific:
        return Before(previous.start, honorific)
    return Before()


def _title_start(text: str, words: Sequence[Word], low: int, tables: Tables) -> int:
    begin = low
    while begin > max(0, low - _LONGEST):
        word = words[begin - 1]
        if begin < low and not words[begin].near and not _abbreviated(text, word, words[begin]):
            break
        if not _in_title(words, begin - 1, tables):
            break
        begin -= 1
    while begin < low and (
        words[begin].lower in tables.titles.linking or _opens(words[begin], tables)
    ):
        begin += 1
    return begin


def _abbreviated(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start] in (". ", "-", "/")


def _opens(word: Word, tables: Tables) -> bool:
    known = word.lower in tables.titles.modifiers or word.lower in tables.titles.heads
    return word.text in tables.abbreviations.openers and not known


def _in_title(words: Sequence[Word], position: int, tables: Tables) -> bool:
    word, titles = words[position], tables.titles
    if word.possessive:
        return False
    if word.side or word.lower in titles.modifiers or word.lower in titles.head_words:
        return True
    if word.lower in titles.former or word.lower in titles.prospective:
        return True
    if word.lower == "and" or word.lower == "&":
        left = words[position - 1].lower if position else ""
        return left in titles.modifiers and words[position + 1].lower in titles.modifiers | set(
            titles.heads
        )
    if word.lower in titles.linking:
        return word.lower in ("of", "for", "to", "the") and position > 0
    if word.capital and not word.namelike:
        return word.lower in titles.not_names and not word.lower.endswith("day")
    # The name of a party or body before its officer: `Fianna leader`, `Hydro president`.
    return (
        word.capital
        and word.namelike
        and not word.person
        and words[position + 1].lower in titles.heads
    )


def _if_complete(text: str, words: Sequence[Word], tables: Tables) -> Office | None:
    if words[-1].lower in tables.titles.linking:
        return None
    found = find_head(words, tables.titles, last=True)
    if found is None:
        return None
    if found[1] < len(words) and words[found[1]].lower not in ("of", "for", "to"):
        return None
    return read_office(text, words, tables)


def _counterpart(words: Sequence[Word], low: int) -> Office:
    side = next((w.side for w in words[max(0, low - 3) : low] if w.side), "")
    return Office("", "counterpart", "", side, "demonym" if side else "")


def _set_off(text: str, words: Sequence[Word], low: int, tables: Tables) -> Before:
    """A title set off by comma or bracket: `the national security adviser, NAME, said`."""
    begin = _title_start(text, words, low, tables)
    previous = words[low - 1]
    if previous.lower == "counterpart":
        return Before(words[low].start, "", _counterpart(words, low))
    if begin >= low:
        return Before()
    lead = words[begin - 1].lower if begin else ""
    definite = lead in _ARTICLES or words[begin].side or begin == 0
    office = _if_complete(text, words[begin:low], tables) if definite else None
    after_title = text[words[low].start : words[low].start + 60]
    closed = "," in after_title or ")" in after_title or text[previous.end] == "("
    return Before(words[low].start, "", office) if office is not None and closed else Before()


def apposition_after(
    text: str, words: Sequence[Word], high: int, tables: Tables
) -> tuple[Office, ...]:
    """Return the offices told behind the name that ends before word `high`."""
    if high >= len(words):
        return ()
    gap = text[words[high - 1].end : words[high].start]
    if gap.strip() == "," or gap in (" (", " – ", " — ", ", "):
        return _offices(text, words, high, tables)
    if gap.isspace() and words[high].lower in ("is", "who", "of"):
        if words[high].lower == "of":
            return _of_country(words, high)
        articles = ("a", "an", "the", "now")
        if high + 1 < len(words) and words[high + 1].lower in articles:
            return _offices(text, words, high + 1, tables)
    return ()


def _of_country(words: Sequence[Word], high: int) -> tuple[Office, ...]:
    following = words[high + 1 : high + 3]
    side = next((w.side for w in following if w.side), "")
    return (Office("", "of", "", side, "name"),) if side else ()


def _offices(text: str, words: Sequence[Word], begin: int, tables: Tables) -> tuple[Office, ...]:
    position = begin
    while position < len(words) and words[position].text.isdigit():
        position += 1
    lead = position
    while position < len(words) and words[position].lower in _ARTICLES | _SERVED:
        position += 1
    if position >= len(words):
        return ()
    end = _phrase_end(text, words, position, tables)
    parts = _parts(words[position:end])
    past = any(w.lower in _PAST for w in words[lead:position])
    found = [
        o for part in parts if (o := _appositive(text, part, lead < position, tables)) is not None
    ]
    return tuple(_former(office) if past else office for office in found)


def _former(office: Office) -> Office:
    role = office.role if office.former else f"Former {office.role}"
    return replace(office, role=role, former=True)


def _phrase_end(text: str, words: Sequence[Word], begin: int, tables: Tables) -> int:
    end = begin + 1
    while end < len(words) and end - begin < 20:
        gap = text[words[end - 1].end : words[end].start]
        if "," in gap or any(stop in gap.replace(". ", " ") for stop in _STOPS):
            break
        if words[end].lower in tables.speech.verbs or words[end].lower in (
            "who",
            "that",
            "which",
            "in",
            "has",
            "will",
            "was",
            "is",
            "during",
            "but",
            "after",
            "when",
        ):
            break
        end += 1
    return end


def _parts(words: Sequence[Word]) -> list[Sequence[Word]]:
    for position, word in enumerate(words):
        lead = words[position + 1].lower if position + 1 < len(words) else ""
        if word.lower == "and" and (lead in _ARTICLES or lead == "former"):
            return [
                words[:position],
                words[position + 2 :] if lead in _ARTICLES else words[position + 1 :],
            ]
    return [words]


def _appositive(
    text: str,
    words: Sequence[Word],
    introduced: bool,
    tables: Tables,  # noqa: FBT001
) -> Office | None:
    found = find_head(words, tables.titles, last=False)
    if found is None:
        return None
    owned = [p + 1 for p, word in enumerate(words[: found[0]]) if word.possessive]
    words = words[owned[-1] :] if owned else words
    found = (found[0] - owned[-1], found[1] - owned[-1]) if owned else found
    before = words[: found[0]]
    if not introduced and not _bare_title(words, found, tables):
        return None
    plain = all(
        w.side
        or w.capital
        or w.lower in tables.titles.modifiers
        or w.lower in tables.titles.former
        or "-" in w.text
        for w in before
    )
    if not plain and len(before) > 4:
        return None
    return read_office(text, words, tables, last=False)


def _bare_title(words: Sequence[Word], found: tuple[int, int], tables: Tables) -> bool:
    """An apposition without article: `head of`, `former minister`, `Chief Executive of`."""
    low, high = found
    if any(w.namelike and w.person for w in words[:low]):
        return False
    following = words[high].lower if high < len(words) else ""
    if low == 0:
        return following in ("of", "for", "to", "at", "") or following in tables.titles.linking
    known = tables.titles.modifiers | tables.titles.former
    return (
        all(w.lower in known or w.side or w.capital for w in words[:low])
        and not words[high - 1].capital
    )
