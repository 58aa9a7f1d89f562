"""The table of issues: labels, the words that speak of them, and what those words must not mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from briefing.extract.issue_priors import Priors, load_priors
from briefing.extract.resource import Entry, Source
from briefing.extract.weight_table import Weights, load_weights

FIELDS = ("parent", "synonyms", "bare", "loose", "guards", "country", "weak")
_WORD = re.compile(r"\w+")
_GAPS = str.maketrans(dict.fromkeys("-‐‑–", " "))
REACH = 8  # characters of a gap between words and of the word after it
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
    """One way to speak of an issue; compiled when its first word is met, for most never are.

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
        return re.compile(_body(self.words) + r"(?:['’]?s|es)?(?!\w)", flags)

    def match_in(self, text: str, word: re.Match[str], limit: int) -> re.Match[str] | None:
        """Return where the phrase stands that begins at a word of the text, None if it does not.

        A phrase whose pattern was never needed is mostly told from the text by its second word.
        """
        if "pattern" not in self.__dict__ and self._second:
            rest = text[word.end() : word.end() + REACH].translate(_GAPS).lstrip()
            if len(rest) > 1 and not rest.lower().startswith(self._second):
                return None
        return self.pattern.match(text, word.start(), limit)

    @cached_property
    def _second(self) -> str:
        """How the second word begins, "" where another spelling could change it or there is none."""
        pieces = re.split(r"[\s–-]+", self.words.lower())
        plain = len(pieces) > 1 and pieces[0].isalnum() and pieces[0] != "co"
        return pieces[1][:2] if plain else ""

    @cached_property
    def guards(self) -> tuple[re.Pattern[str], ...]:
        """Longer phrases that mean something else."""
        return tuple(re.compile(_body(words), re.IGNORECASE) for words in self.guarding)


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
        for length, first, phrase in _phrases(label, entry):
            phrases.setdefault(first, []).append((length, phrase))
    by_first = {first: _longest_first(found) for first, found in phrases.items()}
    loose = {label: frozenset(_loose(entry)) for label, entry in entries.items()}
    weights = load_weights(source, "issue_weights.csv")
    return IssueTable(issues, by_first, loose, weights, load_priors(source))


def _issue(label: str, entry: Entry, entries: dict[str, Entry]) -> Issue:
    entry.only(*FIELDS)
    parent = entry.string("parent") or None
    if parent is not None and parent not in entries:
        raise entry.wrong(f"the parent {parent!r} of {label!r} is no entry of the table")
    weak = entry.mapping().get("weak", False)
    if not isinstance(weak, bool):
        raise entry.wrong("weak must be true or false", entry.lines["weak"])
    if not entry.strings("synonyms"):
        raise entry.wrong(f"{label!r} has no synonyms")
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


def _longest_first(found: list[tuple[int, Phrase]]) -> tuple[Phrase, ...]:
    return tuple(phrase for _, phrase in sorted(found, key=lambda pair: -pair[0]))
