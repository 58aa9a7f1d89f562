"""The table of issues: labels, the words that speak of them, and what those words must not mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from briefing.extract.tables.issue_priors import Priors, load_priors
from briefing.extract.tables.resource import Entry, Source
from briefing.extract.tables.weight_table import Weights, load_weights
from briefing.phrase import phrase

FIELDS = ("parent", "synonyms", "bare", "loose", "guards", "country", "weak")
_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s–-]+")  # words of a synonym
_GAP = re.compile(r"[\s\-‐‑–]+")  # words of a text
_PLAIN = re.compile(r"[\w'’.&/]+")  # nothing that a gap could hold
_TAIL = r"(?:['’]?s|es)?(?!\w)"
_BEGUN = 2  # letters that tell most words apart
_END, _NAME_END = re.compile(_TAIL, re.IGNORECASE), re.compile(_TAIL)
# Spellings of the two sides of the Atlantic that stand for one another inside a synonym.
_SPELLINGS = (
    ("defen[cs]e", re.compile(r"\bdefen[cs]e\b", re.IGNORECASE)),
    ("labou?r", re.compile(r"\blabou?r\b", re.IGNORECASE)),
    ("program(?:me)?", re.compile(r"\bprogram(?:me)?\b", re.IGNORECASE)),
    ("cent(?:er|re)", re.compile(r"\bcent(?:er|re)\b", re.IGNORECASE)),
    ("alumin(?:i)?um", re.compile(r"\balumini?um\b", re.IGNORECASE)),
    ("organi[sz]", re.compile(r"\borgani[sz]", re.IGNORECASE)),
    ("co-?operat", re.compile(r"\bcooperat", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Issue:
    """One subject of the table; `country` is the side it is no issue of, "" for none."""

    label: str
    parent: str | None
    country: str
    weak: bool


@dataclass(frozen=True)
class Phrase:
    """One way to speak of an issue.

    Attributes:
        words: in one spelling. name: whether capitals count. guarding: what it must not be part of.
        bare: whether it counts only after words of talks, as `trade` does in `they discussed trade`.
        loose: whether it counts only in a sentence that speaks of talks, and for less than others.
    """

    label: str
    words: str
    name: bool
    guarding: tuple[str, ...]
    bare: bool = False
    loose: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is matched at a word's start."""
        flags = re.NOFLAG if self.name else re.IGNORECASE
        return re.compile(_body(self.words) + _TAIL, flags)

    def end_in(self, text: str, start: int, limit: int) -> int | None:
        """Return where the phrase ends that begins with the word at `start`, None if it does not.

        Word by word where it has one spelling, which needs no pattern: there are too many to compile.
        """
        if not self._pieces:
            return self._end_by_pattern(text, start, limit)
        end = start
        for number, piece in enumerate(self._pieces):
            if number:
                gap = _GAP.match(text, end, limit)
                if gap is None:
                    return None
                end = gap.end()
            found = text[end : end + len(piece)]
            if found != piece:
                if not found.isascii():
                    return self._end_by_pattern(text, start, limit)
                if self.name or found.lower() != piece:
                    return None
            end += len(piece)
        tail = (_NAME_END if self.name else _END).match(text, end, limit) if end <= limit else None
        return None if tail is None else tail.end()

    def goes_on(self, following: str) -> bool:
        """Whether it may stand where its first word is followed by these letters (see `following`)."""
        second = self._second
        return not second or not following or following.startswith(second)

    @cached_property
    def _second(self) -> str:
        """How its second word begins, "" where there is none or several spellings."""
        plain = len(self._pieces) > 1 and self._pieces[0].isalnum()
        return self._pieces[1][:_BEGUN].lower() if plain else ""

    def _end_by_pattern(self, text: str, start: int, limit: int) -> int | None:
        match = self.pattern.match(text, start, limit)
        return None if match is None else match.end()

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        """Its words as they are compared; none where they have several spellings or odd marks."""
        pieces = _BETWEEN.split(self.words if self.name else self.words.lower())
        odd = not self.words.isascii() or not all(map(_PLAIN.fullmatch, pieces))
        several = "co-operat" in self.words or any(
            either.search(self.words) for _, either in _SPELLINGS
        )
        return () if odd or several else tuple(pieces)

    @property
    def guards(self) -> tuple[re.Pattern[str], ...]:
        """Longer phrases that mean something else."""
        return _guards(self.guarding)


@dataclass(frozen=True)
class IssueTable:
    """All issues, their phrases by first word (lower case), longest first, and what weighs for them.

    Attributes:
        loose: by issue, the words that count for less, in lower case.
    """

    issues: dict[str, Issue]
    phrases: dict[str, tuple[Phrase, ...]] = field(repr=False)
    loose: dict[str, frozenset[str]] = field(repr=False)
    weights: Weights = field(repr=False)
    priors: Priors = field(repr=False)


def load_issues(source: Source) -> IssueTable:
    """Read `issues.yaml` with the user's layer over it.

    Raises:
        BadResource: an entry is malformed; the message names file and line.
    """
    entries = source.entries("issues.yaml")
    issues: dict[str, Issue] = {}
    phrases: dict[str, list[tuple[int, Phrase]]] = {}
    for label, entry in entries.items():
        issues[label] = _issue(label, entry, entries)
        for length, first, said in _phrases(label, entry):
            phrases.setdefault(first, []).append((length, said))
    by_first = {first: _longest_first(found) for first, found in phrases.items()}
    loose = {label: frozenset(_loose(entry)) for label, entry in entries.items()}
    weights = load_weights(source, "issue_weights.csv")
    return IssueTable(issues, by_first, loose, weights, load_priors(source))


def _issue(label: str, entry: Entry, entries: dict[str, Entry]) -> Issue:
    entry.only(*FIELDS)
    parent = entry.string("parent") or None
    if parent is not None and parent not in entries:
        raise entry.wrong(
            phrase(
                "the parent {parent} of {name} is no entry of the table",
                parent=repr(parent),
                name=repr(label),
            )
        )
    weak = entry.mapping().get("weak", False)
    if not isinstance(weak, bool):
        raise entry.wrong("weak must be true or false", entry.lines["weak"])
    if not entry.strings("synonyms"):
        raise entry.wrong(phrase("{name} has no synonyms", name=repr(label)))
    return Issue(label, parent, entry.string("country"), weak)


def _phrases(label: str, entry: Entry) -> Iterable[tuple[int, str, Phrase]]:
    guarding = entry.strings("guards")
    for field_name in ("synonyms", "bare", "loose"):
        bare, loose = field_name == "bare", field_name == "loose"
        for words in entry.strings(field_name):
            for form in _spelt(words):
                phrase = Phrase(label, form, _is_name(words), guarding, bare, loose)
                for first in _firsts(form):
                    yield len(form), first, phrase


def _loose(entry: Entry) -> Iterable[str]:
    for words in (*entry.strings("loose"), *entry.strings("bare")):
        low = words.lower()
        yield from (low, f"{low}s", f"{low}es")


def _spelt(words: str) -> tuple[str, ...]:
    """Return the synonym, and its other spelling where that changes its first word."""
    forms = {words}
    for old, new in (("defence", "defense"), ("labour", "labor"), ("organis", "organiz")):
        forms |= {form.replace(old, new) for form in forms}
        forms |= {form.replace(new, old) for form in forms}
    return tuple(sorted(forms))


def _firsts(words: str) -> tuple[str, ...]:
    """Return the first word, and its plurals where it is the only one."""
    match = _WORD.search(words)
    first = match.group().lower() if match else words.lower()
    alone = match is not None and match.group() == words
    return (first, f"{first}s", f"{first}es") if alone else (first,)


def _is_name(words: str) -> bool:
    return words.isupper() or (words[:1].isupper() and len(words) <= 5 and " " not in words)


def _body(words: str) -> str:
    words = words.replace("co-operat", "cooperat")
    pattern = r"[\s\-‐‑–]+".join(re.escape(word) for word in re.split(r"[\s–-]+", words))
    for spelling, either in _SPELLINGS:
        pattern = either.sub(lambda _, s=spelling: s, pattern)  # type: ignore[misc]
    return r"(?<!\w)" + pattern


def following(text: str, end: int) -> str:
    """Return how the word after a gap begins, in small letters; "-" where no gap is, "" if unsure."""
    gap = _GAP.match(text, end)
    if gap is None:
        return "-"
    begun = text[gap.end() : gap.end() + _BEGUN]
    return begun.lower() if begun.isascii() else ""


@cache  # those of an issue are the same for all its words
def _guards(guarding: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_body(words), re.IGNORECASE) for words in guarding)


def _longest_first(found: list[tuple[int, Phrase]]) -> tuple[Phrase, ...]:
    return tuple(phrase for _, phrase in sorted(found, key=lambda pair: -pair[0]))
