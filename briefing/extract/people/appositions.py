"""What stands behind a name and tells an office: `NAME, a professor of law`, `NAME of Japan`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.people.office import Office, find_head, read_office
from briefing.extract.people.titles_before import DETERMINERS
from briefing.extract.tables.tables import Tables
from briefing.extract.text.words import Word

_LEADS = DETERMINERS | frozenset(["who", "now", "currently", "also", "one", "then"])
_SERVED = frozenset(
    ["is", "was", "served", "serves", "has", "had", "been", "as", "worked", "works", "became", "once", "leads"]
)  # fmt: skip
_RUNS = ("heads", "runs", "directs", "oversees", "chairs", "manages")
_PAST = frozenset(["then", "was", "served", "had", "worked", "once"])
_ENDS = frozenset(
    ["who", "that", "which", "in", "has", "will", "was", "is", "during", "but", "after", "when", "while", "where"]
)  # fmt: skip
_STOPS = '.;:!?"“”()[]–—'
_FROM = ("from", "with", "at", "of")
_LEARNED = frozenset(
    ["university", "institute", "institution", "center", "centre", "college", "school", "think", "studies", "foundation", "council"]
)  # fmt: skip

# Where people are met, not what they belong to.
_PICTURED = ("pictured", "left", "right", "centre", "center", "above", "below")
_SITES = frozenset(
    ["airport", "palace", "hotel", "airbase", "base", "house", "hall", "station", "square", "summit", "conference", "forum", "resort"]
)  # fmt: skip


def apposition_after(
    text: str, words: Sequence[Word], high: int, tables: Tables
) -> tuple[Office, ...]:
    """Return the offices told behind the name that ends before word `high`."""
    if high >= len(words):
        return ()
    gap = text[words[high - 1].end : words[high].start]
    if gap == " (" and words[high].lower in _PICTURED and high + 1 < len(words):
        high += 1
        gap = text[words[high - 1].end : words[high].start].lstrip(")")
    if gap.strip() == "," or gap in (" (", " – ", " — ", " - "):
        body = words[high].lower in _FROM and (
            words[high].lower != "of" or _learned(words[high + 1 : high + 5])
        )
        return _from_body(text, words, high) if body else _offices(text, words, high, tables)
    return _joined_on(text, words, high, tables) if gap.isspace() else ()


def _joined_on(text: str, words: Sequence[Word], high: int, tables: Tables) -> tuple[Office, ...]:
    """`NAME of Japan`, `NAME from the Institute`, `NAME is a professor`."""
    if words[high].lower in _FROM:
        return _of_country(words, high) or _from_body(text, words, high)
    following = words[high + 1].lower if high + 1 < len(words) else ""
    if words[high].lower in ("is", "who") and following in (*DETERMINERS, "now"):
        return _offices(text, words, high + 1, tables)
    return ()


def _of_country(words: Sequence[Word], high: int) -> tuple[Office, ...]:
    if words[high].lower != "of":
        return ()
    following = words[high + 1 : high + 3]
    side = next((w.side for w in following if w.side and w.how in ("name", "demonym")), "")
    return (Office("", "of", "", side, "name"),) if side else ()


def _from_body(text: str, words: Sequence[Word], high: int) -> tuple[Office, ...]:
    """`NAME, with the Brookings Institution`: one who speaks for a body."""
    end = high + 1
    while end < len(words) and (
        words[end].capital or words[end].lower in ("the", "of", "for", "think", "tank")
    ):
        if end > high + 1 and not words[end].near:
            break
        end += 1
    body = [w for w in words[high + 1 : end] if w.lower != "the"]
    if not body or not body[0].capital or (len(body) == 1 and body[0].side):
        return ()
    if any(w.lower in _SITES for w in body):
        return ()
    learned = _learned(body) or _learned(words[end : end + 1])
    role = " ".join(text[body[0].start : body[-1].end].split())
    side = next((w for w in body if w.side), None)
    kind = "expert" if learned else "stakeholder"
    return (Office(role, "of", kind, side.side if side else "", side.how if side else ""),)


def _learned(words: Sequence[Word]) -> bool:
    return any(w.lower in _LEARNED for w in words)


def _offices(text: str, words: Sequence[Word], begin: int, tables: Tables) -> tuple[Office, ...]:
    position = begin
    while position < len(words) and words[position].text.rstrip(",.").isdigit():
        position += 1
    lead = position
    while position < len(words) and words[position].lower in _LEADS | _SERVED:
        position += 1
    if lead < position < len(words) - 2 and words[position].lower in _RUNS:
        return _runs(text, words, position, tables)
    if position >= len(words):
        return ()
    end = _phrase_end(text, words, position, tables)
    past = any(w.lower in _PAST for w in words[lead:position])
    found = [
        office
        for part in _parts(words[position:end])
        if (office := _appositive(text, part, tables, introduced=lead < position)) is not None
    ]
    if len({office.side for office in found if office.side}) > 1:
        found = found[-1:]  # `A and B, America's president and India's prime minister`
    return tuple(_former(office) if past else office for office in found)


def _runs(text: str, words: Sequence[Word], position: int, tables: Tables) -> tuple[Office, ...]:
    """`NAME, who heads the programme at the Institute`: its head."""
    end = _phrase_end(text, words, position + 1, tables, stops=_ENDS - {"in"})
    told = words[position + 1 : end]
    kind = "expert" if _learned(told) else "stakeholder"
    if any(w.lower in ("parliament", "bundestag", "senate", "congress", "knesset") for w in told):
        kind = "legislator"
    role = " ".join(text[told[0].start : told[-1].end].split())
    return (Office(f"Head of {role}", "head", kind),)


def _former(office: Office) -> Office:
    role = office.role if office.former else f"Former {office.role}"
    return replace(office, role=role, former=True)


def _phrase_end(
    text: str, words: Sequence[Word], begin: int, tables: Tables, *, stops: frozenset[str] = _ENDS
) -> int:
    end = begin + 1
    while end < len(words) and end - begin < 20:
        gap = text[words[end - 1].end : words[end].start]
        if "," in gap or any(stop in gap.replace(". ", " ") for stop in _STOPS):
            break
        if words[end].lower in tables.speech.verbs or words[end].lower in stops:
            break
        end += 1
    return end


def _parts(words: Sequence[Word]) -> list[Sequence[Word]]:
    for position, word in enumerate(words):
        lead = words[position + 1].lower if position + 1 < len(words) else ""
        if word.lower == "and" and lead in DETERMINERS:
            return [words[:position], words[position + 2 :]]
        owned = any(w.possessive and w.side for w in words[position + 1 : position + 4])
        if word.lower == "and" and (lead == "former" or owned):
            return [words[:position], words[position + 1 :]]
    return [words]


def _appositive(
    text: str, words: Sequence[Word], tables: Tables, *, introduced: bool
) -> Office | None:
    found = find_head(words, tables.titles, last=False)
    if found is None:
        return None
    owned = [p for p, word in enumerate(words[: found[0]]) if word.possessive]
    owner = words[owned[-1]] if owned else None
    low = owned[-1] + (not words[owned[-1]].side) if owned else 0
    words, found = words[low:], (found[0] - low, found[1] - low)
    if not introduced and owner is None and not _bare_title(words, found, tables):
        return None
    if len(words[: found[0]]) > 4 and not _plain(words[: found[0]], tables):
        return None
    office = read_office(text, words, tables, last=False)
    if office is None or owner is None or owner.side:
        return office
    return replace(office, owner=owner.text)


def _plain(words: Sequence[Word], tables: Tables) -> bool:
    known = tables.titles.vocabulary
    return all(w.side or w.capital or w.lower in known or "-" in w.text for w in words)


def _bare_title(words: Sequence[Word], found: tuple[int, int], tables: Tables) -> bool:
    """An apposition without article: `head of`, `former minister`, `U.S. Trade Commissioner`."""
    low, high = found
    if any(w.namelike and w.person for w in words[:low]):
        return False
    following = words[high].lower if high < len(words) else ""
    if low == 0:
        named = high < len(words) and words[high].capital
        return not following or following == "at" or named or following in tables.titles.linking
    known = all(w.lower in tables.titles.vocabulary or w.side or w.capital for w in words[:low])
    named = all(w.capital for w in words[:high]) and following in ("for", "at", "of")
    return known and (not words[high - 1].capital or bool(words[0].side) or named)
