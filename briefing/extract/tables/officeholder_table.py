"""Who held which office when: dated facts, looked up by name, never by one common word alone."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from briefing.extract.tables.resource import Source

COLUMNS = ("name", "side", "office", "portfolio", "start", "end", "known", "source")
HEADS = ("head_of_government", "head_of_state")
_KINDS = {
    "head_of_government": "leader", "head_of_state": "leader", "deputy_head": "minister",
    "ambassador": "official", "central_bank": "official", "spokesperson": "official", "legislator": "legislator",
    "opposition": "opposition", "premier": "premier",
}  # fmt: skip
_OFFICES_OF_STATE = (
    "Minister",
    "Secretary",
    "Attorney",
    "Deputy Prime",
    "Vice President",
    "Chancellor",
    "U.S. Trade",
)
SHORT_FORMS = (
    "joe joseph", "bill william", "will william", "jim james", "jeff jeffrey", "mike michael", "tom thomas",
    "bob robert", "rob robert", "dick richard", "rick richard", "steve stephen", "steve steven", "dan daniel",
    "tony anthony", "tony antony", "ben benjamin", "ash ashton", "pete peter", "chris christopher", "dave david",
    "don donald", "ron ronald", "sam samuel", "ted edward", "ed edward", "larry lawrence", "jack john",
    "ken kenneth", "matt matthew", "nick nicholas", "andy andrew", "greg gregory", "liz elizabeth",
    "sue susan", "pat patrick", "ray raymond", "fred frederick", "charlie charles", "jerry gerald", "tim timothy",
    "al albert", "max maxwell", "alex alexander", "josh joshua", "mick michael", "kim kimberly",
)  # fmt: skip
# Letters of other alphabets come in several spellings: Zelensky, Zelenskiy, Zelenskyy.
_TRANSLITERATED = (("yy", "i"), ("iy", "i"), ("ij", "i"), ("y", "i"), ("kh", "h"), ("ou", "u"), ("w", "v"), ("dj", "j"), ("tch", "ch"), ("ee", "i"))  # fmt: skip
_LONG = 5  # letters
_SURNAME_FIRST = ("China", "North Korea", "South Korea", "Taiwan", "Vietnam")
_NICKNAMES = {frozenset(pair.split()) for pair in SHORT_FORMS}


class Term(NamedTuple):
    """One person's time in one office.

    Attributes:
        start, end: ISO dates, months or years, as known; an empty end means still in office.
    """

    name: str
    side: str
    office: str
    portfolio: str
    start: str
    end: str

    @property
    def heads(self) -> bool:
        """Whether it is the office of a head of state or government."""
        return self.portfolio in HEADS

    @property
    def kind(self) -> str:
        """The kind of person who holds the office."""
        known = _KINDS.get(self.portfolio)
        if known is not None:
            return known
        return "minister" if self.office.startswith(_OFFICES_OF_STATE) else "official"

    def holds_on(self, day: dt.date) -> bool:
        """Whether the office was held on `day`, as far as the dates known tell."""
        text = day.isoformat()
        begun = text[: len(self.start)] >= self.start
        return begun and (not self.end or text[: len(self.end)] <= self.end)

    def ended_by(self, day: dt.date) -> bool:
        """Whether the term was over before `day`."""
        return bool(self.end) and day.isoformat()[: len(self.end)] > self.end


@dataclass(frozen=True)
class OfficeHolders:
    """The dated table; indexed when first asked, so that loading all tables stays quick."""

    terms: tuple[Term, ...]

    @cached_property
    def _by_word(self) -> dict[str, list[Term]]:
        index: dict[str, list[Term]] = {}
        for term in self.terms:
            for word in {name_words(term.name)[0], name_words(term.name)[-1]}:
                index.setdefault(word, []).append(term)
        return index

    def is_given_name(self, word: str) -> bool:
        """Whether anyone in the table bears this word as first name."""
        found = name_words(word)
        return bool(found) and found[0] in self._given

    def is_surname(self, word: str) -> bool:
        """Whether anyone in the table goes by this word as surname."""
        found = name_words(word)
        return bool(found) and found[-1] in self._by_word

    @cached_property
    def _given(self) -> frozenset[str]:
        return frozenset(name_words(term.name)[0] for term in self.terms)

    def of_name(self, name: str) -> tuple[Term, ...]:
        """Return the terms of all who may bear this name of two words or more.

        Accents, initials and `Jr` do not count, nor does the order of the names; `Joe` is Joseph.
        """
        words = name_words(name)
        if len(words) < 2:
            return ()
        near = {id(t): t for word in (words[0], words[-1]) for t in self._by_word.get(word, ())}
        return tuple(t for t in near.values() if _same_name(words, name_words(t.name)))

    def leaders(self, surname: str, day: dt.date | None, sides: Iterable[str]) -> tuple[Term, ...]:
        """Return the heads of these sides who go by that one name, in office on `day` (None: ever)."""
        words = name_words(surname)
        wanted = set(sides)
        if not words:
            return ()
        return tuple(
            term
            for term in self._by_word.get(words[-1], ())
            if term.heads and term.side in wanted and (day is None or term.holds_on(day))
        )

    def in_office(self, surname: str, kind: str, day: dt.date) -> tuple[Term, ...]:
        """Return the terms of that kind held on `day` by people of that one name, of all sides."""
        words = name_words(surname)
        if not words:
            return ()
        return tuple(
            term
            for term in self._by_word.get(words[-1], ())
            if term.kind == kind and term.start and term.holds_on(day)
            if name_words(term.name)[-1] == words[-1] or term.side in _SURNAME_FIRST
        )


def load_officeholders(source: Source) -> OfficeHolders:
    """Read `officeholders.csv`, the user's rows after the program's.

    Raises:
        BadResource: a column or a name is missing; names file and line.
    """
    fields = COLUMNS[:6]
    return OfficeHolders(tuple(map(Term._make, source.cells("officeholders.csv", fields))))


def fold(text: str) -> str:
    """Return the text in lower case without accents."""
    plain = unicodedata.normalize(
        "NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l")
    )
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name folded, without initials, `Jr` and apostrophes."""
    plain = fold(name).replace("’", "").replace("'", "").replace("-", " ").replace(".", " ")
    words = [word for word in plain.split() if word not in ("jr", "sr", "iii", "ii")]
    full = tuple(word for word in words if len(word) > 1)
    return full or tuple(words)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return a folded name as other spellings of the same foreign letters would write it."""
    for wrong, right in _TRANSLITERATED:
        word = word.replace(wrong, right)
    return "".join(letter for letter, _ in groupby(word))


def alike(left: str, right: str) -> bool:
    """Whether two folded names are the same, or two spellings of one written in other letters."""
    if left == right:
        return True
    long = min(len(left), len(right)) >= _LONG
    return long and left[0] == right[0] and sound(left) == sound(right)


def same_given(left: str, right: str) -> bool:
    """Whether two folded given names may be one person's: alike, short form, or an initial."""
    if left == right or frozenset((left, right)) in _NICKNAMES:
        return True
    return min(len(left), len(right)) == 1 and left[:1] == right[:1]


def _same_name(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    if len(known) < 2:
        return False
    few, many = sorted((words, known), key=len)
    if alike(words[-1], known[-1]) and same_given(words[0], known[0]):
        return True
    turned = words[0] == known[-1] and words[-1] == known[0]
    return set(few) <= set(many) and (words[0] == known[0] or words[-1] == known[-1] or turned)
